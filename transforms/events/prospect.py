"""What kind of event a deed is that has not been done: PLOVER gives each one type.

A cooperative deed to come is an AGREE, a hostile one a THREATEN, a cooperative one refused a REJECT (PLOVER manual, AGREE
and THREATEN; its sections on auxiliary modes ask for the single type, not a type and a mode).
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.events.blame import blamed_for, is_cleared
from transforms.events.frames import COOPERATIVE, Candidate
from transforms.events.modality import (
    FUTURE,
    OBLIGED,
    POSSIBLE,
    auxiliaries,
    governing_stance,
    governors,
    is_arranged,
    is_awaited,
    is_conditional,
    is_negated,
    is_zero,
)
from transforms.events.noun_phrase import is_none
from transforms.events.repairs import child
from transforms.events.subjects import surface_subject
from transforms.events.word_classes import classes_of
from transforms.records import Stance
from transforms.tokens import Token

HOSTILE_DEEDS = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
DEED_TO_COME = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
ALMOST = frozenset({"almost", "nearly", "narrowly"})
# "Were deployed to rescue the captives".
SENDING_WORDS = "deploy send dispatch allow permit authorise authorize empower enable recruit train hire arm equip mobilise mobilize"
SENDING = frozenset(SENDING_WORDS.split())
# "Days before she was to meet him": what forces were to do they mostly did.
PAST = frozenset({"was", "were"})
# What else is told as the end for which something is done ("has fought for decades to topple the government").
ENDS = frozenset({"protect", "rescue", "evacuate", "topple", "overthrow", "oust"})
SPEECH = frozenset(
    {"say", "announce", "add", "tell", "state", "declare", "confirm", "note", "explain", "report", "reiterate", "insist", "stress", "write"}
)


@dataclass(frozen=True, slots=True)
class Reality:
    """The type and stance of a candidate after its grammar; `is_dropped` when nothing is told by it."""

    event_type: str
    stance: Stance
    is_dropped: bool = False


def reality(found: Candidate) -> Reality:
    """Return what type of event a candidate is and whether it happened."""
    clause, event_type = found.clause, found.event_type
    words = auxiliaries(clause)
    negated = is_negated(clause) or is_negated(found.token)
    governed = governing_stance(found.token) or (governing_stance(clause) if found.light is not None else None)
    if governed is not None and governed[1] == found.light:
        governed = governing_stance(found.light)
    stance = governed[0] if governed is not None else None
    if event_type == "ASSAULT" and any(t.dep_ == "advmod" and t.lower_ in ALMOST for t in clause.children):
        return Reality(event_type, "hypothetical", is_dropped=True)  # "almost struck an officer"
    if stance == "requested":
        return Reality(event_type, "planned", is_dropped=True)
    if is_conditional(clause) or is_conditional(found.token):
        return Reality(event_type, "hypothetical", is_dropped=is_awaited(clause))
    if stance == "refused" and governed is not None and _is_charge(governed[1]):
        return Reality(event_type, "accused", is_dropped=True)
    if stance == "refused" or (negated and words & (FUTURE | {"would"})):
        return _refused(event_type)
    if negated:
        return _negated(found)
    is_deed = event_type in ("ASSAULT", "COERCE") or found.trigger.words[0] in ENDS
    if is_deed and _is_purpose(found):
        return Reality(event_type, "hypothetical", is_dropped=True)
    if clause.dep_ in ("advcl", "xcomp") and _is_infinitive(clause) and auxiliaries(clause.head) & FUTURE:
        return _to_come(event_type, None)  # "will convene to ratify the law"
    if words & OBLIGED and (speaker := speaker_of(found)) is not None and speaker != found.slots.get("subj"):
        return Reality("REQUEST", "asserted")
    if words & (POSSIBLE | OBLIGED):
        return Reality(event_type, "hypothetical")
    is_set = is_arranged(clause) or (event_type not in HOSTILE_DEEDS and is_arranged(clause, PAST))
    if words & FUTURE or is_set or ("would" in words and _is_reported(found)) or stance in ("planned", "threatened"):
        return _to_come(event_type, stance)
    if stance == "hypothetical" and governed is not None and _is_made_attempt(found, governed[1]):
        return Reality(event_type, "asserted")
    if "would" in words or stance == "hypothetical" or _is_within_possible(found):
        return Reality(event_type, "hypothetical")
    if found.source is not None and is_none(found.source):
        return Reality(event_type, "asserted", is_dropped=found.trigger.words[0] == "claim")
    if (
        found.trigger.words[0] == "claim"
        or (found.light is not None and found.light.lemma_.lower() == "claim")
        or any(t.lemma_.lower() == "claim" for t in found.token.children if t.dep_ == "acl")
    ):
        return Reality(event_type, "claimed_responsibility")
    if stance == "accused" or (found.trigger.pos == "noun" and blamed_for(found.token) is not None):
        return Reality(event_type, "accused", is_dropped=is_cleared(governed[1] if governed is not None else found.token.head))
    if stance == "denied":
        return Reality(event_type, "denied", is_dropped=_is_of_habit(found))
    if stance == "claimed_responsibility":
        return Reality(event_type, "claimed_responsibility")
    return Reality(event_type, "asserted")


def _is_charge(cue: Token) -> bool:
    """Whether it is what somebody is accused of not doing ("accused the government of failing to protect villages")."""
    above = governing_stance(cue)
    return above is not None and above[0] == "accused"


def _is_made_attempt(found: Candidate, cue: Token) -> bool:
    """Whether the deed with which something was tried is told ("attempted to kill the leaders with an airstrike")."""
    means = [found.slots.get(name) for name in ("with", "in", "by")]
    is_tried = cue.lemma_.lower() in ("attempt", "try", "fail") and "Past" in cue.morph.get("Tense", [])
    return is_tried and any(word is not None and "assault" in classes_of(word) for word in means)


def _is_of_habit(found: Candidate) -> bool:
    """Whether it is denied that people in general are attacked ("denies targeting civilians"), not that a deed was done."""
    target = found.target
    is_any = target is not None and target.tag_ == "NNS" and child(target, "det", "nummod", "nmod:poss", "nmod", "acl:relcl") is None
    return found.clause.tag_ == "VBG" and is_any


def _is_within_possible(found: Candidate) -> bool:
    """As in "The authorities should allow the United Nations to visit": an infinitive is as possible as what governs it."""
    for head, relation in governors(found.clause):
        if relation not in ("xcomp", "advcl"):
            return False
        if auxiliaries(head) & (POSSIBLE | OBLIGED | {"would"}):
            return True
    return False


def _is_purpose(found: Candidate) -> bool:
    """Whether an attack is only what something is done for ("used the area to launch attacks")."""
    clause = found.clause
    while clause.dep_ == "xcomp" and _is_infinitive(clause.head):
        clause = clause.head  # "to allow the army to carry out the attack"
    is_of_deed = clause.dep_ == "acl" and clause.head.lemma_.lower() in ("offensive", "campaign", "push")  # "an offensive to retake X"
    is_end = is_of_deed or clause.dep_ == "advcl" or (clause.dep_ == "xcomp" and clause.head.lemma_.lower() in SENDING)
    return is_end and _is_infinitive(clause)


def _is_infinitive(verb: Token) -> bool:
    mark = child(verb, "mark")
    return mark is not None and mark.lower_ == "to" and verb.tag_ != "VBG"  # not "pleaded guilty to shooting her"


def speaker_of(found: Candidate) -> Token | None:
    """Return who says the clause of a candidate, where it is what somebody says."""
    word = found.clause
    while word.dep_ == "conj":
        word = word.head
    if word.dep_ != "ccomp" or word.head.lemma_.lower() not in SPEECH:
        return None
    return surface_subject(word.head)


def _to_come(event_type: str, stance: str | None) -> Reality:
    if event_type in DEED_TO_COME:
        return Reality("AGREE", "planned")
    if event_type in HOSTILE_DEEDS:
        return Reality("THREATEN", "threatened")
    return Reality(event_type, "threatened" if stance == "threatened" else "planned")


def _refused(event_type: str) -> Reality:
    if event_type in COOPERATIVE:
        return Reality("REJECT", "asserted")
    return Reality(event_type, "denied", is_dropped=True)


def _negated(found: Candidate) -> Reality:
    """What somebody says was not done is denied; what the text says was not done is no event; not to accept a thing is to reject it."""
    if found.trigger.words[0] == "accept" and found.event_type in ("AGREE", "CONCEDE") and found.source is not None:
        return Reality("REJECT", "asserted")
    if "effect" in found.trigger.flags and is_zero(found.clause):
        return Reality(found.event_type, "denied", is_dropped=True)
    if (_is_reported(found) and found.event_type != "REQUEST") or found.event_type == "ASSAULT":
        return Reality(found.event_type, "denied", is_dropped=not _is_reported(found))  # who "never wanted" a thing denies no request
    return Reality(found.event_type, "denied", is_dropped=True)


def _is_reported(found: Candidate) -> bool:
    """Whether the clause is what somebody says."""
    word = found.clause
    while word.dep_ == "conj":
        word = word.head
    if word.dep_ == "ccomp" and word.head.lemma_.lower() in SPEECH:
        return True
    tail = child(word, "parataxis")
    return tail is not None and tail.lemma_.lower() in SPEECH
