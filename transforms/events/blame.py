"""Who is said to be behind an act: "accused X of the attack", "blamed the blast on X", "X is responsible for", "attributed to X"."""

from __future__ import annotations

from transforms.events.noun_phrase import core
from transforms.events.repairs import child
from transforms.events.subjects import SUBJECTS, case_of, is_passive, surface_subject
from transforms.events.supposed import supposed_doer
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

# "Accused X of it", "blamed X for it".
ACCUSING = frozenset({"accuse", "blame", "charge", "suspect", "convict", "implicate", "hold"})
FACING = frozenset({"face", "deny", "admit"})
ABOUT = frozenset({"of", "for", "in", "with"})
# "Blamed it on X", "attributed it to X".
LAYING = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to"}
# "Placed the blame for it on X".
PLACING = frozenset({"place", "put", "lay", "pin", "fix", "shift"})
# "Links X to the killing".
LINKING = frozenset({"link", "tie", "connect"})
PEOPLE = frozenset({"party", "person", "somebody", "troops", "combatant", "organization"})
SHARE = frozenset({"involvement", "complicity", "role", "hand", "part"})
ANSWERABLE = frozenset({"responsible", "guilty", "answerable"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def blamed_for(noun: Token) -> Token | None:
    """Return the head of the party that somebody says did the act of a noun, or None."""
    if (doer := supposed_doer(noun)) is not None:
        return doer
    blamed = next((t for t in noun.children if t.dep_ == "acl" and t.lemma_.lower() in LAYING), None)
    if blamed is not None:
        return next((t for t in blamed.children if _begins_with(t, LAYING[blamed.lemma_.lower()])), None)  # "an attack blamed on X"
    if noun.dep_ in ("obj", "nsubj:pass"):
        return _laid_on(noun)
    if (
        noun.dep_ in ("obl", "nmod")
        and noun.head.lemma_.lower() in LINKING
        and noun.head.pos_ == "VERB"
        and case_of(noun) in ("to", "with")
    ):
        linked = child(noun.head, "nsubj:pass") if is_passive(noun.head) else child(noun.head, "obj")
        return linked if linked is not None and _is_somebody(linked) else None  # "this shooting was not tied to that one"
    if case_of(noun) == "behind":
        return child(noun, *SUBJECTS)
    if noun.dep_ not in ("obl", "nmod") or case_of(noun) not in ABOUT:
        return None
    above = noun.head
    if above.lemma_.lower() in SHARE:
        return blamed_for(above) or _held_for(above)  # "accused X of involvement in the killing"
    if above.lemma_.lower() in ("blame", "responsibility") and above.dep_ == "obj" and above.head.lemma_.lower() in PLACING:
        phrases = [*noun.children, *above.children, *above.head.children]  # "put the blame for the attack on X"
        return next((t for t in phrases if t.dep_ in ("obl", "nmod") and t.i > noun.i and _begins_with(t, "on")), None)
    if above.lemma_.lower() == "charge" and above.dep_ == "obj" and above.head.lemma_.lower() in FACING:
        return child(above.head, *SUBJECTS)  # "faces charges of assault on an officer"
    if above.lemma_.lower() == "responsibility":
        return child(above, "nmod:poss")  # "the government's responsibility for the killing"
    if above.lemma_.lower() == "involve" and above.pos_ == "VERB":
        involved = above.head if above.dep_ == "acl" else child(above, "nsubj:pass")
        return involved if involved is not None and _is_somebody(involved) else None  # "the officers involved in the killing", no car
    if above.lemma_.lower() in ANSWERABLE and case_of(noun) != "in":
        return _held(above)
    if above.pos_ in NOMINAL and above.dep_ in ("obj", "nsubj:pass") and above.head.lemma_.lower() in ACCUSING:
        above = above.head
    if above.pos_ != "VERB" or above.lemma_.lower() not in ACCUSING - {"hold"}:
        return None
    accused = child(above, "nsubj:pass") if is_passive(above) else child(above, "obj")
    return accused if accused is not None and accused != noun else None


def _is_somebody(word: Token) -> bool:
    """Whether a word may be somebody who did a thing: a name, a pronoun, a word for people."""
    return word.pos_ in ("PROPN", "PRON", "NUM") or bool(classes_of(core(word)) & PEOPLE)


def is_cleared(verb: Token) -> bool:
    """Whether an accusation is one that is not made ("is no longer accused in", "was not charged with")."""
    is_accusing = verb.pos_ == "VERB" and verb.lemma_.lower() in ACCUSING
    adverbs = [word for t in verb.children if t.dep_ == "advmod" for word in (t, *t.children)]
    return is_accusing and any(t.lower_ in ("not", "n't", "never", "no") for t in adverbs)


def _held_for(share: Token) -> Token | None:
    """Return who is punished for a share in an act ("sanctions on two commanders for their role in the attacks"), or None."""
    if case_of(share) != "for" or child(share, "nmod:poss") is None:
        return None
    if share.dep_ == "nmod" and share.head.pos_ in NOMINAL:
        return share.head
    return child(share.head, "nsubj:pass") if is_passive(share.head) else child(share.head, "obj")


def _laid_on(noun: Token) -> Token | None:
    """As in "blamed the blast on X", "the blast was attributed to X"."""
    case = LAYING.get(noun.head.lemma_.lower())
    if case is None:
        return None
    phrases = [*noun.head.children, *noun.children]
    return next((t for t in phrases if t.dep_ in ("obl", "nmod") and t.i > noun.head.i and _begins_with(t, case)), None)


def _begins_with(word: Token, case: str) -> bool:
    """Whether a phrase begins with a preposition, which the parse may take for a particle ("to" as of an infinitive)."""
    return any(t.dep_ in ("case", "mark") and t.lower_ == case for t in word.children)


def _held(answerable: Token) -> Token | None:
    """As in "held X responsible for", "X is responsible for", "X, responsible for the attack"."""
    if answerable.dep_ == "xcomp" and answerable.head.lemma_.lower() in ACCUSING:
        return child(answerable.head, "nsubj:pass") if is_passive(answerable.head) else child(answerable.head, "obj")
    if answerable.dep_ == "amod" and answerable.i > answerable.head.i:
        first = answerable.head
        while first.dep_ == "conj":
            first = first.head
        return first  # "hold the government and the army responsible for"
    return child(answerable, *SUBJECTS) or surface_subject(answerable)
