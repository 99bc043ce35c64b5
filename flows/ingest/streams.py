"""Files as bounded streams: `.gz` opened on the way, bombs stopped, lines never longer than a document may be."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from flows.ingest.limits import CHUNK_BYTES, MAX_COMPRESSION_RATIO, MAX_DOCUMENT_BYTES, RATIO_FLOOR_BYTES

# What reading damaged or truncated input raises.
UNREADABLE = (OSError, EOFError, zlib.error)


class TooLargeError(ValueError):
    """An input is larger than Casus takes, or grows out of all proportion when decompressed."""


class _Guarded(io.RawIOBase):
    """A decompressed stream that stops when it has grown out of proportion to the file it came from."""

    def __init__(self, inner: IO[bytes], compressed_bytes: int) -> None:
        self.inner = inner
        self.allowed = max(RATIO_FLOOR_BYTES, compressed_bytes * MAX_COMPRESSION_RATIO)
        self.seen = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self.inner.read(len(buffer))
        self.seen += len(data)
        if self.seen > self.allowed:
            raise TooLargeError(f"grows more than {MAX_COMPRESSION_RATIO} times when decompressed")
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Yield the file's bytes as a stream, decompressed when its name ends in `.gz`."""
    if path.suffix.lower() == ".gz":
        with gzip.open(path, "rb") as unpacked:
            yield io.BufferedReader(_Guarded(cast("IO[bytes]", unpacked), path.stat().st_size), CHUNK_BYTES)
    else:
        with path.open("rb", CHUNK_BYTES) as plain:
            yield plain


def read_bounded(stream: BinaryIO, limit: int = MAX_DOCUMENT_BYTES) -> bytes:
    """Return all the stream's bytes. Raises `TooLargeError` beyond the limit."""
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(CHUNK_BYTES):
        size += len(piece)
        if size > limit:
            raise TooLargeError(f"larger than {limit // 1024**2} MiB")
        pieces.append(piece)
    return b"".join(pieces)


def bounded_lines(stream: BinaryIO, limit: int = MAX_DOCUMENT_BYTES) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line's number (from 1) and bytes; None for a line beyond the limit, whose rest is read past, never held."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(CHUNK_BYTES)
        yield number, None
