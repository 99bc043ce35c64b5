"""New articles to rows: parsed and annotated in batches, each batch staged on disk, so that a run that died goes on where it was."""

from __future__ import annotations

from collections.abc import Iterator

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.job import Job
from flows.pool import Workers
from flows.staging import Staging
from flows.worker import annotate_articles
from transforms.records import Article

# Enough text for the parser's batches, little enough that progress moves and memory stays flat.
BATCH_CHARACTERS = 200_000


@task(name="annotate", cache_policy=NO_CACHE)
def annotate_new(job: Job, workers: Workers, articles: list[Article]) -> dict[tuple[str, str], str]:
    """Return the payload of each article, by article_id and text hash; what an earlier, broken run staged is used."""
    staging = Staging(job.warehouse)
    payloads = staging.read()
    missing = [article for article in articles if Staging.key(article) not in payloads]
    with job.stage("annotate", len(articles)):
        job.progress.advance(len(articles) - len(missing))
        batches = list(_batches(missing))
        for batch, results in zip(batches, workers.map(annotate_articles, batches), strict=True):
            found = dict(zip(map(Staging.key, batch), results, strict=True))
            staging.write(found)
            payloads |= found
            job.progress.advance(len(batch))
    return {(article.article_id, article.text_sha256): payloads[Staging.key(article)] for article in articles}


def _batches(articles: list[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    characters = 0
    for article in articles:
        batch.append(article)
        characters += len(article.text)
        if characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
