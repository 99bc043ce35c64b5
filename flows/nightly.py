"""What is done once a day, as a Prefect flow: other datasets linked anew, tables published, report written."""

# No postponed annotations here: Prefect builds the form of a deployment from the types themselves.

from pathlib import Path
from typing import cast

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.states import Completed
from pydantic import BaseModel, Field

from flows.artifacts import leave_artifacts
from flows.commands import Dataset, check_exists
from flows.linking import link_dataset
from flows.notify import notify
from flows.prefect_runs import is_fault_of_the_outside, loader_patience, name_of_run
from flows.stages.load import publish_tables
from flows.stages.report import report_written
from warehouse.store import open_store


class DatasetFile(BaseModel):
    """A file of another dataset."""

    dataset: Dataset = Field(description="Which dataset the file belongs to.")
    file: str = Field(description="The dataset's file, as it was published.")

    def __str__(self) -> str:
        return self.file


@task(name="link", cache_policy=NO_CACHE, retries=1, retry_delay_seconds=2, retry_condition_fn=is_fault_of_the_outside)
def link_one(warehouse: Path, given: DatasetFile, preset: str) -> str:
    """Load one file with its links, and return what was found."""
    result = link_dataset(warehouse, Path(given.file), given.dataset.value, None, preset, loader_patience())
    return f"{given.dataset.value}: {result.rows_loaded} rows, {result.rows_set_aside} set aside, {result.linked_events} events linked"


@flow(
    name="casus link and publish", flow_run_name=name_of_run, persist_result=False,
    on_completion=[notify], on_failure=[notify], on_crashed=[notify], on_cancellation=[notify],
)  # fmt: skip
def publish_flow(
    warehouse: str, datasets: list[DatasetFile] | None = None, preset: str = "default", report_address: str | None = None
) -> list[str]:
    """Link the files of other datasets, publish all tables, and write the report.

    Args:
        warehouse: The folder of the DuckDB store and the Parquet files.
        datasets: Files of other datasets, whose events are linked to the warehouse's.
        preset: How far apart in days and kilometres two accounts of one event may lie.
        report_address: Address at which people open the report, when a web server shows it; empty links to the file.
    """
    folder = Path(warehouse)
    check_exists(folder)
    found = [link_one(folder, given, preset) for given in datasets or []]
    with open_store(folder, loader_patience()):  # no loader changes what is being published
        publish_tables(folder)
    leave_artifacts(folder, report_written(folder), report_address)
    return cast(list[str], Completed(message="; ".join([*found, "tables published, report written"]), data=found))
