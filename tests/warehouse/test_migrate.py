"""A store of every older schema comes to the present one with every row, in one transaction, or stays as it was."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.warehouse import stores
from tests.warehouse.world import run, world
from warehouse import schema
from warehouse.connect import DATABASE, StoreError, connected
from warehouse.contract import SCHEMA_VERSION, TABLES
from warehouse.migrate import MIGRATIONS, SchemaError, migrate, oldest_version, steps
from warehouse.publish import publish
from warehouse.schema import ensure_schema
from warehouse.store import open_store
from warehouse.verify import verify

Rows = dict[str, list[tuple[object, ...]]]
OLDER = [version for version in stores.versions() if version < SCHEMA_VERSION]
GONE = {"mention_blocks"}  # what only the next run read, and now finds otherwise
SHAPE = "select table_name, column_name, data_type, is_nullable from duckdb_columns() where not internal"


def rows_of(folder: Path, columns: dict[str, list[str]]) -> Rows:
    with duckdb.connect(str(folder / DATABASE)) as connection:
        return {
            name: connection.execute(f"select {', '.join(chosen)} from {name} order by all").fetchall() for name, chosen in columns.items()
        }


def columns_of(folder: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with duckdb.connect(str(folder / DATABASE)) as connection:
        tables = (
            "select table_name, column_name from duckdb_columns() where table_name in (select table_name from duckdb_tables()) order by all"
        )
        for table, column in connection.execute(tables).fetchall():
            if table not in ("codes", "schema_version"):
                found.setdefault(table, []).append(column)
    return found


def test_there_is_a_step_to_each_schema_and_a_store_of_each() -> None:
    assert list(steps()) == list(range(oldest_version() + 1, SCHEMA_VERSION + 1))
    assert stores.versions() == list(range(oldest_version(), SCHEMA_VERSION + 1))
    assert all(len(step.header) > 30 for step in steps().values()), "begin with a comment that says what changes"


def test_the_latest_store_has_the_tables_of_the_contract() -> None:
    """A column that changed without a new schema, a migration and `python -m tests.warehouse.stores` shows here."""
    shapes = []
    for build in (ensure_schema, lambda connection: connection.execute(stores.stored(SCHEMA_VERSION).read_text(encoding="utf-8"))):
        with duckdb.connect() as connection:
            build(connection)
            tables = {name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()}
            shapes.append({row for row in connection.execute(SHAPE).fetchall() if row[0] in tables})
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("version", OLDER)
def test_an_older_store_keeps_every_row_and_goes_on(tmp_path: Path, version: int) -> None:
    stores.rebuild(version, tmp_path / DATABASE)
    before = columns_of(tmp_path)
    rows = rows_of(tmp_path, before)
    assert all(rows[name] for name in ("articles", "events_log", "casualties_log", "event_links"))
    with open_store(tmp_path, wait_seconds=0) as store:
        after = columns_of(tmp_path)
        assert before.keys() - after.keys() <= GONE
        kept = {name: [column for column in columns if column in after[name]] for name, columns in before.items() if name in after}
        assert rows_of(tmp_path, kept) == cut(rows, before, kept)
        publish(tmp_path)
        assert verify(tmp_path) == []
        store.load(world(), run("r9", 25))
        assert store.read_table("events").to_pylist()[0]["run_id"] == "r9"
    with connected(tmp_path, read_only=True) as connection:
        assert connection.execute("select version from schema_version").fetchall() == [(SCHEMA_VERSION,)]
        bare = "select table_name, column_name from duckdb_columns() where not internal and comment is null"
        assert [row for row in connection.execute(bare).fetchall() if row[0] in TABLES] == []


def cut(rows: Rows, columns: dict[str, list[str]], kept: dict[str, list[str]]) -> Rows:
    """Return the rows cut to the columns that are still there."""
    places = {name: [columns[name].index(column) for column in kept[name]] for name in kept}
    return {name: [tuple(row[place] for place in places[name]) for row in rows[name]] for name in kept}


def test_the_best_links_of_schema_1_are_found(tmp_path: Path) -> None:
    stores.rebuild(1, tmp_path / DATABASE)
    with duckdb.connect(str(tmp_path / DATABASE)) as connection:
        for event_id, external_id, score in (("e1", "x1", 0.9), ("e1", "x2", 0.7), ("e2", "x2", 0.8), ("e3", "x3", 0.6)):
            connection.execute(
                "insert into event_links by name select ? as event_id, ? as external_id, ? as score, "
                "'ucdp-ged' as dataset, now() as recorded_at, 'r1' as run_id",
                [event_id, external_id, score],
            )
        migrate(connection, 1, 2)
        found = connection.execute("select event_id, external_id from event_links where is_best order by all").fetchall()
    assert found == [("e1", "x1"), ("e2", "x2"), ("e3", "x3")]


def test_a_step_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stores.rebuild(1, tmp_path / DATABASE)
    before, rows = columns_of(tmp_path), rows_of(tmp_path, columns_of(tmp_path))
    folder = tmp_path / "migrations"
    folder.mkdir()
    broken = "-- This step breaks at its second statement.\ndrop table quotes; alter table nowhere add column x VARCHAR;"
    (folder / "0002_broken.sql").write_text(broken)
    monkeypatch.setattr(schema, "migrate", lambda connection, version, to: migrate(connection, version, to, folder))
    with pytest.raises(StoreError, match=r"casus\.duckdb.*from schema 1 to 2, and stays as it was.*0002_broken\.sql.*nowhere"):
        open_store(tmp_path, wait_seconds=0)
    assert (columns_of(tmp_path), rows_of(tmp_path, before)) == (before, rows)
    monkeypatch.undo()
    open_store(tmp_path, wait_seconds=0).close()


def test_a_reader_of_an_older_store_is_told_how_to_bring_it_up_to_date(tmp_path: Path) -> None:
    stores.rebuild(1, tmp_path / DATABASE)
    with pytest.raises(StoreError, match=r"older Casus.*casus export --warehouse"), connected(tmp_path, read_only=True):
        pass


@pytest.mark.parametrize(
    ("version", "message"), [(SCHEMA_VERSION + 1, "newer Casus.*upgrade"), (oldest_version() - 1, "too old.*new --warehouse")]
)
def test_a_store_of_a_schema_that_no_step_leads_from_is_refused(tmp_path: Path, version: int, message: str) -> None:
    open_store(tmp_path, wait_seconds=0).close()
    with duckdb.connect(str(tmp_path / DATABASE)) as connection:
        connection.execute("update schema_version set version = ?", [version])
    with pytest.raises(StoreError, match=message):
        open_store(tmp_path, wait_seconds=0)


def test_a_store_that_is_not_of_the_schema_it_claims_is_refused(tmp_path: Path) -> None:
    open_store(tmp_path, wait_seconds=0).close()
    with duckdb.connect(str(tmp_path / DATABASE)) as connection:
        connection.execute("alter table events drop column confidence")
    with pytest.raises(StoreError, match=r"lacks events\.confidence.*new --warehouse"):
        open_store(tmp_path, wait_seconds=0)


@pytest.mark.parametrize(
    ("names", "message"),
    [(("0002_a.sql", "0004_b.sql"), "no step leads to schema 3"), (("0002_a.sql", "0002_b.sql"), "no other file"), (("next.sql",), "NNNN")],
)
def test_steps_without_order_are_refused(tmp_path: Path, names: tuple[str, ...], message: str) -> None:
    for name in names:
        (tmp_path / name).write_text("-- A step.\nselect 1;")
    with pytest.raises(ValueError, match=message):
        steps(tmp_path)


def test_every_file_of_the_folder_is_a_step() -> None:
    assert {path.name for path in MIGRATIONS.iterdir()} == {f"{step.name}.sql" for step in steps().values()} | {"README.md"}


def test_a_file_with_tables_of_others_is_no_store() -> None:
    with duckdb.connect() as connection:
        connection.execute("create table other (x integer)")
        with pytest.raises(SchemaError, match="did not make"):
            ensure_schema(connection)
