"""What lies beyond a mention's reach contradicts it, whatever else agrees: runs need not look there."""

from __future__ import annotations

import random

from tests.transforms.resolve.test_cluster import LINEAGE, mention
from transforms.resolve.compatibility import agreement
from transforms.resolve.groups import Cluster
from transforms.resolve.reach import reach

DAYS = [None, "2024-01-02", "2024-01-16", "2024-02-01", "2024-02-20", "2024-03-25"]


def test_mentions_whose_reaches_do_not_meet_are_never_one_event() -> None:
    chance = random.Random(1)
    apart = 0
    for number in range(3000):
        one, other = (
            mention("iran", "pakistan", "panjgur", chance.choice(DAYS), article=name, published=chance.choice(DAYS), at=number)
            for name in ("a", "b")
        )
        (first, last), (start, end) = reach(one), reach(other)
        if (last and start and last < start) or (first and end and end < first):
            apart += 1
            assert agreement(one, other, LINEAGE, 3.0) is None
    assert apart > 500


def test_an_event_reaches_as_far_as_any_of_its_mentions() -> None:
    dated, undated = mention("iran", day="2024-01-16"), mention("iran", published="2024-02-20", article="b")
    event = Cluster()
    event.add(dated)
    assert (event.is_in_reach(*reach(dated)), event.is_in_reach(*reach(undated))) == (True, False)
    event.add(undated)
    assert event.is_in_reach(*reach(undated))
    event.add(mention("iran", article="c"))
    assert event.is_in_reach(*reach(mention("iran", day="2020-01-01", article="d")))
