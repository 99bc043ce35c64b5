"""WARC: each page that a crawler got (Common Crawl news), with its address and the time it was fetched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.message import Message
from pathlib import Path
from typing import Any

from flows.ingest.document import Document, Kind, rejected
from flows.ingest.limits import MAX_DOCUMENT_BYTES
from transforms.records import Reject

KINDS: dict[str, Kind] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}


def read_web_archive(path: Path, raw_uri: str) -> Iterator[Document | Reject]:
    """Yield each page of the archive, named `raw_uri#record` (from 1). Requests and notes of the crawler are no pages.

    Raises `warcio.exceptions.ArchiveLoadFailed` when the file is not a WARC.
    """
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as stream:
        for number, record in enumerate(ArchiveIterator(stream), start=1):
            if record.rec_type in ("response", "resource", "conversion"):
                yield _page(record, f"{raw_uri}#{number}")


def _page(record: Any, uri: str) -> Document | Reject:
    address = record.rec_headers.get_header("WARC-Target-URI")
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return rejected(uri, "http_status", f"{status} for {address}")
    headers = record.http_headers or record.rec_headers
    content = Message()
    content["content-type"] = headers.get_header("Content-Type") or "text/html"
    kind = KINDS.get(content.get_content_type())
    if kind is None:
        return rejected(uri, "unsupported_type", f"{content.get_content_type()} at {address}")
    data = record.content_stream().read(MAX_DOCUMENT_BYTES + 1)
    if len(data) > MAX_DOCUMENT_BYTES:
        return rejected(uri, "too_large", f"larger than {MAX_DOCUMENT_BYTES // 1024**2} MiB: {address}")
    return Document(
        raw_uri=uri,
        kind=kind,
        data=data,
        fields={"url": address} if address else {},
        charset=content.get_content_charset(),
        fetched_at=_moment(record.rec_headers.get_header("WARC-Date")),
    )


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
