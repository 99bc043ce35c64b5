"""WARC: each page that a crawler got (Common Crawl news), with its address and the time it was fetched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.message import Message
from typing import Any, BinaryIO

from flows.ingest.document import Document, Kind, rejected
from flows.ingest.limits import CHUNK_BYTES, MAX_DOCUMENT_BYTES
from flows.ingest.streams import UNREADABLE, TooLargeError
from transforms.records import Reject

KINDS: dict[str, Kind] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
PAGES = ("response", "resource", "conversion")


def read_web_archive(stream: BinaryIO, raw_uri: str) -> Iterator[Document | Reject]:
    """Yield each page of the unpacked archive, named `raw_uri#record` (from 1). Requests and notes of the crawler are no pages.

    Raises `warcio.exceptions.ArchiveLoadFailed` where the bytes are no WARC, or no longer one."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    from flows.ingest.archive_lines import HeaderLines

    number = 0
    try:
        archive = ArchiveIterator(stream, block_size=CHUNK_BYTES)
        archive.reader = lines = HeaderLines(stream, CHUNK_BYTES)
        for number, record in enumerate(archive, start=1):
            if record.rec_type in PAGES:
                yield _page(record, f"{raw_uri}#{number}")
            elif record.rec_type is None:
                yield rejected(f"{raw_uri}#{number}", "invalid_warc", "a record without a WARC-Type")
            lines.begin()
    except (*UNREADABLE, TooLargeError):
        raise
    except Exception as error:  # warcio trusts what headers say, and fails in many ways where they lie
        said = " ".join(str(error).split()) or type(error).__name__
        raise ArchiveLoadFailed(f"nothing is read after record {number}: {said}") from error


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
    if _is_cut_short(record):
        return rejected(uri, "truncated", f"the archive ends before this record does: {address}")
    return Document(
        raw_uri=uri,
        kind=kind,
        data=data,
        fields={"url": address} if address else {},
        charset=content.get_content_charset(),
        fetched_at=_moment(record.rec_headers.get_header("WARC-Date")),
    )


def _is_cut_short(record: Any) -> bool:
    """Return whether the archive ended before the length that the record's header promised."""
    rest = record.raw_stream
    return getattr(rest, "limit", 0) > 0 and not rest.read(1)


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
