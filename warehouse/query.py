"""Ad hoc SQL for people: the store opened read-only, with no way from SQL to files, the network or the settings."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

import duckdb
import pyarrow as pa

from warehouse.connect import connected

Format = Literal["table", "csv", "json"]
CLOSED = {"enable_external_access": "false", "autoload_known_extensions": "false", "lock_configuration": "true"}
WIDEST_CELL = 60
# What a terminal obeys, and what turns the reading direction: texts of strangers hold it, and a table shows it as U+FFFD.
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class QueryError(ValueError):
    """The SQL could not be run; the message says why and what to do."""


def run_query(directory: Path | str, sql: str, wait_seconds: float = 10.0) -> pa.Table:
    """Return the rows of one SQL statement over the warehouse's tables and views.

    Raises QueryError for SQL that fails or tries to write or to leave the warehouse, StoreError where there is no warehouse, and
    WarehouseBusyError while another process loads it."""
    with connected(Path(directory), read_only=True, wait_seconds=wait_seconds, config=CLOSED) as connection:
        try:
            statements = connection.extract_statements(sql)
            if len(statements) != 1:
                raise QueryError(f"give one SQL statement, not {len(statements)}")
            result = connection.sql(sql)
            return pa.table({"done": pa.array([], pa.string())}) if result is None else result.to_arrow_table()
        except duckdb.Error as error:
            raise QueryError(_explain(error)) from error


def _explain(error: duckdb.Error) -> str:
    text = str(error).strip()
    if isinstance(error, duckdb.PermissionException) or "disabled" in text:
        return f"{text}\n`casus sql` reads the warehouse and nothing else; for files, open the Parquet in DuckDB yourself."
    if "read-only" in text:
        return f"{text}\n`casus sql` is read-only; for a working copy: `duckdb my.duckdb` and read the Parquet files."
    if isinstance(error, duckdb.CatalogException):
        return f"{text}\n`casus sql 'show tables'` lists the tables, `casus sql 'describe events'` a table's columns."
    return text


def render(rows: pa.Table, output: Format) -> str:
    """Return the rows as text: an aligned table, CSV with a header, or a JSON array of objects; ends with a line break."""
    records = rows.to_pylist()
    if output == "json":
        return (
            json.dumps([{name: _plain(value) for name, value in record.items()} for record in records], ensure_ascii=False, indent=1) + "\n"
        )
    cells = [["" if value is None else _text(value) for value in record.values()] for record in records]
    return _as_csv(rows.column_names, cells) if output == "csv" else _as_table(rows.column_names, cells)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _text(value: Any) -> str:
    plain = _plain(value)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _as_csv(names: list[str], cells: list[list[str]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([names, *cells])
    return file.getvalue()


def _as_table(names: list[str], cells: list[list[str]]) -> str:
    shown = [[_short(cell) for cell in row] for row in [names, *cells]]
    widths = [max(len(row[number]) for row in shown) for number in range(len(names))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join([*lines, f"({len(cells)} row{'' if len(cells) == 1 else 's'})"]) + "\n"


def _short(cell: str) -> str:
    line = CONTROLS.sub("\ufffd", " ".join(cell.split()))
    return line if len(line) <= WIDEST_CELL else line[: WIDEST_CELL - 1] + "…"
