"""What is told in general: long wars, sums of long times, and what is done again and again."""

from __future__ import annotations

import re

from transforms.events.frames import Candidate
from transforms.events.modality import auxiliaries
from transforms.events.reading import Reading
from transforms.events.repairs import child
from transforms.events.subjects import case_of
from transforms.events.word_classes import classes_of
from transforms.tokens import Token
from transforms.tree_results import DAYS

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
# What a relative clause in the present tells of what somebody is wont to do ("a group that attacks tourists").
HABITS = frozenset({"ASSAULT", "AID"})
# "In the past 24 hours" is a day; "in the past", and "in the past decade", is none.
PAST = re.compile(
    r"\bin the past\b(?! (?:few |two |three |\d+ |week|day|24|48|several |couple ))"
    r"|\b(?:over|during|in|for|within) (?:the )?(?:past|last) (?:[\w-]+ )?(?:years|decades?|century)\b"
)
YEAR = re.compile(r"(?:19|20)\d\d")
SPELLS = frozenset({"year", "month", "decade", "decades"})
# Whom nobody can have harmed in one deed, in the perfect tense and without a time ("has killed thousands of civilians").
COUNTED = frozenset({"obj", "nsubj:pass"})
MANY = frozenset({"thousand", "hundred", "million"})
TIMES = SPELLS | {"day", "hour", "week"} | DAYS | {"today", "yesterday", "overnight", "night", "weekend"}
# From which on a day is told ("since dawn").
HOURS = frozenset({"dawn", "daybreak", "sunrise", "midnight", "noon", "morning"})
HAD = frozenset({"has", "have", "had"})
# What is said of deeds of a kind, whoever does them.
MODALS = frozenset({"may", "might", "can", "could", "must", "should"})
JUDGING = frozenset({"constitute", "amount", "violate", "undermine", "breach", "endanger"})
RECORDS = frozenset({"first", "worst", "most"})
LONG = frozenset({"decade", "decades", "years", "centuries", "long-running", "decades-long", "years-long", "months-long", "ongoing"})


def is_general(reading: Reading, found: Candidate) -> bool:
    """Whether a mention tells of a long war, with no day of its own."""
    if "general" in found.trigger.flags:
        return True
    clause = found.clause
    if found.event_type == "SUPPORT" and clause.dep_ == "acl" and clause.tag_ in ("VBN", "VBG"):
        return True  # "forces backed by Russia seized ..." on a day that is not their support's
    if found.token.dep_ == "nmod" and found.token.head.lemma_.lower() in SPELLS and case_of(found.token) == "of":
        return True  # "in a year of clashes between Israel and Hezbollah"
    if _is_reason(found):
        return True
    near = {t.lower_ for word in (clause, found.token) for t in word.children if not _is_no_spell(t)}
    phrases = [word for word in clause.children if word.dep_ in ("obl", "nmod", "obl:unmarked") and not _is_no_spell(word)]
    if "long" in near and auxiliaries(clause) & HAD:
        return True  # "has long accused"
    if LONG & near or any(t.lower_ in LONG - {"ongoing"} for word in phrases for t in word.subtree):
        return True
    if PAST.search(" ".join(t.lower_ for t in clause.subtree)) and auxiliaries(clause) & HAD:
        return True
    if clause.dep_ == "xcomp" and clause.head.lemma_.lower() == "continue" and auxiliaries(clause.head) & HAD:
        return True  # "has continued to attack civilians"
    if is_total(clause) or any(map(is_total, found.absorbed)) or _enters_another(found.token):
        return True
    fights = clause.lemma_.lower() in ("fight", "battle") and clause.tag_ == "VBG"
    return fights and not has_setting(reading, clause, dated=True)


def _is_reason(found: Candidate) -> bool:
    """As in "threatened military action over the killing of Christians": what is done to a people, told as why something else is done."""
    target = found.target
    is_any = target is not None and target.tag_ in ("NNS", "NNPS") and child(target, "det", "nummod", "amod", "acl", "nmod") is None
    return found.trigger.pos == "noun" and found.light is None and is_any and case_of(found.token) in ("over", "about")


def _is_no_spell(phrase: Token) -> bool:
    """Whether a length of time is none that a deed lasts: how rare it is, or what somebody is sentenced to ("to 27 years in prison")."""
    return _ranks(phrase) or case_of(phrase) == "to"


def _ranks(phrase: Token) -> bool:
    """Whether a length of time only says how rare a thing is ("the largest raid in two decades")."""
    if case_of(phrase) not in ("in", "for", "since"):
        return False
    before = phrase.doc[phrase.sent.start : phrase.right_edge.i]  # "in the worst clashes in years"
    return any(t.lower_ in RECORDS or "Sup" in t.morph.get("Degree", []) for t in before)


def is_total(clause: Token) -> bool:
    """Whether a clause sums up a long time ("has killed thousands since 2009", "the 40,000 people who have been kidnapped")."""
    if _is_sum_of_year(clause):
        return True
    if not auxiliaries(clause) & HAD:
        return False
    if clause.dep_ == "acl:relcl" and any(t.dep_ == "nummod" and "," in t.text for t in (clause.head, *clause.head.children)):
        return True
    if any(t.dep_ in COUNTED and t.lemma_.lower() in MANY for t in clause.children) and not _has_time(clause):
        return True
    if any(map(_are_several_deeds, clause.children)):
        return True  # "has killed at least 83 people in 21 strikes on boats"
    if any(map(_is_this_year, clause.children)):
        return True  # "So far this year, 87 rebels have been killed"
    spans = [t for t in clause.children if t.dep_ in ("obl", "nmod", "advcl") and t.lower_ not in HOURS]
    openings = [child(t, "case" if t.dep_ in ("obl", "nmod") else "mark") for t in spans]
    return any(word is not None and word.lower_ == "since" for word in openings)


def _is_sum_of_year(clause: Token) -> bool:
    """Whether a clause counts by the thousand whom a year has cost ("Gangs killed more than 5,600 people in 2024")."""
    counts = [n for t in clause.children if t.dep_ in COUNTED for n in t.children if n.dep_ == "nummod"]
    years = [t for t in clause.children if t.dep_ == "obl" and YEAR.fullmatch(t.text) and t.left_edge.i == t.i - 1]
    return bool(years) and any("," in number.text for number in counts)


def _are_several_deeds(word: Token) -> bool:
    """Whether a phrase counts more deeds than one."""
    counts = [t for t in word.children if t.dep_ == "nummod"]
    is_counted = bool(counts) and "Plur" in word.morph.get("Number", []) and counts[0].lower_ not in ("two", "2", "both")
    return word.dep_ == "obl" and is_counted and case_of(word) == "in" and "assault" in classes_of(word)


def _is_this_year(word: Token) -> bool:
    pointer = child(word, "det") if word.lower_ == "year" and word.dep_.startswith("obl") else None
    return pointer is not None and pointer.lower_ == "this"


def _has_time(clause: Token) -> bool:
    """Whether a clause names a time within which all of it was done ("has killed hundreds in two days", "on Sunday", "overnight")."""
    return any(t.lemma_.lower() in TIMES and t.dep_.startswith(("obl", "advmod")) for t in clause.children)


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
    if _is_judged(found) or _is_share_of_ranked(found):
        return True
    if found.event_type not in HABITS or clause.dep_ != "acl:relcl":
        return False
    words = auxiliaries(clause)
    if found.trigger.pos == "noun":
        is_plural = "Plur" in found.token.morph.get("Number", []) and child(found.token, "det", "nummod") is None
        return found.light is not None and is_plural and bool(words & {"has", "have"})
    return "Pres" in clause.morph.get("Tense", []) and "Fin" in clause.morph.get("VerbForm", []) and not words


def _is_share_of_ranked(found: Candidate) -> bool:
    """Whether deeds are only those that some are counted among ("two of the 28 deadliest shootings since 1949")."""
    noun = found.token
    is_ranked = any(t.dep_ == "amod" and "Sup" in t.morph.get("Degree", []) for t in noun.children)
    return noun.dep_ == "nmod" and noun.head.pos_ == "NUM" and is_ranked and case_of(noun) == "of"


def _is_judged(found: Candidate) -> bool:
    """Whether a sentence judges what anybody may do ("Attacks against peacekeepers may constitute war crimes", "must stop")."""
    noun, verb = found.token, found.token.head
    if found.trigger.pos != "noun" or found.light is not None or noun.dep_ != "nsubj" or verb.pos_ != "VERB" or noun.i > verb.i:
        return False
    if "Plur" not in noun.morph.get("Number", []) or child(noun, "det", "nummod", "nmod:poss") is not None or _has_time(verb):
        return False
    return bool(auxiliaries(verb) & MODALS) or (verb.lemma_.lower() in JUDGING and verb.tag_ == "VBP")


def has_setting(reading: Reading, word: Token, dated: bool = False) -> bool:
    """Whether a word has a place or a date under it; `dated`: a date alone counts."""
    return any((not dated and reading.is_place(t)) or reading.date(t) is not None for t in word.subtree)
