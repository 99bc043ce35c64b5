"""`casus sql` reads the warehouse and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.warehouse.world import run, world
from warehouse.connect import StoreError
from warehouse.query import QueryError, render, run_query
from warehouse.store import open_store


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("warehouse")
    with open_store(folder, wait_seconds=0) as store:
        store.load(world(), run("r1"))
    return folder


def test_tables_and_views_can_be_read(warehouse: Path) -> None:
    assert run_query(warehouse, "select claim_id from casualties order by claim_id").to_pylist() == [{"claim_id": "c1"}, {"claim_id": "c2"}]
    assert run_query(warehouse, "select event_count from dyad_day").to_pylist() == [{"event_count": 1}]


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('/etc/passwd')",
        "select * from '/etc/passwd'",
        "select * from read_text('/etc/hostname')",
        "select * from glob('/*')",
        "select * from read_parquet('https://127.0.0.1/x.parquet')",
        "copy articles to '/tmp/articles.csv'",
        "attach '/tmp/other.duckdb'",
        "export database '/tmp/export'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set threads = 1",
        "create table mine (x integer)",
        "delete from articles",
        "update events set title = 'x'",
        "drop view dyad_day",
        "select 1; select 2",
        "",
        "selec 1",
        "select nothing from nowhere",
    ],
)
def test_sql_that_fails_or_leaves_the_warehouse_is_refused(warehouse: Path, sql: str) -> None:
    with pytest.raises(QueryError):
        run_query(warehouse, sql)


@pytest.mark.parametrize(
    ("sql", "advice"),
    [("from read_csv('/etc/passwd')", "reads the warehouse"), ("delete from articles", "read-only"), ("from nowhere", "show tables")],
)
def test_the_message_says_what_to_do(warehouse: Path, sql: str, advice: str) -> None:
    with pytest.raises(QueryError, match=advice):
        run_query(warehouse, sql)


def test_a_missing_warehouse_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no warehouse in .*casus run"):
        run_query(tmp_path, "select 1")


def test_the_three_formats(warehouse: Path) -> None:
    rows = run_query(warehouse, "select 'a, b' as text, null as unknown, date '2024-01-18' as day, ['x'] as list, {'n': 1} as struct")
    assert render(rows, "csv") == 'text,unknown,day,list,struct\n"a, b",,2024-01-18,"[""x""]","{""n"": 1}"\n'
    assert json.loads(render(rows, "json")) == [{"text": "a, b", "unknown": None, "day": "2024-01-18", "list": ["x"], "struct": {"n": 1}}]
    assert render(run_query(warehouse, "select 1 as n, 'one\ntwo' as text"), "table") == "n  text\n-  -------\n1  one two\n(1 row)\n"
    assert render(run_query(warehouse, "select event_id from events where false"), "table") == "event_id\n--------\n(0 rows)\n"


def test_a_table_obeys_no_text(warehouse: Path) -> None:
    rows = run_query(warehouse, "select chr(27) || '[31mred' || chr(8238) as text")
    assert render(rows, "table").splitlines()[2] == "\ufffd[31mred\ufffd"
    assert json.loads(render(rows, "json")) == [{"text": "\x1b[31mred\u202e"}]
