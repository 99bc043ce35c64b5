"""Tables into the store in one transaction, then out as Parquet by one switch."""

from __future__ import annotations

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.garbage import uncollected
from flows.job import Job
from flows.prefect_runs import is_fault_of_the_outside
from flows.stages.loading import Loading
from flows.staging import Staging
from flows.versions import pipeline_version
from warehouse.link import relink
from warehouse.publish import publish
from warehouse.store import Store


@task(name="load", cache_policy=NO_CACHE)
def load(job: Job, store: Store, loading: Loading) -> dict[str, int]:
    """Load all of the run or none, and return the rows of each."""
    with job.stage("load"), uncollected():
        counts = store.load(loading.tables, job.run_row(), loading.looked_at, changed=loading.changed, is_whole=loading.looked_at is None)
        Staging(job.staging, pipeline_version()).clear()
        relink(store, job.run_row())  # the links to other datasets, where any was loaded, follow the events
        return counts


@task(name="publish", cache_policy=NO_CACHE, retries=1, retry_delay_seconds=2, retry_condition_fn=is_fault_of_the_outside)
def publish_tables(warehouse: Path) -> None:
    """Publish the store as Parquet; a disk that was full for a moment is tried once more."""
    publish(warehouse)
