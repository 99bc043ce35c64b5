"""CSV and Parquet: one record a row, at position `#row` (from 1, headings not counted)."""

from __future__ import annotations

import csv
import json
import shutil
import tempfile
from collections.abc import Iterator
from typing import BinaryIO

from flows.ingest.decode import decode
from flows.ingest.document import Document, rejected
from flows.ingest.files import SourceFile
from flows.ingest.limits import CHUNK_BYTES, MAX_DOCUMENT_BYTES
from flows.ingest.streams import bounded_lines, opened
from transforms.records import Reject

PARQUET_BATCH_ROWS = 64


def read_csv(stream: BinaryIO, raw_uri: str) -> Iterator[Document | Reject]:
    """Yield each row as a document, its columns named by the first row. Raises `csv.Error` when there is no such row."""
    csv.field_size_limit(MAX_DOCUMENT_BYTES)
    too_long: list[Reject] = []
    reader = csv.reader(_text_lines(stream, raw_uri, too_long))
    header: list[str] | None = None
    row_number = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            row_number += 1
            yield rejected(f"{raw_uri}#{row_number}", "invalid_csv", f"line {reader.line_num}: {error}")
            continue
        yield from too_long
        too_long.clear()
        if header is None:
            header = [name.strip() for name in row]
            if not {"text", "html"} & set(header):
                raise csv.Error(f"no column is named text or html; the columns are {', '.join(header)}")
        elif row:
            row_number += 1
            yield _csv_document(header, row, raw_uri, f"#{row_number}")
    yield from too_long


def _csv_document(header: list[str], row: list[str], raw_uri: str, position: str) -> Document | Reject:
    if len(row) != len(header):
        return rejected(raw_uri + position, "invalid_csv", f"{len(row)} fields, the heading has {len(header)}")
    return Document(raw_uri, "record", _as_json(dict(zip(header, row, strict=True))), position=position)


def _text_lines(stream: BinaryIO, raw_uri: str, too_long: list[Reject]) -> Iterator[str]:
    for number, line in bounded_lines(stream):
        if line is None:
            too_long.append(rejected(raw_uri, "too_large", f"line {number} is larger than {MAX_DOCUMENT_BYTES // 1024**2} MiB"))
        else:
            yield decode(line) or ""


def read_parquet(source: SourceFile) -> Iterator[Document | Reject]:
    """Yield each row as a document. Raises pyarrow's errors when the file is not Parquet."""
    import pyarrow.parquet as pq

    with opened(source.path) as stream, tempfile.TemporaryFile() as unpacked:
        seekable: BinaryIO = stream
        if source.path.suffix.lower() == ".gz":  # Parquet is read from its end
            shutil.copyfileobj(stream, unpacked, CHUNK_BYTES)
            seekable = unpacked
        file = pq.ParquetFile(seekable)
        number = 0
        for batch in file.iter_batches(PARQUET_BATCH_ROWS):
            for row in batch.to_pylist():
                number += 1
                data = _as_json(row)
                if len(data) > MAX_DOCUMENT_BYTES:
                    yield rejected(f"{source.raw_uri}#{number}", "too_large", f"{len(data)} bytes")
                else:
                    yield Document(source.raw_uri, "record", data, position=f"#{number}")


def _as_json(row: dict[str, object]) -> bytes:
    """Return the row as one JSON record; days and times as ISO 8601, other types as text."""
    return json.dumps(row, ensure_ascii=False, default=_iso).encode("utf-8", "surrogatepass")


def _iso(value: object) -> str:
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat()) if isoformat else str(value)
