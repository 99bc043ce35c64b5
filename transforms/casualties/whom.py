"""Whom a claim counts, by its row: people of whom nothing is said, a kind of people, those who did it."""

from __future__ import annotations

import re
from typing import Any

from transforms.casualties.lexicon import word_set
from transforms.casualties.roles import PERPETRATORS

Row = dict[str, Any]
ANYBODY = word_set(
    "people persons person victims victim dead bodies body lives deaths fatalities casualties wounded injured others them those men women"
    " children child civilians one two three four five six seven eight nine ten hundred thousand million"
)
MORE = frozenset(("other", "others", "another", "more", "additional", "further"))


def kind_of(row: Row) -> str | None:
    """Return the noun that a claim counts ("captives"), None for people in general or a bare number."""
    words = re.findall(r"[a-z]+", (row.get("victim_text") or "").lower())
    return words[-1].removesuffix("s") if words and words[-1] not in ANYBODY else None


def is_of_anybody(row: Row) -> bool:
    """Return whether a claim is about people of whom nothing is said, and no part of others."""
    words = (row.get("victim_text") or "").lower().replace("more than", "over")
    is_told_apart = MORE & set(words.split()) or row.get("is_part") or row.get("victim_actor_id")
    return not is_told_apart and row["victim_group"] == row["victim_age_sex"] == "unknown"


def are_attackers(row: Row) -> bool:
    """Return whether the victims are called those who did it ("four attackers")."""
    words = (row.get("victim_text") or "").lower().split()
    return any(
        word in PERPETRATORS or word.removesuffix("s") in PERPETRATORS or word.replace("men", "man") in PERPETRATORS for word in words
    )


def are_bodies(row: Row) -> bool:
    """Return whether a claim counts bodies that were found, brought or buried in one place: some of the dead."""
    words = (row.get("victim_text") or "").lower().split()
    return bool(words) and words[-1] in ("bodies", "corpses", "remains")
