"""From a warehouse to one HTML file."""

from __future__ import annotations

from pathlib import Path

from flows.report.data import read_report
from flows.report.page import assemble


def write_report(warehouse: Path, to: Path) -> int:
    """Write the page over the warehouse's events to `to`, and return how many events it shows.

    The same warehouse gives the same bytes. Raises StoreError where there is no warehouse, WarehouseBusyError while another
    process loads it, OSError where the file cannot be written."""
    report = read_report(warehouse)
    page = assemble(report)
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(page.encode("utf-8"))
    return len(report["events"])
