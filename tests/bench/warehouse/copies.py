"""Make a warehouse large: the rows of a small one again and again, each time some weeks earlier, with ids, people and texts of their own.

What stands still are curated actors and places; their mentions are counted up. The copies' `annotations`, which a load never reads, hold
no payload.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa

from transforms.actors.variants import name_keys
from warehouse.connect import connected
from warehouse.contract import CURRENT_TABLES, UPKEEP_TABLES
from warehouse.declare import Column, Table

OWN_IDS = {"article_id", "mention_id", "event_id", "claim_id", "related_claim_id", "quote_id", "duplicate_of", "row_id"}
ONCE = {"actors", "places", "runs", "name_counts", "person_keys", "external_events", "event_links", "rejects", "linked_datasets"}
TOGETHER = 20  # copies made by one statement
BUCKETS = 2**40
OWN_ID = "regexp_replace({}, '((actor|claim)_[0-9a-f]+)', '\\1_' || copy, 'g')"
HEADER = "length('Report 000000000')"
# Two syllables before a family name, so that a copy's people have names of their own.
NAMED_ANEW = "regexp_replace(name, ' (.*)', ' ' || ['Bo','Du','Fe','Ka','Li','Mo','Na','Po','Ru','Sa','Te','Vi'][1 + copy % 12] || "
NAMED_ANEW += "['ba','da','fi','ko','lu','me','no','pe','ra','si','tu','va','we','xo'][1 + copy // 12 % 14] || lower('\\1'))"


def multiply(warehouse: Path, copies: int, days: int) -> None:
    """Add so many copies to a warehouse, each `days` earlier than the one before."""
    with connected(warehouse) as connection:
        connection.execute("set preserve_insertion_order = false")
        tables = [table for table in (*CURRENT_TABLES, *UPKEEP_TABLES) if table.name not in ONCE]
        for table in (*CURRENT_TABLES, *UPKEEP_TABLES):
            connection.execute(f"create temp table base_{table.name} as from {table.name}")
        for first in range(1, copies + 1, TOGETHER):
            number = f"range({first}, {min(first + TOGETHER, copies + 1)}) as numbers(copy)"
            for table in tables:
                columns = ", ".join(f"{_value(table, column, days)} as {column.name}" for column in table.columns)
                connection.execute(
                    f"insert into {table.name} by name select {columns} from base_{table.name} cross join {number} order by copy"
                )
            connection.execute(
                f"insert into actors by name select * exclude (copy) replace (actor_id || '_' || copy as actor_id, {NAMED_ANEW} as name, "
                f"{_earlier('first_seen', days)} as first_seen, {_earlier('last_seen', days)} as last_seen) "
                f"from base_actors cross join {number} where not is_curated"
            )
            connection.execute(
                "insert into name_counts select name || '_' || copy, article_count from base_name_counts "
                f"cross join {number} where name like 'actor\\_%' escape '\\'"
            )
        connection.execute(
            f"update name_counts set article_count = article_count * {copies + 1} where name not like 'actor\\_%' escape '\\'"
        )
        connection.execute(
            f"update actors set mention_count = mention_count * {copies + 1}, first_seen = first_seen - to_days({copies * days}) "
            "where is_curated"
        )
        _name_people(connection)


def _value(table: Table, column: Column, days: int) -> str:
    """Return the SQL for a column's value in a copy."""
    name = column.name
    if name in OWN_IDS:
        return f"{name} || '_' || copy"
    if name in ("actor_id", "reading_id") or name.endswith("_actor_id"):
        return f"case when {name} like 'actor\\_%' escape '\\' then {name} || '_' || copy else {name} end"
    if name.endswith("_actor_ids"):
        return f"list_transform({name}, lambda one: case when one like 'actor\\_%' escape '\\' then one || '_' || copy else one end)"
    if name in {"recorded_at", "fetched_at"}:
        return name
    if column.type in ("date", "time"):
        return _earlier(name, days)
    special = {
        ("articles", "text"): f"'Report ' || lpad(copy::varchar, 9, '1') || substr(text, {HEADER} + 1)",
        ("articles", "text_sha256"): "sha256(text_sha256 || copy)",
        ("articles", "url"): "url || '/' || copy",
        ("articles", "raw_uri"): "raw_uri || '/' || copy",
        ("annotations", "payload"): "'{}'",
        ("article_bands", "bucket"): f"(bucket + copy * 7368787) % {BUCKETS}",
        ("article_marks", "text_sha256"): "sha256(text_sha256 || copy)",
        ("article_marks", "fingerprint"): "sha256(fingerprint || copy)",
    }
    if (table.name, name) == ("hidden_columns", "columns"):
        return _hidden(days)
    if (table.name, name) in special:
        return special[table.name, name]
    if name == "event_ids":
        return f"list_transform({name}, lambda one: one || '_' || copy)"
    if name in ("names", "tie", "key"):
        return OWN_ID.format(name)
    return name


def _hidden(days: int) -> str:
    """Return the SQL for what a copy's mention or claim holds beyond its columns, ids and days among it."""
    moved = OWN_ID.format("columns")
    for name in ("context_date_start", "context_date_end"):
        day = f"json_extract_string(columns, '$.{name}')"
        earlier = f"strftime({day}::date - to_days((copy * {days})::integer), '%Y-%m-%d')"
        moved = f"case when {day} is null then {moved} else replace({moved}, {day}, {earlier}) end"
    return moved


def _earlier(column: str, days: int) -> str:
    return f"{column} - to_days((copy * {days})::integer)"


def _name_people(connection: duckdb.DuckDBPyConnection) -> None:
    """Give each person the keys of the name."""
    rows = connection.execute(
        "select actor_id, name from actors where kind = 'person' and not is_curated and actor_id not in (select actor_id from person_keys)"
    ).fetchall()
    keys = [(actor_id, key) for actor_id, name in rows for key in sorted(name_keys(name))]
    found = pa.table({"actor_id": [actor for actor, _ in keys], "name_key": [key for _, key in keys]})
    connection.register("found_keys", found)
    connection.execute("insert into person_keys by name from found_keys")
    connection.unregister("found_keys")
