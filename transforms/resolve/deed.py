"""What a deed is called depends on who does it: people whom others than a state's forces seize are abducted, whichever word an article
has for it. Who arrests them has some authority, be it a group that rules.

Mentions are compared, and events named, by this; a mention's own row keeps the type of its word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from transforms.seed_tables import read_seed

ABDUCTION, SEIZURE = ("ASSAULT", "abduct"), ("COERCE", "seize")
WORD = re.compile(r"[^\W\d_]+")
KILLING = re.compile(r"(?:kill|murder|assassinat|slay|slain|execut)|.* (?:dead|to death)$")
# Fighters driven from ground are not taken themselves.
DRIVEN_OFF = re.compile(r"(?:dr[io]v|drove|push|forc|chas|flush|dislodg|oust)", re.IGNORECASE)
# Where the words end that hold a phrase's own noun ("residents of the quarter", "two men, who ...").
PHRASE_END = re.compile(r",| (?:of|in|at|on|from|with|near|who|along|outside|between|against|for|to|loyal|linked|backed) ")
# People called by what was done to them ("the displaced").
THE_HURT = re.compile(r"^the \w+ed$", re.IGNORECASE)
# What only counts those named after it.
SOME_OF = re.compile(r"^(?:\d+|one|two|three|four|five|six|some|several|many|most|members?) of ", re.IGNORECASE)
# What a state has abroad.
MISSIONS = frozenset({"embassy", "consulate"})
_PLURALS = {"men": "man", "women": "woman", "children": "child", "people": "person"}


def deed_of(row: Mapping[str, Any], kinds: Mapping[str, str]) -> tuple[str, str | None]:
    """Return type and mode of a row of `event_mentions`. `kinds`: of actors by id."""
    deed = row["event_type"], row["event_mode"]
    if deed != SEIZURE or not _are_people(row["target_text"]) or DRIVEN_OFF.match(row["trigger"]) is not None:
        return deed
    by = {kinds.get(actor) for actor in row["source_actor_ids"]}
    if by:
        return ABDUCTION if by == {"armed_group"} else deed
    words = _words(row["source_text"])
    return ABDUCTION if words and words.isdisjoint(_of_class("forces") | _of_class("police")) else deed


def is_exchange(row: Mapping[str, Any]) -> bool:
    """Return whether a mention tells of force that both sides use, by a word of its own ("clashed with", "exchanged fire with")."""
    words: list[str] = row["trigger"].lower().split()
    return row["event_type"] == "ASSAULT" and any(word.startswith(_exchanges()) for word in words)


def is_killing(row: Mapping[str, Any]) -> bool:
    """Return whether a mention says by its own words that somebody was killed ("the murder of", "was shot to death")."""
    after = row["evidence"][row["trigger_start"] - row["span_start"] :]
    return KILLING.match(after[: len(row["trigger"]) + len(" to death")].lower()) is not None


def is_of_people(text: str | None) -> bool:
    """Return whether words name people."""
    return not _words(text).isdisjoint(_people())


def own_word(text: str | None) -> str | None:
    """Return a phrase's own noun, in lower case ("bombers" of "two suicide bombers from the north", "captors" of "one of his captors"),
    None of no words."""
    said = WORD.findall(PHRASE_END.split(SOME_OF.sub("", text or ""), maxsplit=1)[0])
    return said[-1].lower() if said else None


@lru_cache(maxsize=20_000)  # the same few phrases are compared with one another
def head_of(text: str | None) -> str | None:
    """Return a phrase's own noun in the singular, None of no words."""
    word = own_word(text)
    return _singular(word) if word is not None else None


def heads_of(class_name: str) -> frozenset[str]:
    """Return the nouns of agents of a class, each by its last word, in the singular ("bomber" of "suicide bombers")."""
    return frozenset(noun.split()[-1] for noun in _of_class(class_name))


def is_of_parties(text: str | None) -> bool:
    """Return whether a phrase's own noun names people, or a body that acts ("all sides", "the government")."""
    return head_of(text) in _people() | _parties() or THE_HURT.match(text or "") is not None


def is_mission(text: str | None) -> bool:
    """Return whether a phrase's own noun names the house of a state abroad ("the Costa Rican Embassy")."""
    return head_of(text) in MISSIONS


def _are_people(text: str | None) -> bool:
    """Whether a target's own noun names people ("26 students of a school"), not what is theirs ("a border guard post")."""
    return head_of(text) in _people()


def _words(text: str | None) -> set[str]:
    return {_singular(word.lower()) for word in WORD.findall(text or "")}


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("dies"):
        return f"{word[:-3]}y"
    return _PLURALS.get(word) or (word[:-1] if word.endswith("s") and not word.endswith("ss") else word)


@cache
def _of_class(name: str) -> frozenset[str]:
    """Return the words for agents of a class, such as armed people of no state."""
    return frozenset(_singular(row["noun"].lower()) for row in read_seed("agent_nouns") if row["class"] == name)


@cache
def _exchanges() -> tuple[str, ...]:
    """Return how the words begin whose subject and object do the same to each other, each the word of a deed and not of a whole war."""
    rows = [row for row in read_seed("triggers") if row["event_type"] == "ASSAULT"]
    verbs = {
        row["lemma"].split()[0].removesuffix("e")
        for row in rows
        if row["pos"] == "verb" and ("<>" in row["frame"] or " " not in row["lemma"])
    }
    words = {row["lemma"].split()[0] for row in rows if "<>" in row["frame"]}
    return tuple(sorted(verb for verb in verbs if any(word.startswith(verb) for word in words)))


@cache
def _parties() -> frozenset[str]:
    classes = (row["word"] for row in read_seed("word_classes") if row["word_class"] == "party")
    return frozenset(_singular(word.split()[-1].lower()) for word in (*classes, *(row["noun"] for row in read_seed("agent_nouns"))))


@cache
def _people() -> frozenset[str]:
    return frozenset(_singular(row["noun"].lower()) for row in read_seed("victim_nouns") if row["kind"] != "thing") | {"person"}
