"""Articles worded alike are found as by comparing every two of them."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import permutations

import pytest

from transforms.resolve import alike
from transforms.resolve.alike import Alike
from transforms.resolve.wording import likeness, telling_words

DAY = date(2024, 3, 1)
WORDS = ["ferry", "harbour", "mallow", "quay", "storm", "pilot", "rescue", "tanker", "drone", "crew", "hull", "signal", "coast"]


def _articles(count: int) -> tuple[dict[str, dict[str, float]], dict[str, date | None]]:
    chance = random.Random(5)
    words = {f"a{number:02}": telling_words(" ".join(chance.choices(WORDS, k=6))) for number in range(count)}
    return words | {"empty": {}}, {article: chance.choice([None, *(DAY + timedelta(days=gap) for gap in range(9))]) for article in words}


def _compared(words: dict[str, dict[str, float]], published: dict[str, date | None], asked: set[str]) -> set[tuple[str, str]]:
    """Compare each asked article with every other one."""
    found = set()
    for one, other in permutations(words, 2):
        first, second = published.get(one), published.get(other)
        is_near = first is None or second is None or abs(first - second) <= timedelta(days=2)
        if one in asked and is_near and likeness(words[one], words[other]) >= 0.45:
            found.add((one, other))
    return found


@pytest.mark.parametrize("at_once", [1, 50, alike.MOST_AT_ONCE])
def test_those_alike_are_found_as_by_comparing_all(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alike, "MOST_AT_ONCE", at_once)
    words, published = _articles(60)
    found = list(Alike(words, published, words).pairs(0.45, 2))
    assert len(found) > 100
    assert {(one, other) for one, other, _ in found} == _compared(words, published, set(words))
    assert all(cosine == pytest.approx(likeness(words[one], words[other])) for one, other, cosine in found)


def test_only_the_asked_are_compared_with_the_others() -> None:
    words, published = _articles(40)
    asked = {"a03", "a17", "a30", "empty"}
    found = {(one, other) for one, other, _ in Alike(words, published, asked).pairs(0.45, 2)}
    assert found == _compared(words, published, asked)
    assert {one for one, _ in found} == {"a03", "a17", "a30"}


def test_without_articles_there_are_no_pairs() -> None:
    assert not list(Alike({}, {}, []).pairs(0.45, 2))
