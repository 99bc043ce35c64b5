"""Look into a wide table only where the rows are that one asks for."""

from __future__ import annotations

from itertools import pairwise

import duckdb

ROW_GROUP = 122_880  # rows that DuckDB reads or leaves alone together, and a good grain for parallel reading of Parquet


def rows_where(connection: duckdb.DuckDBPyConnection, table: str, condition: str, columns: str = "*") -> str:
    """Return a query for the rows of a table under a condition, to be run before the next such query on the table is asked for; it spares
    the stretches of the table where there are none.

    `condition`: on few columns of the table, looked at once. DuckDB reads all columns of a table that is joined with a list of keys, texts
    too, and then drops most rows; rows that came together stand together, so that few are read of stretches."""
    connection.execute(f"create or replace temp table wanted_{table} as select rowid as number from {table} where {condition}")
    numbers = [number for (number,) in connection.execute(f"select number from wanted_{table} order by number").fetchall()]
    if not numbers:
        return f"select {columns} from {table} where false"
    gaps = [(number, after) for number, after in pairwise(numbers) if after - number > ROW_GROUP]
    starts, ends = [numbers[0], *(after for _, after in gaps)], [*(number for number, _ in gaps), numbers[-1]]
    wanted = f"rowid in (from wanted_{table})"
    return " union all ".join(
        f"select {columns} from {table} where rowid between {first} and {last} and {wanted}"
        for first, last in zip(starts, ends, strict=True)
    )
