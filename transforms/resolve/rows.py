"""From one article's annotations to rows of the contract's tables, before anything is known of other articles.

The rows are what the warehouse keeps of an article (as one JSON payload, so that nothing need be read twice) and what
`resolve` starts from: ids are content-derived, `event_id` and everything that looks across articles is still missing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime

from transforms.records import Actor, Annotations, Place
from transforms.resolve.row_shapes import (
    Row,
    actor_row,
    article_row,
    casualty_row,
    claim_id,
    event_mention_row,
    place_row,
    quote_row,
    reject_row,
)

DATES = {"date_start", "date_end", "context_date_start", "context_date_end", "asserted_on"}
TIMES = {"published_at", "fetched_at"}
# The tables beside `article` that have columns of either.
DATED = ("event_mentions", "casualties", "date_mentions")


@dataclass(slots=True)
class ArticleRows:
    """One version of one article as table rows, with the actors and places that its rows name."""

    article: Row
    event_mentions: list[Row] = field(default_factory=list)
    casualties: list[Row] = field(default_factory=list)
    quotes: list[Row] = field(default_factory=list)
    actor_mentions: list[Row] = field(default_factory=list)
    place_mentions: list[Row] = field(default_factory=list)
    date_mentions: list[Row] = field(default_factory=list)
    rejects: list[Row] = field(default_factory=list)
    actors: list[Row] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)


def article_rows(read: Annotations, version: int = 1) -> ArticleRows:
    """Return the rows of one annotated article. Mentions that say nothing new (same span and value) are kept once."""
    article = read.article
    key: Row = {"article_id": article.article_id, "version": version}
    rows = ArticleRows(article=article_row(article, version, read.sentence_count))
    ids: dict[int, str] = {}
    for mention in read.events:
        row = key | event_mention_row(article, mention)
        ids[id(mention)] = row["mention_id"]
        rows.event_mentions.append(row)
    claim_ids = [claim_id(article, claim) for claim in read.casualties]
    for claim in read.casualties:
        row = key | casualty_row(article, claim)
        row["mention_id"] = ids.get(id(claim.event)) if claim.event else None
        row["subset_of_claim_id"] = claim_ids[claim.subset_of] if claim.subset_of is not None else None
        row["repeats_claim_id"] = claim_ids[claim.repeats] if claim.repeats is not None else None
        row["revises_claim_id"] = claim_ids[claim.revises] if claim.revises is not None else None
        row["is_part"] = claim.is_part
        row["is_partial"] = claim.is_partial
        row["town_id"] = claim.town_id
        rows.casualties.append(row)
    rows.quotes = [key | quote_row(article, quote) for quote in read.quotes]
    rows.actor_mentions = [
        key
        | {"span_start": m.span_start, "span_end": m.span_end, "evidence": m.evidence, "actor_id": m.actor.actor_id if m.actor else None}
        for m in read.actors
    ]
    rows.place_mentions = [
        key
        | {
            "span_start": m.span_start,
            "span_end": m.span_end,
            "evidence": m.evidence,
            "place_id": m.place.place_id if m.place else None,
            "geonames_id": m.place.geonames_id if m.place else None,
            "latitude": m.place.latitude if m.place else None,
            "longitude": m.place.longitude if m.place else None,
            "country_iso3": m.place.country_iso3 if m.place else None,
            "is_demonym": m.is_demonym,
        }
        for m in read.places
    ]
    rows.date_mentions = [
        key
        | {
            "span_start": m.span_start,
            "span_end": m.span_end,
            "evidence": m.evidence,
            "date_start": m.date_start,
            "date_end": m.date_end,
            "date_precision": m.date_precision,
            "anchor": m.anchor,
        }
        for m in read.dates
    ]
    rows.rejects = [reject_row(reject) | {"article_id": reject.article_id or article.article_id} for reject in read.rejects]
    rows.actors = [actor_row(actor) for actor in _actors_of(read)]
    rows.places = [place_row(place) for place in _places_of(read)]
    for table in (rows.event_mentions, rows.casualties, rows.quotes, rows.actor_mentions, rows.place_mentions, rows.date_mentions):
        _keep_once(table)
    return rows


def copy_of(rows: ArticleRows) -> ArticleRows:
    """Return the same rows as new dicts, which may be changed."""
    tables = {name: [dict(row) for row in getattr(rows, name)] for name in rows.__slots__ if name != "article"}
    return ArticleRows(article=dict(rows.article), **tables)


def to_payload(rows: ArticleRows) -> str:
    """Return the rows as JSON: what the warehouse keeps of an annotated article."""
    return to_json({name: getattr(rows, name) for name in rows.__slots__})


def from_payload(payload: str) -> ArticleRows:
    """Return the rows that `to_payload` wrote, with dates and times as such."""
    rows = ArticleRows(**json.loads(payload))
    _with_times(rows.article)
    for name in DATED:
        for row in getattr(rows, name):
            _with_times(row)
    return rows


def to_json(values: object) -> str:
    """Return values as JSON, dates and times in ISO 8601."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, default=_iso)


def from_json(text: str) -> Row:
    """Return a row that `to_json` wrote, with dates and times as such."""
    row: Row = json.loads(text, object_hook=_with_times)
    return row


def _iso(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


def _with_times(row: Row) -> Row:
    for name in DATES & row.keys():
        row[name] = date.fromisoformat(row[name]) if row[name] else None
    for name in TIMES & row.keys():
        row[name] = datetime.fromisoformat(row[name]) if row[name] else None
    return row


def _actors_of(read: Annotations) -> list[Actor]:
    found: dict[str, Actor] = {}
    named = [m.actor for m in read.actors]
    for mention in read.events:
        named += [*mention.source_actors, *mention.target_actors, mention.claimant_actor]
    for claim in read.casualties:
        named += [claim.victim_actor, claim.claimant_actor]
    for quote in read.quotes:
        named += [quote.speaker_actor, quote.affiliation_actor]
    for actor in named:
        if actor is not None and (actor.actor_id not in found or len(actor.aliases) > len(found[actor.actor_id].aliases)):
            found[actor.actor_id] = actor
    return [found[actor_id] for actor_id in sorted(found)]


def _places_of(read: Annotations) -> list[Place]:
    named = [m.place for m in read.places] + [place for m in read.events for place in (m.place, m.context_place)]
    return sorted({place.place_id: place for place in named if place is not None}.values(), key=lambda place: place.place_id)


def _keep_once(table: list[Row]) -> None:
    seen: set[str] = set()
    kept = []
    for row in table:
        key = (
            row.get("mention_id")
            if "trigger" in row
            else row.get("claim_id") or row.get("quote_id") or f"{row['span_start']}-{row['span_end']}"
        )
        if key not in seen:
            seen.add(str(key))
            kept.append(row)
    table[:] = kept
