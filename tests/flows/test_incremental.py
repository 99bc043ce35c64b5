"""A run looks only at what its articles can touch, and ends where looking at everything would: what differs is named here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from flows.clock import Clock
from flows.ingest.document import Document
from flows.ingest.read import read_documents
from flows.ingest.records import records_of
from flows.job import Job
from flows.normalizing import normalize_records
from flows.payloads import Payloads
from flows.show.progress import Progress
from flows.stages.load import load
from flows.stages.loading import Loading
from flows.stages.rounds import load_in_rounds, rounds_of
from flows.worker import annotate_articles
from transforms.ids import content_id
from transforms.records import Article, RawRecord
from transforms.resolve import from_payload
from transforms.resolve.row_shapes import article_of
from warehouse.loader import Loader
from warehouse.query import run_query
from warehouse.store import open_store

SAMPLES = Path(__file__).resolve().parents[2] / "seeds" / "samples"
# What is read of an article, and what is counted over articles; `events` and what hangs on them are looked at on their own.
ALIKE = ("articles", "actors", "actor_mentions", "place_mentions", "date_mentions", "places", "name_counts", "article_keys", "person_keys")
EVERYTHING = (
    *ALIKE, "events", "event_mentions", "event_actors", "casualties", "quotes", "annotations", "mention_ties", "article_bands",
    "article_marks", "hidden_columns", "united_actors",
)  # fmt: skip
CLOCK = ("recorded_at", "run_id")


@pytest.fixture(scope="module")
def payloads() -> list[str]:
    """What is read of each sample, by publication."""
    records = [record for item in read_documents([str(SAMPLES)]) if isinstance(item, Document) for record in records_of(item)]
    read = normalize_records([record for record in records if isinstance(record, RawRecord)], date(2026, 1, 1))
    articles = sorted((article for article in read if isinstance(article, Article)), key=lambda article: str(article.published_at))
    return annotate_articles(articles)


def load_in_turn(warehouse: Path, runs: Sequence[Sequence[str]], first_day: int = 1, version: int = 1, rebuild: bool = False) -> None:
    with open_store(warehouse) as store:
        for day, payloads in enumerate(runs, first_day):
            clock = Clock(datetime(2026, 1, day, tzinfo=UTC), is_fixed=True)
            job = Job([f"run {day}"], warehouse, clock, Progress(True), workers=1, rebuild=rebuild)
            articles = [article_of(from_payload(payload).article) for payload in payloads]
            by_key = Payloads({(one.article_id, one.text_sha256): payload for one, payload in zip(articles, payloads, strict=True)})
            load_in_rounds(job, store, rounds_of(job, store, [(article, version, True) for article in articles]), by_key, [])


def rows(warehouse: Path, query: str) -> list[dict[str, Any]]:
    return list(run_query(warehouse, query).to_pylist())


def table(warehouse: Path, name: str) -> list[dict[str, Any]]:
    found = rows(warehouse, f"select * from {name} order by all")
    return [{column: value for column, value in row.items() if column not in CLOCK} for row in found]


def groups(warehouse: Path) -> set[frozenset[str]]:
    mentions = rows(
        warehouse, "select event_id, list(mention_id) as members from event_mentions where event_id is not null group by event_id"
    )
    return {frozenset(row["members"]) for row in mentions}


def corrected(payload: str) -> str:
    """Return what is read of an article whose text was corrected: another text, so other mentions, and one claim less."""
    before = from_payload(payload).article["text_sha256"]
    rows = from_payload(payload.replace(before, "c" * 64))
    text = payload.replace(before, "c" * 64)
    for row in (*rows.event_mentions, *rows.casualties, *rows.quotes):
        for name in ("mention_id", "claim_id", "quote_id"):
            if row.get(name):
                text = text.replace(row[name], content_id(name[:-3], row[name], "corrected"))
    return text


@pytest.fixture(scope="module")
def at_once(payloads: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    warehouse = tmp_path_factory.mktemp("at_once")
    load_in_turn(warehouse, [payloads])
    return warehouse


@pytest.fixture(scope="module")
def in_turn(payloads: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    warehouse = tmp_path_factory.mktemp("in_turn")
    load_in_turn(warehouse, [[payload] for payload in payloads])
    return warehouse


def test_what_is_read_and_counted_is_the_same_one_by_one(at_once: Path, in_turn: Path) -> None:
    assert [name for name in ALIKE if table(at_once, name) != table(in_turn, name)] == []


def test_events_are_the_same_but_for_mentions_that_met_another_first(at_once: Path, in_turn: Path) -> None:
    """At once, what says most comes first and gathers mentions of all articles; in turn, a mention finds the events there are."""
    whole, parts = groups(at_once), groups(in_turn)
    assert len(whole & parts) >= 0.8 * len(whole)
    assert abs(len(whole) - len(parts)) <= 2
    assert set().union(*whole) >= set().union(*parts) - set().union(*whole - parts)


def long_run(payloads: Sequence[str], warehouse: Path) -> tuple[Job, list[tuple[Article, int, bool]], Payloads]:
    by_key, settled = Payloads(), []
    for payload in payloads:
        article = article_of(from_payload(payload).article)
        by_key.add((article.article_id, article.text_sha256), payload)
        settled.append((article, 1, True))
    job = Job(["all"], warehouse, Clock(datetime(2026, 1, 1, tzinfo=UTC), is_fixed=True), Progress(True), workers=1)
    return job, sorted(settled, key=lambda one: one[0].article_id), by_key


def test_a_long_run_goes_in_rounds_and_ends_as_that_many_runs(payloads: list[str], in_turn: Path, tmp_path: Path) -> None:
    job, settled, by_key = long_run(payloads, tmp_path)
    with open_store(tmp_path) as store:
        rounds = rounds_of(job, store, settled, size=1)
        load_in_rounds(job, store, rounds, by_key, [])
    assert rounds.articles == [[one] for one in sorted(settled, key=lambda one: (str(one[0].published_at)[:10], one[0].article_id))]
    assert job.new_count == len(payloads)
    assert [name for name in EVERYTHING if table(tmp_path, name) != table(in_turn, name)] == []
    assert rows(tmp_path, "select (select count(*) from events_log) as events, count(*) as runs from runs") == [{"events": 0, "runs": 1}]


def test_a_fault_in_a_late_round_leaves_nothing_of_the_rounds_before(payloads: list[str], tmp_path: Path) -> None:
    job, settled, by_key = long_run(payloads[:3], tmp_path)
    added = []

    def broken(job: Job, loader: Loader, loading: Loading) -> None:
        added.append(len(loading.tables["articles"]))
        if len(added) == 3:
            raise OSError("no space left on device")
        load(job, loader, loading)

    with open_store(tmp_path) as store, pytest.raises(OSError, match="no space"):
        load_in_rounds(job, store, rounds_of(job, store, settled, size=1), by_key, [], add=broken)
    assert added == [1, 1, 1]
    assert rows(tmp_path, "select (select count(*) from articles) as articles, count(*) as runs from runs") == [{"articles": 0, "runs": 0}]


def test_a_rebuild_ends_as_if_all_had_come_at_once(payloads: list[str], at_once: Path, tmp_path: Path) -> None:
    load_in_turn(tmp_path, [[payload] for payload in payloads])
    load_in_turn(tmp_path, [payloads], first_day=20, rebuild=True)
    assert groups(tmp_path) == groups(at_once)
    for name in (*ALIKE, "casualties", "quotes", "mention_ties", "article_bands", "hidden_columns"):
        same = [[{**row, "event_id": None} for row in table(warehouse, name)] for warehouse in (tmp_path, at_once)]
        assert same[0] == same[1], name


def test_an_article_that_touches_nothing_changes_no_other_row(payloads: list[str], tmp_path: Path) -> None:
    load_in_turn(tmp_path, [payloads[:-2]])
    before = {row["event_id"]: row for row in rows(tmp_path, "select * from events")}
    load_in_turn(tmp_path, [payloads[-2:]], first_day=2)
    after = {row["event_id"]: row for row in rows(tmp_path, "select * from events")}
    assert all(after[event_id] == row for event_id, row in before.items())
    assert len(after) > len(before)


def test_a_corrected_article_takes_its_old_rows_and_counts_along(payloads: list[str], tmp_path: Path) -> None:
    load_in_turn(tmp_path / "one", [payloads])
    load_in_turn(tmp_path / "one", [[corrected(payloads[3])]], first_day=2, version=2)
    counted = rows(tmp_path / "one", "select actor_id, mention_count from actors where mention_count > 0 order by actor_id")
    assert counted == rows(
        tmp_path / "one",
        "select actor_id, count(*) as mention_count from actor_mentions where actor_id is not null group by all order by all",
    )
    (read_again,) = (from_payload(payloads[3]).article["article_id"],)
    assert rows(tmp_path / "one", f"select distinct version from event_mentions where article_id = '{read_again}'") == [{"version": 2}]
    assert (
        rows(
            tmp_path / "one",
            "select event_id from events where event_id not in (select event_id from event_mentions where event_id is not null)",
        )
        == []
    )
    for name in ("name_counts", "article_keys"):
        load_in_turn(tmp_path / "two", [[*payloads[:3], corrected(payloads[3]), *payloads[4:]]]) if name == "name_counts" else None
        assert table(tmp_path / "one", name) == table(tmp_path / "two", name), name


def test_a_copy_that_comes_later_but_was_published_first_becomes_the_original(payloads: list[str], tmp_path: Path) -> None:
    given = from_payload(payloads[2]).article
    copied = payloads[2].replace(given["article_id"], "art_copy").replace(given["published_at"].isoformat(), "2023-01-01T00:00:00+00:00")
    rows_of = from_payload(copied)
    for row in (*rows_of.event_mentions, *rows_of.casualties, *rows_of.quotes):
        for name in ("mention_id", "claim_id", "quote_id"):
            if row.get(name):
                copied = copied.replace(row[name], content_id(name[:-3], row[name], "copy"))
    late = copied.replace("2023-01-01T00:00:00+00:00", (given["published_at"]).replace(hour=0, minute=0, day=1).isoformat())
    load_in_turn(tmp_path, [payloads, [late]])
    found = rows(tmp_path, f"select duplicate_of from articles where article_id = '{given['article_id']}'")
    assert found == [{"duplicate_of": "art_copy"}]
    counted = rows(tmp_path, f"select mention_id from event_mentions where article_id = '{given['article_id']}'")
    assert counted, "the rows of the article itself stay"
