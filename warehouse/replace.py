"""Replace rows of a table by the rows of a run, leaving alone what did not change, and keep what leaves in the table's log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.changes import group_of, parent_of
from warehouse.contract import CURRENT_TABLES, TABLES
from warehouse.declare import CLOCK_COLUMNS, STAMPS, Table
from warehouse.noted import note_ids
from warehouse.stretch import rows_where

INCOMING = "incoming_rows"
SCOPED = "scoped_rows"


def replace_rows(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    rows: pa.Table,
    run: Mapping[str, Any],
    looked_at: pa.Array | None = None,
    is_part: bool = False,
) -> None:
    """Bring a table to the rows of a run within the caller's transaction, after `begin_replacing`.

    Rows in scope that are not among `rows` leave; rows that differ only in clock columns stay as they are, so a run that
    brings nothing new changes nothing. The scope: for `article` tables the articles loaded and those of `rows`, or only the
    latter where these are a part of what comes (`is_part`); for `whole` tables every row, or those whose first key column is in
    `looked_at`; for `key` tables the keys of `rows`."""
    _replace(connection, table, rows, run, _scope(connection, table, rows, looked_at is None, is_part), looked_at)


def put_in_place(connection: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table, run: Mapping[str, Any]) -> None:
    """Put rows in the place of those with the same key, and leave all others of their articles where they are."""
    if rows.num_rows:
        _replace(connection, table, rows, run, None)


def _replace(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    rows: pa.Table,
    run: Mapping[str, Any],
    scope: str | None,
    looked_at: pa.Array | None = None,
) -> None:
    """`scope`: the condition of the rows that may leave, by the table's name; those with a successor when None."""
    connection.register("incoming", rows)
    connection.register("looked_at", pa.table({"id": looked_at if looked_at is not None else pa.array([], pa.string())}))
    try:
        connection.execute(f"create or replace temp table {INCOMING} as from incoming")
        connection.execute(
            f"create or replace temp table {SCOPED} as select {_leaves(table)} as leaves, old.* "
            f"from ({_in_scope(connection, table, scope or _has_successor(table))}) as old"
        )
        if table.is_logged:
            _log(connection, table, run)
        elif table.is_published and table.replaced_by != "key":  # of those none leaves, and what comes is stamped
            _touch(connection, table, run)
        connection.execute(f"delete from {table.name} where rowid in (select row_number from {SCOPED} where leaves)")
        _insert(connection, table, run)
    finally:
        connection.unregister("incoming")
        connection.unregister("looked_at")


def begin_replacing(connection: duckdb.DuckDBPyConnection, articles: pa.Table | None) -> dict[str, int]:
    """Note which articles are loaded, and which of them the store knows: rows of the others need not be looked for. Return the number of
    the last row of each table of what articles tell, behind which what comes in will stand."""
    ids = articles.select(["article_id", "raw_uri"]) if articles is not None else pa.table({"article_id": [], "raw_uri": []})
    connection.register("loading_articles", ids)
    connection.execute(
        "create or replace temp table loaded_articles as "
        "select distinct new.article_id, new.raw_uri, old.article_id is not null as is_known from loading_articles as new left join "
        "(select distinct article_id from articles where article_id in (select article_id from loading_articles)) as old "
        "on old.article_id = new.article_id"
    )
    connection.unregister("loading_articles")
    told = [table.name for table in CURRENT_TABLES if table.replaced_by == "article"]
    last = " union all ".join(f"select '{name}', coalesce(max(rowid), -1) from {name}" for name in told)
    return {name: int(number) for name, number in connection.execute(last).fetchall()}


def same_key(table: Table, left: str, right: str) -> str:
    """Return the SQL condition that two rows have one key."""
    return " and ".join(f"{left}.{name} = {right}.{name}" for name in table.key)


def _scope(connection: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table, is_whole: bool, is_part: bool) -> str:
    """Return the condition of the rows that may leave."""
    replaced = _has_successor(table)
    if table.name != "articles" and table.replaced_by == "key":
        return replaced
    if table.replaced_by == "whole":
        return "true" if is_whole else f"{table.name}.{table.key[0]} in (select id from looked_at)"
    loaded = dict(connection.execute("select article_id, bool_or(is_known) from loaded_articles group by article_id").fetchall())
    if table.name == "articles":  # older versions stay, no longer current
        return replaced if any(loaded.values()) else "false"
    own = set(rows["article_id"].unique().to_pylist())
    ids = {article_id for article_id, is_known in loaded.items() if is_known and (article_id in own or not is_part)}
    ids |= own - loaded.keys() - {None}
    note_ids(connection, "scoped_articles", ids)
    # Of articles that are new to the store nothing can leave, and its largest tables need not be read.
    of_articles = f"{table.name}.article_id in (select id from scoped_articles)" if ids else "false"
    if table.name == "rejects":  # those of a record that never was an article leave when the record becomes one
        of_records = "rejects.article_id is null and rejects.raw_uri in (select raw_uri from loaded_articles)"
        return f"({of_articles} or {replaced} or ({of_records}))"
    return of_articles


def _has_successor(table: Table, named: str | None = None) -> str:
    """Return the condition that a row, of the table unless named otherwise, has its key in what comes in."""
    keys = ", ".join(f"{named or table.name}.{name}" for name in table.key)
    return f"({keys}) in (select ({', '.join(table.key)}) from {INCOMING})"


def _in_scope(connection: duckdb.DuckDBPyConnection, table: Table, scope: str) -> str:
    """Return the query for the rows in scope, which are few in a wide table unless it is handed over whole."""
    columns = "rowid as row_number, *"
    if scope == "true":
        return f"select {columns} from {table.name}"
    return rows_where(connection, table.name, scope, columns)


def _leaves(table: Table) -> str:
    """Return the condition that a row in scope is not handed over again as it is."""
    compared = [name for name in table.column_names if name not in CLOCK_COLUMNS and name not in table.key]
    same = " and ".join([same_key(table, "new", "old"), *(f"new.{name} is not distinct from old.{name}" for name in compared)])
    return f"not exists (select 1 from {INCOMING} as new where {same})"


def _log(connection: duckdb.DuckDBPyConnection, table: Table, run: Mapping[str, Any]) -> None:
    replaced = _has_successor(table, "old")
    columns = [name for name in table.column_names if name not in table.unlogged]
    connection.execute(
        f"insert into {table.name}_log by name select {', '.join(columns)}, ?::timestamptz as superseded_at, "
        f"? as superseded_by_run_id, case when {replaced} then 'changed' else 'removed' end as change "
        # What this run wrote itself, in a round before, nobody has seen.
        f"from {SCOPED} as old where leaves and run_id is distinct from ?",
        [run["recorded_at"], run["run_id"], run["run_id"]],
    )


def _touch(connection: duckdb.DuckDBPyConnection, table: Table, run: Mapping[str, Any]) -> None:
    """Note which groups of a table without a log lose rows or, where rows carry no stamps, gain some, for `casus export --since`.

    Groups of an article or event that this run recorded anew are known by that."""
    group, parent = group_of(table), parent_of(table)
    changed = f"select {group} from {SCOPED} where leaves"
    values = [run["recorded_at"]]
    if "recorded_at" not in table.column_names:
        changed += f" union select new.{group} from {INCOMING} as new where not exists ({_kept(table)})"
        if parent is not None:
            changed += f" and new.{group} not in (select {group} from {parent} where run_id = ?)"
            values.append(run["run_id"])
    connection.execute(f"insert into touched select '{table.name}', {group}, ?::timestamptz from ({changed})", values)


def _kept(table: Table) -> str:
    """Return the query that finds the row in place that an incoming one equals."""
    return f"select 1 from {SCOPED} as old where not old.leaves and {same_key(table, 'new', 'old')}"


def _insert(connection: duckdb.DuckDBPyConnection, table: Table, run: Mapping[str, Any]) -> None:
    own = [name for name in table.column_names if name not in STAMPS or table.name == "runs"]
    stamped = [name for name in table.column_names if name not in own]
    values = [f"new.{name}" for name in own] + [f"${name} as {name}" for name in stamped]
    connection.execute(
        f"insert into {table.name} by name select {', '.join(values)} from {INCOMING} as new "
        f"where not exists ({_kept(table)}) order by {', '.join(table.key)}",
        {name: run[name] for name in stamped} or None,
    )


def tidy(connection: duckdb.DuckDBPyConnection, run: Mapping[str, Any]) -> None:
    """Mark every version of the loaded articles but the latest as not current, and drop the links of events that left."""
    ((known,),) = connection.execute("select count(*) from loaded_articles where is_known").fetchall()
    if known:
        _put_aside_older_versions(connection, run)
    orphans = "from event_links where not exists (select 1 from events where events.event_id = event_links.event_id)"
    connection.execute(f"insert into touched select distinct 'event_links', event_id, ?::timestamptz {orphans}", [run["recorded_at"]])
    connection.execute(f"delete {orphans}")


def _put_aside_older_versions(connection: duckdb.DuckDBPyConnection, run: Mapping[str, Any]) -> None:
    articles = TABLES["articles"]
    connection.execute(
        f"create or replace temp table {SCOPED} as select rowid as row_number, true as leaves, articles.* from articles "
        "where is_current and article_id in (select article_id from loaded_articles where is_known) "
        "and exists (select 1 from articles as newer where newer.article_id = articles.article_id and newer.version > articles.version)"
    )
    connection.execute(f"create or replace temp table {INCOMING} as select * exclude (row_number, leaves) from {SCOPED}")
    _log(connection, articles, run)
    connection.execute(
        f"update articles set is_current = false, recorded_at = ?, run_id = ? where rowid in (select row_number from {SCOPED})",
        [run["recorded_at"], run["run_id"]],
    )
