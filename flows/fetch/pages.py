"""Addresses to documents: an article's page, or a feed and the pages that it lists."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import feedparser

from flows.fetch.cache import Response
from flows.fetch.fetcher import Fetcher, FetchError
from flows.ingest.document import Document, rejected
from transforms.records import Reject

FEEDS = {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}
XML = {"application/xml", "text/xml"}
PAGES = {"text/html", "application/xhtml+xml"}
FEED_ROOTS = (b"<rss", b"<feed", b"<rdf:rdf")


def fetch_documents(addresses: Iterable[str], fetcher: Fetcher) -> Iterator[Document | Reject]:
    """Yield the pages at the addresses, feeds as the pages they list; each address is fetched once."""
    seen: set[str] = set()
    for address in addresses:
        if address not in seen:
            seen.add(address)
            yield from _documents_at(address, fetcher, seen)


def _documents_at(address: str, fetcher: Fetcher, seen: set[str]) -> Iterator[Document | Reject]:
    try:
        response = fetcher.get(address)
    except FetchError as error:
        yield rejected(address, error.reason, str(error))
        return
    if not is_feed(response):
        yield document_of(address, response)
        return
    entries, fault = entries_of(response)
    if fault is not None and not entries:
        yield rejected(address, "broken_feed", f"no entry can be read: {fault}")
    for link, published in entries:
        if link in seen:
            continue
        seen.add(link)
        try:
            page = document_of(link, fetcher.get(link))
        except FetchError as error:
            yield rejected(link, error.reason, str(error))
            continue
        if isinstance(page, Document) and published is not None:
            page = replace(page, published_hint=published, published_hint_basis="feed")
        yield page


def is_feed(response: Response) -> bool:
    """Return whether a page is a feed, by its type, or by its root where the type says only XML or is wrong."""
    start = response.data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return response.content_type in FEEDS or (
        (response.content_type not in PAGES or start.startswith(b"<?xml")) and any(root in start for root in FEED_ROOTS)
    )


def document_of(address: str, response: Response) -> Document | Reject:
    """Return a page as a document; what is no text is set aside."""
    if response.content_type not in PAGES and response.content_type not in XML | {"text/plain"}:
        return rejected(address, "unsupported_type", f"{response.content_type} at {response.url}")
    return Document(
        raw_uri=address,
        kind="text" if response.content_type == "text/plain" else "html",
        data=response.data,
        fields={"url": response.url},
        charset=response.charset,
        fetched_at=datetime.fromisoformat(response.fetched_at),
    )


def entries_of(response: Response) -> tuple[list[tuple[str, str | None]], str | None]:
    """Return each entry's link and its publication time (ISO 8601, UTC) or None, and what is wrong with the feed or None."""
    headers = {"content-type": response.content_type, "content-location": response.url}
    try:
        feed: Any = feedparser.parse(response.data, response_headers=headers)
    except ValueError as error:  # such as half a surrogate pair written as a character reference
        return [], str(error)
    fault = str(feed.get("bozo_exception")) if feed.bozo else None
    return [(entry.link, _moment(entry.get("published_parsed"))) for entry in feed.entries if entry.get("link")], fault


def _moment(parsed: Any) -> str | None:
    return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat() if parsed else None
