"""Bring a DuckDB file to the contract: tables with comments, the codes, the views, and the number of the schema."""

from __future__ import annotations

import duckdb

from warehouse.contract import SCHEMA_VERSION, TABLES
from warehouse.queries import Query, read_queries
from warehouse.render import comments, create_table, quoted


class SchemaError(RuntimeError):
    """A store that this version of Casus cannot use; the message says what to do."""


def stored_version(connection: duckdb.DuckDBPyConnection) -> int | None:
    """Return the number of the store's schema, None for an empty file; SchemaError for a file that is not a warehouse."""
    tables = {name for (name,) in connection.execute("select table_name from duckdb_tables() where not internal").fetchall()}
    if not tables:
        return None
    if "schema_version" not in tables:
        raise SchemaError("the file holds tables that Casus did not make; name another --warehouse")
    versions = [int(version) for (version,) in connection.execute("select version from schema_version").fetchall()]
    return max(versions, default=0)


def check_version(version: int | None) -> None:
    """Raise SchemaError for a store that was written by another version of Casus and cannot be read by this one."""
    if version is not None and version > SCHEMA_VERSION:
        raise SchemaError(f"it was written by a newer Casus (schema {version}, this one knows {SCHEMA_VERSION}); upgrade Casus")
    if version is not None and version < SCHEMA_VERSION:
        raise SchemaError(
            f"it was written by an older Casus (schema {version}, this one needs {SCHEMA_VERSION}); "
            "run `casus run` on the same inputs into a new --warehouse"
        )


def ensure_schema(connection: duckdb.DuckDBPyConnection) -> None:
    """Create what an empty store lacks and renew codes and views; the caller holds the transaction."""
    version = stored_version(connection)
    check_version(version)
    if version is None:
        for table in TABLES.values():
            connection.execute(";\n".join([create_table(table), *comments(table)]))
        connection.execute("create table schema_version (version BIGINT not null)")
        connection.execute("insert into schema_version values (?)", [SCHEMA_VERSION])
        connection.execute("create table codes (table_name VARCHAR, column_name VARCHAR, code VARCHAR)")
        connection.execute("comment on table codes is 'The codes that each column may hold, as the contract declares them.'")
    _renew_codes(connection)
    create_views(connection)


def _renew_codes(connection: duckdb.DuckDBPyConnection) -> None:
    rows = [(table.name, column.name, code) for table in TABLES.values() for column in table.columns for code in column.values]
    if connection.execute("select table_name, column_name, code from codes").fetchall() != rows:
        connection.execute("delete from codes")
        values = ", ".join(f"({', '.join(quoted(part) for part in row)})" for row in rows)
        connection.execute(f"insert into codes values {values}")


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the views of `sql/views/`, named after their files; SchemaError names the file of one that cannot be made."""
    for query in in_reading_order(read_queries("views")):
        try:
            connection.execute(f"create or replace view {query.name} as {query.statement}")
        except duckdb.Error as error:
            raise SchemaError(f"sql/views/{query.name}.sql: {error}") from error
        connection.execute(f"comment on view {query.name} is {quoted(query.header)}")


def in_reading_order(queries: list[Query]) -> list[Query]:
    """Return the queries so that each comes after those it names; an error aborts a transaction, so trying is no way."""
    waiting = {query.name: query for query in queries}
    ordered: list[Query] = []
    while waiting:
        ready = [q for q in waiting.values() if not any(name in waiting for name in q.words() if name != q.name)]
        if not ready:
            raise SchemaError(f"views that read each other: {', '.join(sorted(waiting))}")
        for query in ready:
            ordered.append(waiting.pop(query.name))
    return ordered
