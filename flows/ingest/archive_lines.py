"""The lines of a WARC file, bounded: warcio reads a header for as long as it goes on, and a hostile one goes on for gigabytes."""

from __future__ import annotations

from typing import BinaryIO

from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed

# A record's headers and those of its page have some thousands of bytes; cookies and security policies some ten thousand.
MOST_HEADER_BYTES = 1024 * 1024


class HeaderLines(DecompressingBufferedReader):  # type: ignore[misc]
    """warcio's reader, which ends where the headers of one record, since `begin`, grow beyond all measure."""

    def __init__(self, stream: BinaryIO, block_size: int) -> None:
        super().__init__(stream, block_size=block_size)
        self.begin()

    def begin(self) -> None:
        """Begin to count anew: the next record comes."""
        self.header_bytes = 0

    def readline(self, length: int | None = None) -> bytes:
        """Return the next line. Raises `ArchiveLoadFailed` when the headers are too large."""
        line = bytes(super().readline(min(length or MOST_HEADER_BYTES, MOST_HEADER_BYTES)))
        self.header_bytes += len(line)
        if self.header_bytes >= MOST_HEADER_BYTES:
            raise ArchiveLoadFailed(f"headers of more than {MOST_HEADER_BYTES // 1024**2} MiB")
        return line
