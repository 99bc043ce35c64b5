"""Places that a sentence names which are not where its deed happened: of what was said, answered or followed, or of another clause."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.day_of_saying import WORDS, is_day_of_saying, is_saying
from transforms.events.frames import Candidate, candidate_at
from transforms.events.merging import ANSWERING
from transforms.events.modality import FUTURE, auxiliaries
from transforms.events.offsets import Offset, is_of_other_deed
from transforms.events.reading import Reading
from transforms.events.repairs import child
from transforms.events.subjects import SUBJECTS, case_of
from transforms.events.telling import is_of_teller
from transforms.tokens import Token
from transforms.tree_clauses import ANSWERS

# Prepositions before what came first.
AFTER = frozenset({"after", "following"})
# Prepositions before what something is done about.
OVER = frozenset({"for", "over", "about"})
# What is done in no attack that the sentence tells beside it.
DONE_APART = frozenset({"RETREAT", "CONSULT", "AID"})
PERFECT = frozenset({"has", "have"})
# Where somebody is at home is not where he acts.
STATIONED = frozenset({"base", "headquarter", "station", "bear", "exile", "hold", "jail", "imprison"})


def is_elsewhere(reading: Reading, token: Token, found: Candidate, offset: Offset | None) -> bool:
    """Return whether a place's word stands with something else than the event: its saying, its cause, a deed beside it, or people
    told by where they live. `offset`: what the event is told to have come before or after."""
    if found.event_type == "ACCUSE" and any(_is_behind(token, t) and _is_attack(reading, t) for t in found.clause.children):
        return True  # "condemned the attack on peacekeepers in Goma"
    is_its_own = found.trigger.pos == "noun" and _is_behind(token, found.token)
    if not is_its_own and (
        is_day_of_saying(reading, token, found.clause) or is_of_teller(token, found.clause, lambda verb: is_saying(reading, verb))
    ):
        return True  # "said in Kabul that two soldiers had been killed"
    if found.event_type != "ASSAULT" and is_of_attack(reading, token, (found.token, found.clause)):
        return True
    if found.trigger.pos == "noun" and found.light is None and any(_is_beside(reading, above, found.token) for above in token.ancestors):
        return True  # "condemned the attacks and called on France to help"
    is_subject = found.trigger.pos == "noun" and found.clause.dep_ in SUBJECTS
    between = _between(token, found.clause) or (_between(token, found.clause.head) if is_subject else [])
    if any(above.dep_ == "conj" and above.pos_ == "VERB" and child(above, "nsubj") is not None for above in between):
        return True  # "has carried out strikes in Syria, and its troops have occupied the Golan Heights"
    if any(_is_ahead_of(above, found.clause) for above in between):
        return True  # "had resigned and will stay in the United States"
    if any(_is_meanwhile(above, token) for above in between):
        return True  # "raided a house, while in Basilan marines killed three men"
    if found.event_type in WORDS | DONE_APART and any(map(_is_of_time, between)):
        return True  # "suspended talks after rebels killed dozens in Catatumbo", "free soldiers as drone kills one in Cauca"
    if any(_is_said(reading, above) for above in between if above not in (found.token, found.clause)):
        return True  # "imposed sanctions on two generals, accusing them of torture in Kampala"
    if any(_is_target_of(reading, above, token) for above in between):
        return True  # "detonated a bomb in X and launched rockets at Haifa"
    if any(_is_of_others(above, found) for above in between):
        return True  # "Airstrikes by the army kill 12 as rebels attack posts near Mandalay"
    if any(map(is_other_time, between)):
        return True  # "bombed three sites after a drone wounded soldiers in Erbil"
    if is_of_other_deed(token, found.token, found.clause):
        return True  # "The attack came a day after rebels killed a mayor, in a raid on Goma"
    if is_after(token, found.token) or _is_answered(token, found, between) or is_of_former_deed(token, found.clause):
        return True
    if any(_are_people(reading, above) for above in between if above not in (found.source, found.target, found.token)):
        return True  # "a campaign of solidarity with Palestinians in Gaza"
    if any(above.lemma_.lower() in STATIONED and above.dep_ in ("acl", "acl:relcl") for above in between):
        return True  # "blamed the attack on RED-Tabara, a rebel group based in eastern Congo"
    if "effect" not in found.trigger.flags and any(case_of(above) in AFTER and _is_attack(reading, above) for above in between):
        return True  # "fired at an Israeli base after a strike on Nabatieh"
    if any(case_of(above) == "before" for above in between):
        return True  # "were seized two days before a summit in Cartagena"
    if any(case_of(above) in ("to", "into") and above.head.dep_ == "conj" and above.head != found.clause for above in between):
        return True  # "were injured and airlifted to a hospital in Mazatlan"
    if any(t.text == ";" for t in token.doc[min(token.i, found.token.i) : max(token.i, found.token.i)]):
        return True  # "Venezuela frees 13 prisoners; US carrier arrives in Caribbean"
    if token.i < found.token.i and found.token not in token.ancestors and (_is_cause(found) or _is_spoken_of(reading, found)):
        return True  # "Protests erupt in Mexico City after the mayor's killing", "marched in Lahore to condemn the killing"
    return offset is not None and token.i < offset.marker.i  # "strikes inside Iran, two days after Iranian missiles hit its own territory"


def _is_ahead_of(verb: Token, clause: Token) -> bool:
    """Whether a coordinated verb tells what is still to come, and that of the deed does not."""
    return verb.dep_ == "conj" and verb.pos_ == "VERB" and bool(auxiliaries(verb) & FUTURE) and not auxiliaries(clause) & FUTURE


def _is_behind(token: Token, noun: Token) -> bool:
    """Whether a place stands right behind the phrase of a verb's object, to which the parse hangs it on the verb."""
    is_placed = token.dep_ == "obl" and token.head == noun.head and case_of(token) in ("in", "near", "at", "outside")
    return is_placed and noun.dep_ == "obj" and noun.right_edge.i < token.left_edge.i <= noun.right_edge.i + 2


def _is_cause(found: Candidate) -> bool:
    """Whether a noun tells what another deed came after, and nothing else in the sentence tells of it."""
    is_noun = found.trigger.pos == "noun" and found.light is None and not found.absorbed
    return is_noun and found.token.dep_ == "obl" and case_of(found.token) == "after"


def _is_spoken_of(reading: Reading, found: Candidate) -> bool:
    """Whether a noun tells what people protest or speak about."""
    told = candidate_at(reading, found.token.head) if found.token.dep_ in ("obj", "obl") else None
    is_noun = found.trigger.pos == "noun" and found.light is None
    return is_noun and told is not None and told.event_type in WORDS | {"PROTEST"}


def _is_answered(token: Token, found: Candidate, between: Sequence[Token]) -> bool:
    """Whether a place is that of a deed which the event answers, or that of the answer to it."""
    if found.token.head.lemma_.lower() in ANSWERS and found.token not in token.ancestors:
        return True  # "had hit depots near Odesa in retaliation for an attack on the bridge"
    if any(above.lemma_.lower() in ANSWERS and above.i not in (found.token.i, found.clause.i) for above in between):
        return True  # "fired rockets at Israel in response to a killing in Beirut"
    # "retaliated for strikes on villages in southern Lebanon"
    return found.token.lemma_.lower() in ANSWERING and any(above == found.slots.get("for") for above in between)


def is_of_former_deed(token: Token, clause: Token) -> bool:
    """Whether a place or day stands with the first of two coordinated verbs, and only the second is told in the perfect tense ("was formed
    in Uganda and has pledged allegiance")."""
    while clause.dep_ == "xcomp":
        clause = clause.head  # "but has continued to attack civilians"
    first = clause.head
    if clause.dep_ != "conj" or first.pos_ != "VERB" or token.i > clause.i or first not in token.ancestors:
        return False
    helpers = [{t.lower_ for t in verb.children if t.dep_ in ("aux", "aux:pass")} for verb in (first, clause)]
    return bool(helpers[1] & PERFECT) and not helpers[0] & PERFECT


def _between(token: Token, clause: Token) -> list[Token]:
    """Return the words that a word hangs under, up to the event's own clause; none where it hangs elsewhere."""
    above: list[Token] = []
    for word in token.ancestors:
        if word.i == clause.i:
            return above
        above.append(word)
    return []


def _is_beside(reading: Reading, verb: Token, noun: Token) -> bool:
    """Whether a verb of words is told after the verb over a deed's noun, whose it is not."""
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or verb.i < noun.i or verb in noun.ancestors:
        return False
    told = candidate_at(reading, verb)
    return told is not None and told.event_type in WORDS


def _is_said(reading: Reading, verb: Token) -> bool:
    """Whether a word heads a participle in which something is said of the event, not told as done with it."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG":
        return False
    told = candidate_at(reading, verb)
    return told is not None and told.event_type in WORDS


def _is_target_of(reading: Reading, verb: Token, place: Token) -> bool:
    """Whether a verb beside the event's aims at the place."""
    if verb.dep_ != "conj" or verb.pos_ != "VERB":
        return False
    told = candidate_at(reading, verb)
    return told is not None and told.target is not None and place in (told.target, *told.target.children)


def _is_attack(reading: Reading, noun: Token) -> bool:
    told = candidate_at(reading, noun)
    return told is not None and told.event_type == "ASSAULT" and told.trigger.pos == "noun"


def _is_meanwhile(verb: Token, place: Token) -> bool:
    """Whether a clause that tells what others did meanwhile opens with a place."""
    is_other = any(t.dep_ == "mark" and t.lower_ in ("while", "whereas") for t in verb.children)
    return verb.dep_ == "advcl" and is_other and place.i < verb.i and child(verb, *SUBJECTS) is not None


def _is_of_others(verb: Token, found: Candidate) -> bool:
    """Whether a verb heads a clause of what others than the doer were doing."""
    doer = child(verb, *SUBJECTS)
    is_meanwhile = verb.dep_ == "advcl" and any(t.dep_ == "mark" and t.lower_ == "as" for t in verb.children)
    return is_meanwhile and found.source is not None and doer is not None and doer.pos_ != "PRON" and doer.lemma_ != found.source.lemma_


def _is_of_time(word: Token) -> bool:
    """Whether a word heads a finite clause that only says when or why something else was done."""
    return word.dep_ == "advcl" and any(t.dep_ in SUBJECTS for t in word.children) and any(t.dep_ == "mark" for t in word.children)


def is_other_time(word: Token) -> bool:
    """Whether a word heads a clause of what came before or after, or was the reason."""
    return _is_of_time(word) and any(t.dep_ == "mark" and t.lower_ in ("after", "before", "since", "because") for t in word.children)


def _are_people(reading: Reading, word: Token) -> bool:
    """Whether a word names a people, who live where it says and need not be there for the deed."""
    found = reading.actor(word) if word.pos_ in ("NOUN", "PROPN") else None
    return found is not None and found.actor is not None and found.actor.kind == "population" and word.dep_ in ("nmod", "obl")


def is_of_attack(reading: Reading, token: Token, apart_from: Sequence[Token]) -> bool:
    """Whether a place stands in the phrase of an attack over which something else is done ("sanctions for the attacks on El Fasher")."""
    is_attack = False
    for above in token.ancestors:
        if above in apart_from or above.pos_ == "VERB":
            return False
        told = candidate_at(reading, above)
        is_attack |= told is not None and told.event_type == "ASSAULT"
        if is_attack and case_of(above) in OVER:
            return True
    return False


def is_after(word: Token, deed: Token) -> bool:
    """Whether a word stands in what a deed is said to have followed ("the attacks followed his escape from a prison in X on Sunday")."""
    verb = next((above for above in deed.ancestors if above.pos_ == "VERB"), None)
    before = child(verb, "obj") if verb is not None and verb.lemma_.lower() == "follow" else None
    return before is not None and verb is not None and deed.i < verb.i < word.i and (word == before or word.i > before.i)
