"""A file of another dataset into the warehouse, as a run of its own."""

from __future__ import annotations

from pathlib import Path

from flows.clock import read_clock
from flows.versions import casus_version
from transforms.ids import content_id
from warehouse.link import LinkResult, link_file


def link_dataset(warehouse: Path, file: Path, dataset: str, mapping: Path | None, preset: str, wait_seconds: float = 60.0) -> LinkResult:
    """Load the file with its links to events, and return what was found. Publishes nothing."""
    now = read_clock().now
    run_id = content_id("run", now.isoformat(), "link", file.name, dataset)
    run_row = {"run_id": run_id, "recorded_at": now, "casus_version": casus_version(), "inputs": [str(file)]}
    return link_file(warehouse, file, dataset, run_row, mapping, preset, wait_seconds=wait_seconds)
