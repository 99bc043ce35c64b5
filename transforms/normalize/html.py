"""Read an HTML page: the article's paragraphs through trafilatura, and what its metadata says."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura import bare_extraction, extract_metadata, load_html
from trafilatura.settings import Document

from transforms.normalize.limits import MOST_SCRIPT

_ARTICLE_TYPES = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datePublished",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "dateModified", "lastmod")


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What an HTML page says of its article; `published` and `modified` as written; `captions` are not part of `text`."""

    text: str
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    captions: tuple[str, ...] = field(default=())


def read_html(body: str, today: date) -> HtmlPage | None:
    """Return the article of an HTML page, or None where there is no page or no article in it."""
    tree = load_html(body)
    if tree is None:
        return None
    _drop_outsized(tree)
    linked = list(_linked_data(tree))
    named = _meta_tags(tree)
    published = _first(linked, "datePublished") or next((named[name] for name in map(str.lower, _PUBLISHED) if named.get(name)), None)
    modified = _first(linked, "dateModified") or next((named[name] for name in map(str.lower, _MODIFIED) if named.get(name)), None)
    captions = tuple(" ".join(" ".join(node.itertext()).split()) for node in tree.iter("figcaption"))
    if published is None:
        published = find_date(tree, extensive_search=False, original_date=True, max_date=f"{today:%Y-%m-%d}")
    title = _first(linked, "headline") or named.get("og:title") or named.get("twitter:title")
    metadata = extract_metadata(tree, extensive=False) if title is None else None  # costs as much as the text: only where tags are lacking
    document = bare_extraction(tree, fast=True, include_comments=False, include_tables=False)
    text = document.text if isinstance(document, Document) else None
    if not text:
        return None
    language = (tree.get("lang") or tree.get("xml:lang") or "").split("-")[0].lower() or None
    return HtmlPage(
        text,
        title=title or (metadata.title if metadata else None),
        byline=_authors(linked) or _person(named.get("author")) or (metadata.author if metadata else None),
        site=_publisher(linked) or named.get("og:site_name") or (metadata.sitename if metadata else None),
        url=_canonical_link(tree) or named.get("og:url"),
        published=published,
        modified=modified,
        language=language,
        captions=tuple(dict.fromkeys(caption for caption in captions if caption)),
    )


def _drop_outsized(tree: HtmlElement) -> None:
    """Empty the scripts that are longer than any description of an article, before they are read as JSON and searched again."""
    for node in tree.iter("script"):
        if node.text and len(node.text) > MOST_SCRIPT:
            node.text = None


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects of a page that describe an article."""
    for node in tree.iter("script"):
        if node.get("type") != "application/ld+json" or not node.text:
            continue
        try:
            waiting = deque([json.loads(node.text, strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.popleft()
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                if isinstance(graph := item.get("@graph"), list):
                    waiting.extend(graph)
                if _ARTICLE_TYPES.search(str(item.get("@type", ""))):
                    yield item


def _first(linked: list[dict[str, Any]], name: str) -> str | None:
    return next((item[name].strip() for item in linked if isinstance(item.get(name), str) and item[name].strip()), None)


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for item in linked:
        publisher = item.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"])
    return None


def _authors(linked: list[dict[str, Any]]) -> str | None:
    """Return the names of an article's authors, or None."""
    for item in linked:
        authors = item.get("author")
        entries = authors if isinstance(authors, list) else [authors]
        names = [entry.get("name") if isinstance(entry, dict) else entry for entry in entries]
        found = [person for name in names if isinstance(name, str) and (person := _person(name))]
        if found:
            return ", ".join(dict.fromkeys(found))
    return None


def _person(name: str | None) -> str | None:
    """Return an author's name; an address or a profile link is none."""
    name = (name or "").strip()
    return name if name and not re.search(r"https?:|@|www\.", name) else None


def _canonical_link(tree: HtmlElement) -> str | None:
    return next((node.get("href") for node in tree.iter("link") if node.get("rel") == "canonical" and node.get("href")), None)


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        if name and node.get("content"):
            tags.setdefault(name.lower(), node.get("content").strip())
    return tags
