"""A file that is one article: `.txt` and `.html`, with the sidecar `NAME.meta.json` beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flows.ingest.decode import decode
from flows.ingest.document import Document, rejected
from flows.ingest.files import SIDECAR, SourceFile, link_out
from flows.ingest.records import parse_object
from flows.ingest.streams import opened, read_bounded
from transforms.records import Reject


def read_single(source: SourceFile) -> Iterator[Document | Reject]:
    """Yield the file as one document; a sidecar that cannot be read is set aside, the article stays."""
    fields: dict[str, Any] = {}
    # `NAME` is the article's file name; for `a.txt.gz` the sidecar of `a.txt` serves too.
    for name in (source.path.name, source.path.name.removesuffix(".gz")):
        sidecar = source.path.with_name(name + SIDECAR)
        if sidecar.is_file() and not source.may_read(sidecar):
            yield link_out(source.raw_uri + SIDECAR)
            break
        if sidecar.is_file():
            with sidecar.open("rb") as stream:
                parsed = parse_object(decode(read_bounded(stream)) or "")
            if isinstance(parsed, str):
                yield rejected(source.raw_uri + SIDECAR, "invalid_json", parsed)
            else:
                fields = parsed
            break
    with opened(source.path) as stream:
        data = read_bounded(stream)
    yield Document(source.raw_uri, "text" if source.suffix == ".txt" else "html", data, fields)
