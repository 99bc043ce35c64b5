"""What comes in: a record as it was read, the article it becomes, and what was set aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One article as it came in. `body` is decoded text; `media` says how to read it; `fields` holds the given metadata
    (`id url title publisher byline published_at language` and whatever else came, which ends in `articles.extra`)."""

    raw_uri: str
    media: Literal["text", "html"]
    body: str
    raw_sha256: str
    fields: dict[str, Any] = field(default_factory=dict)
    published_hint: str | None = None
    published_hint_basis: str | None = None
    fetched_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One cleaned article: a row of `articles` without `version`, `is_current`, `duplicate_of`, `recorded_at`, `run_id`."""

    article_id: str
    text: str
    text_sha256: str
    raw_sha256: str
    raw_uri: str
    external_id: str | None = None
    url: str | None = None
    publisher: str | None = None
    publisher_domain: str | None = None
    publisher_country_iso3: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    published_precision: str | None = None
    published_basis: str | None = None
    fetched_at: datetime | None = None
    origin: str | None = None
    dateline_place: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reject:
    """One record or value that was set aside: a row of `rejects`."""

    stage: str
    reason: str
    article_id: str | None = None
    raw_uri: str | None = None
    field: str | None = None
    value: str | None = None
