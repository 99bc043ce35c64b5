"""Text of strangers on a terminal: what could move the cursor, colour the screen or turn the reading direction is shown as U+FFFD."""

from __future__ import annotations

import re

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """Return the text with nothing in it that a terminal obeys; line breaks and tabs stay."""
    return CONTROLS.sub("\ufffd", text)
