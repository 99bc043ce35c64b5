"""The page over the warehouse's events, written after what it shows is published."""

from __future__ import annotations

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.prefect_runs import is_fault_of_the_outside

FILE = "report.html"


@task(name="report", cache_policy=NO_CACHE, retries=1, retry_delay_seconds=2, retry_condition_fn=is_fault_of_the_outside)
def report_written(warehouse: Path) -> Path:
    """Write the page and return where it is."""
    from flows.report.build import write_report

    write_report(warehouse, warehouse / FILE)
    return warehouse / FILE
