"""From one article's annotations to rows of the contract's tables, before anything is known of other articles.

The rows are what the warehouse keeps of an article (as one JSON payload, so that nothing need be read twice) and what
`resolve` starts from: ids are content-derived, `event_id` and everything that looks across articles is still missing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from transforms.ids import content_id
from transforms.records import Actor, Annotations, Article, CasualtyClaim, EventMention, Place, Quote, Reject

Row = dict[str, Any]
DATES = {"date_start", "date_end", "asserted_on"}
TIMES = {"published_at", "fetched_at"}


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
    key = {"article_id": article.article_id, "version": version}
    rows = ArticleRows(article=article_row(article, version, read.sentence_count))
    ids: dict[int, str] = {}
    for mention in read.events:
        row = key | event_mention_row(article, mention)
        ids[id(mention)] = row["mention_id"]
        rows.event_mentions.append(row)
    claim_ids = [_claim_id(article, claim) for claim in read.casualties]
    for claim in read.casualties:
        row = key | casualty_row(article, claim)
        row["mention_id"] = ids.get(id(claim.event)) if claim.event else None
        row["subset_of_claim_id"] = claim_ids[claim.subset_of] if claim.subset_of is not None else None
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


def article_row(article: Article, version: int, sentence_count: int | None) -> Row:
    """Return the row of `articles`; what needs other articles or the run is added by `resolve` and the loader."""
    return {
        "article_id": article.article_id,
        "version": version,
        "is_current": True,
        "external_id": article.external_id,
        "url": article.url,
        "publisher": article.publisher,
        "publisher_domain": article.publisher_domain,
        "publisher_country_iso3": article.publisher_country_iso3,
        "title": article.title,
        "byline": article.byline,
        "language": article.language,
        "published_at": article.published_at,
        "published_precision": article.published_precision,
        "published_basis": article.published_basis,
        "fetched_at": article.fetched_at,
        "text": article.text,
        "text_sha256": article.text_sha256,
        "raw_sha256": article.raw_sha256,
        "raw_uri": article.raw_uri,
        "char_count": len(article.text),
        "sentence_count": sentence_count,
        "origin": article.origin,
        "duplicate_of": None,
        "extra": json.dumps(article.extra, sort_keys=True, ensure_ascii=False, default=str) if article.extra else None,
    }


def event_mention_row(article: Article, mention: EventMention) -> Row:
    """Return the row of `event_mentions` without article key and `event_id`; the first actor of a side stands in the contract's
    single column, all of them in the list beside it."""
    sources = [actor.actor_id for actor in mention.source_actors]
    targets = [actor.actor_id for actor in mention.target_actors]
    when = mention.date
    return {
        "mention_id": content_id(
            "mention",
            article.article_id,
            article.text_sha256,
            mention.trigger_start,
            mention.event_type,
            mention.source_text,
            mention.target_text,
        ),
        "event_id": None,
        "sentence_index": mention.sentence_index,
        "span_start": mention.span_start,
        "span_end": mention.span_end,
        "evidence": mention.evidence,
        "trigger": mention.trigger,
        "trigger_start": mention.trigger_start,
        "trigger_end": mention.trigger_end,
        "event_type": mention.event_type,
        "event_mode": mention.event_mode,
        "cameo_code": mention.cameo_code,
        "acled_sub_event_type": mention.acled_sub_event_type,
        "instrument_text": mention.instrument_text,
        "date_text": when.evidence if when else None,
        "date_start": when.date_start if when else None,
        "date_end": when.date_end if when else None,
        "date_precision": when.date_precision if when else None,
        "weekday": when.weekday if when else None,
        "place_text": mention.place_text,
        "place_id": mention.place.place_id if mention.place else None,
        "source_text": mention.source_text,
        "source_actor_id": sources[0] if sources else None,
        "source_actor_ids": sources,
        "target_text": mention.target_text,
        "target_actor_id": targets[0] if targets else None,
        "target_actor_ids": targets,
        "claimant_text": mention.claimant_text,
        "claimant_actor_id": mention.claimant_actor.actor_id if mention.claimant_actor else None,
        "stance": mention.stance,
        "is_general": mention.is_general,
        "is_backward": mention.backward,
    }


def casualty_row(article: Article, claim: CasualtyClaim) -> Row:
    """Return the row of `casualties` without article key, event and relation."""
    return {
        "claim_id": _claim_id(article, claim),
        "event_id": None,
        "sentence_index": claim.sentence_index,
        "span_start": claim.span_start,
        "span_end": claim.span_end,
        "evidence": claim.evidence,
        "count_text": claim.count_text,
        "count_start": claim.count_start,
        "count_end": claim.count_end,
        "outcome": claim.outcome,
        "count_low": claim.count_low,
        "count_best": claim.count_best,
        "count_high": claim.count_high,
        "qualifier": claim.qualifier,
        "victim_group": claim.victim_group,
        "victim_age_sex": claim.victim_age_sex,
        "victim_text": claim.victim_text,
        "victim_country_iso3": claim.victim_country_iso3,
        "victim_country_negated": claim.victim_country_negated,
        "victim_actor_id": claim.victim_actor.actor_id if claim.victim_actor else None,
        "claimant_text": claim.claimant_text,
        "claimant_actor_id": claim.claimant_actor.actor_id if claim.claimant_actor else None,
        "via_text": claim.via_text,
        "asserted_on": article.published_at.date() if article.published_at else None,
        "relation": None,
        "related_claim_id": None,
        "is_aggregate": claim.is_aggregate,
    }


def quote_row(article: Article, quote: Quote) -> Row:
    """Return the row of `quotes` without article key and event."""
    return {
        "quote_id": content_id("quote", article.article_id, article.text_sha256, quote.span_start, quote.span_end, quote.kind),
        "sentence_index": quote.sentence_index,
        "span_start": quote.span_start,
        "span_end": quote.span_end,
        "evidence": quote.evidence,
        "kind": quote.kind,
        "cue": quote.cue,
        "cue_start": quote.cue_start,
        "cue_end": quote.cue_end,
        "speaker_text": quote.speaker_text,
        "speaker_start": quote.speaker_start,
        "speaker_end": quote.speaker_end,
        "speaker_name": quote.speaker_name,
        "speaker_actor_id": quote.speaker_actor.actor_id if quote.speaker_actor else None,
        "speaker_role": quote.speaker_role,
        "affiliation_text": quote.affiliation_text,
        "affiliation_actor_id": quote.affiliation_actor.actor_id if quote.affiliation_actor else None,
        "via_text": quote.via_text,
        "event_id": None,
    }


def actor_row(actor: Actor) -> Row:
    """Return the row of `actors` as one article knows it, without counts and days."""
    return {
        "actor_id": actor.actor_id,
        "name": actor.name,
        "kind": actor.kind,
        "country_iso3": actor.country_iso3,
        "parent_actor_id": actor.parent_actor_id,
        "role": actor.role,
        "cameo_code": actor.cameo_code,
        "ucdp_actor_id": actor.ucdp_actor_id,
        "gwno": actor.gwno,
        "acled_name": actor.acled_name,
        "wikidata_qid": actor.wikidata_qid,
        "aliases": sorted(set(actor.aliases)),
        "is_curated": actor.is_curated,
    }


def place_row(place: Place) -> Row:
    """Return the gazetteer row of `places`, with what events need of it (`precision`)."""
    return {
        "place_id": place.place_id,
        "name": place.name,
        "admin1_name": place.admin1_name,
        "country_iso3": place.country_iso3,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geonames_id": place.geonames_id,
        "feature": place.feature,
        "precision": place.precision,
    }


def reject_row(reject: Reject) -> Row:
    """Return the row of `rejects`."""
    return {
        "article_id": reject.article_id,
        "stage": reject.stage,
        "field": reject.field,
        "value": reject.value,
        "reason": reject.reason,
        "raw_uri": reject.raw_uri,
    }


def to_payload(rows: ArticleRows) -> str:
    """Return the rows as JSON: what the warehouse keeps of an annotated article."""
    return json.dumps({name: getattr(rows, name) for name in rows.__slots__}, ensure_ascii=False, sort_keys=True, default=_iso)


def from_payload(payload: str) -> ArticleRows:
    """Return the rows that `to_payload` wrote, with dates and times as such."""
    return ArticleRows(**json.loads(payload, object_hook=_with_times))


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


def _claim_id(article: Article, claim: CasualtyClaim) -> str:
    return content_id(
        "claim",
        article.article_id,
        article.text_sha256,
        claim.span_start,
        claim.count_start,
        claim.outcome,
        claim.victim_text,
        claim.count_text,
    )


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
    named = [m.place for m in read.places] + [m.place for m in read.events]
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
