"""What a word that points back says of the event it means: "the school attack" is the one told with a school."""

from __future__ import annotations

import re
from datetime import timedelta

from transforms.resolve.profile import Profile

WORD = re.compile(r"[\w'-]+")
# The words between the article and the noun of a pointer.
POINTER = re.compile(r"\b(?:the|this|that|these|those)\s+((?:(?!the\b|this\b|that\b)[\w'-]+\s+){1,3})$", re.IGNORECASE)
SHORT = 3
# What happened so long before its article is told as background.
PAST = timedelta(days=14)


def words_before(item: Profile) -> frozenset[str]:
    """Return the words that tell an event noun apart from others ("metro" of "the metro bombing"), in lower case."""
    found = POINTER.search(item.before_trigger)
    return _telling(found.group(1)) if found else frozenset()


def words_of(item: Profile) -> frozenset[str]:
    """Return the words of the sentence that tells an event, in lower case."""
    return _telling(item.row["evidence"])


def words_of_sides(item: Profile) -> frozenset[str]:
    """Return the words of both sides of an event, in lower case."""
    return _telling(f"{item.row['source_text'] or ''} {item.row['target_text'] or ''}")


def is_long_past(item: Profile) -> bool:
    """Whether an event lies so long before its article that a later sentence hardly points back to it."""
    return item.date_end is not None and item.published is not None and item.published - item.date_end > PAST


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(text) if len(word) > SHORT)
