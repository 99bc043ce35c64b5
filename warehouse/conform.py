"""The one door into a table: rows, a DataFrame or an Arrow table become an Arrow table that fits the contract, or an error says why not.

Arrow's own conversions are not enough: `Table.from_pandas(schema=)` drops columns it does not know without a word, and
`validate(full=True)` lets nulls through in fields that forbid them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any, TypeGuard

import pyarrow as pa
import pyarrow.compute as pc

from warehouse.contract import TABLES
from warehouse.declare import STAMPS, Column, Table
from warehouse.render import ARROW_TYPES, arrow_schema

if TYPE_CHECKING:
    import pandas as pd


class ContractError(ValueError):
    """Rows that do not fit their table; the message names the table, the column and a value."""


def conform(rows: pa.Table | pd.DataFrame | Iterable[Any], table_name: str, stamped: bool = True) -> pa.Table:
    """Return the rows as an Arrow table with exactly the contract's schema.

    `rows`: an Arrow table, a DataFrame, or mappings or dataclasses with the column names. With `stamped=False` the columns
    `recorded_at` and `run_id`, which the store fills, may be absent, and are then left out.
    Raises ContractError for an unknown or missing column, a value of another type, a null where none may be, a code or
    number out of bounds, and a key that occurs twice."""
    table = TABLES[table_name]
    given = _as_columns(rows, table)
    absent_stamps = {name for name in STAMPS if name in table.column_names and not stamped and name not in given}
    _compare_names(table, set(given), absent_stamps)
    kept = [column for column in table.columns if column.name not in absent_stamps]
    count = next((len(values) for values in given.values()), 0)
    arrays = [
        _cast(table, column, given[column.name]) if column.name in given else pa.nulls(count, ARROW_TYPES[column.type]) for column in kept
    ]
    schema = arrow_schema(table)
    result = pa.table(arrays, schema=pa.schema([schema.field(column.name) for column in kept], metadata=schema.metadata))
    for column in kept:
        _check_values(table, column, result[column.name])
    _check_key(table, result)
    return result


def _as_columns(rows: pa.Table | pd.DataFrame | Iterable[Any], table: Table) -> dict[str, Any]:
    if isinstance(rows, pa.Table):
        return {name: rows[name] for name in rows.column_names}
    if _is_frame(rows):
        return (
            {str(name): pa.Array.from_pandas(rows[name]) for name in rows.columns}
            if len(rows)
            else {str(name): [] for name in rows.columns}
        )
    records = [_as_mapping(row, table) for row in rows]
    if not records:
        return {name: [] for name in table.column_names}
    names: dict[str, None] = {}
    for record in records:
        if record.keys() != names.keys():
            names |= dict.fromkeys(record)
    for number, record in enumerate(records):
        if len(record) < len(names):
            lost = [name for name in names if name not in record]
            raise ContractError(
                f"{table.name}: row {number} lacks {', '.join(lost)}, which other rows have; write None where a value is unknown"
            )
    return {name: [record[name] for record in records] for name in names}


def _is_frame(rows: Any) -> TypeGuard[pd.DataFrame]:
    """Return whether rows are a DataFrame; nobody has one before pandas is loaded, which takes half a second."""
    return "pandas" in sys.modules and isinstance(rows, sys.modules["pandas"].DataFrame)


def _as_mapping(row: Any, table: Table) -> Mapping[str, Any]:
    if type(row) is dict:  # what nearly all rows are: to ask what else they might be takes longer than to read them
        return row
    if is_dataclass(row) and not isinstance(row, type):
        return asdict(row)
    if isinstance(row, Mapping):
        return row
    raise ContractError(f"{table.name}: a row is a {type(row).__name__}; hand over mappings or dataclasses")


def _compare_names(table: Table, given: set[str], absent_stamps: set[str]) -> None:
    unknown = sorted(given - set(table.column_names))
    if unknown:
        raise ContractError(f"{table.name} has no column {', '.join(unknown)}; declare it in warehouse/tables or leave it out")
    missing = [c.name for c in table.columns if c.name not in given and not c.is_optional and c.name not in absent_stamps]
    if missing:
        raise ContractError(f"{table.name} lacks the column {', '.join(missing)}; hand it over, with null where unknown")


def _cast(table: Table, column: Column, values: Any) -> pa.ChunkedArray | pa.Array:
    target = ARROW_TYPES[column.type]
    try:
        if isinstance(values, list):
            if column.type == "json":
                values = [_as_json(value) for value in values]
            return pa.array(values, type=target, from_pandas=True)
        if column.type == "number":  # pandas writes NaN for unknown
            values = values.cast(target)
            return pc.if_else(pc.is_nan(values), pa.scalar(None, target), values)
        return values.cast(target)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError, TypeError) as error:
        raise ContractError(f"{table.name}.{column.name} is {column.type}, but a value is not: {error}") from error


def _as_json(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _check_values(table: Table, column: Column, values: pa.ChunkedArray) -> None:
    if not column.nullable and values.null_count:
        raise ContractError(f"{table.name}.{column.name} may not be null, but is in row {pc.index(values.is_null(), True).as_py()}")
    if column.values:
        known = pc.or_(pc.is_in(values, pa.array(column.values)), pc.is_null(values))
        _refuse(table, column, values, pc.invert(known), f"is none of {', '.join(column.values)}")
    if column.low is not None:
        _refuse(table, column, values, pc.fill_null(pc.less(values, column.low), False), f"is below {column.low}")
    if column.high is not None:
        _refuse(table, column, values, pc.fill_null(pc.greater(values, column.high), False), f"is above {column.high}")


def _refuse(table: Table, column: Column, values: pa.ChunkedArray, faulty: Any, why: str) -> None:
    row = pc.index(faulty, True).as_py()
    if row >= 0:
        raise ContractError(f"{table.name}.{column.name} {why}: {values[row].as_py()!r} in row {row}")


def _check_key(table: Table, rows: pa.Table) -> None:
    key = [name for name in table.key if name in rows.column_names]
    counted = rows.select(key).group_by(key).aggregate([([], "count_all")])
    twice = counted.filter(pc.greater(counted["count_all"], 1)).slice(0, 3)
    if twice.num_rows:
        raise ContractError(
            f"{table.name}: the key ({', '.join(key)}) occurs more than once: {twice.drop_columns(['count_all']).to_pylist()}"
        )
