"""A run in a process of its own, to be killed: loads the small world into a folder and publishes it, twice with a change between."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.warehouse.world import run, world
from warehouse.publish import publish
from warehouse.store import open_store


def whole_job(folder: Path) -> None:
    """Load and publish two runs; a run that is already in the store is not loaded again."""
    for number, killed in ((1, 9), (2, 10)):
        rows = world()
        rows["events"][0]["killed_best"] = killed
        with open_store(folder, wait_seconds=5) as store:
            if f"r{number}" not in store.read_table("runs", ["run_id"])["run_id"].to_pylist():
                store.load(rows, run(f"r{number}", 20 + number))
            publish(folder)


if __name__ == "__main__":
    whole_job(Path(sys.argv[1]))
