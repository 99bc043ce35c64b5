"""A look into stretches of a table finds the rows that a look into the whole finds."""

from __future__ import annotations

import duckdb
import pytest

from warehouse.stretch import ROW_GROUP, rows_where


@pytest.mark.parametrize(
    ("wanted", "stretches"),
    [([], 1), ([0], 1), ([5, 6, 900], 1), ([3, 3 * ROW_GROUP], 2), ([1, 2 * ROW_GROUP, 2 * ROW_GROUP + 9, 4 * ROW_GROUP], 3)],
)
def test_rows_are_found_in_as_many_stretches_as_stand_apart(wanted: list[int], stretches: int) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"create table numbered as select range as number, 'text' as text from range({5 * ROW_GROUP})")
        connection.execute("create table wanted (number bigint)")
        connection.executemany("insert into wanted values (?)", [[number] for number in wanted] or [[-1]])
        query = rows_where(connection, "numbered", "number in (from wanted)", "number")
        assert sorted(number for (number,) in connection.execute(query).fetchall()) == wanted
        assert query.count("select number from numbered") == stretches


def test_rows_of_the_transaction_at_work_are_found_beside_those_before() -> None:
    with duckdb.connect() as connection:
        connection.execute("create table numbered as select range as number from range(10)")
        connection.execute("begin transaction")
        connection.execute("insert into numbered values (10), (11)")
        query = rows_where(connection, "numbered", "number in (3, 11)")
        assert sorted(connection.execute(query).fetchall()) == [(3,), (11,)]
