"""Rosters of names with ages, made one list: "Ali Khan, 34, a teacher; Sara Khan, 12; and a guard", "Ana Ruiz (45) and Juan Ruiz (12)".

The parser, which knows few such lists, hangs each name where it can: beside the age before it, on the verb, on the last role.
"""

from __future__ import annotations

from itertools import pairwise

from transforms.tokens import Span, Token
from transforms.tree_edits import SUBJECTS, first_of, move

OLDEST = 110
PARTS = frozenset({"flat", "compound", "nmod:desc", "appos"})
CLOSING = frozenset({",", ";", ")", "."})
# From an age to the end of the words that say who somebody was ("a retired teacher of the school").
LONGEST_ROLE = 9
CLAUSES = frozenset({"VERB", "AUX"})
SMALL = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})


def join_rosters(sentence: Span) -> bool:
    """Make one list of the names of a sentence that each stand with an age; return whether any was joined."""
    ages = [word for word in sentence if _is_age(word)]
    if len(ages) < 2:
        return False
    first = _named(ages[0])
    is_changed = False
    for before, age in pairwise(ages):
        name = _named(age)
        if not _goes_on(before, name):
            first = name  # a second list, or a name of another clause
            continue
        is_changed |= _join(name, first)
    is_changed |= _part_opening(first)
    for age in ages:
        name = _named(age)
        if age.head is not name or age.dep_ in ("conj", "nsubj", "obl:unmarked", "parataxis"):
            move(age, name, "amod")
        is_changed |= _set_beside(name, age)
    return _join_last(first, ages[-1]) or is_changed


def _is_age(word: Token) -> bool:
    """Return whether a number stands behind a name as an age does, between commas or in brackets."""
    number = int(word.text) if word.text.isdecimal() and len(word.text) < 4 else OLDEST + 1
    if not (number <= OLDEST or word.lower_ in SMALL) or word.i < word.sent.start + 2 or word.i + 1 >= word.sent.end:
        return False
    name = word.nbor(-2)
    is_set_off = word.nbor(-1).text in (",", "(") and word.nbor(1).text in CLOSING
    return is_set_off and name.pos_ == "PROPN" and name.text[:1].isupper()


def _named(age: Token) -> Token:
    """Return the head of the name before an age, with the noun that it is set beside ("her daughter Hania, 4")."""
    word = age.nbor(-2)
    while word.dep_ in PARTS and word.head.i < age.i and not any(t.is_punct for t in word.doc[min(word.i, word.head.i) : word.i]):
        if word.dep_ == "appos" and word.head.i > word.i:
            break
        word = word.head
    return word


def _goes_on(age: Token, name: Token) -> bool:
    """Return whether a list goes on from an age to the next name: no verb stands between, and a comma, a semicolon or "and" does."""
    between = name.doc[age.i + 1 : min(first_of(name).i if first_of(name).i > age.i else name.i, name.i)]
    is_near = len(between) <= LONGEST_ROLE and not any((t.pos_ in CLAUSES and t.dep_ != "amod") or t.pos_ == "SCONJ" for t in between)
    return is_near and (name.i > age.i) and any(t.text in (",", ";") or t.lower_ == "and" for t in name.doc[age.i + 1 : name.i])


def _join(name: Token, first: Token) -> bool:
    if name.dep_ in SUBJECTS and (name.dep_ != first.dep_ or name.head is not first.head):
        return False  # "According to coroner Sharon Lee, 50, Ana Ruiz, 23, was dead"
    if name is first or (name.dep_ == "conj" and first in name.ancestors) or name in first.ancestors:
        return False
    move(name, first, "conj")
    return True


def _part_opening(first: Token) -> bool:
    """Make the first of a list the subject where the parser sets it beside what opens the sentence ("According to coroner Sharon Lee, Ana
    Ruiz, 23, and Eva Ruiz, 29, were pronounced dead"); return whether it did."""
    opening = first.head
    if first.dep_ != "appos" or opening.dep_ not in SUBJECTS or first_of(opening).dep_ != "case":
        return False
    verb, relation = opening.head, opening.dep_
    move(first, verb, relation)
    move(opening, verb, "obl")
    return True


def _set_beside(name: Token, age: Token) -> bool:
    """Set who somebody was beside the name ("Ali Khan, 34, a teacher;"), where the parser makes it one more of the list."""
    if age.i + 2 >= age.sent.end or age.nbor(1).text not in (",", ")"):
        return False
    at = age.i + 2 if age.nbor(1).text == "," else age.i + 3
    if at >= age.sent.end or age.doc[at].lower_ not in ("a", "an", "the") or age.doc[at - 1].text != ",":
        return False
    end = next((t.i for t in age.doc[at : min(at + LONGEST_ROLE, age.sent.end)] if t.text in (";", ",", ".")), None)
    role = age.doc[at].head
    closes_list = end is not None and age.doc[end].text == ","
    if end is None or not at < role.i < end or role.pos_ != "NOUN" or role.dep_ != "conj" or closes_list:
        return False
    move(role, name, "appos")
    return True


def _join_last(first: Token, age: Token) -> bool:
    """Join the last of a list, told without an age ("; and Constable Abdul Wahid"), to its first."""
    doc, end = age.doc, age.sent.end
    joint = next((t for t in doc[age.i + 1 : min(age.i + LONGEST_ROLE, end)] if t.text == ";"), None)
    if joint is None or joint.i + 2 >= end or joint.nbor(1).lower_ != "and":
        return False
    rest = [t for t in doc[joint.i + 2 : end] if not t.is_punct]
    last = next((t for t in rest if t.pos_ in ("NOUN", "PROPN") and t.dep_ in ("conj", "parataxis", "obj", "dep", "list")), None)
    if last is None or any(t.pos_ in CLAUSES and t.dep_ not in ("amod", "acl", "acl:relcl") for t in rest):
        return False
    return _join(last, first)
