"""Raw bytes kept under `raw/`, so that everything can be rebuilt without fetching or finding the inputs again.

`raw/ab/<sha256>.gz` holds the bytes, whose name is their content address; `raw/ab/<sha256>.<8 digits>.json` holds what was
known beside them (where they came from, sidecar fields, charset). A file is written whole or not at all, and never changed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flows.ingest.document import Document, rejected
from flows.ingest.streams import UNREADABLE
from transforms.records import Reject


@dataclass(frozen=True, slots=True)
class RawStore:
    """The folder of raw bytes of one warehouse."""

    folder: Path

    def keep(self, document: Document) -> None:
        """Write the document's bytes and its note, unless they are here."""
        sha256 = document.sha256
        folder = self.folder / sha256[:2]
        note = {
            "raw_uri": document.raw_uri,
            "kind": document.kind,
            "fields": document.fields,
            "charset": document.charset,
            "published_hint": document.published_hint,
            "published_hint_basis": document.published_hint_basis,
        }
        digest = hashlib.sha256(json.dumps(note, sort_keys=True).encode()).hexdigest()[:8]
        note_path = folder / f"{sha256}.{digest}.json"
        if note_path.exists():
            return
        self.keep_bytes(document.data)
        note["fetched_at"] = document.fetched_at.isoformat() if document.fetched_at else None
        _write_whole(note_path, json.dumps(note, sort_keys=True, indent=1).encode())

    def keep_bytes(self, data: bytes) -> str:
        """Write bytes, unless they are here, and return their SHA-256."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.folder / sha256[:2] / f"{sha256}.gz"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(path, gzip.compress(data, compresslevel=6, mtime=0))
        return sha256

    def read_bytes(self, sha256: str) -> bytes:
        """Return the bytes of that hash. Raises `OSError` where there are none, `ValueError` where they are damaged."""
        data = gzip.decompress((self.folder / sha256[:2] / f"{sha256}.gz").read_bytes())
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ValueError("the bytes are not those that were written")
        return data

    def documents(self) -> Iterator[Document | Reject]:
        """Yield every document kept, sorted by content address; a damaged file yields a reject."""
        for note_path in sorted(self.folder.glob("*/*.json")):
            try:
                yield self._read(note_path)
            except (*UNREADABLE, ValueError, KeyError) as error:
                yield rejected(note_path.as_posix(), "damaged_raw_file", str(error))

    def _read(self, note_path: Path) -> Document:
        note = json.loads(note_path.read_bytes())
        sha256 = note_path.name.split(".")[0]
        fetched_at = note.pop("fetched_at")
        return Document(data=self.read_bytes(sha256), fetched_at=datetime.fromisoformat(fetched_at) if fetched_at else None, **note)


def _write_whole(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(path)
