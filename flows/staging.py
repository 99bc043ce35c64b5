"""Annotated batches on disk between reading and loading: `DIR/.staging/<pipeline version>/<hash>.jsonl`.

A batch is written whole or not at all. After a kill the next run finds the batches that were done; after a load they go.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

from flows.collect import fingerprint
from flows.versions import pipeline_version
from transforms.records import Article
from transforms.resolve.row_shapes import article_row

FOLDER = ".staging"


class Staging:
    """The staging area of a warehouse, for the code and seeds at hand."""

    def __init__(self, warehouse: Path) -> None:
        self._all = warehouse / FOLDER
        self._folder = self._all / pipeline_version()

    @staticmethod
    def key(article: Article) -> str:
        """Return what an article is staged under: all it says of itself, with where it came from."""
        row = article_row(article, 1, None)
        return (
            f"{fingerprint(row)}{hashlib.sha256(f'{article.raw_uri} {article.raw_sha256} {article.fetched_at}'.encode()).hexdigest()[:16]}"
        )

    def write(self, payloads: dict[str, str]) -> None:
        """Write one batch."""
        text = "".join(json.dumps([key, payload], ensure_ascii=False) + "\n" for key, payload in sorted(payloads.items()))
        data = text.encode()
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{hashlib.sha256(data).hexdigest()}.jsonl"
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(data)
        unfinished.replace(path)

    def read(self) -> dict[str, str]:
        """Return all payloads that are staged; a file whose bytes are not those of its name is left out."""
        payloads: dict[str, str] = {}
        for path in sorted(self._folder.glob("*.jsonl")):
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() == path.stem:
                payloads |= dict(json.loads(line) for line in data.decode().splitlines())
        return payloads

    def clear(self) -> None:
        """Remove everything staged: it is loaded, or was read by other code."""
        shutil.rmtree(self._all, ignore_errors=True)
