"""Tolls as of any past run: the views of `sql/views/` over the rows that stood then.

    from event_tolls_as_of(timestamptz '2024-01-20T12:00Z') where policy = 'ucdp'

The macro holds the very statements of the views: `casualties`, `events` and `articles` are named in front of them as the rows that had been
recorded by the moment and were not yet superseded, so what the views read is what a reader of that run read.
"""

from __future__ import annotations

from warehouse.contract import TABLES
from warehouse.queries import SQL, read_query
from warehouse.render import quoted

LOGGED = ("casualties", "events", "articles")
VIEWS = ("toll_claims_by_day", "toll_totals_by_day", "event_tolls_by_day", "event_tolls")
TOLL_COLUMNS = (
    "event_id", "outcome", "policy", "as_of", "low", "best", "high", "grade", "article_count", "origin_count", "claims_used",
    "claims_left_out",
)  # fmt: skip
COMMENT = "The tolls of event_tolls as a run knew them: give the recorded_at of the run, or any moment from then to the next run."


def macros() -> list[str]:
    """Return the statements that make `event_tolls_as_of(known_at)`: one row per event, outcome and policy, with the columns of
    `event_tolls`."""
    parts = [f"{name} as ({_standing(name)})" for name in LOGGED]
    parts += [f"{name} as (\n{read_query(SQL / 'views' / f'{name}.sql').statement}\n)" for name in VIEWS]
    statement = "with " + ",\n".join(parts) + f"\nselect {', '.join(TOLL_COLUMNS)} from event_tolls"
    return [
        f"create or replace macro event_tolls_as_of(known_at) as table {statement}",
        f"comment on macro table event_tolls_as_of is {quoted(COMMENT)}",
    ]


def _standing(name: str) -> str:
    """Return the query for the rows of a table that stood at `known_at`."""
    columns = ", ".join(column for column in TABLES[f"{name}_log"].column_names if column in TABLES[name].column_names)
    return (
        f"select {columns} from main.{name} where recorded_at <= known_at union all "
        f"select {columns} from main.{name}_log where recorded_at <= known_at and superseded_at > known_at"
    )
