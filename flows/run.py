"""The whole job as one Prefect flow: ingest, normalize, annotate, resolve, load, check, publish."""

# No postponed annotations here: Prefect builds the form of a deployment from the types themselves.

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, cast

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.states import Completed
from pydantic import Field

from flows.artifacts import leave_artifacts
from flows.clock import read_clock
from flows.ingest.read import STANDARD_INPUT, check_inputs
from flows.job import Job
from flows.notify import notify
from flows.payloads import Payloads
from flows.pool import ARTICLE_SECONDS, Workers, dask_address
from flows.prefect_runs import loader_patience, name_of_run, unseen
from flows.show.progress import Progress
from flows.stages.annotate import annotate_new
from flows.stages.ingest import ingest
from flows.stages.load import end_loading, load, publish_tables
from flows.stages.loading import Loading
from flows.stages.report import report_written
from flows.stages.resolve import Settled, resolve_articles
from flows.stages.rounds import load_in_rounds, rounds_of
from flows.summary import Summary, summarize
from transforms.resolve.row_shapes import Row
from warehouse.loader import Loader
from warehouse.store import open_store

resolve_task = task(name="resolve", cache_policy=NO_CACHE)(resolve_articles)
load_task = task(name="load", cache_policy=NO_CACHE)(load)


@flow(
    name="casus run", flow_run_name=name_of_run, persist_result=False,
    on_completion=[notify], on_failure=[notify], on_crashed=[notify], on_cancellation=[notify],
)  # fmt: skip
def run_flow(
    inputs: list[str], warehouse: str, published: str | None = None, workers: Annotated[int, Field(ge=0)] = 0,
    allow_private: bool = False, rebuild: bool = False, quiet: bool = False,
    runner: Literal["process", "dask"] = "process", dask: str | None = None, staging: str | None = None,
    time_limit: Annotated[float, Field(ge=1)] = ARTICLE_SECONDS, report: bool = False, report_address: str | None = None,
) -> Summary:  # fmt: skip
    """Read news articles into the warehouse and publish its tables.

    Args:
        inputs: Files, folders, feeds, addresses of articles, or `.urls` lists.
        warehouse: The folder of the DuckDB store and the Parquet files.
        published: Day to assume for articles that carry no date, as 2024-01-18.
        workers: Processes to read with; 0 takes one for each core.
        allow_private: Whether addresses of private networks may be fetched.
        rebuild: Read everything anew from the raw bytes kept in the warehouse, instead of the inputs.
        quiet: Show no progress.
        runner: Where articles are read: by processes of this machine, or by the workers of a Dask cluster.
        dask: Address of the cluster's scheduler, as tcp://10.0.0.5:8786.
        staging: Where read batches wait for loading: a folder that all machines share, or s3://bucket/folder; empty takes the warehouse's.
        time_limit: Seconds that one article may take; one that takes longer is set aside.
        report: Write the page `report.html` in the warehouse too, and link to it.
        report_address: Address at which people open that page, when a web server shows it; empty links to the file.
    """
    check_inputs(inputs)
    with open_store(Path(warehouse), loader_patience()) as store:
        # The clock is read under the lock: runs that wait for each other stamp their rows in the order in which they load them.
        job = Job(
            inputs, Path(warehouse), read_clock(), Progress(quiet), published, workers, allow_private, rebuild,
            time_limit, dask_address(runner, dask), staging or "",
        )  # fmt: skip
        with Workers(job.workers, job.time_limit) as pool:
            # What is piped in cannot be read a second time.
            reading = ingest.with_options(retries=0) if STANDARD_INPUT in inputs else ingest
            collector, rejects = reading(job, store, pool)
            rounds, payloads = rounds_of(job, store, collector.settled()), Payloads()
            texts = [article for articles in rounds.articles for article, _, _ in articles]
            if rounds.is_one or (job.workers == 1 and not job.dask):
                annotate_new(job, pool, unseen(texts), unseen(payloads))
            else:
                annotate_new.submit(job, pool, unseen(texts), unseen(payloads))
            set_aside = load_in_rounds(job, store, rounds, payloads, rejects, _resolve, _load)
        end_loading(job, store)
        with job.stage("publish"):
            publish_tables(job.warehouse)
    leave_artifacts(job.warehouse, report_written(job.warehouse) if report else None, report_address)
    summary = summarize(job, set_aside)
    return cast(Summary, Completed(message=summary.sentence(), data=summary))  # Prefect hands the caller the summary in it


def _resolve(job: Job, loader: Loader, settled: Sequence[Settled], payloads: Payloads, rejects: list[Row]) -> Loading:
    return resolve_task(job, loader, unseen(settled), unseen(payloads), unseen(rejects))


def _load(job: Job, loader: Loader, loading: Loading) -> None:
    load_task(job, loader, unseen(loading))
