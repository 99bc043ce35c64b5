"""Find the events that may be one with another dataset's and score each pair: the steps are files of `sql/links/`."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import pyarrow as pa

from warehouse.link.geometry import create_functions
from warehouse.link.read import SEEDS
from warehouse.queries import SQL, read_query
from warehouse.render import quoted

STEPS = (
    *("link_settings", "link_events", "link_externals", "link_sides", "link_span", "link_spots", "link_reach", "link_rates", "link_lands"),
    *("link_candidates", "link_places", "link_actors", "link_parts"),
    *("link_scores", "link_prior", "link_scores", "link_prior", "link_scores"),  # scores say what the prior is, which changes the scores
)
LINK_TYPES = "{'dataset': 'VARCHAR', 'external_type': 'VARCHAR', 'event_type': 'VARCHAR', 'score': 'DOUBLE', 'reason': 'VARCHAR'}"


@dataclass(frozen=True, slots=True)
class Window:
    """How far apart two events may lie, in days and kilometres, and the score that a link needs.

    `is_widened`: both grow by how vaguely the two are dated and placed."""

    days: int
    km: float
    threshold: float
    is_widened: bool = True


# xSub (Zhukov, Davenport and Kostyuk 2019) offers its data merged by MELTT (Donnay et al. 2019) within 1 or 5 km and 1 or 2 days.
PRESETS = {
    "default": Window(2, 25.0, 0.05),
    "xsub-1km-1day": Window(1, 1.0, 0.0, is_widened=False),
    "xsub-1km-2days": Window(2, 1.0, 0.0, is_widened=False),
    "xsub-5km-1day": Window(1, 5.0, 0.0, is_widened=False),
    "xsub-5km-2days": Window(2, 5.0, 0.0, is_widened=False),
}


def score_links(connection: duckdb.DuckDBPyConnection, window: Window) -> pa.Table:
    """Return the rows of `event_links` (without stamps) between the store's events and the temporary table `loading`, sorted by key.

    `connection` may be read-only: everything made on the way is temporary."""
    create_functions(connection)
    connection.execute(
        f"create or replace temp table link_window as select {window.days} as days, {float(window.km)} as km, "
        f"{float(window.threshold)} as threshold, {window.is_widened} as is_widened"
    )
    types = quoted(str(SEEDS / "link_types.csv"))
    connection.execute(
        f"create or replace temp table link_types as select * exclude (reason) "
        f"from read_csv({types}, columns = {LINK_TYPES}, header = true)"
    )
    connection.execute("create or replace temp table link_prior as select 0.0 as prior_bits")
    for step in STEPS:
        connection.execute(f"create or replace temp table {step} as {read_query(SQL / 'links' / f'{step}.sql').statement}")
    return connection.sql(read_query(SQL / "links" / "event_links.sql").statement).to_arrow_table()


def with_actors(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """Return the rows of `loading` with the actors that `score_links` found for their sides."""
    return connection.sql(read_query(SQL / "links" / "external_events.sql").statement).to_arrow_table()
