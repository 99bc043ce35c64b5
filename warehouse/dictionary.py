"""Write `warehouse/DICTIONARY.md` from the contract: `python -m warehouse.dictionary`."""

from __future__ import annotations

from pathlib import Path

from warehouse.changes import REMOVED, TOUCHED
from warehouse.contract import CURRENT_TABLES, TABLES
from warehouse.declare import STAMPS, Column, Table

DICTIONARY = Path(__file__).parent / "DICTIONARY.md"

HEAD = """# Data dictionary

Rendered from `warehouse/contract.py` by `python -m warehouse.dictionary`; a test keeps the two equal.

Text is UTF-8 in NFC, times are UTC, coordinates are WGS84. Null is unknown, never zero. Columns in **bold** are the key, which is
also the order of the rows in Parquet; columns marked `*` are never null. Lists are lists of text. Offsets count characters (not
bytes) of `articles.text`, the end exclusive: `articles.text[span_start:span_end] == evidence`.

`recorded_at`, `fetched_at`, `run_id`, the table `runs` and the logs' `superseded_` columns depend on the clock and on when runs were
made; all else follows from the inputs. Rows of ACLED (`dataset = 'acled'`) stay in DuckDB and are never written to Parquet.
"""

IN_DUCKDB = """

In DuckDB only: with the stamps and the logs it tells what `casus export --since` has to give.
"""
SINCE = """

Only in what `casus export --since` writes; warehouse/PARQUET.md says how to bring a copy up to date with it.
"""


def dictionary() -> str:
    """Return the whole dictionary as Markdown."""
    parts = [
        HEAD,
        *(_section(table) for table in CURRENT_TABLES),
        _logs(),
        _section(TOUCHED).rstrip() + IN_DUCKDB,
        _section(REMOVED).rstrip() + SINCE,
    ]
    return "\n".join(parts)


def _section(table: Table) -> str:
    lines = [f"## {table.name}", "", table.grain, "", "| column | type | unit | meaning |", "|---|---|---|---|"]
    lines += [_row(table, column) for column in table.columns]
    return "\n".join(lines) + "\n"


def _row(table: Table, column: Column) -> str:
    name = f"**{column.name}**" if column.name in table.key else column.name
    mark = "" if column.nullable else "*"
    meaning = column.description
    if column.values:
        meaning += " One of: " + ", ".join(f"`{value}`" for value in column.values) + "."
    return f"| {name}{mark} | {column.type} | {column.unit or ''} | {meaning} |"


def _logs() -> str:
    logs = [table for table in TABLES.values() if table.name.endswith("_log")]
    added = [column for column in logs[0].columns[-3:] if column.name not in STAMPS]
    lines = ["## Logs", "", "Each log has the columns of its table and those below; that of articles lacks `text` and `extra`.", ""]
    lines += [f"- `{table.name}`: {table.grain}{'' if table.is_published else ' In DuckDB only.'}" for table in logs]
    lines += ["", "| column | type | unit | meaning |", "|---|---|---|---|"]
    return "\n".join(lines + [_row(logs[0], column) for column in added]) + "\n"


if __name__ == "__main__":
    DICTIONARY.write_text(dictionary(), encoding="utf-8")
