"""Keep what a query asks for in a temporary table of its connection."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb
import pyarrow as pa


def note_rows(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """Keep rows in a temporary table of that name, for queries of this connection."""
    connection.register("noted", rows)
    connection.execute(f"create or replace temp table {name} as from noted")
    connection.unregister("noted")


def note_ids(connection: duckdb.DuckDBPyConnection, name: str, ids: Iterable[str]) -> None:
    """Keep ids in a temporary table of that name, in its column `id`, sorted and each once."""
    note_rows(connection, name, pa.table({"id": pa.array(sorted(set(ids)), pa.string())}))
