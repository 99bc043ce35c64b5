from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

from flows.ingest.document import Document
from flows.ingest.raw_store import RawStore
from transforms.records import Reject

PAGE = Document(
    "https://news.example/1", "html", b"<p>Two killed</p>", {"url": "u"}, "utf-8", "2024-01-18", "feed", datetime(2024, 1, 18, tzinfo=UTC)
)


def test_what_is_kept_comes_back_whole(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    store.keep(PAGE)
    store.keep(PAGE)
    assert list(store.documents()) == [PAGE]
    assert gzip.decompress((tmp_path / PAGE.sha256[:2] / f"{PAGE.sha256}.gz").read_bytes()) == PAGE.data


def test_the_same_bytes_from_two_places_are_stored_once(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    store.keep(PAGE)
    store.keep(Document("copy.html", "html", PAGE.data))
    assert len(list(tmp_path.glob("*/*.gz"))) == 1
    assert {document.raw_uri for document in store.documents() if isinstance(document, Document)} == {PAGE.raw_uri, "copy.html"}


def test_damage_is_told_and_costs_only_itself(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    store.keep(PAGE)
    other = Document("b.txt", "text", b"Three killed")
    store.keep(other)
    (tmp_path / PAGE.sha256[:2] / f"{PAGE.sha256}.gz").write_bytes(gzip.compress(b"something else"))
    found = list(store.documents())
    assert [item.reason for item in found if isinstance(item, Reject)] == ["damaged_raw_file"]
    assert other in found
