"""Which candidates are events: somebody known does or suffers something definite. What only speaks of a kind of thing is none."""

from __future__ import annotations

from transforms.events.frames import Candidate
from transforms.events.modality import auxiliaries
from transforms.events.noun_phrase import core
from transforms.events.parties import parts
from transforms.events.prospect import Reality
from transforms.events.reading import Reading
from transforms.events.repairs import child
from transforms.events.word_classes import classes_of
from transforms.parse import Sentence
from transforms.tokens import Token

DEFINITE = frozenset({"the", "this", "these", "those", "that"})
ANY = frozenset({"any", "such", "no", "every", "each", "either", "another", "more", "further"})
NONE = frozenset({"any", "no", "such"})
HABIT = frozenset(
    {
        "often",
        "frequently",
        "regularly",
        "routinely",
        "usually",
        "always",
        "repeatedly",
        "sometimes",
        "typically",
        "traditionally",
        "historically",
        "periodically",
        "generally",
        "commonly",
        "daily",
    }
)
HARM = frozenset({"kill", "die", "dead", "death", "wound", "injure", "injury", "toll", "casualty", "fatality", "victim"})
RANKS = frozenset({"worst", "first", "second", "third", "latest", "most", "biggest"})
LONG = frozenset({"decade", "decades", "years", "centuries", "long-running", "decades-long", "years-long", "months-long", "ongoing"})
DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
# Things that attack in somebody's hands.
BLASTS = frozenset({"bomb", "explosive"})
# What is done to weapons in flight: defence, no attack of its own.
DOWNING = frozenset({"shoot", "down", "destroy", "intercept", "hit", "strike"})
UNMANNED = frozenset({"drone", "missile", "rocket", "projectile", "uav", "shahed", "mortar"})
ACTING_THINGS = frozenset({"weapon", "assault", "bomb", "explosive", "troops"})
# "The arrest of X", "the release of X": told of whom it is done to, whoever did it.
TAKEN = frozenset({"COERCE", "RETREAT"})
CLAIMED = frozenset({"claimed_responsibility", "accused", "denied"})
OWN = frozenset({"its", "their", "his", "her", "our", "my", "own"})
SPEAKING = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONSULT", "CONCEDE"})


def is_event(reading: Reading, found: Candidate, told: Reality) -> bool:
    """Whether a candidate tells of an event of its own, or points back to one."""
    source, target = found.source, found.target
    if source is not None and "nature" in classes_of(source) and not reading.actor(source):
        return False
    if source is not None and source == target:
        return False
    if is_habit(found):
        return False
    if target is None and (
        (told.event_type == "SUPPORT" and not found.trigger.is_symmetric)
        or (told.event_type == "ACCUSE" and found.words[0].lemma_ in ("express", "voice", "raise"))
    ):
        return False
    if told.event_type == "SUPPORT" and target is not None and any(t.dep_ == "nmod:poss" and t.lower_ in OWN for t in target.children):
        return False
    if "general" in found.trigger.flags and not _has_two_actors(reading, found):
        return False
    if found.token.sent[-1].text == "?" and not (source is not None and target is not None):
        return False
    if told.stance == "accused" and found.event_type not in DEEDS:
        return False
    if told.stance == "hypothetical" and not (source is not None and target is not None):
        return False
    if found.trigger.pos == "noun":
        return _is_noun_event(reading, found, told)
    if found.event_type in SPEAKING or told.event_type in SPEAKING:
        return source is not None or (target is not None and reading.is_party(target))
    if found.event_type == "ASSAULT":
        return _is_attack(reading, found)
    return any(side is not None and reading.is_party(side) for side in (source, target))


def _is_attack(reading: Reading, found: Candidate) -> bool:
    source, target = found.source, found.target
    if target is not None and found.trigger.words[0] in DOWNING and core(target).lemma_.lower() in UNMANNED:
        return False  # "29 of the drones were shot down"
    if source is None and target is None:
        told = found.slots.get("subj")
        return told is not None and bool(classes_of(core(told)) & BLASTS)  # "Seven of these bombs exploded"
    if source is None and "effect" in found.trigger.flags:
        # "Two people were killed on Tuesday": told with a scene of nobody's making it is no attack.
        scenes = [t for t in found.token.sent if "nature" in classes_of(t)]
        return not scenes and target is not None and reading.belongs(target, "person")
    return source is None or reading.is_party(core(source)) or bool(classes_of(core(source)) & ACTING_THINGS)


def _is_noun_event(reading: Reading, found: Candidate, told: Reality) -> bool:
    if any("medical" in classes_of(t) for t in found.token.children if t.dep_ == "compound"):
        return False
    vague = ANY if found.light is None else NONE
    if any(t.lower_ in vague for t in found.token.children if t.dep_ in ("det", "amod", "det:predet")):
        return False
    sides = [side for side in (found.source, found.target) if side is not None]
    if found.token.dep_ in ("compound", "amod"):
        return False
    if "backward" in found.trigger.flags:
        return bool(sides) and (is_definite(found.token) or is_told_whole(found))
    if found.event_type == "ASSAULT":
        if _is_verdict(found.token):
            return False
        if any(reading.is_party(side) or reading.is_place(side) or "facility" in classes_of(side) for side in sides):
            return True
        is_set = _has_setting(reading, found.token) or (found.light is not None and _has_setting(reading, found.light))
        if sides and not is_set and not _is_deadly(found):
            return False  # "an assault on the values of the republic"
        return (is_definite(found.token) or is_set or bool(sides)) and told.stance != "hypothetical"
    if found.light is not None:
        return any(reading.is_party(side) for side in sides)
    if found.trigger.is_symmetric or found.event_type in SPEAKING:
        both = found.source is not None and (found.target is not None or sum(1 for _ in parts(found.source)) > 1)
        return both and all(reading.is_party(core(side)) for side in sides)
    done = found.source is not None or (found.event_type in TAKEN and found.target_slot == "of")
    return done and all(reading.is_party(core(side)) for side in sides)


def _is_verdict(noun: Token) -> bool:
    """Whether a noun only ranks an event told by its subject ("it was the worst attack on security forces since 1989")."""
    if child(noun, "cop") is None:
        return False
    return any(
        t.lower_ in RANKS or "Sup" in t.morph.get("Degree", []) or t.lower_.endswith("est") for t in noun.children if t.dep_ == "amod"
    )


def _is_deadly(found: Candidate) -> bool:
    """Whether the sentence tells of people harmed, so that an attack on whatever it be is meant as said."""
    return any(token.lemma_.lower() in HARM for token in found.token.sent)


def _has_two_actors(reading: Reading, found: Candidate) -> bool:
    heads = [part for side in (found.source, found.target) if side is not None for part in parts(side)]
    return len({word.i for word in heads if reading.actor(word) is not None}) > 1


def is_told_whole(found: Candidate) -> bool:
    """Whether a noun that else only points back is told with its verb and both sides ("conducted an operation to capture X")."""
    return found.light is not None and found.source is not None and found.target is not None


def is_definite(noun: Token) -> bool:
    """Whether a noun points to something known ("the strikes", "these operations")."""
    return any(t.lower_ in DEFINITE for t in noun.children if t.dep_ == "det")


def _has_setting(reading: Reading, word: Token, dated: bool = False) -> bool:
    return any((not dated and reading.is_place(t)) or reading.date(t) is not None for t in word.subtree)


def is_backward(found: Candidate, stance: str) -> bool:
    """Whether a mention only points back: a definite noun without a side of its own (who claims
    it or is accused of it does not tell it), or a noun that never tells by itself."""
    if found.trigger.pos != "noun":
        return False
    if "backward" in found.trigger.flags:
        return not is_told_whole(found)
    if not is_definite(found.token) or found.target is not None:
        return False
    is_claimed = found.light is None or found.light.lemma_.lower() == "claim"
    return is_claimed and (found.source is None or stance in CLAIMED)


def is_general(reading: Reading, found: Candidate) -> bool:
    """Whether a mention tells of a long war, with no day of its own."""
    if "general" in found.trigger.flags:
        return True
    clause = found.clause
    near = {t.lower_ for word in (clause, found.token) for t in word.children}
    phrases = [word for word in clause.children if word.dep_ in ("obl", "nmod", "obl:unmarked")]
    if LONG & near or any(t.lower_ in LONG - {"ongoing"} for word in phrases for t in word.subtree):
        return True
    if "in the past" in " ".join(t.lower_ for t in clause.subtree) and auxiliaries(clause) & {"has", "have", "had"}:
        return True
    if is_total(clause) or _enters_another(found.token):
        return True
    fights = clause.lemma_.lower() in ("fight", "battle") and clause.tag_ == "VBG"
    return fights and not _has_setting(reading, clause, dated=True)


def is_total(clause: Token) -> bool:
    """Whether a clause sums up a long time ("has killed thousands since 2009", "the 40,000 people who have been kidnapped")."""
    if not auxiliaries(clause) & {"has", "have", "had"}:
        return False
    if clause.dep_ == "acl:relcl" and any(t.dep_ == "nummod" and "," in t.text for t in (clause.head, *clause.head.children)):
        return True
    return any(t.dep_ in ("obl", "nmod") and (case := child(t, "case")) is not None and case.lower_ == "since" for t in clause.children)


def _enters_another(noun: Token) -> bool:
    """As in "The fighting entered its second year": what has lasted so long is no event of that day."""
    verb = noun.head
    spell = child(verb, "obj") if noun.dep_ == "nsubj" and verb.lemma_.lower() == "enter" else None
    return spell is not None and spell.lemma_.lower() in ("year", "month", "decade", "week")


def is_habit(found: Candidate) -> bool:
    """Whether a mention tells what is done again and again ("often targets", "a group that has carried out attacks"): no event."""
    clause = found.clause
    if HABIT & {t.lower_ for word in (clause, found.token) for t in word.children}:
        return True
    if found.event_type != "ASSAULT" or clause.dep_ != "acl:relcl":
        return False
    words = auxiliaries(clause)
    if found.trigger.pos == "noun":
        is_plural = "Plur" in found.token.morph.get("Number", []) and child(found.token, "det", "nummod") is None
        return found.light is not None and is_plural and bool(words & {"has", "have"})
    return "Pres" in clause.morph.get("Tense", []) and "Fin" in clause.morph.get("VerbForm", []) and not words


def is_heading(sentence: Sentence) -> bool:
    """Whether a line is a heading in capitals or title case without a full stop: its grammar cannot be read."""
    words = [t.text for t in sentence.span if t.is_alpha]
    if len(words) < 3 or sentence.span[-1].text in (".", "!", '"'):
        return False
    if all(word.isupper() for word in words):
        return len(words) < 15
    long = [word for word in words if len(word) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) / len(long) > 0.85
