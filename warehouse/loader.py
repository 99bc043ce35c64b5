"""A run on its way into a store, in one transaction: it asks what is there, adds rows, and keeps all of them or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.around import Around
from warehouse.checks import run_checks
from warehouse.conform import conform
from warehouse.contract import CURRENT_TABLES, TABLES, UPKEEP_TABLES
from warehouse.partial_checks import check_loaded
from warehouse.rejects import with_reject_ids
from warehouse.replace import begin_replacing, put_in_place, replace_rows, tidy

Run = Callable[[], Mapping[str, Any]]


class Loader:
    """Rows of one run between the beginning and the end of its transaction, from `Store.loading`. `is_whole`: they are those of
    everything the store holds, not of what is new."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, run: Run, is_whole: bool) -> None:
        self._connection = connection
        self._run = run
        self._stamps = _run_row(run)
        self.is_whole = is_whole
        self._articles: list[pa.Table] = []
        self._looked_at: Mapping[str, Iterable[str]] = {}
        self._ends: dict[str, int] = {}
        self.counts: dict[str, int] = {}

    def around(self, own: Iterable[str]) -> Around:
        """Return the questions that may be asked of the store; `own` are the articles to be added."""
        return Around(self._connection, own)

    def read_table(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """Return a table (or the given columns of it) in the order of its key; KeyError for a name that is not of the contract."""
        return table_of(self._connection, name, columns)

    def add(
        self, tables: dict[str, Any], looked_at: Mapping[str, Iterable[str]] | None = None, changed: dict[str, Any] | None = None
    ) -> None:
        """Add the rows of the run to the store, as its module says of `load`. In place of the rows of a table of articles a function may
        stand that yields them in parts, each with all rows of its articles. Both dictionaries are emptied, table by table, for rows take
        several times the memory of what is stored.

        Raises ContractError for rows that do not fit."""
        for name in (*tables, *(changed or {})):
            if name not in TABLES or TABLES[name].replaced_by == "log" or name == "runs":
                raise KeyError(f"{name} is no table to load")
        self._looked_at = looked_at or {}
        articles = _conformed(tables, "articles")
        self._ends = begin_replacing(self._connection, articles)
        for table in (*CURRENT_TABLES, *UPKEEP_TABLES):
            if callable(tables.get(table.name)):
                for part in tables.pop(table.name)():
                    replace_rows(self._connection, table, conform(part, table.name, stamped=False), self._stamps, is_part=True)
            elif (rows := articles if table.name == "articles" else _conformed(tables, table.name)) is not None:
                ids = self._looked_at.get(table.name)
                replace_rows(self._connection, table, rows, self._stamps, None if ids is None else pa.array(sorted(ids), pa.string()))
            corrected = _conformed(changed or {}, table.name)
            if corrected is not None:
                put_in_place(self._connection, table, corrected, self._stamps)
            if table.name == "articles":
                self._articles = [rows for rows in (articles, corrected) if rows is not None]
        tidy(self._connection, self._stamps)

    def finish(self, checked: bool = True) -> None:
        """Note the run and check what it added, or the whole store where it was handed over whole.

        Raises ContractError for a run's row that does not fit, ChecksFailedError with the faulty rows."""
        self.counts = row_counts(self._connection)
        run = _run_row(self._run) | {"row_counts": json.dumps(self.counts, sort_keys=True)}
        replace_rows(self._connection, TABLES["runs"], conform([run], "runs"), run)
        if checked and self.is_whole:
            run_checks(self._connection)
        elif checked:
            check_loaded(self._connection, self._articles, self._looked_at, str(run["run_id"]), self._ends)


def _run_row(run: Run) -> dict[str, Any]:
    row = {column.name: None for column in TABLES["runs"].columns} | dict(run())
    conform([row], "runs")
    return row


def _conformed(tables: dict[str, Any], name: str) -> pa.Table | None:
    """Take a table's rows out of `tables`, and return them as the contract has them; None where there are none to add."""
    if name not in tables:
        return None
    rows = tables.pop(name)
    return conform(with_reject_ids(rows) if name == "rejects" else rows, name, stamped=False)


def table_of(connection: duckdb.DuckDBPyConnection, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """Return a table (or the given columns of it) in the order of its key; KeyError for a name that is not of the contract."""
    table = TABLES[name]
    chosen = ", ".join(columns or table.column_names)
    found = connection.sql(f"select {chosen} from {name} order by {', '.join(table.key)}").to_arrow_table()
    return found if columns else conform(found, name)


def row_counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return the number of rows of each table but `runs` and those that only the next run reads."""
    counted = TABLES.keys() - {"runs"} - {table.name for table in UPKEEP_TABLES}
    counts = " union all ".join(f"select '{name}' as name, count(*) as rows from {name}" for name in sorted(counted))
    return {name: int(rows) for name, rows in connection.execute(counts).fetchall()}
