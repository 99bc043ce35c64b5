"""Look into a wide table only where the rows are that one asks for."""

from __future__ import annotations

from itertools import pairwise

import duckdb

ROW_GROUP = 122_880  # rows that DuckDB reads or leaves alone together, and a good grain for parallel reading of Parquet


def rows_where(connection: duckdb.DuckDBPyConnection, table: str, condition: str, columns: str = "*") -> str:
    """Return a query for the rows of a table under a condition that spares the stretches of the table where there are none.

    `condition`: on few columns of the table, by their bare names. DuckDB reads all columns of a table that is joined with a list of keys,
    texts too, and then drops most rows; rows that came together stand together, so that few are read of stretches."""
    numbers = [number for (number,) in connection.execute(f"select rowid from {table} where {condition} order by rowid").fetchall()]
    gaps = [(number, after) for number, after in pairwise(numbers) if after - number > ROW_GROUP]
    starts, ends = [*numbers[:1], *(after for _, after in gaps)], [*(number for number, _ in gaps), *numbers[-1:]]
    stretches = zip(starts, ends, strict=True)
    parts = [f"rowid between {first} and {last} and ({condition})" for first, last in stretches] or ["false"]
    return " union all ".join(f"select {columns} from {table} where {part}" for part in parts)
