"""Ask an open store: ids and rows noted in temporary tables, and rows of wide tables read only where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.noted import note_ids
from warehouse.stretch import rows_where

Row = dict[str, Any]
TIME = pa.timestamp("us", tz="UTC")
# What the store fills in a row.
STAMPS = "recorded_at, run_id"


class Questions:
    """Questions to an open store; `own` are the articles of the run, whose rows of earlier runs are never among the answers."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, own: Iterable[str]) -> None:
        self._connection = connection
        self._note("own_articles", own)

    @cached_property
    def _has_own(self) -> bool:
        """Whether the store has one of the run's articles; if not, what it holds of them need not be looked for."""
        return bool(self._rows("select article_id from article_marks where article_id in (from own_articles) limit 1"))

    @property
    def _of_others(self) -> str:
        """The condition that a row, of a table with `article_id`, is not of the run's articles."""
        return "article_id not in (from own_articles)" if self._has_own else "true"

    def _note(self, name: str, ids: Iterable[str]) -> None:
        note_ids(self._connection, name, ids)

    def _rows(self, query: str) -> list[Row]:
        rows: list[Row] = self._connection.sql(query).to_arrow_table().to_pylist()
        return rows

    def _rows_where(self, table: str, condition: str, order: str, columns: str = "*") -> list[Row]:
        """Return the rows of a wide table under a condition on its keys."""
        return self._rows(f"select * from ({rows_where(self._connection, table, condition, columns)}) order by {order}")


def between(at_least: str, at_most: str, firsts: Sequence[Any], lasts: Sequence[Any], gap: timedelta = timedelta()) -> str:
    """Return a condition on a stored first and last day: it spares stretches of a table that lie before or after all asked for."""
    if not firsts or None in firsts or None in lasts:
        return "true"
    low, high = min(firsts) - gap, max(lasts) + gap
    kind = "timestamptz" if isinstance(low, datetime) else "date"
    within = f"{at_least} >= {kind} '{low.isoformat()}' and {at_most} <= {kind} '{high.isoformat()}'"
    return f"(({within}) or {at_least} is null)"


def within(stored: str, asked: str, days: int) -> str:
    """Return the condition that two moments lie within so many days, or one of them is unknown."""
    gap = f"interval '{days} days'"
    return f"({stored} is null or {asked} is null or ({stored} >= {asked} - {gap} and {stored} <= {asked} + {gap}))"
