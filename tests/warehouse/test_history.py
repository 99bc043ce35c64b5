"""A bombing told over five days, a run a day: event_history and event_tolls_as_of say what each run knew, long after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.sql.test_event_tolls import ARTICLES, BY_DAY, CLAIMS, EVENTS, FIRST, PUBLISHED, related, stored, tolls
from tests.warehouse.world import row, unstamped
from transforms.casualties.toll import toll
from warehouse.connect import connected
from warehouse.store import Store, open_store

Row = dict[str, Any]
DAYS = range(1, 6)
TOLLS = (
    "select policy, low, best, high, grade, claims_used, claims_left_out from {} "
    "where event_id = 'market' and outcome = 'killed' order by policy"
)


def recorded(day: int) -> datetime:
    return datetime(2031, 5, day, 23, tzinfo=UTC)


def known(day: int) -> list[Row]:
    """Return the claims that articles published by a day make."""
    return [claim for claim in CLAIMS if claim["asserted_on"] < FIRST + timedelta(days=day)]


def load(store: Store, day: int, articles: list[Row], claims: list[Row]) -> None:
    """Load a run as the resolver hands it over: all events, and the claims of every article, with the toll of the default policy."""
    names = ("killed_low", "killed_best", "killed_high")
    figures = {event["event_id"]: toll([c for c in claims if c["event_id"] == event["event_id"]], "killed", PUBLISHED) for event in EVENTS}
    events = [unstamped("events", **event, **dict(zip(names, figures[event["event_id"]], strict=True))) for event in EVENTS]
    store.load(
        {
            "articles": [unstamped("articles", **article) for article in articles],
            "events": [event for event in events if any(claim["event_id"] == event["event_id"] for claim in claims)],
            "casualties": [_bare("casualties", claim) for claim in stored(claims)],
        },
        {"run_id": f"r{day}", "recorded_at": recorded(day), "casus_version": "0.1.0"},
        checked=False,
    )


def _bare(name: str, given: Row) -> Row:
    return {column: value for column, value in row(name, **given).items() if column not in ("recorded_at", "run_id")}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("history")
    with open_store(folder, wait_seconds=0) as store:
        for day in DAYS:
            articles = [article for article in ARTICLES if article["published_at"] < recorded(day)]
            load(store, day, articles, related(known(day)))
    yield folder


def ask(warehouse: Path, query: str) -> list[Row]:
    with connected(warehouse, read_only=True) as connection:
        return list(connection.sql(query).to_arrow_table().to_pylist())


@pytest.mark.parametrize("day", DAYS)
def test_tolls_as_of_a_run_are_those_that_the_run_gave(warehouse: Path, day: int) -> None:
    found = ask(warehouse, TOLLS.format(f"event_tolls_as_of(timestamptz '{recorded(day).isoformat()}')"))
    assert {row["policy"]: (row["low"], row["best"], row["high"], row["grade"]) for row in found} == {
        policy: BY_DAY[day, policy] for policy in ("acled", "airwars", "ucdp")
    }
    assert found == tolls(known(day), TOLLS.format("event_tolls")), "with the claims behind each figure, and why others are left out"


@pytest.mark.parametrize("day", DAYS)
def test_event_history_has_the_figures_of_each_run(warehouse: Path, day: int) -> None:
    moment = f"timestamptz '{recorded(day).isoformat()}'"
    found = ask(
        warehouse,
        "select killed_low, killed_best, killed_high from event_history "
        f"where event_id = 'market' and as_of <= {moment} and (superseded_at is null or superseded_at > {moment})",
    )
    assert [tuple(row.values()) for row in found] == [BY_DAY[day, "ucdp"][:3]]


def test_event_history_names_the_runs_that_changed_a_figure(warehouse: Path) -> None:
    found = ask(warehouse, "select run_id, killed_low, killed_best, change from event_history where event_id = 'market' order by as_of")
    assert [tuple(row.values()) for row in found] == [
        ("r1", 7, 7, "changed"), ("r2", 9, 9, "changed"), ("r3", 9, 10, "changed"), ("r5", 9, 9, None),
    ]  # fmt: skip


def test_between_runs_the_last_one_counts_and_before_the_first_nothing_is_known(warehouse: Path) -> None:
    between = recorded(2) + timedelta(hours=20)
    query = TOLLS.format(f"event_tolls_as_of(timestamptz '{between.isoformat()}')")
    assert [row["low"] for row in ask(warehouse, query)] == [9, 9, 9]
    assert ask(warehouse, f"from event_tolls_as_of(timestamptz '{FIRST}')") == []


def test_now_is_the_view(warehouse: Path) -> None:
    columns = "event_id, outcome, policy, as_of, low, best, high, grade, article_count, origin_count, claims_used, claims_left_out"
    now = ask(warehouse, f"select {columns} from event_tolls_as_of(timestamptz 'infinity') order by all")
    assert now == ask(warehouse, f"select {columns} from event_tolls order by all") != []


def test_a_copy_that_was_found_out_later_counted_before(tmp_path: Path) -> None:
    """What is an origin of its own on day 2 turns out, on day 3, to repeat an article that came in late."""
    late, early = ARTICLES[0], ARTICLES[1]
    claims = related([claim for claim in CLAIMS if claim["article_id"] in ("a1", "a2")])
    with open_store(tmp_path, wait_seconds=0) as store:
        load(store, 2, [early], [claim for claim in claims if claim["article_id"] == "a2"])
        load(store, 3, [late, early | {"duplicate_of": "a1"}], claims)
    asked = "select grade, article_count, len(claims_left_out) as left_out from {} where policy = 'airwars'"
    assert ask(tmp_path, asked.format(f"event_tolls_as_of(timestamptz '{recorded(2).isoformat()}')")) == [
        {"grade": "weak", "article_count": 1, "left_out": None}
    ]
    assert ask(tmp_path, asked.format("event_tolls")) == [{"grade": "weak", "article_count": 1, "left_out": 1}]


def test_a_claim_of_an_older_version_stands_as_of_its_run(tmp_path: Path) -> None:
    first, changed = CLAIMS[0], CLAIMS[0] | {"claim_id": "c1b", "version": 2, "count_low": 8, "count_best": 8, "count_high": 8}
    with open_store(tmp_path, wait_seconds=0) as store:
        load(store, 1, ARTICLES[:1], related([first]))
        load(store, 2, [ARTICLES[0] | {"version": 2}], related([changed]))
    query = "select low from event_tolls_as_of(timestamptz '{}') where policy = 'ucdp'"
    assert [ask(tmp_path, query.format(recorded(day).isoformat())) for day in (1, 2)] == [[{"low": 7}], [{"low": 8}]]
