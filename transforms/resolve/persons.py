"""Is the one person whom a mention harms another than that of another mention? A man is no woman, and nobody is 18 and 34."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from transforms.resolve.deed import head_of

MALE = frozenset({"man", "boy", "father", "husband", "son", "brother", "grandfather", "uncle", "nephew", "boyfriend", "dad", "gentleman"})
FEMALE = frozenset(
    {"woman", "girl", "mother", "wife", "daughter", "sister", "grandmother", "aunt", "niece", "girlfriend", "mom", "mum", "lady"}
)
SEX = re.compile(rf"\b(?:(?P<male>male|{'|'.join(sorted(MALE))})|(?P<female>female|{'|'.join(sorted(FEMALE))}))\b", re.IGNORECASE)
AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old\b|, (?:aged )?(\d{1,2})(?:,|$)", re.IGNORECASE)
# One who is told as one of several, or several.
SEVERAL = re.compile(r"\b(?:and|or|both|several|many|some|other|others|another|two|three|four|five|six|\d+ (?!years?))\b", re.IGNORECASE)
# Ages that reports give to one person differ by no more.
YEARS_OFF = 1


class Person(NamedTuple):
    """Whether somebody is a woman or girl, and the age, as far as a text tells."""

    is_female: bool | None
    age: int | None


def are_two_people(left: str | None, right: str | None) -> bool:
    """Whether two texts each name one person, of another sex or age than the other."""
    one, other = person_of(left or ""), person_of(right or "")
    if None not in (one.is_female, other.is_female) and one.is_female != other.is_female:
        return True
    return one.age is not None and other.age is not None and abs(one.age - other.age) > YEARS_OFF


@lru_cache(maxsize=20_000)  # asked of each two mentions that are compared
def person_of(text: str) -> Person:
    """Return what a text tells of the one person it names; nothing of more people, or of none."""
    if SEVERAL.search(text) is not None:
        return Person(None, None)
    head, age = head_of(text), AGE.search(text)
    sexes = {found.lastgroup for found in SEX.finditer(text)}
    is_female = (head in FEMALE) if head in MALE | FEMALE else sexes == {"female"} if len(sexes) == 1 else None
    return Person(is_female, int(age[1] or age[2]) if age else None)
