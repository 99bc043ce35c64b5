"""New articles to the tables: looked at together with what the warehouse holds around them, or with everything on a rebuild."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.collect import fingerprint
from flows.errors import CasusError
from flows.garbage import uncollected
from flows.job import Job
from flows.stages.loading import Loading, partial_loading
from flows.stages.neighbourhood import first_look, second_look
from flows.versions import pipeline_version
from transforms.records import Article
from transforms.resolve import ArticleRows, Neighbourhood, Resolved, from_payload, prepare, resolve_prepared, to_payload
from transforms.resolve.row_shapes import Row
from warehouse.around import looking_around
from warehouse.store import Store

VERSIONED = (
    "event_mentions", "casualties", "quotes", "actor_mentions", "place_mentions", "date_mentions",
)  # fmt: skip


@task(name="resolve", cache_policy=NO_CACHE)
def resolve_articles(
    job: Job, store: Store, settled: list[tuple[Article, int, bool]], payloads: dict[tuple[str, str], str], rejects: list[Row]
) -> Loading:
    """Return the rows that the run adds, changes and takes away, ready to load."""
    with job.stage("resolve"), uncollected():
        fresh = [
            (_versioned(from_payload(payloads[article.article_id, article.text_sha256]), version), is_current)
            for article, version, is_current in settled
        ]
        job.new_count = len(fresh)
        current = [rows for rows, is_current in fresh if is_current]
        # Read as a first version, and kept as one: the payload stays what it is.
        known = {
            article.article_id: payloads[article.article_id, article.text_sha256]
            for article, version, is_current in settled
            if is_current and version == 1
        }
        loading = _resolved(job, store, current, known)
        older = [
            rows.article | {"is_current": False, "pipeline_version": pipeline_version()} for rows, is_current in fresh if not is_current
        ]
        job.reject_count += sum(len(rows.rejects) for rows in current)
        loading.tables["articles"] += older
        loading.tables["rejects"] += rejects
        return loading


def _resolved(job: Job, store: Store, current: Sequence[ArticleRows], known: Mapping[str, str]) -> Loading:
    with looking_around(store.directory, (rows.article["article_id"] for rows in current)) as asked:
        if not job.rebuild and asked.has_marks():
            around = first_look(asked, current)
            new = prepare(current, around)
            second_look(asked, new, around)
            found = resolve_prepared(new, around)
            return partial_loading(_kept(found, current, dict.fromkeys(new.marks, pipeline_version()), known), found, around)
    everything, reading = _everything(store, current)
    around = Neighbourhood(event_before=_known_events(store))
    return Loading(_kept(resolve_prepared(prepare(everything, around), around), everything, reading, known))


def _everything(store: Store, current: Sequence[ArticleRows]) -> tuple[list[ArticleRows], dict[str, str]]:
    """Return the current version of every article in the warehouse, those of the run among them, and the version that read each."""
    articles = {rows.article["article_id"]: rows for rows in current}
    reading = dict.fromkeys(articles, pipeline_version())
    for row in store.read_table("annotations").to_pylist():
        if row["article_id"] not in articles:
            articles[row["article_id"]] = _stored(row["payload"])
            reading[row["article_id"]] = row["pipeline_version"]
    return list(articles.values()), reading


def _stored(payload: str) -> ArticleRows:
    try:
        return from_payload(payload)
    except (TypeError, KeyError, ValueError) as error:
        raise CasusError("the warehouse was read by another version of Casus; `casus run --rebuild` reads its articles anew") from error


def _kept(found: Resolved, articles: Sequence[ArticleRows], reading: dict[str, str], known: Mapping[str, str]) -> dict[str, list[Row]]:
    """Add what is kept of each article beside its rows: what was read of it, by which version, and how a copy of it is known.

    `known`: payloads by article id, of those whose rows need not be written again."""
    annotations = [
        {
            "article_id": rows.article["article_id"],
            "version": rows.article["version"],
            "pipeline_version": reading[rows.article["article_id"]],
            "payload": known.get(rows.article["article_id"]) or to_payload(rows),
        }
        for rows in articles
    ]
    tables = found.tables | found.upkeep
    by_article = {row["article_id"]: row for row in tables["articles"]}
    marks = [
        row
        | {name: by_article[row["article_id"]][name] for name in ("version", "text_sha256")}
        | {"fingerprint": fingerprint(by_article[row["article_id"]])}
        for row in tables["article_marks"]
    ]
    rows = [row | {"pipeline_version": reading[row["article_id"]]} for row in tables["articles"]]
    return tables | {"annotations": annotations, "article_marks": marks, "articles": rows}


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
