"""Whether words between quotation marks stand for themselves (direct) or are a part of the writer's sentence (mixed)."""

from __future__ import annotations

from typing import Literal

from transforms.attribution.marks import Stretch
from transforms.parse import ParsedArticle

SHORTEST_SENTENCE = 4  # words; a shorter stretch stands for itself only where the writer sets it off


def kind_of(parsed: ParsedArticle, stretch: Stretch) -> Literal["direct", "mixed"]:
    """Return `direct` for quoted sentences and clauses that are set off by a mark or a capital, else `mixed`."""
    text = parsed.article.text
    words = text[stretch.start : stretch.end].split()
    before = text[max(0, stretch.outer_start - 3) : stretch.outer_start].rstrip(" \t")
    is_set_off = before[-1:] in ("", "\n", ":", ",", ".", "?", "!", "”", '"', "’")
    ends_clause = words[-1][-1:] in ",.!?…"
    if is_set_off and (ends_clause or words[0][:1].isupper()):
        return "direct"
    return "direct" if len(words) >= SHORTEST_SENTENCE and (ends_clause or words[0][:1].isupper()) else "mixed"
