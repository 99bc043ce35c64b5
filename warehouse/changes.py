"""Which rows of a table changed since a moment: the conditions behind `casus export --since`.

A delta replaces rows by groups: all rows with one value of a table's group column, such as the mentions of an article or the links of an
event. A group is in the delta, whole, where a row of it is new, changed or gone since the moment, and is named in `removed` where no row is
left. That follows from the stamps of rows and from the logs; tables that lack one or the other are kept track of in `touched`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from warehouse.declare import Table, required
from warehouse.render import quoted

TOUCHED = Table(
    name="touched",
    grain="One row per run and group of rows that it changed in a table without a log, where the rows' own stamps do not tell.",
    key=("table_name", "key", "recorded_at"),
    replaced_by="log",
    is_published=False,
    columns=(
        required("table_name", "text", "The table."),
        required("key", "text", "The value of the table's group column that the rows share or shared."),
        required("recorded_at", "time", "The clock value of the run that changed them.", "UTC"),
    ),
)
REMOVED = Table(
    name="removed",
    grain="One row per group of rows that left a table since the moment asked for.",
    key=("table_name", "key"),
    replaced_by="log",
    columns=(
        required("table_name", "text", "The table that the rows left."),
        required("key", "text", "The value of the table's group column that they had."),
    ),
)
# The first column of the key says which rows belong together, but for these two, which are looked up by their other end.
GROUPS = {"external_events": "external_id", "event_links": "event_id"}
# Tables without stamps whose rows come with an article or an event.
PARENTS = {"event_actors": "events", "actor_mentions": "articles", "place_mentions": "articles", "date_mentions": "articles"}


def group_of(table: Table) -> str:
    """Return the column whose value tells the rows that a delta replaces together."""
    return GROUPS.get(table.name, table.key[0])


def parent_of(table: Table) -> str | None:
    """Return the table whose stamps tell that rows of this one are new, None where there is none."""
    return PARENTS.get(table.name)


def changed_since(table: Table, since: datetime) -> str:
    """Return the SQL condition of the rows of a table that a reader with the state of `since` lacks."""
    if table.replaced_by == "log":
        return f"superseded_at > {_moment(since)}"
    group = group_of(table)
    stamped = table.name if "recorded_at" in table.column_names else parent_of(table)
    published = f" and not ({table.unpublished_where})" if table.unpublished_where else ""
    found = [f"select {group} from {stamped} where recorded_at > {_moment(since)}{published}"] if stamped else []
    return f"{group} in ({' union all '.join([*found, *_gone_or_changed(table, since)])})"


def removed_since(tables: Iterable[Table], since: datetime) -> str:
    """Return the query for the rows of `removed`: groups of the tables that lost rows since the moment and have none left."""
    parts = []
    for table in tables:
        if table.replaced_by == "log":
            continue
        group = group_of(table)
        left = f"select {group} from {table.name}" + (f" where not ({table.unpublished_where})" if table.unpublished_where else "")
        parts += [
            f"select '{table.name}' as table_name, {group} as key from ({found}) where {group} not in ({left})"
            for found in _gone_or_changed(table, since)
        ]
    return f"select distinct table_name, key from ({' union all '.join(parts)}) order by table_name, key"


def _gone_or_changed(table: Table, since: datetime) -> list[str]:
    """Return the queries for the groups that lost or changed rows, from the logs and from `touched`."""
    group, moment = group_of(table), _moment(since)
    logged = table.name if table.is_logged else parent_of(table)
    found = [f"select {group} from {logged}_log where superseded_at > {moment}"] if logged else []
    if not table.is_logged:
        found.append(f"select key as {group} from touched where table_name = '{table.name}' and recorded_at > {moment}")
    return found


def _moment(since: datetime) -> str:
    return f"timestamptz {quoted(since.isoformat())}"
