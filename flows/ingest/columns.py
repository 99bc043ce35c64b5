"""Parquet: one record a row, at position `#row` (from 1), however small the file and however large what it unpacks to."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from flows.ingest.document import Document, as_record, rejected
from flows.ingest.files import SourceFile
from flows.ingest.limits import CHUNK_BYTES, MAX_COMPRESSION_RATIO, MAX_DOCUMENT_BYTES, RATIO_FLOOR_BYTES
from flows.ingest.streams import TooLargeError, opened
from transforms.records import Reject

MOST_ROWS = 64


def read_parquet(source: SourceFile) -> Iterator[Document | Reject]:
    """Yield each row as a document. Raises pyarrow's errors when the file is not Parquet, `TooLargeError` for a bomb."""
    import pyarrow.parquet as pq

    with opened(source.path) as stream, tempfile.TemporaryFile() as unpacked:
        seekable: BinaryIO = stream
        if source.path.suffix.lower() == ".gz":  # Parquet is read from its end
            shutil.copyfileobj(stream, unpacked, CHUNK_BYTES)
            seekable = unpacked
        size = seekable.seek(0, 2)
        # Texts stay in their dictionary until their row comes: one text of 15 MB may stand for a million rows.
        texts = _text_columns(pq.read_schema(seekable))
        file = pq.ParquetFile(seekable, read_dictionary=texts)
        allowed = max(RATIO_FLOOR_BYTES, size * MAX_COMPRESSION_RATIO)
        declared = sum(file.metadata.row_group(number).total_byte_size for number in range(file.metadata.num_row_groups))
        seen = 0 if declared <= allowed else declared
        for number, row in enumerate(_rows(file, declared) if not seen else (), start=1):
            if isinstance(row, ValueError):
                yield rejected(f"{source.raw_uri}#{number}", "binary", f"a value is not what its column says: {row}")
                continue
            data = as_record(row)
            seen += len(data)
            if seen > allowed:
                break
            if len(data) > MAX_DOCUMENT_BYTES:
                yield rejected(f"{source.raw_uri}#{number}", "too_large", f"{len(data)} bytes")
            else:
                yield Document(source.raw_uri, "record", data, position=f"#{number}")
        if seen > allowed:
            raise TooLargeError(f"grows more than {MAX_COMPRESSION_RATIO} times when unpacked")


def _rows(file: Any, declared: int) -> Iterator[dict[str, object] | ValueError]:
    """Yield the rows one by one, of batches that are small where rows are large; for one that Python cannot hold, what is wrong with it:
    a text that is no UTF-8, a day beyond the calendar."""
    mean = max(1, declared // max(1, file.metadata.num_rows))
    for batch in file.iter_batches(max(1, min(MOST_ROWS, MAX_DOCUMENT_BYTES // mean))):
        for place in range(batch.num_rows):
            try:
                yield batch.slice(place, 1).to_pylist()[0]
            except (ValueError, OverflowError) as error:
                yield ValueError(str(error))


def _text_columns(schema: Any) -> list[str]:
    """Return the columns of text. Raises `ArrowInvalid` for two columns of one name, of which a record could keep only one."""
    import pyarrow as pa

    if len(set(schema.names)) < len(schema.names):
        raise pa.ArrowInvalid(f"two columns are named {next(name for name in schema.names if schema.names.count(name) > 1)!r}")
    return [one.name for one in schema if pa.types.is_string(one.type) or pa.types.is_large_string(one.type)]
