"""Open the DuckDB file of a warehouse, and say in plain words why it cannot be opened."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.lock import WarehouseBusyError
from warehouse.migrate import SchemaError
from warehouse.schema import check_version, stored_version

DATABASE = "casus.duckdb"
# Its bar of progress, for whatever takes two seconds, would stand in the output of a program. The filter that a join hands to the scan
# beside it (DuckDB 2.0.0) leaves out rows of the answer at times, as its open issues 22075 and 25702 tell of other joins: a row that `rowid
# in (from wanted)` asks for was missing in 10 of 18 loads of 1,000 articles into a store of a million, with 300 MiB, and in none of 16
# without it, nor of 8 with 800 MiB.
ALWAYS = {"TimeZone": "UTC", "enable_progress_bar": "false", "disabled_optimizers": "join_filter_pushdown"}
# A run that adds to a warehouse needs little of it at a time; DuckDB would keep all that it read, up to most of the memory.
OF_A_RUN = {"memory_limit": "800MiB"}
# One of many rounds has readers beside it.
OF_A_ROUND = {"memory_limit": "300MiB"}


class StoreError(RuntimeError):
    """The warehouse could not be read or written; the message says why and what to do."""


@contextmanager
def connected(
    directory: Path, read_only: bool = False, wait_seconds: float = 0.0, config: Mapping[str, str] | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection to `DIR/casus.duckdb`, in UTC, closed at the end.

    Raises WarehouseBusyError when another process has held the file for `wait_seconds`, StoreError for a file that is missing,
    damaged or not writable, or of another schema. `config`: settings made in this order."""
    path = directory / DATABASE
    if read_only and not path.exists():
        raise StoreError(f"no warehouse in {directory}; make one with `casus run INPUT --warehouse {directory}`")
    connection = _open(path, read_only, wait_seconds, config or {})
    try:
        _check(connection, path, read_only)
        yield connection
    finally:
        connection.close()


def _open(path: Path, read_only: bool, wait_seconds: float, config: Mapping[str, str]) -> duckdb.DuckDBPyConnection:
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            connection = duckdb.connect(str(path), read_only=read_only)
            for name, value in {**ALWAYS, **config}.items():
                connection.execute(f"set {name} = '{value}'")
            return connection
        except duckdb.IOException as error:
            holder = re.search(r"PID (\d+)", str(error))
            if holder is None and "lock" not in str(error).lower():
                raise StoreError(f"cannot open {path}: {error}") from error
            if time.monotonic() >= deadline:
                who = f"process {holder.group(1)}" if holder else "another process"
                raise WarehouseBusyError(
                    f"{path} is in use by {who}; waited {wait_seconds:g} s. Wait until it ends, or read the Parquet files beside it."
                ) from error
            time.sleep(0.2)
        except duckdb.Error as error:
            raise StoreError(f"{path} is damaged or is no DuckDB file: {error}; move it away and run again") from error


def _check(connection: duckdb.DuckDBPyConnection, path: Path, read_only: bool) -> None:
    try:
        check_version(stored_version(connection), read_only)
    except SchemaError as error:
        raise StoreError(f"{path} cannot be used: {error}") from error


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commit what the block did, or roll all of it back and raise.

    DuckDB 2 answers a `COMMIT` after an error with success and discards everything, so an error must never reach the commit."""
    connection.execute("begin transaction")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")
