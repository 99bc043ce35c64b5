"""Files as bounded streams: gzip opened on the way, bombs stopped, lines never longer than a document may be."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from flows.ingest.limits import CHUNK_BYTES, MAX_COMPRESSION_RATIO, MAX_DOCUMENT_BYTES, RATIO_FLOOR_BYTES

GZIP = b"\x1f\x8b"
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
        try:
            data = self.inner.read(len(buffer))
        except EOFError as error:  # which readers of archives take for the end
            raise OSError(str(error)) from error
        self.seen += len(data)
        if self.seen > self.allowed:
            raise TooLargeError(f"grows more than {MAX_COMPRESSION_RATIO} times when decompressed")
        buffer[: len(data)] = data
        return len(data)


class _Recoded(io.RawIOBase):
    """A UTF-16 or UTF-32 stream as UTF-8, so that its lines end where lines end; what is no character becomes U+FFFD."""

    def __init__(self, inner: BinaryIO, encoding: str) -> None:
        self.inner = inner
        self.decoder = codecs.getincrementaldecoder(encoding)("replace")
        self.waiting = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self.waiting:
            data = self.inner.read(CHUNK_BYTES)
            self.waiting = self.decoder.decode(data, final=not data).encode()
            if not data:
                break
        given, self.waiting = self.waiting[: len(buffer)], self.waiting[len(buffer) :]
        buffer[: len(given)] = given
        return len(given)


def in_utf8(stream: BinaryIO) -> BinaryIO:
    """Return a stream of lines that begins with a UTF-16 or UTF-32 byte order mark as UTF-8; any other as it is."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream), CHUNK_BYTES)
    start = buffered.peek(4)[:4]
    for marks, encoding in (((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE), "utf-32"), ((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE), "utf-16")):
        if start.startswith(marks):
            return io.BufferedReader(_Recoded(buffered, encoding), CHUNK_BYTES)
    return buffered


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Yield the file's bytes as a stream, decompressed when its name ends in `.gz` or its bytes begin as gzip's do."""
    with path.open("rb") as file:
        is_packed = path.suffix.lower() == ".gz" or file.read(len(GZIP)) == GZIP
    if is_packed:
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
