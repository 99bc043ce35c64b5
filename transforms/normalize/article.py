"""From one raw record to one cleaned article, or the reason why it was set aside."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from courlan import normalize_url

from transforms.ids import content_id
from transforms.normalize.captions import without_credit
from transforms.normalize.clean import Cleaned, clean
from transforms.normalize.html import HtmlPage, read_html
from transforms.normalize.language import language_of
from transforms.normalize.limits import too_intricate, too_long
from transforms.normalize.origin import credited_agency
from transforms.normalize.published import Published, from_address, from_captions, is_future, read_time
from transforms.normalize.publishers import country_of_domain, host_of, publisher_named, publisher_of_domain
from transforms.normalize.repair import repair
from transforms.records import Article, RawRecord, Reject

_KNOWN = frozenset(("id", "url", "title", "publisher", "byline", "published_at", "language", "text", "html"))
_STAGE = "normalize"


@dataclass(frozen=True, slots=True)
class _Setting:
    """A value that was set aside, for `rejects`."""

    field: str
    value: str
    reason: str


def normalize(raw: RawRecord, today: date) -> Article | Reject:
    """Return the cleaned article of a raw record, or a Reject where no text is left.

    `today` bounds publication dates. Values that were set aside (a future date, an unreadable date) are listed in
    `extra["set_aside"]`; `set_aside` turns them into rows."""
    if refused := too_intricate(raw.body) if raw.media == "html" else too_long(raw.body):
        return Reject(_STAGE, refused, raw_uri=raw.raw_uri)
    page = read_html(raw.body, today) if raw.media == "html" else None
    if raw.media == "html" and page is None:
        return Reject(_STAGE, "no article in the page", raw_uri=raw.raw_uri)
    if page and (refused := too_long(page.text)):
        return Reject(_STAGE, refused, raw_uri=raw.raw_uri)
    given = _given(raw)
    body = repair(page.text if page else raw.body)
    title = _one_line(given.get("title") or (page.title if page else None))
    publisher = given.get("publisher") or (page.site if page else None)
    cleaned = clean(body, title, publisher, is_page=not (given.get("title") or given.get("id")))
    if not body or not cleaned.text:
        return Reject(_STAGE, "no text left after cleaning" if body else "empty text", raw_uri=raw.raw_uri)
    asides: list[_Setting] = []
    published = _published(raw, page, cleaned, today, asides)
    return _article(raw, page, given, cleaned, published, asides)


def set_aside(article: Article) -> list[Reject]:
    """Return one Reject for each value of an article that normalization set aside."""
    return [
        Reject(_STAGE, row["reason"], article_id=article.article_id, raw_uri=article.raw_uri, field=row["field"], value=row["value"])
        for row in article.extra.get("set_aside", ())
    ]


def _given(raw: RawRecord) -> dict[str, str]:
    """Return the record's own metadata as non-empty text."""
    return {key: str(value).strip() for key, value in raw.fields.items() if key in _KNOWN and value not in (None, "")}


def _one_line(text: str | None) -> str | None:
    return " ".join(repair(text).split()) or None if text else None


def _article(
    raw: RawRecord, page: HtmlPage | None, given: dict[str, str], cleaned: Cleaned, published: Published | None, asides: list[_Setting]
) -> Article:
    url = _canonical(given.get("url") or (page.url if page else None))
    named = given.get("publisher") or (page.site if page else None)
    domain = host_of(url) or (host_of(named) if named and " " not in named else None)
    known = publisher_of_domain(domain) or (publisher_named(named) if named else None)
    publisher = _name_of(named) or (known.name if known else None) or cleaned.publisher
    known = known or (publisher_named(publisher) if publisher else None)
    external_id = given.get("id")
    text_sha256 = hashlib.sha256(cleaned.text.encode()).hexdigest()
    key = (url,) if url else (external_id, publisher) if external_id else (text_sha256,)
    return Article(
        article_id=content_id("art", *key),
        text=cleaned.text,
        text_sha256=text_sha256,
        raw_sha256=raw.raw_sha256,
        raw_uri=raw.raw_uri,
        external_id=external_id,
        url=url,
        publisher=publisher,
        publisher_domain=domain or (known.domain if known else None),
        publisher_country_iso3=(known.country_iso3 if known else None) or country_of_domain(domain),
        title=cleaned.title,
        byline=given.get("byline") or (page.byline if page else None) or cleaned.byline,
        language=_language(given, page, cleaned.text),
        published_at=published.at if published else None,
        published_precision=published.precision if published else None,
        published_basis=published.basis if published else None,
        fetched_at=raw.fetched_at,
        origin=cleaned.origin or credited_agency(cleaned.text, publisher),
        dateline_place=cleaned.dateline_place,
        extra=_extra(raw, page, cleaned, published, asides),
    )


def _name_of(named: str | None) -> str | None:
    """Return a publisher's usual name; a host alone is named by the seeds, or stays as it is."""
    if named is None:
        return None
    known = publisher_named(named) or publisher_of_domain(host_of(named) if " " not in named else None)
    return known.name if known else named


def _canonical(url: str | None) -> str | None:
    """Return an address without fragment and tracking parameters; None for what is no web address."""
    if not url or not url.lower().startswith(("http://", "https://")):
        return None
    try:
        return str(normalize_url(url, strict=False)).partition("#")[0]
    except ValueError:  # such as "http://[::1": an address that nobody can follow
        return None


def _language(given: dict[str, str], page: HtmlPage | None, text: str) -> str | None:
    stated = given.get("language") or (page.language if page else None)
    return language_of(text) or (stated.split("-")[0].lower()[:2] if stated else None)


def _published(raw: RawRecord, page: HtmlPage | None, cleaned: Cleaned, today: date, asides: list[_Setting]) -> Published | None:
    """Return the first witness of the publication time that can be read and does not lie in the future."""
    hint, basis = raw.published_hint, raw.published_hint_basis or "argument"
    witnesses: list[tuple[str, object, str]] = [
        ("published_at", raw.fields.get("published_at"), "metadata"),
        ("published_at", page.published if page else None, "html"),
        ("published_at", hint if basis != "argument" else None, basis),
        ("published_at", from_address(raw.fields.get("url") or (page.url if page else None)), "inferred"),
        ("published_at", cleaned.line_day, "text"),
        ("published_at", cleaned.dateline_day, "text"),
        ("published_at", hint if basis == "argument" else None, "argument"),
        ("published_at", cleaned.updated_day, "text"),
    ]
    for field, value, witness in witnesses:
        if value in (None, ""):
            continue
        found = read_time(value, witness)  # type: ignore[arg-type]
        if found is None:
            asides.append(_Setting(field, str(value), f"unreadable date ({witness})"))
        elif is_future(found, today):
            asides.append(_Setting(field, str(value), f"date in the future ({witness})"))
        else:
            return found
    captions = [caption for caption in _captions(page, cleaned) if caption not in cleaned.file_captions]
    inferred = from_captions(captions, cleaned.text)
    return inferred if inferred and not is_future(inferred, today) else None


def _captions(page: HtmlPage | None, cleaned: Cleaned) -> list[str]:
    """Return the captions of a page's pictures, without their credits: those in the text, and those that HTML sets apart."""
    apart = [without_credit(repair(caption)) for caption in page.captions] if page else []
    return list(dict.fromkeys([*cleaned.captions, *apart]))


def _extra(raw: RawRecord, page: HtmlPage | None, cleaned: Cleaned, published: Published | None, asides: list[_Setting]) -> dict[str, Any]:
    """Return unknown fields as they came, and what the page says beside the contract's columns."""
    extra: dict[str, Any] = {key: value for key, value in raw.fields.items() if key not in _KNOWN and value not in (None, "")}
    if page and page.modified:
        extra["modified_at"] = page.modified
    if cleaned.updated_day:
        extra.setdefault("modified_at", cleaned.updated_day.isoformat())
    if captions := _captions(page, cleaned):
        extra["captions"] = captions
    if published and published.written != published.at.date():
        extra["published_local_day"] = published.written.isoformat()
    if asides:
        extra["set_aside"] = [{"field": aside.field, "value": aside.value, "reason": aside.reason} for aside in asides]
    return extra
