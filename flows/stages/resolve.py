"""New articles to the tables: looked at together with what the warehouse holds around them, or with everything on a rebuild."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from flows.collect import fingerprint
from flows.errors import CasusError
from flows.garbage import uncollected
from flows.job import Job
from flows.payloads import Payloads
from flows.stages.loading import Loading, Reading, partial_loading
from flows.stages.neighbourhood import first_look, second_look
from flows.versions import pipeline_version
from transforms.records import Article
from transforms.resolve import ArticleRows, Neighbourhood, Resolved, from_payload, prepare, resolve_prepared, to_payload
from transforms.resolve.row_shapes import Row
from warehouse.loader import Loader

# An article, its version, and whether that is the current one.
Settled = tuple[Article, int, bool]
VERSIONED = (
    "event_mentions", "casualties", "quotes", "actor_mentions", "place_mentions", "date_mentions",
)  # fmt: skip


def resolve_articles(job: Job, loader: Loader, settled: Sequence[Settled], payloads: Payloads, rejects: Sequence[Row]) -> Loading:
    """Return the rows that these articles and what was set aside add, change and take away, ready to load."""
    with job.stage("resolve"), uncollected():
        fresh = [
            (_versioned(from_payload(payloads[article.article_id, article.text_sha256]), version), is_current)
            for article, version, is_current in settled
        ]
        job.new_count += len(fresh)
        current = [rows for rows, is_current in fresh if is_current]
        older = [
            rows.article | {"is_current": False, "pipeline_version": pipeline_version()} for rows, is_current in fresh if not is_current
        ]
        loading = _resolved(loader, current, _readings(settled, current, payloads))
        job.reject_count += len(loading.tables["rejects"])
        loading.tables["articles"] += older
        loading.tables["rejects"] += rejects
        return loading


def _readings(settled: Sequence[Settled], current: Sequence[ArticleRows], payloads: Payloads) -> dict[str, Reading]:
    """Return how each current article was read: a first version is kept as it was read, a later one with its number."""
    rows = {article.article["article_id"]: article for article in current}
    return {
        article.article_id: Reading(
            version,
            pipeline_version(),
            partial(payloads.__getitem__, (article.article_id, article.text_sha256))
            if version == 1
            else partial(str, to_payload(rows[article.article_id])),
        )
        for article, version, is_current in settled
        if is_current
    }


def _resolved(loader: Loader, current: Sequence[ArticleRows], readings: dict[str, Reading]) -> Loading:
    if not loader.is_whole:
        asked = loader.around(rows.article["article_id"] for rows in current)
        around = first_look(asked, current)
        new = prepare(current, around)
        second_look(asked, new, around)
        found = resolve_prepared(new, around)
        return partial_loading(_kept(found, readings), readings, found, around)
    everything = [*current, *_not_read_anew(loader, readings)]
    around = Neighbourhood(event_before=_known_events(loader))
    return Loading(_kept(resolve_prepared(prepare(everything, around), around), readings), readings)


def _not_read_anew(loader: Loader, readings: dict[str, Reading]) -> list[ArticleRows]:
    """Return the current version of every article in the warehouse that the run does not read, and add to `readings` how it was read."""
    kept = [row for row in loader.read_table("annotations").to_pylist() if row["article_id"] not in readings]
    for row in kept:
        readings[row["article_id"]] = Reading(row["version"], row["pipeline_version"], partial(str, row["payload"]))
    return [_stored(row["payload"]) for row in kept]


def _stored(payload: str) -> ArticleRows:
    try:
        return from_payload(payload)
    except (TypeError, KeyError, ValueError) as error:
        raise CasusError("the warehouse was read by another version of Casus; `casus run --rebuild` reads its articles anew") from error


def _kept(found: Resolved, readings: Mapping[str, Reading]) -> dict[str, list[Row]]:
    """Add to the rows of articles which version of the code read them and how a copy of one is known."""
    by_article = {row["article_id"]: row for row in found.tables["articles"]}
    marks = [
        row
        | {name: by_article[row["article_id"]][name] for name in ("version", "text_sha256")}
        | {"fingerprint": fingerprint(by_article[row["article_id"]])}
        for row in found.upkeep["article_marks"]
    ]
    rows = [row | {"pipeline_version": readings[row["article_id"]].pipeline_version} for row in found.tables["articles"]]
    return found.tables | found.upkeep | {"article_marks": marks, "articles": rows}


def _versioned(rows: ArticleRows, version: int) -> ArticleRows:
    """Set the version that staging could not know."""
    rows.article["version"] = version
    for name in VERSIONED:
        for row in getattr(rows, name):
            row["version"] = version
    return rows


def _known_events(loader: Loader) -> dict[str, str]:
    rows = loader.read_table("event_mentions", ["mention_id", "event_id"]).to_pylist()
    return {row["mention_id"]: row["event_id"] for row in rows if row["event_id"]}
