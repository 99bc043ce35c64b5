"""Write `schema_N.sql` for the present schema: `python -m tests.warehouse.stores`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.warehouse.stores import as_sql, stored
from tests.warehouse.world import run, unstamped, world
from warehouse.connect import connected
from warehouse.contract import SCHEMA_VERSION
from warehouse.store import open_store


def main() -> None:
    """Load the small world, change it once so that the logs hold rows, and write the store."""
    external = unstamped("external_events", dataset="ucdp-ged", external_id="x1")
    link = {"event_id": "event_strike", "dataset": "ucdp-ged", "external_id": "x1"}
    with tempfile.TemporaryDirectory() as folder:
        with open_store(Path(folder), wait_seconds=0) as store:
            store.load(world() | {"external_events": [external], "event_links": [unstamped("event_links", **link)]}, run("r1", 20))
            later = world()
            later["events"][0]["killed_best"] = 10
            later["casualties"][0]["victim_text"] = "people"
            later["quotes"] = []
            store.load(later, run("r2", 21))
        with connected(Path(folder), read_only=True) as connection:
            stored(SCHEMA_VERSION).write_text(as_sql(connection), encoding="utf-8")


if __name__ == "__main__":
    main()
