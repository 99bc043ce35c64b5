"""CSV: one record a row, at position `#row` (from 1, headings not counted)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from flows.ingest.decode import decode
from flows.ingest.document import Document, as_record, rejected
from flows.ingest.limits import MAX_DOCUMENT_BYTES
from flows.ingest.streams import bounded_lines, in_utf8
from transforms.records import Reject


@dataclass(slots=True)
class _Lines:
    """The lines of a file as text. `set_aside`: those that are no text or too long; `row`: the lines of the row at hand."""

    stream: BinaryIO
    raw_uri: str
    set_aside: list[Reject] = field(default_factory=list)
    row: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[str]:
        for number, line in bounded_lines(in_utf8(self.stream)):
            text = None if line is None else decode(line)
            if text is None:
                reason, found = ("too_large", f"larger than {MAX_DOCUMENT_BYTES // 1024**2} MiB") if line is None else ("binary", "no text")
                self.set_aside.append(rejected(self.raw_uri, reason, f"line {number}: {found}"))
            else:
                self.row.append(text)
                yield text


def read_csv(stream: BinaryIO, raw_uri: str) -> Iterator[Document | Reject]:
    """Yield each row as a document, its columns named by the first row.

    Raises `csv.Error` when there is no such row, or when a quotation mark that nothing closes swallows the rest."""
    csv.field_size_limit(MAX_DOCUMENT_BYTES)
    lines = _Lines(stream, raw_uri)
    reader = csv.reader(lines)
    header: list[str] | None = None
    row_number = 0
    while True:
        lines.row.clear()
        try:
            row = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            if len(lines.row) > 1:  # where the next row begins, nobody knows
                raise csv.Error(f"nothing is read after line {reader.line_num}: {error}") from error
            row_number += 1
            yield rejected(f"{raw_uri}#{row_number}", "invalid_csv", f"line {reader.line_num}: {error}")
            continue
        yield from lines.set_aside
        lines.set_aside.clear()
        if header is None:
            header = _heading(row)
        elif row:
            row_number += 1
            yield _document(header, row, lines.row, raw_uri, f"#{row_number}")
    yield from lines.set_aside


def _heading(row: list[str]) -> list[str]:
    header = [name.strip() for name in row]
    if not {"text", "html"} & set(header):
        raise csv.Error(f"no column is named text or html; the columns are {', '.join(header)}")
    if len(header) > len(set(header)):
        raise csv.Error(f"two columns are named {next(name for name in header if header.count(name) > 1)!r}")
    return header


def _document(header: list[str], row: list[str], lines: list[str], raw_uri: str, position: str) -> Document | Reject:
    if len(row) != len(header):
        return rejected(raw_uri + position, "invalid_csv", f"{len(row)} fields, the heading has {len(header)}")
    if len(lines) > 1 and not _is_closed(lines):
        return rejected(raw_uri + position, "invalid_csv", f"a quotation mark is never closed: {len(lines)} lines in one field")
    return Document(raw_uri, "record", as_record(dict(zip(header, row, strict=True))), position=position)


def _is_closed(lines: list[str]) -> bool:
    """Return whether the row ends where its last quotation mark closes; the file's end closes one silently."""
    try:
        list(csv.reader(lines, strict=True))
    except csv.Error as error:
        return "unexpected end" not in str(error)
    return True
