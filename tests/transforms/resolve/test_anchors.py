"""What an event is tied to by is seen before its mentions are compared: nothing that may join it is passed over."""

from __future__ import annotations

import random

import pytest

from tests.transforms.resolve.test_cluster import LINEAGE, PLACES, mention
from transforms.resolve.anchors import Anchors
from transforms.resolve.compatibility import agreement
from transforms.resolve.profile import Profile

DAYS = [None, None, "2024-01-14", "2024-01-16", "2024-01-18", "2024-01-24"]
SIDES = ["", "iran", "irgc", "quds", "pakistan", "jaish", "iran pakistan"]


def _random(chance: random.Random, article: str) -> Profile:
    return mention(
        chance.choice(SIDES), chance.choice(SIDES), chance.choice([None, "hamlet", *PLACES]), chance.choice(DAYS), article=article,
        kind=chance.choice(["ASSAULT", "ACCUSE"]), weekday=chance.choice([None, None, 1]), published=chance.choice(DAYS),
    )  # fmt: skip


def test_what_may_join_an_event_is_never_passed_over() -> None:
    chance = random.Random(3)
    anchored = passed_over = 0
    for _ in range(4000):
        event, members = Anchors(), [_random(chance, name) for name in "abc"]
        for member in members:
            event.add(member)
        item = _random(chance, "d")
        found = [agreement(item, member, LINEAGE) for member in members]
        if any(one is not None and one.is_anchored for one in found):
            anchored += 1
            assert event.can_hold(item, LINEAGE)
        passed_over += not event.can_hold(item, LINEAGE)
    assert anchored > 300
    assert passed_over > 300


@pytest.mark.parametrize(
    ("item", "can_hold"),
    [
        pytest.param(mention("iran", "jaish", article="b"), False, id="one side, another deed"),
        pytest.param(mention("iran", where="panjgur", article="b"), True, id="a town of the province"),
        pytest.param(mention("iran", where="punjab", article="b"), False, id="another province"),
        pytest.param(mention("iran", day="2024-01-16", article="b"), True, id="the day"),
        pytest.param(mention("iran", day="2024-01-17", article="b"), False, id="another day"),
        pytest.param(mention("iran", general=True, article="b"), True, id="a war"),
    ],
)
def test_what_ties_a_mention_to_an_event(item: Profile, can_hold: bool) -> None:
    event = Anchors()
    event.add(mention("iran", "", "balochistan", "2024-01-16"))
    assert event.can_hold(item, LINEAGE) is can_hold
