"""Whether a day is that of what came before a measure or why it was taken, and not its own."""

from __future__ import annotations

from itertools import takewhile

from transforms.events.elsewhere import is_other_time
from transforms.events.subjects import case_of
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

# What is done at law to whom is suspected of a deed, and in what he may be taken.
AT_LAW = frozenset({"free", "release", "arrest", "charge", "convict", "sentence", "detain", "indict", "acquit", "jail", "try"})
OPERATIONS = frozenset({"raid", "operation", "search", "sweep", "crackdown", "clash"})


def is_of_cause(day: Token, clause: Token) -> bool:
    """Whether a day is that of what came before a measure, or for which it was taken ("closed its border after bullets killed two soldiers
    on Thursday", "sentenced him for ordering a crackdown last year")."""
    if any(t.lemma_.lower() == "connection" and t.i < day.i for t in clause.children):
        return True  # "detained 15 people in connection with the bombing last week"
    above = list(takewhile(lambda word: word != clause, day.ancestors))
    return clause in day.ancestors and any(is_other_time(word) or _is_charge(word) or _is_reason(word, clause) for word in above)


def _is_reason(word: Token, clause: Token) -> bool:
    """Whether a noun says for what something was done to somebody ("sentenced him for the March 11 attack", "freed four men held in the
    2013 attack")."""
    is_tried = clause.lemma_.lower() in AT_LAW and word.lemma_.lower() not in OPERATIONS
    is_deed = case_of(word) == "over" or (case_of(word) == "in" and is_tried)
    is_reason = case_of(word) == "for" or (is_deed and "assault" in classes_of(word))
    return is_reason and word.dep_ in ("obl", "nmod") and word.pos_ == "NOUN" and word.head == clause


def _is_charge(word: Token) -> bool:
    """Whether a word heads a gerund that says for what something was done to somebody."""
    return word.dep_ == "advcl" and word.tag_ == "VBG" and any(t.dep_ == "mark" and t.lower_ == "for" for t in word.children)
