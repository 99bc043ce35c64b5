"""The ties by which a run finds what the warehouse holds miss nothing that a mention may join."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby

import pytest

from tests.transforms.resolve import test_cluster
from tests.transforms.resolve.test_cluster import NO_STORIES, PLACES, mention
from transforms.resolve.cluster import block_keys
from transforms.resolve.compatibility import agreement
from transforms.resolve.evidence import agreement_with
from transforms.resolve.groups import Cluster
from transforms.resolve.points import is_enough
from transforms.resolve.profile import Profile
from transforms.resolve.reach import reach
from transforms.resolve.ties import Tie, asked_ties, ties
from transforms.resolve.unite import unite

DAYS = [None, None, "2024-01-14", "2024-01-15", "2024-01-16", "2024-01-19", "2024-01-24", "2024-03-02"]
SIDES = [
    "",
    "",
    "iran",
    "irgc",
    "quds",
    "pakistan",
    "jaish",
    "iran pakistan",
    "pakistan_militants",
    "pakistani_people",
    "raza",
    "pakistan_minister",
]
FEW_DAYS, FEW_SIDES, FEW_PLACES = [None, "2024-01-16"], ["", "iran", "pakistan"], [None, "panjgur", "pakistan"]
LINEAGE = replace(
    test_cluster.LINEAGE,
    countries=test_cluster.LINEAGE.countries
    | dict.fromkeys(("jaish", "pakistan_militants", "pakistani_people", "raza", "pakistan_minister"), "PAK"),
    kinds={"jaish": "armed_group", "pakistan_militants": "armed_group", "pakistani_people": "population"},
    roles={"raza": "minister", "pakistan_minister": "minister"},
    surnames={"raza": "raza"},
)
TEXTS = [None, "minister raza", "gunmen from the village", "unknown gunmen", "policemen guarding the market"]


def _random(chance: random.Random, article: str, kind: str, is_like: bool = False) -> Profile:
    sides, places = (FEW_SIDES, FEW_PLACES) if is_like else (SIDES, [None, "hamlet", *PLACES])
    day = chance.choice(FEW_DAYS if is_like else DAYS)
    item = mention(
        chance.choice(sides), chance.choice(sides), chance.choice(places), day, article=article, kind=kind,
        weekday=None if day else chance.choice([None, None, 1]), published=chance.choice(DAYS), mode=chance.choice([None, "airstrike"]),
        general=chance.random() < 0.2, texts=(chance.choice(TEXTS), chance.choice(TEXTS)), killed=chance.choice([None, None, 4, 17]),
    )  # fmt: skip
    if item.place is not None and chance.random() < 0.1:  # a sea, a region of several countries
        wide = {"place_id": f"wide_{item.place['place_id']}", "country_iso3": None, "admin1_name": None}
        item = replace(item, place=item.place | wide)
    if item.date_start and chance.random() < 0.4:  # in that month
        days = {"date_start": item.date_start.replace(day=1), "date_end": item.date_start.replace(day=28)}
        item = replace(item, **days, date_precision="month")
    elif item.date_start and chance.random() < 0.2:  # that and the next days
        item = replace(item, date_end=item.date_start + timedelta(days=2))
    return item


def _meet(asked: set[Tie], stored: set[Tie]) -> bool:
    def in_reach(one: Tie, other: Tie) -> bool:
        return not (one[1] and other[2] and other[2] < one[1]) and not (one[2] and other[1] and one[2] < other[1])

    return any(one[0] == other[0] and in_reach(one, other) for one in asked for other in stored)


def _event(members: Sequence[Profile], is_known: bool = False) -> Cluster:
    event = Cluster(is_known=is_known)
    for member in members:
        event.add(member)
    return event


def _stored(members: Sequence[Profile]) -> set[Tie]:
    """Return the ties of an event that mentions joined in the runs of their articles."""
    found, before = set(), list[Profile]()
    for _, joined in groupby(members, lambda member: member.article_id):
        own = list(joined)
        found |= {tie for _, tie in ties(before, own, LINEAGE)}
        before += own
    return found


def _share_a_block(left: Sequence[Profile], right: Sequence[Profile]) -> bool:
    one, other = ({block for item in items for block in block_keys(item, LINEAGE)} for items in (left, right))
    return bool(one & other)


@pytest.mark.parametrize("kind", ["ASSAULT", "ACCUSE"])
def test_what_a_mention_may_join_is_found(kind: str) -> None:
    chance = random.Random(5)
    joined = apart = 0
    for _ in range(40_000):
        members = [_random(chance, article, kind) for article in "aab"[: chance.randint(1, 3)]]
        members = [member for member in members if member.layer == members[0].layer]
        item = _random(chance, "c", kind)
        if not _share_a_block([item], members):
            continue
        event = _event(members)
        is_found = _meet(asked_ties([item], LINEAGE), _stored(members))
        found = agreement_with(item, event, LINEAGE, NO_STORIES)
        if found is not None and is_enough(found, is_one_story=False) and event.is_in_reach(*reach(item)):
            joined += 1
            assert is_found, (item, members, found)
        apart += not is_found
    assert joined > 200
    assert apart > 3_000


def test_what_an_event_of_one_article_may_be_united_with_is_found() -> None:
    chance = random.Random(7)
    united = 0
    for _ in range(10_000):
        members, items = [[_random(chance, article, "ASSAULT", is_like=True) for _ in range(2)] for article in "ac"]
        if len({member.layer for member in (*members, *items)}) > 1:
            continue
        if len(unite([_event(members, is_known=True), _event(items)], LINEAGE, NO_STORIES)) == 1:
            united += 1
            assert _meet(asked_ties(items, LINEAGE), _stored(members)), (items, members)
    assert united > 50


@pytest.mark.parametrize(
    ("sources", "targets", "texts"),
    [pytest.param("iran", "", (None, "villagers"), id="doer"), pytest.param("", "jaish", ("gunmen", None), id="harmed")],
)
def test_one_side_known_and_one_in_words_tie_a_town_to_its_province(
    sources: str, targets: str, texts: tuple[str | None, str | None]
) -> None:
    """In the news of the same days."""
    one, other = (
        mention(sources, targets, where, article=where, published=published, mode="airstrike", texts=texts)
        for where, published in (("balochistan", "2024-01-14"), ("panjgur", "2024-01-16"))
    )
    found = agreement(one, other, LINEAGE)
    assert found is not None and is_enough(found, is_one_story=False)
    assert _meet(asked_ties([one], LINEAGE), _stored([other]))
    assert _meet(asked_ties([other], LINEAGE), _stored([one]))


def test_forces_that_meet_every_day_are_not_tied_by_that() -> None:
    """Unless one article's day is unknown: then the two sides alone may make one event, for either to find."""
    known, later, undated = (
        mention("ukraine", "russia", article=article, published=published)
        for article, published in (("a", "2024-01-14"), ("b", "2024-01-16"), ("c", None))
    )
    assert not _meet(asked_ties([known], LINEAGE), _stored([later]))
    for one in (known, later):
        assert _meet(asked_ties([one], LINEAGE), _stored([undated]))
        assert _meet(asked_ties([undated], LINEAGE), _stored([one]))


def test_what_stood_of_an_event_is_not_stored_again() -> None:
    """A side that joins it meets the days and places told before; those stand in its own blocks already."""
    first, second = mention("iran", "jaish", "panjgur", "2024-01-16", article="a"), mention("", "blf", None, None, article="b")
    gained = {tie for _, tie in ties([first], [second], LINEAGE)}
    assert ("ASSAULT|real|blf|day", first.date_start, first.date_end) in gained
    assert not gained & _stored([first])
