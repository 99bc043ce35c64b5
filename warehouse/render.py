"""Render the contract: DuckDB DDL with comments, Arrow schemas with descriptions, and frictionless table schemas."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from warehouse.declare import Column, Table

SQL_TYPES = {
    "text": "VARCHAR", "json": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN",
    "date": "DATE", "time": "TIMESTAMPTZ", "texts": "VARCHAR[]",
}  # fmt: skip
ARROW_TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "json": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "time": pa.timestamp("us", tz="UTC"),
    "texts": pa.list_(pa.string()),
}
# Names of https://specs.frictionlessdata.io/table-schema/#types-and-formats
FRICTIONLESS_TYPES = {
    "text": "string", "json": "string", "integer": "integer", "number": "number", "boolean": "boolean",
    "date": "date", "time": "datetime", "texts": "array",
}  # fmt: skip


def quoted(text: str) -> str:
    """Return the text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def full_description(column: Column) -> str:
    """Return the column's sentence with its unit and codes."""
    parts = [column.description]
    if column.unit is not None:
        parts.append(f"Unit: {column.unit}.")
    if column.values:
        parts.append(f"One of: {', '.join(column.values)}.")
    return " ".join(parts)


def create_table(table: Table) -> str:
    """Return the `CREATE TABLE` statement, without keys: DuckDB's index refuses to replace a row within one
    transaction, so `sql/checks` hold them."""
    lines = [f"    {column.name} {SQL_TYPES[column.type]}{'' if column.nullable else ' NOT NULL'}" for column in table.columns]
    return f"CREATE TABLE {table.name} (\n" + ",\n".join(lines) + "\n)"


def comments(table: Table) -> list[str]:
    """Return the `COMMENT ON` statements of a table and its columns."""
    statements = [f"COMMENT ON TABLE {table.name} IS {quoted(table.grain)}"]
    statements += [f"COMMENT ON COLUMN {table.name}.{column.name} IS {quoted(full_description(column))}" for column in table.columns]
    return statements


def arrow_schema(table: Table) -> pa.Schema:
    """Return the Arrow schema, with the grain as metadata and each column's description and unit as its field's."""
    fields = []
    for column in table.columns:
        metadata = {"description": full_description(column)}
        if column.unit is not None:
            metadata["unit"] = column.unit
        fields.append(pa.field(column.name, ARROW_TYPES[column.type], nullable=column.nullable, metadata=metadata))
    return pa.schema(fields, metadata={"description": table.grain, "key": ",".join(table.key)})


def table_schema(table: Table) -> dict[str, Any]:
    """Return the frictionless table schema of `datapackage.json`."""
    return {"fields": [_field(column) for column in table.columns], "primaryKey": list(table.key)}


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if column.low is not None:
        constraints["minimum"] = column.low
    if column.high is not None:
        constraints["maximum"] = column.high
    field: dict[str, Any] = {"name": column.name, "type": FRICTIONLESS_TYPES[column.type], "description": column.description}
    if column.unit is not None:
        field["unit"] = column.unit
    if constraints:
        field["constraints"] = constraints
    return field
