"""What somebody is wont to do: deeds without a number or a day, by which one leader, commander or facilitator is described.

"The leader coordinates bomb attacks", "a facilitator responsible for supplying weapons to insurgents", "He led attacks against troops":
such words say who somebody is, and tell none of the deeds.
"""

from __future__ import annotations

from transforms.events.frames import Candidate
from transforms.events.modality import auxiliaries
from transforms.events.noun_phrase import core
from transforms.events.pronouns import explained
from transforms.events.reading import Reading
from transforms.events.repairs import child
from transforms.events.standing import is_public
from transforms.events.subjects import SUBJECTS, case_of
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

# What is told of a trade, not of a war between states.
TRADES = frozenset({"ASSAULT", "AID"})
ONE = frozenset({"he", "she", "who", "him", "her"})
COUNTS = ("det", "nummod", "nmod:poss")
# For deeds that were done somebody answers.
ANSWERED = frozenset({"responsibility", "credit", "blame", "responsible", "behind"})
CHARGED = frozenset({"responsible", "involved", "involve", "charge", "known", "linked", "link", "suspected", "suspect", "tie", "tied"})


def is_wont(reading: Reading, found: Candidate, *, is_planned: bool = False) -> bool:
    """Whether a mention only says what one person is wont to do, or to plan (`is_planned`), or what things are for."""
    if found.event_type not in TRADES or _is_dated(reading, found):
        return False
    if found.trigger.pos == "noun":
        noun, verb = found.token, found.light or found.token.head
        told_so = noun.dep_ in ("obj", "conj") and _is_present(verb)  # "He coordinates bomb attacks against the army."
        is_news = verb.tag_ == "VBD" and any(t.lower_ == "which" for t in verb.children)  # "Israel, which responded with air strikes"
        is_told_of = told_so or (verb.dep_ == "acl:relcl" and not is_news) or _is_for_use(noun, found.source)
        is_told_of = is_told_of and not is_planned
        return _is_bare(noun) and _is_of_many(found.target) and (is_told_of or _is_one(reading, _doer(found)) or _is_charge(reading, noun))
    if is_planned or not _is_one(reading, found.source, found.event_type):
        return False
    if found.event_type == "AID" and _is_charged(found.clause):
        return True
    if not _takes_any(found):
        return False
    return found.event_type == "AID" or _is_present(found.clause) or _is_charged(found.clause)


def _is_dated(reading: Reading, found: Candidate) -> bool:
    return any(reading.date(t) is not None for word in (found.token, found.clause, found.token.head) for t in word.subtree)


def _doer(found: Candidate) -> Token | None:
    """Return who does it, or else the subject of the verb that the noun is the object of."""
    verb = found.light or found.token.head
    while verb.dep_ in ("conj", "xcomp") and child(verb, *SUBJECTS) is None:
        verb = verb.head  # "is believed to have planned attacks"
    return found.source or (child(verb, *SUBJECTS) if verb.pos_ == "VERB" and child(verb, *SUBJECTS) != found.token else None)


def _is_one(reading: Reading, doer: Token | None, event_type: str = "ASSAULT") -> bool:
    """Whether who does it is one person in a role, and no leader whose name everybody knows."""
    if doer is None:
        return False
    head = core(doer)
    mention = reading.actor(explained(reading, head))
    actor = mention.actor if mention is not None else None
    if actor is not None and actor.kind == "person":
        return not is_public(actor) and event_type == "ASSAULT"
    if head.lower_ in ONE:
        return actor is None or actor.kind == "armed_group"
    return head.tag_ == "NN" and "person" in classes_of(head) and "organization" not in classes_of(head)


def _is_charge(reading: Reading, noun: Token) -> bool:
    """Whether deeds only say for what somebody answers ("a cell responsible for attacks", "He is involved in planning attacks")."""
    gerund = noun.head if noun.dep_ == "obj" and noun.head.tag_ == "VBG" else None
    while gerund is not None and gerund.dep_ == "conj":
        gerund = gerund.head
    head = gerund.head if gerund is not None else noun.head
    if head.lemma_.lower() not in CHARGED or (gerund is None and case_of(noun) not in ("for", "in", "with", "to", "of")):
        return False
    if head.dep_ in ("amod", "acl"):
        return True
    while head.dep_ == "conj" and child(head, *SUBJECTS) is None:
        head = head.head
    return _is_one(reading, child(head, *SUBJECTS))


def _is_bare(noun: Token) -> bool:
    """Whether a plural neither counts nor points ("numerous attacks")."""
    return "Plur" in noun.morph.get("Number", []) and child(noun, *COUNTS) is None


def _is_for_use(noun: Token, source: Token | None) -> bool:
    """Whether deeds that nobody is said to have done are only what things are got or kept for ("moved weapons for attacks on troops",
    "for use in attacks")."""
    case, head = case_of(noun), noun.head
    if noun.dep_ not in ("nmod", "obl") or source is not None:
        return False
    return (case == "for" and head.lemma_.lower() not in ANSWERED) or (case == "in" and head.lemma_.lower() == "use")


def _is_of_many(target: Token | None) -> bool:
    """Whether deeds are done to nobody named, to many or to a body of them; to one house or town they are told as news."""
    return target is None or target.tag_ in ("NNS", "NNPS") or bool(classes_of(target) & {"troops", "organization", "territory"})


def _takes_any(found: Candidate) -> bool:
    """Whether what a verb takes is neither counted nor pointed to ("provides weapons to insurgents")."""
    taken = [t for t in found.clause.children if t.dep_ in ("obj", "iobj")] or ([found.target] if found.target is not None else [])
    return bool(taken) and all(child(t, *COUNTS) is None and t.pos_ == "NOUN" for t in taken)


def _is_present(verb: Token) -> bool:
    """Whether a sentence with a stop, which no headline has, tells in the simple present."""
    return verb.tag_ in ("VBZ", "VBP") and not auxiliaries(verb) and verb.sent[-1].text in (".", '"', "\u201d")


def _is_charged(verb: Token) -> bool:
    """Whether a gerund says for what somebody is responsible or known ("responsible for kidnapping officials")."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.tag_ == "VBG" and verb.head.lemma_.lower() in CHARGED
