"""Tables into the store in one transaction, then out as Parquet by one switch."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.garbage import uncollected
from flows.job import Job
from flows.prefect_runs import is_fault_of_the_outside
from flows.stages.loading import Loading
from flows.staging import Staging
from flows.versions import pipeline_version
from warehouse.link import relink
from warehouse.loader import Loader
from warehouse.publish import publish
from warehouse.store import Store


def load(job: Job, loader: Loader, loading: Loading) -> None:
    """Add the rows of some of the run's articles to the store; they are kept with the rest of the run or not at all."""
    with job.stage("load"), uncollected():
        tables: dict[str, Any] = {**loading.tables, "annotations": loading.annotations}
        loading.tables.clear()  # the store takes them one by one, and lets go of each
        loader.add(tables, loading.looked_at, loading.changed)


def end_loading(job: Job, store: Store) -> None:
    """Do what follows when all is kept: what was staged goes, and the links to other datasets, where any was loaded, follow the events."""
    Staging(job.staging, pipeline_version()).clear()
    relink(store, job.run_row())


@task(name="publish", cache_policy=NO_CACHE, retries=1, retry_delay_seconds=2, retry_condition_fn=is_fault_of_the_outside)
def publish_tables(warehouse: Path) -> None:
    """Publish the store as Parquet; a disk that was full for a moment is tried once more."""
    publish(warehouse)
