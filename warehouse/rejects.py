"""Give each reject its id: a hash of what it says, so that a record set aside twice stands once."""

from __future__ import annotations

import hashlib
from typing import Any

import pyarrow as pa

ID_COLUMNS = ("stage", "article_id", "raw_uri", "field", "value", "reason")


def with_reject_ids(rows: pa.Table | list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows with `reject_id`, each once, in the order of their ids."""
    listed = rows.to_pylist() if isinstance(rows, pa.Table) else list(rows)
    by_id = {_reject_id(row): row for row in listed}
    return [by_id[reject_id] | {"reject_id": reject_id} for reject_id in sorted(by_id)]


def _reject_id(row: dict[str, Any]) -> str:
    parts = ("\x00" if row.get(name) is None else str(row[name]) for name in ID_COLUMNS)
    text = "\x1f".join(parts)
    return f"reject_{hashlib.blake2b(text.encode(), digest_size=8).hexdigest()}"
