"""Bring an older store to the present schema by the ordered steps of `warehouse/migrations/`, within the caller's transaction."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.queries import Query, read_query

MIGRATIONS = Path(__file__).parent / "migrations"


class SchemaError(RuntimeError):
    """A store that this version of Casus cannot use; the message says what to do."""


def steps(folder: Path = MIGRATIONS) -> dict[int, Query]:
    """Return the steps by the schema each leads to, in order; ValueError where a number is missing, given twice or no number."""
    found: dict[int, Query] = {}
    for path in sorted(folder.glob("*.sql")):
        number = path.stem.partition("_")[0]
        if not number.isdecimal() or int(number) in found:
            raise ValueError(f"{path}: name it NNNN_what_changes.sql, with a number that no other file has")
        found[int(number)] = read_query(path)
    missing = sorted(set(range(min(found, default=0), max(found, default=0))) - found.keys())
    if missing:
        raise ValueError(f"{folder}: no step leads to schema {', '.join(map(str, missing))}")
    return found


def oldest_version(folder: Path = MIGRATIONS) -> int:
    """Return the oldest schema from which the steps lead on."""
    return min(steps(folder)) - 1


def migrate(connection: duckdb.DuckDBPyConnection, version: int, to: int, folder: Path = MIGRATIONS) -> None:
    """Apply the steps from one schema to another and note the new one; the caller holds the transaction.

    Raises SchemaError, which names the step, where one fails; the caller rolls back, and the store is as it was."""
    for number, step in steps(folder).items():
        if version < number <= to:
            try:
                connection.execute(step.statement)
            except duckdb.Error as error:
                raise SchemaError(
                    f"the store could not be brought from schema {number - 1} to {number}, and stays as it was: "
                    f"warehouse/migrations/{step.name}.sql: {error}"
                ) from error
    connection.execute("update schema_version set version = ?", [to])
