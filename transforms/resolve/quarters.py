"""In which part of a town or province does a sentence tell of a deed? "On the city's east side" is not on its south side."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

SIDE = re.compile(r"\b(north|south|east|west)(east|west)?(?:ern)? ?-?side\b", re.IGNORECASE)
SECTION = re.compile(r"\b(?:the|city[’']s|[Ii]n) ((?:[A-Z][\w'’-]+ ){1,3})(?:section|neighbou?rhood|district)\b")
# Two spellings of one name are so much alike.
ONE_NAME = 0.7


def are_two_quarters(left: str, right: str) -> bool:
    """Whether two sentences each name one side or one quarter of a town, and not the same."""
    (side, section), (other_side, other_section) = quarters_of(left), quarters_of(right)
    if side and other_side and side != other_side:
        return True
    return section is not None and other_section is not None and not _is_one_name(section, other_section)


@lru_cache(maxsize=20_000)
def _is_one_name(left: str, right: str) -> bool:
    one, other = sorted((left, right))
    return one in other or SequenceMatcher(None, one, other).ratio() >= ONE_NAME


@lru_cache(maxsize=20_000)  # asked of each two mentions that are compared
def quarters_of(sentence: str) -> tuple[frozenset[str], str | None]:
    """Return the points of the compass of the one side of a town that a sentence names, and the one quarter it names."""
    sides = {frozenset(part.lower() for part in found.groups() if part) for found in SIDE.finditer(sentence)}
    sections = {found[1].strip().lower() for found in SECTION.finditer(sentence)}
    return (
        next(iter(sides)) if len(sides) == 1 else frozenset(),
        next(iter(sections)) if len(sections) == 1 else None,
    )
