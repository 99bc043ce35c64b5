"""All current articles to the tables: what was read before and what is new, looked at together."""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.errors import CasusError
from flows.job import Job
from flows.versions import pipeline_version
from transforms.records import Article
from transforms.resolve import ArticleRows, from_payload, resolve, to_payload
from transforms.resolve.row_shapes import Row
from warehouse.store import Store

VERSIONED = (
    "event_mentions", "casualties", "quotes", "actor_mentions", "place_mentions", "date_mentions",
)  # fmt: skip


@task(name="resolve", cache_policy=NO_CACHE)
def resolve_articles(
    job: Job, store: Store, settled: list[tuple[Article, int, bool]], payloads: dict[tuple[str, str], str], rejects: list[Row]
) -> dict[str, list[Row]]:
    """Return the rows of every table, ready to load."""
    with job.stage("resolve"):
        fresh = [
            (_versioned(from_payload(payloads[article.article_id, article.text_sha256]), version), is_current)
            for article, version, is_current in settled
        ]
        job.new_count = len(fresh)
        current = {rows.article["article_id"]: rows for rows, is_current in fresh if is_current}
        reading = dict.fromkeys(current, pipeline_version())
        for row in store.read_table("annotations").to_pylist():
            if row["article_id"] not in current:
                current[row["article_id"]] = _kept(row["payload"])
                reading[row["article_id"]] = row["pipeline_version"]
        tables = resolve(current.values(), _known_events(store))
        annotations = [
            {
                "article_id": rows.article["article_id"],
                "version": rows.article["version"],
                "pipeline_version": reading[rows.article["article_id"]],
                "payload": to_payload(rows),
            }
            for rows in current.values()
        ]
        for row in tables["articles"]:
            row["pipeline_version"] = reading[row["article_id"]]
        older = [
            rows.article | {"is_current": False, "pipeline_version": pipeline_version()} for rows, is_current in fresh if not is_current
        ]
        tables["articles"] += older
        job.reject_count += sum(len(rows.rejects) for rows, is_current in fresh if is_current)
        return tables | {"annotations": annotations, "rejects": tables["rejects"] + rejects}


def _kept(payload: str) -> ArticleRows:
    try:
        return from_payload(payload)
    except (TypeError, KeyError, ValueError) as error:
        raise CasusError("the warehouse was read by another version of Casus; `casus run --rebuild` reads its articles anew") from error


def _versioned(rows: ArticleRows, version: int) -> ArticleRows:
    """Set the version that staging could not know."""
    rows.article["version"] = version
    for name in VERSIONED:
        for row in getattr(rows, name):
            row["version"] = version
    return rows


def _known_events(store: Store) -> dict[str, str]:
    rows = store.read_table("event_mentions", ["mention_id", "event_id"]).to_pylist()
    return {row["mention_id"]: row["event_id"] for row in rows if row["event_id"]}
