"""New articles to rows: parsed and annotated in batches, each batch staged, so that a run that died goes on where it was."""

from __future__ import annotations

from collections.abc import Iterator

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.job import Job
from flows.payloads import Payloads
from flows.pool import Workers
from flows.reading import ANNOTATING
from flows.staging import Staging
from flows.versions import pipeline_version
from transforms.records import Article

# Enough text for the parser's batches, little enough that progress moves and memory stays flat. Towards the end batches get smaller: so
# many for each process as are left, that none waits long for the other's last one.
BATCH_CHARACTERS, LEAST_CHARACTERS = 200_000, 40_000
BATCHES_LEFT = 4
# What one process reads in the time that a second one takes to load the parser: less text than twice that is read sooner by one.
WORTH_A_PROCESS = 60_000


@task(name="annotate", cache_policy=NO_CACHE)
def annotate_new(job: Job, workers: Workers, articles: list[Article], payloads: Payloads) -> None:
    """Add the payload of each article to `payloads`, in this order as far as the readers go; what an earlier, broken run staged is used.

    An error is told to who waits for payloads, and raised."""
    try:
        _annotate(job, workers, articles, payloads)
    except BaseException as error:
        payloads.fail(error)
        raise


def _annotate(job: Job, workers: Workers, articles: list[Article], payloads: Payloads) -> None:
    staging = Staging(job.staging, pipeline_version())
    wanted = {Staging.key(article): (article.article_id, article.text_sha256) for article in articles}

    def keep(found: dict[str, str]) -> None:
        for name in sorted(found.keys() & wanted.keys()):
            payloads.add(wanted[name], found[name])

    for batch in staging.batches():
        keep(batch)
    missing = [article for article in articles if (article.article_id, article.text_sha256) not in payloads]
    with job.stage("annotate", len(articles)) as stage:
        stage.advance(len(articles) - len(missing))
        batches = list(_batches(missing, job.workers))
        for found in _read_on_dask(job, batches) if job.dask else _read_here(workers, staging, batches):
            keep(found)
            stage.advance(len(found))
    workers.let_go()


def _read_here(workers: Workers, staging: Staging, batches: list[list[Article]]) -> Iterator[dict[str, str]]:
    """Yield the payloads of each batch by staging key, read by processes of this machine and staged; little text by one of them."""
    at_once = 1 if sum(len(article.text) for batch in batches for article in batch) < 2 * WORTH_A_PROCESS else None
    for batch, results in zip(batches, workers.map(ANNOTATING, batches, at_once=at_once), strict=True):
        found = dict(zip(map(Staging.key, batch), results, strict=True))
        staging.write(found)
        yield found


def _read_on_dask(job: Job, batches: list[list[Article]]) -> Iterator[dict[str, str]]:
    """Yield the payloads of each batch by staging key, read and staged by the workers of a Dask cluster."""
    from flows.dask_cluster import DaskCluster

    with DaskCluster(str(job.dask), job.staging, job.time_limit) as cluster:
        yield from cluster.map(ANNOTATING, batches)


def _batches(articles: list[Article], workers: int) -> Iterator[list[Article]]:
    batch: list[Article] = []
    characters, left = 0, sum(len(article.text) for article in articles)
    for article in articles:
        batch.append(article)
        characters += len(article.text)
        if characters >= min(BATCH_CHARACTERS, max(LEAST_CHARACTERS, left // (BATCHES_LEFT * workers))):
            yield batch
            left -= characters
            batch, characters = [], 0
    if batch:
        yield batch
