"""What is told without a day: the same two sides meet, talk and fight for years, so that their names alone tie no two mentions."""

from __future__ import annotations

from functools import lru_cache

from transforms.resolve.profile import Profile
from transforms.resolve.wording import likeness, telling_words

# How alike two sentences are that tell one thing.
ALIKE_SENTENCES = 0.35


def are_of_two_days(left: Profile, right: Profile) -> bool:
    """Whether two mentions stand in the news of two days, and one of them names no day."""
    if left.date_start is not None and right.date_start is not None:
        return False
    return left.published is not None and right.published is not None and left.published != right.published


def are_of_any_time(left: Profile, right: Profile) -> bool:
    """Whether nothing says when two mentions of two articles were: the same two sides meet, talk and fight for years."""
    return all(item.date_start is None and item.published is None for item in (left, right))


@lru_cache(maxsize=20_000)
def _telling(text: str) -> dict[str, float]:
    return telling_words(text)


def is_told_alike(left: Profile, right: Profile) -> bool:
    """Whether the sentences of two mentions are worded alike."""
    return likeness(_telling(left.row["evidence"]), _telling(right.row["evidence"])) >= ALIKE_SENTENCES
