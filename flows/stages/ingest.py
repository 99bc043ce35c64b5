"""Inputs to articles: documents read and kept, records normalized, each article known to be new or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from functools import partial

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.collect import Collector, Known, fingerprint
from flows.ingest.document import Document
from flows.ingest.limits import BATCH_CHARACTERS
from flows.ingest.raw_store import RawStore
from flows.ingest.read import in_batches, read_documents
from flows.ingest.records import records_of
from flows.job import Job
from flows.pool import Workers
from flows.prefect_runs import is_fault_of_the_outside
from flows.reading import NORMALIZING
from transforms.records import Article, RawRecord, Reject
from transforms.resolve.row_shapes import Row, reject_row
from warehouse.around import looking_around
from warehouse.contract import TABLES
from warehouse.store import Store

BATCH_RECORDS = 64
LOOKED_UP = 2048  # articles looked up in the warehouse at a time, so that their texts need not wait for all
RAW = "raw"
HTTP = ".http"


@task(
    name="ingest and normalize", cache_policy=NO_CACHE,
    retries=2, retry_delay_seconds=[2, 10], retry_condition_fn=is_fault_of_the_outside,
)  # fmt: skip
def ingest(job: Job, store: Store, workers: Workers) -> tuple[Collector, list[Row]]:
    """Return the articles of all inputs, sorted out, and the rows of what was set aside."""
    collector = Collector({}, versions_by_raw(store) if job.rebuild else {})
    rejects: list[Reject] = []
    waiting: list[Article] = []
    job.read_count = 0  # a second try counts anew
    with job.stage("read") as stage:
        records = _records(job, rejects)
        work = replace(NORMALIZING, options={"today": job.clock.today})
        for results in workers.map(work, in_batches(records, BATCH_RECORDS, lambda record: len(record.body), BATCH_CHARACTERS)):
            for result in results:
                if isinstance(result, Reject):
                    rejects.append(result)
                else:
                    waiting.append(result)
                    job.read_count += 1
            stage.advance(len(results))
            if len(waiting) >= LOOKED_UP:
                _sort_out(job, store, collector, waiting)
        _sort_out(job, store, collector, waiting)
    job.reject_count = len(rejects)
    return collector, [reject_row(reject) for reject in rejects]


def _sort_out(job: Job, store: Store, collector: Collector, waiting: list[Article]) -> None:
    """Hand the waiting articles over, after a look at those of them that the warehouse has."""
    if not job.rebuild:
        collector.known |= known_articles(store, {article.article_id for article in waiting} - collector.known.keys())
    for article in waiting:
        collector.add(article)
    waiting.clear()


def _records(job: Job, rejects: list[Reject]) -> Iterator[RawRecord]:
    raw = RawStore(job.warehouse / RAW)
    documents: Iterable[Document | Reject] = (
        raw.documents() if job.rebuild else read_documents(job.inputs, job.published, partial(_fetched, job=job, raw=raw))
    )
    for document in documents:
        if isinstance(document, Reject):
            rejects.append(document)
            continue
        if not job.rebuild:
            raw.keep(document)
        for record in records_of(document):
            if isinstance(record, Reject):
                rejects.append(record)
            else:
                yield record


def _fetched(addresses: Iterable[str], job: Job, raw: RawStore) -> Iterator[Document | Reject]:
    """Yield the pages at the addresses; the network's libraries are loaded only when they are needed."""
    from flows.fetch.cache import PageCache
    from flows.fetch.fetcher import Fetcher
    from flows.fetch.pages import fetch_documents

    fetcher = Fetcher(job.clock.now, PageCache(job.warehouse / HTTP, raw), job.allow_private)
    try:
        yield from fetch_documents(addresses, fetcher)
    finally:
        fetcher.close()


def known_articles(store: Store, article_ids: Set[str]) -> dict[str, Known]:
    """Return the current version of each of the articles that the warehouse has."""
    with looking_around(store.directory, article_ids) as asked:
        if asked.has_marks():
            return {row["article_id"]: Known(row["version"], row["text_sha256"], row["fingerprint"]) for row in asked.marks()}
    columns = [name for name in TABLES["articles"].column_names if name != "text"]
    return {
        row["article_id"]: Known(row["version"], row["text_sha256"], fingerprint(row))
        for row in store.read_table("articles", columns).to_pylist()
        if row["is_current"] and row["article_id"] in article_ids
    }


def versions_by_raw(store: Store) -> dict[tuple[str, str], int]:
    """Return the version that each article's raw bytes had: a rebuild numbers them as they were."""
    rows = store.read_table("articles", ["article_id", "raw_sha256", "version"]).to_pylist()
    return {(row["article_id"], row["raw_sha256"]): row["version"] for row in rows}
