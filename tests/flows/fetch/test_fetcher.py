"""The fetcher against a real server on loopback that does everything wrong."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.fetch.cache import PageCache, Response
from flows.fetch.fetcher import Fetcher, FetchError, Manners, _retry_after
from flows.fetch.guard import is_public
from flows.fetch.pages import entries_of, fetch_documents
from flows.ingest.document import Document
from flows.ingest.raw_store import RawStore
from flows.ingest.records import records_of
from tests.flows.fetch.server import MisbehavingServer, misbehaving
from transforms.records import RawRecord, Reject

NOW = datetime(2024, 1, 19, tzinfo=UTC)
HASTY = Manners(timeout=0.5, page_seconds=1.0, attempts=3, back_off=0.01, longest_wait=5.0, pause=0.0)


@pytest.fixture
def server() -> Iterator[MisbehavingServer]:
    with misbehaving() as running:
        yield running


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    made = Fetcher(NOW, allow_private=True, manners=HASTY)
    yield made
    made.close()


def test_a_page_comes_with_its_charset_and_our_name_is_given(server: MisbehavingServer, fetcher: Fetcher) -> None:
    (document,) = fetch_documents([f"{server.base}/latin"], fetcher)
    assert isinstance(document, Document)
    (record,) = records_of(document)
    assert isinstance(record, RawRecord)
    assert "Tué à Goma" in record.body
    assert (record.fields, record.fetched_at) == ({"url": f"{server.base}/latin"}, NOW)
    assert server.requests[-1][1]["User-Agent"].startswith("casus/")


@pytest.mark.parametrize(
    ("path", "reason", "requests"),
    [
        ("missing", "http_status", 1),
        ("failing", "http_status", 3),
        ("closed", "http_status", 1),  # asked to come back in a week: not in this run
        ("loop", "redirect_loop", 6),
        ("to_file", "not_http", 1),
        ("slow", "timeout", 3),
        ("drip", "timeout", 1),
        ("truncated", "unreachable", 3),
        ("bomb", "too_large", 1),
        ("bad_gzip", "unreachable", 3),
        ("picture", "unsupported_type", 1),
    ],
)
def test_what_cannot_be_had_is_set_aside_with_its_reason(
    server: MisbehavingServer, fetcher: Fetcher, path: str, reason: str, requests: int
) -> None:
    began = time.monotonic()
    (item,) = fetch_documents([f"{server.base}/{path}"], fetcher)
    assert isinstance(item, Reject)
    assert (item.reason, item.raw_uri) == (reason, f"{server.base}/{path}")
    assert server.counts[f"/{path}"] == requests
    assert time.monotonic() - began < 5


def test_a_busy_server_is_asked_again_as_it_wants(server: MisbehavingServer, fetcher: Fetcher) -> None:
    assert fetcher.get(f"{server.base}/busy").data
    assert server.counts["/busy"] == 3


def test_a_wrong_charset_does_not_spoil_the_text(server: MisbehavingServer, fetcher: Fetcher) -> None:
    (document,) = fetch_documents([f"{server.base}/wrong_charset"], fetcher)
    assert isinstance(document, Document)
    (record,) = records_of(document)
    assert isinstance(record, RawRecord)
    assert "Tué à Goma" in record.body


def test_an_unchanged_page_is_not_sent_again(server: MisbehavingServer, tmp_path: Path) -> None:
    cache = PageCache(tmp_path / ".http", RawStore(tmp_path / "raw"))
    first = Fetcher(NOW, cache, allow_private=True, manners=HASTY).get(f"{server.base}/page")
    later = Fetcher(datetime(2024, 2, 1, tzinfo=UTC), cache, allow_private=True, manners=HASTY).get(f"{server.base}/page")
    assert later == first
    assert server.requests[-1][1]["If-None-Match"] == '"v1"'


def test_robots_are_respected_and_read_once(server: MisbehavingServer, fetcher: Fetcher) -> None:
    server.robots = "User-agent: casus\nDisallow: /page\n"
    for _ in range(2):
        with pytest.raises(FetchError, match=r"robots.txt"):
            fetcher.get(f"{server.base}/page")
    assert fetcher.get(f"{server.base}/latin").data
    assert (server.counts["/page"], server.counts["/robots.txt"]) == (0, 1)


def test_a_site_is_given_the_pause_it_asks_for(server: MisbehavingServer, fetcher: Fetcher) -> None:
    server.robots = "User-agent: *\nCrawl-delay: 1\n"
    fetcher.get(f"{server.base}/page")
    began = time.monotonic()
    fetcher.get(f"{server.base}/latin")
    assert time.monotonic() - began > 0.7


def test_a_feed_is_read_as_its_pages(server: MisbehavingServer, fetcher: Fetcher) -> None:
    items = list(fetch_documents([f"{server.base}/feed", f"{server.base}/moved"], fetcher))
    assert [item.raw_uri.removeprefix(server.base) if isinstance(item, Document) else item.reason for item in items] == [
        "/page", "http_status", "not_http", "/moved",
    ]  # fmt: skip
    assert isinstance(items[0], Document)
    assert (items[0].published_hint, items[0].published_hint_basis) == ("2024-01-18T06:30:00+00:00", "feed")
    assert isinstance(items[3], Document)
    assert items[3].fields == {"url": f"{server.base}/page"}
    assert server.most_open == 1, "one connection a host"


def test_a_feed_of_which_no_entry_can_be_read_is_set_aside(server: MisbehavingServer, fetcher: Fetcher) -> None:
    (item,) = fetch_documents([f"{server.base}/broken_feed"], fetcher)
    assert isinstance(item, Reject) and item.reason == "broken_feed"
    assert item.value is not None and "no entry can be read" in item.value


def test_a_feed_that_calls_itself_html_is_still_a_feed(server: MisbehavingServer, fetcher: Fetcher) -> None:
    items = list(fetch_documents([f"{server.base}/feed_as_html"], fetcher))
    assert isinstance(items[0], Document)
    assert items[0].raw_uri == f"{server.base}/page"


def test_private_networks_are_refused(server: MisbehavingServer) -> None:
    guarded = Fetcher(NOW, manners=HASTY)
    for address in (
        f"{server.base}/page",
        server.base.replace("127.0.0.1", "localhost") + "/page",
        "http://[::1]/",
        "http://169.254.169.254/",
    ):
        with pytest.raises(FetchError) as refused:
            guarded.get(address)
        assert refused.value.reason == "private_address"
    assert server.requests == []


def test_a_redirect_into_a_private_network_is_refused(server: MisbehavingServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.fetch.guard.is_public", lambda address: address == "127.0.0.1")  # the server stands for the public internet
    with pytest.raises(FetchError) as refused:
        Fetcher(NOW, manners=HASTY).get(f"{server.base}/to_metadata")
    assert refused.value.reason == "private_address"
    assert server.counts["/to_metadata"] == 1


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False),
        ("fe80::1%eth0", False), ("fd00::1", False), ("::ffff:127.0.0.1", False), ("64:ff9b::7f00:1", False), ("64:ff9b::808:808", True),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_half_a_surrogate_in_a_feed_is_a_broken_feed() -> None:
    data = b"<rss version='2.0'><channel><title>&#xD800;N</title><item><link>https://news.example/a</link></item></channel></rss>"
    response = Response("https://news.example/feed", "application/rss+xml", None, data, "2024-01-19T00:00:00+00:00")
    entries, fault = entries_of(response)
    assert entries == [] and fault is not None


def test_a_superscript_is_no_time_to_wait() -> None:
    assert _retry_after({"retry-after": "\u00b9"}, NOW) is None
    assert _retry_after({"retry-after": "7"}, NOW) == 7.0
