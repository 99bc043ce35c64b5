"""A document: the bytes of one article as they came, with what was known beside them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from transforms.records import Reject

Kind = Literal["text", "html", "record"]


@dataclass(frozen=True, slots=True)
class Document:
    """`kind`: plain text, a web page, or one JSON record with `text` or `html`. `charset` is what a server declared.

    `raw_uri` is the file or address; `position` is where in it (`#12`, the line or row), for whoever has to find a bad record."""

    raw_uri: str
    kind: Kind
    data: bytes
    fields: dict[str, Any] = field(default_factory=dict)
    charset: str | None = None
    published_hint: str | None = None
    published_hint_basis: str | None = None
    fetched_at: datetime | None = None
    position: str = ""

    @property
    def place(self) -> str:
        """Where the document stands, for messages about it."""
        return self.raw_uri + self.position

    @property
    def sha256(self) -> str:
        """The content address of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def rejected(raw_uri: str, reason: str, value: str | None = None, field_name: str | None = None) -> Reject:
    """Return the reject of one input; `value` says what was found, cut to 200 characters."""
    return Reject(stage="ingest", reason=reason, raw_uri=raw_uri, field=field_name, value=value[:200] if value else None)


def as_record(row: dict[str, object]) -> bytes:
    """Return a table's row as one JSON record; days and times as ISO 8601, other types as text."""
    return json.dumps(row, ensure_ascii=False, default=_iso).encode("utf-8", "surrogatepass")


def _iso(value: object) -> str:
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat()) if isoformat else str(value)
