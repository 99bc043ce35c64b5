"""What a run leaves in Prefect for people to look at: tables of its new events and of disputed tolls, and a link to the report.

A run on a temporary API leaves nothing, since that API ends with it.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from flows.prefect_api import is_temporary
from warehouse.queries import SQL, read_query
from warehouse.query import run_query

MOST_ROWS = 100
LONGEST_CELL = 300

# Prefect's page shows text cells as Markdown, and titles and sentences come from strangers: links and tags are shown as written.
MARKDOWN = re.compile(r"([\\`*_\[\]<>&!|~#])")


def leave_artifacts(warehouse: Path, report: Path | None, address: str | None) -> None:
    """Leave the tables `new-events` and `disputed-tolls`, and the link `report` when a report was written.

    `address` is where people open the report when a web server shows it; else the link names the file."""
    if is_temporary():
        return
    from prefect.artifacts import create_link_artifact, create_table_artifact

    for name, title in (
        ("new_events", "Events that the last run told of first"),
        ("disputed_tolls", "Claims about tolls that cannot both be true"),
    ):
        rows = table_of(warehouse, name)
        shown = f"the first {MOST_ROWS} of {len(rows)}" if len(rows) > MOST_ROWS else str(len(rows))
        key = name.replace("_", "-")
        create_table_artifact(rows[:MOST_ROWS], key=key, description=f"{title}: {shown}. All of them: `sql/examples/{name}.sql`")
    if report is not None:
        create_link_artifact(
            address or report.resolve().as_uri(), "Map, timeline, tolls and evidence", key="report", description=str(report)
        )


def table_of(warehouse: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of an example query as plain values, long texts cut."""
    rows = run_query(warehouse, read_query(SQL / "examples" / f"{name}.sql").statement).to_pylist()
    return [{column: plain(value) for column, value in row.items()} for row in rows]


def plain(value: Any) -> Any:
    """Return a value as JSON and Markdown can hold it, long texts cut."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return MARKDOWN.sub(r"\\\1", value if len(value) <= LONGEST_CELL else f"{value[:LONGEST_CELL]}...")
    return value
