"""Calendar words of `seeds/date_words.csv`, as numbers and as pattern parts."""

from __future__ import annotations

import re
from functools import cache

from transforms.seed_tables import read_seed


@cache
def words(kind: str) -> dict[str, str]:
    """Return each word of a kind, in lower case, with its value."""
    return {word.lower(): row["value"] for row in read_seed("date_words") if row["kind"] == kind for word in row["word"].split("|")}


@cache
def either(kind: str) -> str:
    """Return a pattern for the words of a kind, longest first, capitalised or in capitals."""
    names = [word for row in read_seed("date_words") if row["kind"] == kind for word in row["word"].split("|")]
    names.sort(key=lambda name: (-len(name), name))
    return "(?:" + "|".join(f"{re.escape(name)}|{re.escape(name.upper())}" for name in names) + ")"


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name."""
    return int(words("month")[name.lower().rstrip(".")])


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name."""
    return int(words("weekday")[name.lower().rstrip(".")])


def count_of(text: str) -> int | None:
    """Return the number of a digit group or number word, or None."""
    text = text.lower().strip()
    if text.isdigit():
        return int(text)
    value = words("number").get(text)
    return int(value) if value else None
