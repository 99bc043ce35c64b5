"""Whether an offset of an article lies between quotation marks, paragraph by paragraph."""

from __future__ import annotations

import re

from transforms.parse import ParsedArticle

OPENING = "“„«"
MARKS = re.compile(f'[{OPENING}”»"]')


def is_quoted(parsed: ParsedArticle, offset: int) -> bool:
    """Return whether a quotation is open at an offset; a straight mark opens and closes by turns within its paragraph."""
    text = parsed.article.text
    begin = text.rfind("\n", 0, offset) + 1
    is_open = False
    for mark in MARKS.findall(text, begin, offset):
        is_open = not is_open if mark == '"' else mark in OPENING
    return is_open
