"""The first look at days, places and doers finds no contradiction that the comparison of two mentions does not."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from tests.transforms.resolve.test_ties import LINEAGE, _random
from transforms.resolve.compatibility import agreement
from transforms.resolve.grounds import Grounds
from transforms.resolve.profile import Profile


def _grounds(members: Sequence[Profile]) -> Grounds:
    found = Grounds()
    for member in members:
        found.add(member)
    return found


def _pairs_apart(ones: Sequence[Profile], others: Sequence[Profile]) -> int:
    return sum(agreement(one, other, LINEAGE) is None for one in ones for other in others)


@pytest.mark.parametrize("articles", ["ab", "aa"])
def test_no_more_contradict_than_do_when_compared(articles: str) -> None:
    chance = random.Random(11)
    found = compared = 0
    for _ in range(5_000):
        members, items = ([_random(chance, article, "ASSAULT") for _ in range(chance.randint(1, 4))] for article in articles)
        apart = _pairs_apart(items, members)
        assert not _grounds(members).contradict_all(_grounds(items), apart, LINEAGE)
        assert not _grounds(members).contradict(items[0], _pairs_apart(items[:1], members), LINEAGE)
        compared += apart > 0
        found += _grounds(members).contradict_all(_grounds(items), 0, LINEAGE)
    assert 0.7 * compared < found <= compared
