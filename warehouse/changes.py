"""Which rows of a table changed since a moment: the conditions behind `casus export --since`.

Tables with stamps give the rows recorded after the moment. Mentions come with their article, `event_actors` with their event, and
`actors` and `places` whole, for they are small and carry no stamps. Rows that left are named, not shown, in `removed`.
"""

from __future__ import annotations

from datetime import datetime

from warehouse.contract import TABLES
from warehouse.declare import Table, required
from warehouse.render import quoted

REMOVED = Table(
    name="removed",
    grain="One row per key that left a table since the moment asked for; apply it before the rows of the other tables.",
    key=("table_name", "key"),
    replaced_by="log",
    columns=(
        required("table_name", "text", "The table that the row left."),
        required("key", "text", "The key of the row."),
    ),
)


def changed_since(table: Table, since: datetime) -> str:
    """Return the SQL condition of the rows of a table that a reader with the state of `since` lacks."""
    moment = f"timestamptz {quoted(since.isoformat())}"
    if table.replaced_by == "log":
        return f"superseded_at > {moment}"
    if "recorded_at" in table.column_names:
        return f"recorded_at > {moment}"
    if table.name == "event_actors":
        return f"event_id in (select event_id from events where recorded_at > {moment})"
    if "article_id" in table.column_names:
        return f"article_id in (select article_id from articles where recorded_at > {moment})"
    return "true"


def removed_since(since: datetime) -> str:
    """Return the query for the rows of `removed`: keys that stand in a log and no longer in the table; changed rows are not among them."""
    moment = f"timestamptz {quoted(since.isoformat())}"
    parts = []
    for table in TABLES.values():
        if table.is_logged:
            (key,) = table.key
            parts.append(
                f"select '{table.name}' as table_name, {key} as key from {table.name}_log "
                f"where superseded_at > {moment} and {key} not in (select {key} from {table.name})"
            )
    return f"select distinct table_name, key from ({' union all '.join(parts)}) order by table_name, key"
