"""The subjects of the clause in which a pronoun stands: whom it means, or never means."""

from __future__ import annotations

from transforms.events.lexicon import Trigger, triggers, verb_forms
from transforms.events.repairs import child
from transforms.events.subjects import SUBJECTS, surface_subject
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

# What acts in somebody's hands owns nothing: in "two days after Iranian missiles hit its own territory" the territory is another's.
ACTING_FOR = frozenset({"weapon", "assault", "bomb"})

# What people do when something is done to them ("shot residents as they fled").
MOVING = frozenset(
    {"flee", "run", "sleep", "escape", "hide", "walk", "travel", "wait", "queue", "pray", "leave", "march", "gather", "work"}
)


def clause_subject(token: Token) -> Token | None:
    """As in "Recalled its ambassador": a possessive after the subject of its own clause is the subject's."""
    if token.dep_ != "nmod:poss":
        return None
    word = token
    while word.dep_ in ("nmod:poss", "nmod", "obj", "obl", "conj", "compound") and word.head.i != word.i:
        word = word.head
    subject = child(word, "nsubj", "nsubj:pass") if word.pos_ in ("VERB", "AUX") else None
    if subject is None or subject.i > token.i or token in subject.subtree or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    if token.lower_ == "its" and word.dep_ == "ccomp" and token.head.head == word and "assault" in classes_of(word):
        # "The ministry said the rebels had fired at its positions": nobody is told to attack himself.
        return child(word.head, "nsubj")
    return None if classes_of(subject) & ACTING_FOR else subject


def outer_subject(token: Token) -> Token | None:
    """As in "The rebels denied they had shelled ...", where the parse gives both to one verb: the pronoun is the subject before it."""
    if token.dep_ not in SUBJECTS or token.head.pos_ not in ("VERB", "AUX"):
        return None
    outer = [t for t in token.head.children if t.dep_ in SUBJECTS and t.i < token.i and t.pos_ in ("NOUN", "PROPN")]
    return outer[0] if outer and child(outer[0], "acl") is not None else None


def doer_beside(thing: Token) -> Token | None:
    """Return the subject of the verb whose object a word is, also where verbs share it ("approached and shot her", "managed to detain
    her"), or None: it never is the object too."""
    verb = thing.head
    while child(verb, *SUBJECTS) is None and verb.dep_ in ("conj", "xcomp"):
        verb = verb.head
    return child(verb, *SUBJECTS)


def met_in(clause: Token) -> Token | None:
    """Return whom a deed was done to, where a clause of time tells what only they can have done: gunmen shot by police "after they stormed
    a bank", residents shot "as they fled"; else None."""
    opening = child(clause, "mark")
    harmed = child(clause.head, "obj")
    if clause.dep_ != "advcl" or opening is None or harmed is None or harmed.i > clause.i or "Plur" not in harmed.morph.get("Number", []):
        return None
    classes = classes_of(harmed)
    if opening.lower_ in ("as", "while") and clause.lemma_.lower() in MOVING and classes & {"person", "party"}:
        return harmed
    is_their_deed = opening.lower_ in ("after", "when") and any(trigger.event_type == "ASSAULT" for trigger in told_by(clause))
    doer = surface_subject(clause.head)
    is_other = doer is not None and "irregular" not in classes_of(doer)
    return harmed if is_their_deed and "irregular" in classes and is_other else None


def told_by(verb: Token) -> list[Trigger]:
    """Return what a verb may tell."""
    return [trigger for form in verb_forms(verb) for trigger in triggers("verb").get(form, ())]
