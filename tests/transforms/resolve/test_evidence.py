"""An event is known by all that one article tells of it, and by what most of its mentions say."""

from __future__ import annotations

import pytest

from tests.transforms.resolve.test_cluster import LINEAGE, NO_STORIES, mention
from transforms.resolve.cluster import cluster
from transforms.resolve.evidence import agreement_with
from transforms.resolve.groups import Cluster
from transforms.resolve.profile import Profile


def group(*members: Profile) -> Cluster:
    found = Cluster()
    for member in members:
        found.add(member)
    return found


def test_one_article_gives_the_place_in_one_sentence_and_the_day_in_another() -> None:
    placed, dated = mention("russia", where="kharkiv", at=1), mention("russia", day="2024-05-01", at=2)
    told = mention(where="kharkiv", day="2024-05-01", article="b", texts=(None, "a school"))
    found = agreement_with(told, group(placed, dated), LINEAGE, NO_STORIES)
    assert found is not None and (found.facts, found.points) == (2, 6.5)


def test_two_articles_are_no_one_account() -> None:
    placed, dated = mention("russia", where="kharkiv", article="c"), mention("russia", day="2024-05-01", article="d")
    told = mention(where="kharkiv", day="2024-05-01", article="b", texts=(None, "a school"))
    found = agreement_with(told, group(placed, dated), LINEAGE, NO_STORIES)
    assert found is not None and found.facts == 1


@pytest.mark.parametrize(("days", "is_one"), [(["2024-05-01"] * 6, True), ([None] * 6, False)])
def test_a_misread_day_is_borne_only_where_most_days_agree(days: list[str | None], is_one: bool) -> None:
    known = [mention("iran", "jaish", "panjgur", day, article=f"a{number}") for number, day in enumerate(days)]
    misread = mention("iran", "jaish", "panjgur", "2024-05-04", article="z")
    told = mention("iran", "jaish", "panjgur", "2024-05-01", article="b")
    assert (agreement_with(told, group(*known, misread), LINEAGE, NO_STORIES) is not None) == is_one


def test_two_groups_that_grew_apart_meet_where_the_whole_says_one_town_and_one_day() -> None:
    first = [mention("russia", "ukraine", "kharkiv", "2024-05-01"), mention("russia", where="kharkiv", at=2)]
    second = [
        mention("russia", where="kharkiv", article="b", at=1, published="2024-05-02", texts=(None, "a house")),
        mention(day="2024-05-01", article="b", at=2, published="2024-05-02", texts=("The missile", "the house"), trigger="hit"),
    ]
    clusters, loose = cluster([*first, *second], LINEAGE, NO_STORIES)
    assert ([len(found.members) for found in clusters], loose) == ([4], [])


def test_a_street_lies_in_the_town_that_the_text_names() -> None:
    assert mention(where="Long Street").place_name is None
    assert mention(where="Longstreet").place_name == "longstreet"
