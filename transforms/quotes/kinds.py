"""Whether words between quotation marks are a quotation on their own (direct) or a part of the writer's sentence (mixed)."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.attribution.marks import Stretch
from transforms.parse import ParsedArticle


def kind_of(parsed: ParsedArticle, stretch: Stretch, stretches: Sequence[Stretch]) -> str:
    """Return `direct` for quoted clauses and sentences, `mixed` for words that the writer's own sentence goes on with."""
    text = parsed.article.text
    words = text[stretch.start : stretch.end]
    before = text[max(0, stretch.outer_start - 3) : stretch.outer_start].rstrip()
    if words[-1:] in (",", ".", "!", "?") and (before[-1:] in (",", ":", ".", "", "\n", "?", "!", "”", '"') or len(words.split()) > 3):
        return "direct"
    if words[:1].isupper() and len(words.split()) > 3:
        return "direct"
    return "mixed"
