"""Content-derived ids: the same few fields give the same id on any machine and in any order."""

from __future__ import annotations

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix` and 16 hexadecimal digits of the parts' BLAKE2b hash; None and "" are kept apart."""
    text = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return f"{prefix}_{hashlib.blake2b(text.encode(), digest_size=8).hexdigest()}"
