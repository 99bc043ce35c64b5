"""Annotated batches between reading and loading: `PLACE/<pipeline version>/<hash>.parquet`, one row an article.

The place is a folder, by default the warehouse's own, or an object store that all machines reach. A batch is written whole or
not at all. After a kill the next run finds the batches that were done; after a load they go.
"""

from __future__ import annotations

import hashlib
import os
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flows.collect import fingerprint
from transforms.records import Article
from transforms.resolve.row_shapes import article_row
from warehouse.connect import StoreError
from warehouse.storage import is_remote, open_storage

FOLDER = ".staging"
NAME_FILE = ".staging_name"


def staging_place(warehouse: Path, asked: str | None) -> str:
    """Return where a run stages: the warehouse's own folder, or one in the place asked for that bears the warehouse's own name."""
    if asked is None:
        return str(warehouse.resolve() / FOLDER)
    known = warehouse / NAME_FILE
    if not known.exists():
        warehouse.mkdir(parents=True, exist_ok=True)
        known.write_text(f"casus-{uuid.uuid4().hex}")
    return f"{asked.rstrip('/') if is_remote(asked) else Path(asked).resolve()}/{known.read_text()}"


class Staging:
    """The batches that one version of the pipeline has read, at one place. Raises StoreError when the place cannot be used."""

    def __init__(self, place: str, version: str) -> None:
        self._place = place
        self._system, self._all = open_storage(place)
        self._folder = f"{self._all}/{version}"

    @staticmethod
    def key(article: Article) -> str:
        """Return what an article is staged under: all it says of itself, with where it came from."""
        mark = fingerprint(article_row(article, 1, None))
        origin = f"{article.raw_uri} {article.raw_sha256} {article.fetched_at}"
        return f"{mark}{hashlib.sha256(origin.encode()).hexdigest()[:16]}"

    def write(self, payloads: dict[str, str]) -> str:
        """Write one batch and return its name, which is the hash of its bytes."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        keys = sorted(payloads)
        table = pa.table({"key": pa.array(keys, pa.string()), "payload": pa.array([payloads[key] for key in keys], pa.string())})
        sink = pa.BufferOutputStream()
        pq.write_table(table, sink, compression="zstd")
        data = sink.getvalue()
        name = f"{hashlib.sha256(data).hexdigest()}.parquet"
        with self._told():
            self._put(name, data)
        return name

    def _put(self, name: str, data: Any) -> None:
        """Write a file in one step: an object store shows it when it is whole, a folder when it gets its name."""
        is_local = self._system.type_name == "local"
        path = f"{self._folder}/{name}"
        unfinished = f"{path}.{os.uname().nodename}-{os.getpid()}-{threading.get_ident()}" if is_local else path
        if is_local:
            self._system.create_dir(self._folder)
        with self._system.open_output_stream(unfinished) as stream:
            stream.write(data)
        if is_local:
            self._system.move(unfinished, path)

    def batches(self) -> Iterator[dict[str, str]]:
        """Yield the payloads of each whole batch that is staged."""
        from pyarrow import fs

        with self._told():
            names = sorted(info.base_name for info in self._system.get_file_info(fs.FileSelector(self._folder, allow_not_found=True)))
        for name in names:
            if found := self.batch(name):
                yield found

    def batch(self, name: str) -> dict[str, str] | None:
        """Return the payloads of one batch; None when it is not there, or its bytes are not those of its name."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            with self._told(), self._system.open_input_stream(f"{self._folder}/{name}") as stream:
                data = stream.read()
        except FileNotFoundError:
            return None
        if f"{hashlib.sha256(data).hexdigest()}.parquet" != name:
            return None
        keys, payloads = (column.to_pylist() for column in pq.read_table(pa.BufferReader(data)).columns)
        return dict(zip(keys, payloads, strict=True))

    def clear(self) -> None:
        """Remove everything staged: it is loaded, or was read by other code."""
        with self._told():
            self._system.delete_dir_contents(self._all, missing_dir_ok=True)
            if self._system.type_name == "local" and Path(self._all).exists():
                self._system.delete_dir(self._all)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError:
            raise
        except OSError as error:
            raise StoreError(f"cannot stage batches at {self._place}: {error}; see that it exists and that it may be written") from error
