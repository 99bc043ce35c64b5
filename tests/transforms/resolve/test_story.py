"""Which articles tell one story, and that events of one story grow together only where nothing keeps them apart."""

from __future__ import annotations

from datetime import date

import pytest

from tests.transforms.resolve.test_cluster import LINEAGE, mention
from transforms.resolve.cluster import cluster
from transforms.resolve.groups import Cluster
from transforms.resolve.lineage import Lineage
from transforms.resolve.marks import Marks
from transforms.resolve.story import LIKE_WORDING, MOST_ARTICLES, SAME_STORY, SOME_LIKE_WORDING, Stories
from transforms.resolve.unite import unite

DAY = date(2024, 3, 1)
WORDS = {"mallow": 0.8, "ferry": 0.6}
NAMED = {"actor_1": 1.0, "geonames_5": 0.5}


def marks(names: dict[str, float] | None = None, regions: str = "", words: dict[str, float] | None = None) -> Marks:
    return Marks(names or {}, frozenset(regions.split()), words or {})


@pytest.mark.parametrize(
    ("one", "other", "second_day", "worth"),
    [
        pytest.param(marks(NAMED), marks(NAMED), DAY, SAME_STORY, id="a person and a town"),
        pytest.param(marks(NAMED), marks(NAMED), date(2024, 3, 30), SAME_STORY, id="a person and a town, weeks later"),
        pytest.param(marks(NAMED), marks(NAMED), date(2024, 5, 1), 0.0, id="months later"),
        pytest.param(marks({"actor_1": 1.0}), marks({"actor_1": 1.0}), DAY, 0.0, id="a person alone"),
        pytest.param(marks(words=WORDS), marks(words=WORDS), DAY, LIKE_WORDING, id="the same wording"),
        pytest.param(marks(words=WORDS), marks(words=WORDS), None, LIKE_WORDING, id="the same wording, a day unknown"),
        pytest.param(marks(words=WORDS), marks(words=WORDS), date(2024, 3, 8), 0.0, id="the same wording a week later"),
        pytest.param(marks(regions="A/x", words=WORDS), marks(regions="A/y", words=WORDS), DAY, 0.0, id="of other provinces"),
        pytest.param(marks(words=WORDS), marks(words={"mallow": 0.4, "bank": 0.9}), DAY, 0.0, id="little alike"),
        pytest.param(
            marks({"geonames_5": 0.5}, words=WORDS), marks({"geonames_5": 0.5}, words={"mallow": 0.4, "bank": 0.9}), DAY, SOME_LIKE_WORDING,
            id="little alike, with a town in common",
        ),
        pytest.param(marks(words=WORDS), marks(words={"mallow": 0.61, "bank": 0.79}), DAY, SOME_LIKE_WORDING, id="alike, without a name"),
        pytest.param(
            marks(dict.fromkeys(("geonames_5", "geonames_6", "actor_9"), 0.5)),
            marks(dict.fromkeys(("geonames_5", "geonames_6", "actor_9"), 0.5)), DAY, LIKE_WORDING,
            id="towns and a hospital, and nobody by name",
        ),
    ],
)  # fmt: skip
def test_two_articles_tell_one_story(one: Marks, other: Marks, second_day: date | None, worth: float) -> None:
    stories = Stories({"a": one, "b": other}, {"a": DAY, "b": second_day}, {})
    assert (stories.shared("a", "b"), stories.shared("b", "a")) == (worth, worth)
    assert stories.related("a") == ["b"] * (worth > 0)


def test_wording_that_comes_back_again_and_again_marks_no_story() -> None:
    days = {f"a{month}": date(2024, month, 1) for month in (1, 3, 5, 7)}
    for bulletins, is_one in ((("a1", "a3"), True), (("a1", "a3", "a5", "a7"), False)):
        articles = {name: marks(words=WORDS) for name in (*bulletins, "undated")}
        stories = Stories(articles, {name: days.get(name) for name in articles}, {})
        assert (stories.shared("undated", "a1") > 0) is is_one


def test_a_name_that_stands_everywhere_marks_no_story() -> None:
    stories = Stories({"a": marks(NAMED), "b": marks(NAMED)}, {}, {"actor_1": MOST_ARTICLES + 1})
    assert stories.shared("a", "b") == 0.0


def _told_apart_at_first() -> list:  # type: ignore[type-arg]
    return [
        mention(targets="mayor", article="a", trigger="killed", mode="firearms", published="2024-03-01"),
        mention(targets="mayor", where="kharkiv", article="a", at=9, trigger="shot", mode="firearms", published="2024-03-01"),
        mention(article="b", trigger="shooting", mode="firearms", where="kharkiv", published="2024-03-01", texts=("gunman", None)),
        mention(article="b", at=9, trigger="killing", mode="firearms", published="2024-03-01", texts=(None, "town mayor")),
    ]


def test_events_of_one_story_grow_together() -> None:
    alike = Stories({"a": marks(words=WORDS), "b": marks(words=WORDS)}, {"a": DAY, "b": DAY}, {})
    clusters, _ = cluster(_told_apart_at_first(), LINEAGE, alike)
    assert max(len(group.articles) for group in clusters) == 2


def test_events_of_two_stories_stay_apart() -> None:
    clusters, _ = cluster(_told_apart_at_first(), LINEAGE, Stories({}, {}, {}))
    assert {len(group.articles) for group in clusters} == {1}


def _of_town(article: str, town: str) -> Cluster:
    told = Cluster()
    for at, where in enumerate((town, None, None)):
        told.add(mention("russia", "mayor", where, article=article, at=at * 9, trigger="shot", mode="firearms", published="2024-03-01"))
    return told


@pytest.mark.parametrize(("town", "events"), [("kharkiv", 1), ("odesa", 2)])
def test_news_worded_alike_of_two_towns_is_of_two_events(town: str, events: int) -> None:
    alike = Stories({"a": marks(words=WORDS), "b": marks(words=WORDS)}, {"a": DAY, "b": DAY}, {})
    assert len(unite([_of_town("a", "kharkiv"), _of_town("b", town)], LINEAGE, alike)) == events


@pytest.mark.parametrize(("harmed", "events"), [("reyes", 1), ("reyes_junior", 1), ("okafor", 2), ("", 1)])
def test_two_events_that_each_harm_somebody_else_by_name_are_two(harmed: str, events: int) -> None:
    lineage = Lineage({}, {}, kinds=dict.fromkeys(("reyes", "reyes_junior", "okafor"), "person"), surnames={"reyes_junior": "reyes"})
    alike = Stories({"a": marks(NAMED), "b": marks(NAMED)}, {"a": DAY, "b": DAY}, {})
    groups = [Cluster(), Cluster()]
    for group, article, target in zip(groups, ("a", "b"), ("reyes", harmed), strict=True):
        group.add(mention(targets=target, where="kharkiv", article=article, trigger="shot", mode="firearms", published="2024-03-01"))
        group.add(mention(article=article, at=5, trigger="shot", mode="firearms", published="2024-03-01", where="kharkiv"))
    assert len(unite(groups, lineage, alike)) == events


def test_the_same_deed_of_another_day_is_another_event() -> None:
    alike = Stories({"a": marks(NAMED), "b": marks(NAMED)}, {"a": DAY, "b": date(2024, 3, 9)}, {})
    one = mention("russia", "ukraine", "kharkiv", "2024-02-29", article="a", published="2024-03-01")
    other = mention("russia", "ukraine", "kharkiv", "2024-03-08", article="b", published="2024-03-09")
    assert len(cluster([one, other], LINEAGE, alike)[0]) == 2


def test_of_articles_not_asked_for_marks_are_compared() -> None:
    every = {"a": marks(NAMED), "b": marks(NAMED), "c": marks(NAMED)}
    stories = Stories(every, dict.fromkeys(every, DAY), {}, asked=["a"])
    assert stories.related("a") == ["b", "c"]
    assert stories.shared("b", "c") == stories.shared("c", "a") == SAME_STORY


def test_articles_alike_without_a_telling_word_in_common_are_not_looked_for_by_it() -> None:
    one = marks(words={f"one{place}": 0.2 for place in range(12)} | {f"word{place}": 0.17 for place in range(18)})
    other = marks(words={f"other{place}": 0.2 for place in range(12)} | {f"word{place}": 0.17 for place in range(18)})
    stories = Stories({"a": one, "b": other}, {"a": DAY, "b": DAY}, {})
    assert stories.shared("a", "b") == SOME_LIKE_WORDING
    assert stories.related("a") == []
