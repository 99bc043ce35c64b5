"""Publish the tables as Parquet for data teams: `DIR/parquet/<table>/*.parquet` with `DIR/parquet/datapackage.json` beside them.

Each publication is written whole into a folder of its own, `DIR/.parquet/<id>`, the id made of its content; then the link
`DIR/parquet` is turned to it in one step. Readers see the old files or the new ones, never a mixture, and the publication
before is kept for those who are still reading. A publication that died half-way leaves a `writing` folder, which the next
one clears; two at once into one folder wait for each other. DuckDB's own `COPY` would lose descriptions and nullability,
so rows go to Arrow, are cast to the contract, and are written by pyarrow; two tables at a time, for one core alone compresses one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.changes import REMOVED, changed_since, removed_since
from warehouse.checks import run_checks
from warehouse.connect import StoreError, connected
from warehouse.contract import PUBLISHED_TABLES
from warehouse.datapackage import Resource, file_sha256, write_datapackage
from warehouse.declare import Column, Table
from warehouse.lock import LoaderLock
from warehouse.render import arrow_schema
from warehouse.stretch import ROW_GROUP
from warehouse.switch import begin_writing, switch

PUBLISHING = ".publishing.lock"
COMPRESSION = "zstd"
AT_ONCE = 2  # tables


def publish(
    directory: Path | str,
    to: Path | str | None = None,
    checked: bool = True,
    wait_seconds: float = 60.0,
    since: datetime | None = None,
    is_flat: bool = False,
) -> Path:
    """Write every published table of the warehouse to `to` (default: the warehouse itself) and return the folder of Parquet files.

    `since` (with time zone): only rows recorded after it, and a table `removed` of the keys that left. `is_flat`: lists as text,
    parted by `|`, for readers without lists. Both need `to`, for the warehouse's own Parquet holds everything, else ValueError.
    Raises ChecksFailedError before anything is written when `sql/checks` find a fault, StoreError when the target cannot be
    written."""
    if to is None and (since is not None or is_flat):
        raise ValueError("name another folder for a part of the tables or flat tables: the warehouse's own Parquet holds everything")
    target = Path(to) if to is not None else Path(directory)
    lock = LoaderLock(target, PUBLISHING, "published")
    try:
        target.mkdir(parents=True, exist_ok=True)
        lock.acquire(wait_seconds)
        writing = begin_writing(target)
        with connected(Path(directory), read_only=True, wait_seconds=wait_seconds) as connection:
            if checked:
                run_checks(connection)
            wanted = [(flattened(table) if is_flat else table, published_rows(table, since, is_flat)) for table in PUBLISHED_TABLES]
            if since is not None:
                wanted.append((REMOVED, removed_since(PUBLISHED_TABLES, since)))
            resources = _written(connection, wanted, writing)
            ((until,),) = connection.execute("select max(recorded_at) from runs").fetchall()
        return switch(target, writing, write_datapackage(writing, resources, until))
    except OSError as error:
        raise StoreError(f"cannot publish to {target}: {error.strerror or error}; free space or choose another folder") from error
    finally:
        lock.release()


def _written(connection: duckdb.DuckDBPyConnection, wanted: Sequence[tuple[Table, str]], folder: Path) -> list[Resource]:
    """Write the rows of each query to the folder, the largest tables first, and return what was written in the order asked for."""
    sizes = dict(connection.execute("select table_name, estimated_size from duckdb_tables()").fetchall())
    ordered = sorted(wanted, key=lambda asked: -sizes.get(asked[0].name, 0))

    def write(asked: tuple[Table, str]) -> Resource:
        with connection.cursor() as own:
            own.execute("set TimeZone = 'UTC'")
            return write_table(own, *asked, folder)

    with ThreadPoolExecutor(AT_ONCE) as threads:
        found = {resource.table.name: resource for resource in threads.map(write, ordered)}
    return [found[table.name] for table, _ in wanted]


def published_rows(table: Table, since: datetime | None = None, is_flat: bool = False) -> str:
    """Return the query for the rows of a table that may be published, in the order of its key (all columns, for a log)."""
    conditions = [f"not ({table.unpublished_where})"] if table.unpublished_where else []
    conditions += [changed_since(table, since)] if since is not None else []
    where = f" where {' and '.join(conditions)}" if conditions else ""
    columns = [
        f"array_to_string({column.name}, '|') as {column.name}" if is_flat and column.type == "texts" else column.name
        for column in table.columns
    ]
    order = table.column_names if table.replaced_by == "log" else table.key
    return f"select {', '.join(columns)} from {table.name}{where} order by {', '.join(order)}"


def flattened(table: Table) -> Table:
    """Return the table with its lists declared as text, parted by `|`; an empty list is empty text, which some readers take for missing."""
    return replace(table, columns=tuple(_flat(column) if column.type == "texts" else column for column in table.columns))


def _flat(column: Column) -> Column:
    return replace(column, type="text", nullable=True, description=f"{column.description} Several are parted by '|'; none is empty text.")


def write_table(connection: duckdb.DuckDBPyConnection, table: Table, query: str, folder: Path) -> Resource:
    """Write a query's rows to `folder/<table>/part-0.parquet`, batch by batch, and return what `datapackage.json` says of it."""
    path = folder / table.name / "part-0.parquet"
    path.parent.mkdir()
    schema = arrow_schema(table)
    rows = 0
    with pq.ParquetWriter(path, schema, compression=COMPRESSION) as writer:
        for group in _row_groups(connection, query, schema):
            writer.write_table(group, row_group_size=ROW_GROUP)
            rows += group.num_rows
    return Resource(table, f"{table.name}/{path.name}", rows, path.stat().st_size, file_sha256(path))


def _row_groups(connection: duckdb.DuckDBPyConnection, query: str, schema: pa.Schema) -> Iterator[pa.Table]:
    """Yield the rows in pieces of one row group each, whatever pieces DuckDB hands over: the bytes must not depend on them."""
    waiting: list[pa.RecordBatch] = []
    count = 0
    for batch in connection.sql(query).to_arrow_reader(ROW_GROUP):
        rest = batch
        while count + rest.num_rows >= ROW_GROUP:
            taken = ROW_GROUP - count
            yield _cast([*waiting, rest.slice(0, taken)], schema)
            waiting, count, rest = [], 0, rest.slice(taken)
        if rest.num_rows:
            waiting.append(rest)
            count += rest.num_rows
    if waiting:
        yield _cast(waiting, schema)


def _cast(batches: list[pa.RecordBatch], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_batches(batches).combine_chunks().cast(schema)
