"""A file that is one article: `.txt` and `.html`, with its sidecar (`a.txt.meta.json` or `a.meta.json`) beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flows.ingest.decode import decode
from flows.ingest.document import Document, rejected
from flows.ingest.files import SIDECAR, SourceFile, link_out, sidecars
from flows.ingest.records import parse_object
from flows.ingest.streams import opened, read_bounded
from transforms.records import Reject


def read_single(source: SourceFile) -> Iterator[Document | Reject]:
    """Yield the file as one document; a sidecar that cannot be read is set aside, the article stays."""
    fields: dict[str, Any] = {}
    sidecar = next((path for path in sidecars(source.path) if path.is_file()), None)
    if sidecar is not None and not source.may_read(sidecar):
        yield link_out(source.raw_uri + SIDECAR)
    elif sidecar is not None:
        with sidecar.open("rb") as stream:
            parsed = parse_object(decode(read_bounded(stream)) or "")
        if isinstance(parsed, str):
            yield rejected(source.raw_uri + SIDECAR, "invalid_json", parsed)
        else:
            fields = parsed
    with opened(source.path) as stream:
        data = read_bounded(stream)
    yield Document(source.raw_uri, "text" if source.suffix == ".txt" else "html", data, fields)
