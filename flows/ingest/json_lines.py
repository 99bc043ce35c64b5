"""JSONL: one record a line; a bad line is set aside with its number, the others are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from flows.ingest.document import Document, rejected
from flows.ingest.limits import MAX_DOCUMENT_BYTES
from flows.ingest.streams import bounded_lines, in_utf8
from transforms.records import Reject


def read_json_lines(stream: BinaryIO, raw_uri: str) -> Iterator[Document | Reject]:
    """Yield each line as a document at position `#line`; empty lines are nothing."""
    for number, line in bounded_lines(in_utf8(stream)):
        uri = f"{raw_uri}#{number}"
        if line is None:
            yield rejected(uri, "too_large", f"a line larger than {MAX_DOCUMENT_BYTES // 1024**2} MiB")
        elif line.strip():
            yield Document(raw_uri, "record", line.rstrip(b"\r\n"), position=f"#{number}")
