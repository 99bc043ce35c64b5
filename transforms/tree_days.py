"""Main verbs behind a day, which the parser takes for participles: "A court on Tuesday freed the pastor", "Putin on June 13 held talks"."""

from __future__ import annotations

import re

from transforms.tokens import Span, Token
from transforms.tree_edits import PAST, first_of, make_past, move
from transforms.tree_results import DAYS, MONTHS

YEAR = re.compile(r"(?:19|20)\d\d")
TODAY = frozenset({"today", "yesterday", "tonight"})
NOMINAL = ("NOUN", "PROPN")
CLAUSE = frozenset({"cop", "nsubj", "nsubj:pass", "aux", "aux:pass", "csubj"})
# Links from a noun to the name that it stands before ("activist pastor Evan Mawarire").
TITLES = frozenset({"nmod:desc", "compound", "flat", "amod"})


def part_days(sentence: Span) -> bool:
    """Make a main verb of the past form right behind a day in a sentence whose root is a noun; return whether one was made."""
    is_changed = False
    for word in sentence:
        if word.dep_ == "nsubj" and word.lower_ in TODAY and any(t.dep_ == "nsubj" and t.i < word.i for t in word.head.children):
            word.dep_, is_changed = "obl:unmarked", True  # "The group today claimed the attack"
        elif word.dep_ in ("nsubj", "nsubj:pass") and word.head.tag_ in PAST:
            is_changed |= _to_verb(word)
        elif word.pos_ == "NUM" and word.dep_ == "obl" and any(t.lower_[:3] in MONTHS for t in word.children if t.pos_ == "PROPN"):
            is_changed |= _free_name(word)
    root = next(t for t in sentence if t.head is t)
    if root.tag_ in PAST and sentence[0].tag_ == "VBG" and sentence[0].head is root:
        return _free_subject(root, sentence[0]) or is_changed
    if root.pos_ not in NOMINAL or any(t.dep_ in CLAUSE for t in root.children) or sentence[-1].text != ".":
        return is_changed
    for verb in sentence:
        if verb.tag_ not in PAST or verb.dep_ not in ("amod", "acl", "compound") or verb.i <= sentence.start + 2:
            continue
        day = _day_before(verb)
        subject = _noun_before(day) if day is not None else None
        if day is None or subject is None or subject.pos_ not in NOMINAL or subject.i > day.i or subject.dep_ not in ("ROOT", "appos"):
            continue
        if _make_main(root, subject, day, verb):
            return True
    return is_changed


def _to_verb(subject: Token) -> bool:
    """Hang a day with its year on the verb behind them ("Police on July 25, 2025, arrested two men"), not on the subject; return whether it
    was hung there."""
    verb = subject.head
    if verb.i < verb.sent.start + 3 or verb.nbor(-1).text != "," or subject.i > verb.i:
        return False
    day = _day_before(verb)
    if day is None or day.head is not subject or not any(t.dep_ == "case" and t.lower_ == "on" for t in day.children):
        return False
    move(day, verb, "obl")
    return True


def _free_name(day: Token) -> bool:
    """Make a name behind a day the subject of the verb that has none ("On Jan. 19, Paul Hill, also known as Duke, was arrested, police
    said"), where the parser hangs it on the day; return whether it did."""
    names = [t for t in day.children if t.dep_ in ("appos", "nmod:unmarked") and t.pos_ in NOMINAL and t.i > day.i]
    name = next((t for t in reversed(names) if t.lower_[:3] not in MONTHS and "," in (first_of(t).text, first_of(t).nbor(-1).text)), None)
    if name is None:
        return False
    later = (t for t in day.doc[name.i + 1 : day.sent.end] if t.dep_ in ("ROOT", "ccomp", "conj"))
    verb = next((t for t in later if t.tag_ == "VBD" or any(c.dep_ == "aux:pass" for c in t.children)), None)
    if verb is None or verb.pos_ != "VERB" or any(t.dep_ in ("nsubj", "nsubj:pass") for t in verb.children):
        return False
    for aside in [t for t in day.doc[name.i + 1 : verb.i] if t.tag_ == "VBN" and t.dep_ in ("ccomp", "parataxis")]:
        move(aside, name, "acl")
    move(day, verb, "obl")
    move(name, verb, "nsubj:pass" if any(t.dep_ == "aux:pass" for t in verb.children) else "nsubj")
    return True


def _day_before(verb: Token) -> Token | None:
    """Return the head of the phrase of time that ends right before a verb, or None."""
    word = verb.nbor(-1)
    if word.text == "," and YEAR.fullmatch(verb.nbor(-2).text):
        word = verb.nbor(-2)  # "on July 25, 2025, convicted"
    while word.head.i < verb.i and word.head.i >= word.i - 2 and (word.head.dep_ == "nmod" or word.dep_ in ("flat", "compound")):
        word = word.head
    words = {form for t in word.subtree for form in (t.lower_, t.lower_[:3] if t.text[:1].isupper() else "")}
    is_time = bool(words & DAYS) or (bool(words & MONTHS) and any(t.text.isdigit() for t in word.subtree))
    return word if is_time and word.dep_ in ("nmod", "obl", "nmod:unmarked", "obl:unmarked", "nummod") else None


def _noun_before(day: Token) -> Token:
    """Return the noun that a phrase of time hangs on, or that it stands behind where the parser hangs it on a later one."""
    if day.head.i < day.i:
        return day.head
    first = first_of(day)
    noun = first.nbor(-1) if first.i > day.sent.start else day
    if noun.pos_ == "ADP" and noun.i > day.sent.start:
        noun = noun.nbor(-1)  # "on" may be hung on the object behind the verb
    while noun.dep_ in TITLES and noun.head.i < first.i:
        noun = noun.head
    return noun


def _make_main(root: Token, subject: Token, day: Token, verb: Token) -> bool:
    taken = verb.head if verb.dep_ != "acl" else next((t for t in verb.children if t.dep_ == "obj"), None)
    while taken is not None and verb.dep_ != "acl" and taken.dep_ in TITLES and taken.head.i > taken.i:
        taken = taken.head
    if taken is None or taken.i < verb.i or first_of(subject).i >= verb.i:
        return False
    for case in [t for t in taken.children if t.dep_ == "case" and t.i < day.i]:
        move(case, day, "case")
    move(verb, verb, "ROOT")
    make_past(verb)
    if subject is not root:
        move(root, verb, "obl")
    move(subject, verb, "nsubj")
    move(day, verb, "obl")
    move(taken, verb, "obj")
    for word in [t for t in subject.children if t.i > verb.i]:
        move(word, verb, "advcl" if word.dep_ == "acl" else "obl" if word.dep_ == "nmod" else word.dep_)
    return True


def _free_subject(root: Token, opening: Token) -> bool:
    """Give a main verb behind a day the subject that the parser takes for the object of the participle before it ("Acting on a tip from a
    clerk, officers on Wednesday arrested two men")."""
    subject = next((t for t in opening.children if t.dep_ == "obj" and "," in (first_of(t).text, first_of(t).nbor(-1).text)), None)
    if subject is None or any(t.dep_ in CLAUSE - {"csubj"} for t in root.children):
        return False
    for word in [t for t in opening.children if t.i > subject.i]:
        move(word, root, word.dep_)
    move(opening, root, "advcl")
    move(subject, root, "nsubj")
    return True
