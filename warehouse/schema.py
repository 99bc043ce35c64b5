"""Bring a DuckDB file to the contract: tables with comments, the codes, the views, and the number of the schema.

An older store is migrated, in the transaction of the caller; one that is too old, newer, or not of the schema it claims is refused. A store
that has what this version makes is left as it is: to change it, DuckDB writes the whole catalog of a large store anew.
"""

from __future__ import annotations

import hashlib

import duckdb

from warehouse.contract import SCHEMA_VERSION, TABLES
from warehouse.history import macros
from warehouse.migrate import SchemaError, migrate, oldest_version
from warehouse.queries import Query, read_queries
from warehouse.render import SQL_TYPES, comments, create_table, quoted


def stored_version(connection: duckdb.DuckDBPyConnection) -> int | None:
    """Return the number of the store's schema, None for an empty file; SchemaError for a file that is not a warehouse."""
    tables = {name for (name,) in connection.execute("select table_name from duckdb_tables() where not internal").fetchall()}
    if not tables:
        return None
    if "schema_version" not in tables:
        raise SchemaError("the file holds tables that Casus did not make; name another --warehouse")
    versions = [int(version) for (version,) in connection.execute("select version from schema_version").fetchall()]
    return max(versions, default=0)


def check_version(version: int | None, read_only: bool = False) -> None:
    """Raise SchemaError for a store of a schema that this version of Casus cannot use, or cannot read before it is migrated."""
    if version is None or version == SCHEMA_VERSION:
        return
    if version > SCHEMA_VERSION:
        raise SchemaError(f"it was written by a newer Casus (schema {version}, this one knows {SCHEMA_VERSION}); upgrade Casus")
    older = f"it was written by an older Casus (schema {version}, this one needs {SCHEMA_VERSION})"
    if version < oldest_version():
        raise SchemaError(f"{older}, too old to be migrated; `casus run` on the same inputs into a new --warehouse makes it anew")
    if read_only:
        raise SchemaError(f"{older}; `casus export --warehouse DIR`, or the next run, brings it up to date with every row kept")


def ensure_schema(connection: duckdb.DuckDBPyConnection) -> None:
    """Create what an empty store lacks, migrate an older one, renew codes, views and comments; the caller holds the transaction.

    Raises SchemaError, after which the caller must roll back, for a store that cannot be used."""
    version = stored_version(connection)
    check_version(version)
    if version is None:
        for table in TABLES.values():
            connection.execute(create_table(table))
        connection.execute("create table schema_version (version BIGINT not null, made_sha256 VARCHAR)")
        connection.execute("insert into schema_version values (?, null)", [SCHEMA_VERSION])
        connection.execute("create table codes (table_name VARCHAR, column_name VARCHAR, code VARCHAR)")
        connection.execute("comment on table codes is 'The codes that each column may hold, as the contract declares them.'")
    elif version < SCHEMA_VERSION:
        migrate(connection, version, SCHEMA_VERSION)
    _check_columns(connection)
    _renew(connection)


def _check_columns(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise SchemaError where a table lacks a column of the contract, or has it of another type: then the schema's number is not true."""
    held = "select table_name, column_name, data_type, is_nullable from duckdb_columns() where not internal"
    columns = {
        (table, name): (kind.replace("TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ"), nullable)
        for table, name, kind, nullable in (connection.execute(held).fetchall())
    }
    lacking = [
        f"{table.name}.{column.name}"
        for table in TABLES.values()
        for column in table.columns
        if columns.get((table.name, column.name)) != (SQL_TYPES[column.type], column.nullable)
    ]
    if lacking:
        raise SchemaError(
            f"the store says it is of schema {SCHEMA_VERSION}, but lacks {', '.join(lacking[:5])} as the contract has it; "
            "it was changed by other means than Casus: restore a copy of it, or run again on the same inputs into a new --warehouse"
        )


def _renew(connection: duckdb.DuckDBPyConnection) -> None:
    """Make codes, comments, views and macros anew where they are not of this version; SchemaError names a view that cannot be made."""
    codes = [(table.name, column.name, code) for table in TABLES.values() for column in table.columns for code in column.values]
    said = [statement for table in TABLES.values() for statement in comments(table)]
    views = in_reading_order(read_queries("views"))
    made = hashlib.sha256(repr((codes, said, views, macros())).encode()).hexdigest()
    held = connection.execute("select view_name from duckdb_views() where not internal").fetchall()
    is_whole = {view.name for view in views} <= {name for (name,) in held}
    if is_whole and connection.execute("select made_sha256 from schema_version").fetchall() == [(made,)]:
        return
    connection.execute("delete from codes")
    values = ", ".join(f"({', '.join(map(quoted, row))})" for row in codes)
    connection.execute(f"insert into codes values {values}")
    connection.execute(";\n".join(said))
    for view in views:
        try:
            connection.execute(f"create or replace view {view.name} as {view.statement}")
        except duckdb.Error as error:
            raise SchemaError(f"sql/views/{view.name}.sql: {error}") from error
        connection.execute(f"comment on view {view.name} is {quoted(view.header)}")
    for statement in macros():
        connection.execute(statement)
    connection.execute("update schema_version set made_sha256 = ?", [made])


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
