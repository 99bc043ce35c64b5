"""Replace rows of a table by the rows of a run, leaving alone what did not change, and keep what leaves in the table's log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.declare import CLOCK_COLUMNS, STAMPS, Table

INCOMING = "incoming_rows"


def replace_rows(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    rows: pa.Table,
    run: Mapping[str, Any],
    loaded_articles: pa.Array,
    looked_at: pa.Array | None = None,
) -> None:
    """Bring a table to the rows of a run within the caller's transaction.

    Rows in scope that are not among `rows` leave; rows that differ only in clock columns stay as they are, so a run that
    brings nothing new changes nothing. The scope: for `article` tables the articles loaded and those of `rows`; for `whole`
    tables every row, or those whose first key column is in `looked_at`; for `key` tables the keys of `rows`."""
    connection.register("incoming", rows)
    connection.register("loaded_articles", pa.table({"article_id": loaded_articles}))
    connection.register("looked_at", pa.table({"id": looked_at if looked_at is not None else pa.array([], pa.string())}))
    try:
        connection.execute(f"create or replace temp table {INCOMING} as select * from incoming")
        condition = _leaving(table, is_whole=looked_at is None)
        if table.is_logged:
            _log(connection, table, condition, run)
        connection.execute(f"delete from {table.name} as old where {condition}")
        _insert(connection, table, run)
    finally:
        for name in ("incoming", "loaded_articles", "looked_at"):
            connection.unregister(name)


def same_key(table: Table, left: str, right: str) -> str:
    """Return the SQL condition that two rows have one key."""
    return " and ".join(f"{left}.{name} = {right}.{name}" for name in table.key)


def _scope(table: Table, is_whole: bool) -> str:
    if table.replaced_by == "article":
        ids = f"select article_id from loaded_articles union select article_id from {INCOMING}"
        if table.name == "articles":  # older versions stay, no longer current
            return f"exists (select 1 from {INCOMING} as new where {same_key(table, 'new', 'old')})"
        if table.name == "rejects":  # those of a record that never was an article leave when the record becomes one
            return f"(article_id in ({ids}) or reject_id in (select reject_id from {INCOMING}) or {_now_an_article()})"
        return f"article_id in ({ids})"
    if table.replaced_by == "whole":
        return "true" if is_whole else f"old.{table.key[0]} in (select id from looked_at)"
    return f"exists (select 1 from {INCOMING} as new where {same_key(table, 'new', 'old')})"


def _now_an_article() -> str:
    known = "select raw_uri from articles where article_id in (select article_id from loaded_articles)"
    return f"(article_id is null and raw_uri in ({known}))"


def _leaving(table: Table, is_whole: bool) -> str:
    compared = [name for name in table.column_names if name not in CLOCK_COLUMNS and name not in table.key]
    same = " and ".join(f"new.{name} is not distinct from old.{name}" for name in compared) or "true"
    unchanged = f"select 1 from {INCOMING} as new where {same_key(table, 'new', 'old')} and {same}"
    return f"{_scope(table, is_whole)} and not exists ({unchanged})"


def _log(connection: duckdb.DuckDBPyConnection, table: Table, condition: str, run: Mapping[str, Any]) -> None:
    columns = ", ".join(table.column_names)
    replaced = f"exists (select 1 from {INCOMING} as new where {same_key(table, 'new', 'old')})"
    connection.execute(
        f"insert into {table.name}_log by name select {columns}, ?::timestamptz as superseded_at, ? as superseded_by_run_id, "
        f"case when {replaced} then 'changed' else 'removed' end as change from {table.name} as old where {condition}",
        [run["recorded_at"], run["run_id"]],
    )


def _insert(connection: duckdb.DuckDBPyConnection, table: Table, run: Mapping[str, Any]) -> None:
    own = [name for name in table.column_names if name not in STAMPS or table.name == "runs"]
    stamped = [name for name in table.column_names if name not in own]
    values = [f"new.{name}" for name in own] + [f"${name} as {name}" for name in stamped]
    connection.execute(
        f"insert into {table.name} by name select {', '.join(values)} from {INCOMING} as new "
        f"where not exists (select 1 from {table.name} as old where {same_key(table, 'new', 'old')}) order by {', '.join(table.key)}",
        {name: run[name] for name in stamped} or None,
    )


def tidy(connection: duckdb.DuckDBPyConnection) -> None:
    """Mark every version of an article but the latest as not current, and drop the links of events that left."""
    connection.execute(
        "update articles set is_current = false where is_current and exists "
        "(select 1 from articles as newer where newer.article_id = articles.article_id and newer.version > articles.version)"
    )
    connection.execute("delete from event_links where not exists (select 1 from events where events.event_id = event_links.event_id)")
