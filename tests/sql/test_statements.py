"""Every statement of `sql/` says what it answers, names its columns, and runs on an empty and on a filled store."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.warehouse.world import database, row, world
from warehouse.contract import CURRENT_TABLES
from warehouse.queries import SQL, read_query

STATEMENTS = [pytest.param(path, id=str(path.relative_to(SQL))) for path in sorted(SQL.rglob("*.sql"))]
# The steps of `casus link` read each other's temporary tables; tests/warehouse/link runs them.
EVERY_FILE = [parameter for parameter in STATEMENTS if not str(parameter.id).startswith("links/")]


@pytest.mark.parametrize("path", STATEMENTS)
def test_it_has_a_header_and_no_star_in_the_final_select(path: Path) -> None:
    query = read_query(path)
    assert len(query.header) > 30, "begin with a comment that says what it answers"
    statement = re.sub(r"--[^\n]*", "", query.statement)
    last_select = re.split(r"\bselect\b", statement, flags=re.IGNORECASE)[-1]
    assert not last_select.lstrip().startswith("*"), "name the columns of the final select"
    assert ";" not in statement, "one statement a file"
    assert len(query.statement.splitlines()) <= 130


@pytest.mark.parametrize("path", EVERY_FILE)
def test_it_runs_on_an_empty_store(path: Path) -> None:
    with database({}) as connection:
        assert connection.execute(read_query(path).statement).fetchall() == []


@pytest.mark.parametrize("path", EVERY_FILE)
def test_it_runs_on_a_filled_store(path: Path) -> None:
    with database(filled()) as connection:
        found = connection.execute(read_query(path).statement).fetchall()
    assert found == [] if path.parent.name == "checks" else found is not None


def filled() -> dict[str, list[dict[str, object]]]:
    """Return the world's rows as the store holds them."""
    rows = world()
    rows["rejects"] = [reject | {"reject_id": "r1"} for reject in rows["rejects"]]
    return {name: [row(name, **values) for values in given] for name, given in rows.items()}


@pytest.mark.parametrize("folder", ["views", "checks", "examples", "joins", "links"])
def test_no_folder_is_empty(folder: str) -> None:
    assert list((SQL / folder).glob("*.sql"))


def test_every_coded_column_is_checked() -> None:
    statement = read_query(SQL / "checks" / "codes_known.sql").statement.replace(" as table_name", "").replace(" as column_name", "")
    coded = [(table.name, column.name) for table in CURRENT_TABLES for column in table.columns if column.values]
    assert [names for names in coded if "'{}', '{}'".format(*names) not in statement] == []


def test_every_key_is_checked() -> None:
    statement = read_query(SQL / "checks" / "keys_unique.sql").statement
    assert [table.name for table in CURRENT_TABLES if f"'{table.name}'" not in statement] == []


def test_every_table_with_evidence_is_checked() -> None:
    words = read_query(SQL / "checks" / "spans_equal_evidence.sql").words()
    assert [table.name for table in CURRENT_TABLES if "evidence" in table.column_names and table.name not in words] == []
