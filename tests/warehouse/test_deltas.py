"""A copy that is brought up to date by `casus export --since`, as warehouse/PARQUET.md says, holds what the warehouse publishes."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse.world import LATER_TEXT, STRIKE_TEXT, article, unstamped, world
from warehouse.contract import PUBLISHED_TABLES
from warehouse.datapackage import read_datapackage
from warehouse.publish import publish
from warehouse.store import Store, open_store

DOCUMENT = Path(__file__).resolve().parents[2] / "warehouse" / "PARQUET.md"
BEGINNING = datetime(2024, 1, 20, 12, tzinfo=UTC)
Rows = dict[str, list[dict[str, Any]]]


def bring_up_to_date(copy: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Apply a delta by the very lines that the document gives."""
    snippet = DOCUMENT.read_text(encoding="utf-8").split("<!-- delta -->")[1]
    lines = "\n".join(line.removeprefix("    ") for line in snippet.splitlines() if line.startswith("    "))
    exec(lines, {"json": json, "copy": copy, "folder": str(folder)})


def new_copy(folder: Path) -> duckdb.DuckDBPyConnection:
    copy = duckdb.connect()
    copy.execute("set TimeZone = 'UTC'")
    for table in PUBLISHED_TABLES:
        copy.execute(f"create table {table.name} as from read_parquet('{folder}/{table.name}/*.parquet')")
    return copy


def differences(copy: duckdb.DuckDBPyConnection, folder: Path) -> list[str]:
    """Return the tables whose rows are not those of a whole publication."""
    found = []
    for table in PUBLISHED_TABLES:
        columns = ", ".join(table.column_names)
        published = f"select {columns} from read_parquet('{folder}/{table.name}/*.parquet')"
        held = f"select {columns} from {table.name}"
        lacking = copy.execute(f"select * from ({published} except all {held}) union all (({held}) except all ({published}))").fetchall()
        if lacking:
            found.append(f"{table.name}: {len(lacking)} rows, such as {lacking[0]}")
    return found


def load(store: Store, rows: Rows, number: int) -> datetime:
    """Load a run, an hour after the one before, and return its clock value."""
    moment = BEGINNING + timedelta(hours=number)
    store.load(rows, {"run_id": f"r{number}", "recorded_at": moment, "casus_version": "0.1.0"}, checked=False)
    return moment


def changed_world(chance: random.Random, number: int) -> Rows:
    """Return the small world with some of its rows changed, gone, or under another name."""
    rows = world()
    rows["actors"].append(unstamped("actors", actor_id=f"actor_{number}", name="Someone", kind="person"))
    rows["event_links"] = [
        unstamped("event_links", dataset=dataset, external_id=external, event_id="event_strike", score=0.5)
        for dataset, external in (("ucdp-ged", "x1"), ("ucdp-ged", "x2"), ("acled", "x1"))
    ]
    rows["external_events"] = [
        unstamped("external_events", dataset=dataset, external_id="x1", original=f'{{"n": {chance.randrange(3)}}}')
        for dataset in ("ucdp-ged", "acled")
    ]
    for name in ("event_mentions", "event_actors", "casualties", "quotes", "actor_mentions", "place_mentions", "date_mentions", "places",
                 "rejects", "event_links", "actors"):  # fmt: skip
        rows[name] = [row for row in rows[name] if chance.random() > 0.3]
    if chance.random() < 0.3:
        rows["events"], rows["event_actors"] = [], []
    changes: list[tuple[str, str, list[Any]]] = [
        ("events", "killed_best", [9, 10]),
        ("casualties", "victim_text", ["people", None]),
        ("event_actors", "mention_count", [1, 2]),
        ("actor_mentions", "actor_id", ["iran", "pakistan"]),
        ("places", "name", ["Saravan", "Saravān"]),
        ("articles", "origin", ["Reuters", "AFP"]),
        ("actors", "mention_count", [1, 2]),
    ]
    for name, column, values in changes:
        for row in rows[name]:
            row[column] = chance.choice(values)
    version = chance.randrange(1, 3)
    rows["articles"][0] |= article("a1", STRIKE_TEXT if version == 1 else LATER_TEXT, version=version)
    return rows


@pytest.mark.parametrize("seed", range(6))
def test_a_copy_stays_equal_through_many_runs(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with open_store(tmp_path / "w", wait_seconds=0) as store:
        load(store, world(), 0)
        copy = new_copy(publish(tmp_path / "w", checked=False))
        until = _until(tmp_path / "w" / "parquet")
        for number in range(1, 9):
            load(store, changed_world(chance, number), number)
            if chance.random() < 0.4:
                continue  # the next delta spans several runs
            delta = publish(tmp_path / "w", tmp_path / f"delta{number}", checked=False, since=until)
            bring_up_to_date(copy, delta)
            assert differences(copy, publish(tmp_path / "w", checked=False)) == [], f"after run {number}"
            until = _until(delta)
    copy.close()


def _until(folder: Path) -> datetime:
    return datetime.fromisoformat(read_datapackage(folder)["casus_recorded_until"])


def test_nothing_new_is_an_empty_delta(tmp_path: Path) -> None:
    with open_store(tmp_path / "w", wait_seconds=0) as store:
        load(store, world(), 0)
        load(store, world(), 1)
    delta = publish(tmp_path / "w", tmp_path / "delta", since=BEGINNING)
    assert {resource["name"]: resource["rows"] for resource in read_datapackage(delta)["resources"] if resource["rows"]} == {"runs": 1}


def test_the_delta_is_as_small_as_the_change(tmp_path: Path) -> None:
    with open_store(tmp_path / "w", wait_seconds=0) as store:
        load(store, world(), 0)
        rows = world()
        rows["quotes"] = []
        rows["events"][0]["killed_best"] = 10
        rows["date_mentions"] = []
        load(store, rows, 1)
    delta = publish(tmp_path / "w", tmp_path / "delta", since=BEGINNING)
    counts = {resource["name"]: resource["rows"] for resource in read_datapackage(delta)["resources"] if resource["rows"]}
    assert counts == {"events": 1, "event_actors": 2, "runs": 1, "events_log": 1, "removed": 2}
    with duckdb.connect() as connection:
        gone = connection.execute(f"select table_name, key from read_parquet('{delta}/removed/*.parquet')").fetchall()
    assert gone == [("date_mentions", "a2"), ("quotes", "q1")]


def test_no_id_of_acled_leaves_the_store(tmp_path: Path) -> None:
    external = {"external_events": [unstamped("external_events", dataset="acled", external_id="BFA123")]}
    link = unstamped("event_links", dataset="acled", external_id="BFA123", event_id="event_strike", score=0.9)
    with open_store(tmp_path / "w", wait_seconds=0) as store:
        load(store, world(), 0)
        load(store, external | {"event_links": [link]}, 1)
        load(store, {"event_links": []}, 2)
    delta = publish(tmp_path / "w", tmp_path / "delta", since=BEGINNING)
    assert all(b"BFA123" not in path.read_bytes() for path in delta.rglob("*.parquet"))
    with duckdb.connect() as connection:
        for table in (*PUBLISHED_TABLES, "removed"):
            name = table if isinstance(table, str) else table.name
            found = connection.execute(
                f"select count(*) from read_parquet('{delta}/{name}/*.parquet') as t where t::varchar like '%BFA123%'"
            )
            assert found.fetchall() == [(0,)], name
