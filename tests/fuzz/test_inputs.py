"""Whatever bytes a file holds, reading it ends in articles and rejects, never in an exception; every text is valid UTF-8 in NFC."""

from __future__ import annotations

import os
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.collect import Collector
from flows.fetch.cache import Response
from flows.fetch.fetcher import _retry_after
from flows.fetch.pages import document_of, entries_of, is_feed
from flows.fetch.robots import Robots
from flows.ingest.decode import decode
from flows.ingest.document import Document
from flows.ingest.read import read_documents
from flows.ingest.records import records_of
from tests.fuzz.damage import FEED, PIECES, SOUND, damaged
from transforms.normalize.article import normalize
from transforms.records import Article, Reject

TODAY = date(2026, 1, 1)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
# `FUZZ_EXAMPLES=5000 pytest tests/fuzz` looks longer.
CALM = settings(
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "25")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def check_file(path: Path) -> list[Article | Reject]:
    """Read a file into articles as a run does, and check what came; exceptions are the caller's failure."""
    found: list[Article | Reject] = []
    for item in read_documents([str(path)]):
        for record in [item] if isinstance(item, Reject) else records_of(item):
            found.append(record if isinstance(record, Reject) else normalize(record, TODAY))
    collector = Collector({})
    for one in found:
        for value in (one.reason, one.raw_uri, one.value) if isinstance(one, Reject) else (one.title, one.publisher, one.byline, one.url):
            (value or "").encode("utf-8")
        if isinstance(one, Article):
            one.text.encode("utf-8")
            assert one.text.strip() == one.text != ""
            assert "\x00" not in one.text
            assert unicodedata.is_normalized("NFC", one.text)
            collector.add(one)
    return found


@pytest.mark.parametrize("name", SOUND)
def test_the_sound_files_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(SOUND[name])
    assert all(isinstance(one, Article) for one in check_file(tmp_path / name))


@pytest.mark.parametrize("name", SOUND)
def test_damaged_files(tmp_path: Path, name: str) -> None:
    path = tmp_path / name

    @given(damaged(SOUND[name]))
    @CALM
    def check(data: bytes) -> None:
        path.write_bytes(data)
        check_file(path)

    check()


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.csv", "a.parquet", "a.warc", "a.warc.gz", "a.txt.meta.json"])
def test_any_bytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    (tmp_path / "a.txt").write_bytes(SOUND["a.txt"])

    @given(st.one_of(st.binary(max_size=400), st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join)))
    @CALM
    def check(data: bytes) -> None:
        path.write_bytes(data)
        check_file(path if not name.endswith(".json") else tmp_path / "a.txt")

    check()


@given(
    st.binary(max_size=300),
    st.one_of(st.none(), st.text(max_size=12), st.sampled_from(("utf-16", "utf-7", "idna", "cp037", "hex", "gb18030"))),
    st.booleans(),
)
@CALM
def test_any_charset(data: bytes, declared: str | None, is_html: bool) -> None:
    text = decode(data, declared, is_html)
    if text is not None:
        next(iter(records_of(Document("x", "text", text.encode("utf-8", "surrogatepass")))), None)


@given(st.one_of(damaged(FEED.encode()), damaged(FEED.replace("rss", "feed").replace("item", "entry").encode())))
@CALM
def test_damaged_feeds(data: bytes) -> None:
    response = Response("https://news.example/feed", "application/rss+xml", None, data, NOW.isoformat())
    is_feed(response)
    for link, published in entries_of(response)[0]:
        assert isinstance(link, str)
        if published is not None:
            datetime.fromisoformat(published)
    document_of("https://news.example/feed", response)


@given(st.text(max_size=300), st.text(max_size=60))
@CALM
def test_any_robots_and_headers(text: str, said: str) -> None:
    robots = Robots(lambda _: (200, text), "casus")
    robots.allows("https://news.example/a")
    assert robots.delay("https://news.example/a") >= 0
    wait = _retry_after({"retry-after": said}, NOW)
    assert wait is None or wait >= 0


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = ("id", "url", "title", "publisher", "byline", "published_at", "language", "text", "html", "captions", "set_aside", "modified_at")


@given(
    st.dictionaries(
        st.sampled_from(FIELDS) | st.text(max_size=8),
        JSON | st.sampled_from([piece.decode("utf-8", "replace") for piece in PIECES]),
        max_size=8,
    )
)
@CALM
def test_records_of_any_shape(tmp_path: Path, row: dict[str, Any]) -> None:
    import json

    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "Two people were killed in Goma."} | row) + "\n")
    for one in check_file(path):
        if isinstance(one, Article):
            json.dumps(one.extra)
