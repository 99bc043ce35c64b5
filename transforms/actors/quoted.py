"""Whether an offset of an article lies between quotation marks, paragraph by paragraph."""

from __future__ import annotations

from transforms.parse import ParsedArticle

OPENING, CLOSING = "“„«", "”»"


def is_quoted(parsed: ParsedArticle, offset: int) -> bool:
    """Return whether a quotation is open at an offset; a straight mark opens and closes by turns within its paragraph."""
    text = parsed.article.text
    begin = text.rfind("\n", 0, offset) + 1
    is_open = False
    for mark in text[begin:offset]:
        if mark in OPENING:
            is_open = True
        elif mark in CLOSING:
            is_open = False
        elif mark == '"':
            is_open = not is_open
    return is_open
