"""What is too much for one article, so that no page costs more memory or time than a long article does.

Each function returns why a text is refused, in words for `rejects`, or None where it is taken.
"""

from __future__ import annotations

import re

# The longest reports that news sites print have about 300,000 characters; a book of 160,000 words is no article.
MOST_CHARACTERS = 1_000_000
MOST_LINES = 20_000
# News pages have some thousands of tags. Parsers compare every attribute of a tag with every other one.
MOST_TAGS = 200_000
MOST_ATTRIBUTES = 1_000
# The linked data of a news page, full text included, has some tens of thousands of characters; a page's own scripts are not read.
MOST_SCRIPT = 2 * MOST_CHARACTERS
_LONG_TAG = re.compile(r"<[^<>]{4000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def too_long(text: str) -> str | None:
    """Refuse a text beyond the length of an article."""
    if len(text) > MOST_CHARACTERS:
        return f"longer than an article: {len(text)} characters, at most {MOST_CHARACTERS} are read"
    lines = text.count("\n")
    return f"longer than an article: {lines} lines, at most {MOST_LINES} are read" if lines > MOST_LINES else None


def too_intricate(page: str) -> str | None:
    """Refuse a page with more tags, or more attributes in one tag, than any page of news has."""
    tags = page.count("<")
    if tags > MOST_TAGS:
        return f"no page of news: {tags} tags, at most {MOST_TAGS} are read"
    for tag in _LONG_TAG.finditer(page):
        attributes = len(_QUOTED.sub("", tag.group()).split())  # a quoted value may hold words of its own
        if attributes > MOST_ATTRIBUTES:
            return f"no page of news: a tag with {attributes} attributes, at most {MOST_ATTRIBUTES} are read"
    return None
