"""One record, one row: the contract's columns from the typed records, and what the resolver needs beside them."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from transforms.ids import content_id
from transforms.records import Actor, Article, CasualtyClaim, EventMention, Place, Quote, Reject

Row = dict[str, Any]
ARTICLE_FIELDS = tuple(field.name for field in fields(Article) if field.name != "extra")


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
        "dateline_place": article.dateline_place,
        "duplicate_of": None,
        "extra": json.dumps(article.extra, sort_keys=True, ensure_ascii=False, default=str) if article.extra else None,
    }


def article_of(row: Row) -> Article:
    """Return the article of a row of `articles`, without its extra fields."""
    return Article(**{name: row[name] for name in ARTICLE_FIELDS if name in row})  # an older version read fewer


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
            mention.place_text,
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
        "date_weekday": when.weekday if when else None,
        "place_text": mention.place_text,
        "place_id": mention.place.place_id if mention.place else None,
        "context_place_id": mention.context_place.place_id if mention.context_place else None,
        "context_date_start": mention.context_days[0] if mention.context_days else None,
        "context_date_end": mention.context_days[1] if mention.context_days else None,
        "context_date_precision": mention.context_days[2] if mention.context_days else None,
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
        "backward": mention.backward,
    }


def casualty_row(article: Article, claim: CasualtyClaim) -> Row:
    """Return the row of `casualties` without article key, event and relation."""
    return {
        "claim_id": claim_id(article, claim),
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
        "cow": actor.cow,
        "iso_numeric": actor.iso_numeric,
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


def claim_id(article: Article, claim: CasualtyClaim) -> str:
    """Return the id of a claim: where its number stands, what happened and to whom."""
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
