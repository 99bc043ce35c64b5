"""Versions and copies: which article is new, and which text is current, whatever the order of the records."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

from flows.collect import Collector, Known, fingerprint
from transforms.records import Article
from transforms.resolve.row_shapes import article_row

FIRST = Article("art_1", "Four killed.", "aa", "r1", "b.txt", title="Four killed", published_at=datetime(2024, 1, 18, tzinfo=UTC))
SAME_ELSEWHERE = replace(FIRST, raw_uri="a.txt", raw_sha256="r0")
BARE = replace(FIRST, title=None, published_at=None)
CHANGED = replace(FIRST, text="Seven killed.", text_sha256="bb", raw_sha256="r2", fetched_at=datetime(2024, 1, 20, tzinfo=UTC))


def settled(articles: tuple[Article, ...], known: dict[str, Known] | None = None) -> list[tuple[Article, int, bool]]:
    collector = Collector(known or {})
    for article in articles:
        collector.add(article)
    return collector.settled()


def test_of_copies_the_best_described_is_kept_then_the_first_by_address() -> None:
    for order in permutations((FIRST, SAME_ELSEWHERE, BARE)):
        assert settled(order) == [(SAME_ELSEWHERE, 1, True)]


def test_a_later_text_is_the_next_version() -> None:
    for order in permutations((FIRST, CHANGED)):
        assert settled(order) == [(FIRST, 1, False), (CHANGED, 2, True)]


def test_what_the_warehouse_has_is_not_new() -> None:
    known = {"art_1": Known(3, "aa", fingerprint(article_row(FIRST, 3, 1)))}
    assert settled((FIRST, SAME_ELSEWHERE), known) == []
    assert settled((CHANGED,), known) == [(CHANGED, 4, True)]
    assert settled((BARE,), known) == [(BARE, 3, True)], "the same text, described anew, is the same version"


def test_a_rebuild_keeps_the_numbers() -> None:
    collector = Collector({}, {("art_1", "r1"): 2, ("art_1", "r2"): 1})
    collector.add(CHANGED)
    collector.add(FIRST)
    assert [(version, is_current) for _, version, is_current in collector.settled()] == [(2, True), (1, False)]
