"""Words that are numbers, or bound one: the table of `seeds/number_words.csv` and what a single word says by it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.seed_tables import read_seed


@dataclass(frozen=True, slots=True)
class Words:
    """What the seeds know of one number word or bound."""

    kind: str
    low: int | None
    best: int | None
    high: int | None


@cache
def phrases() -> dict[tuple[str, ...], Words]:
    """Return the words of `seeds/number_words.csv`, split at spaces."""
    number = {
        row["words"]: tuple(int(row[key]) if row[key] else None for key in ("low", "best", "high")) for row in read_seed("number_words")
    }
    return {tuple(row["words"].split()): Words(row["kind"], *number[row["words"]]) for row in read_seed("number_words")}


@cache
def longest() -> int:
    """Return how many words the longest of them has."""
    return max(len(words) for words in phrases())


def has_digit_or_number_word(text: str) -> bool:
    """Return whether a word is a number: figures, or a word of the seeds such as "nine"."""
    words = phrases().get((text.lower(),))
    return bool(re.fullmatch(r"\d{1,3}(,\d{3})+|\d+", text)) or (words is not None and words.kind in ("cardinal", "multiplier"))


def number_value(text: str) -> int | None:
    """Return the number a single word is: figures or "nine", None for any other."""
    if re.fullmatch(r"\d{1,3}(,\d{3}){1,3}|\d{1,12}", text):
        return int(text.replace(",", ""))
    words = phrases().get((text.lower(),))
    return words.low if words is not None and words.kind == "cardinal" else None
