"""Sentences in pieces: which stretches name the trigger, the sides, the place, the date and the numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

# Where two marks overlap, the stretch shows the first of these; the rest of the other keeps its own mark.
KINDS = ("trigger", "count", "date", "place", "source", "target")
# A piece is plain text, or a kind and the text marked with it.
Piece = str | list[str]


class Mark(NamedTuple):
    """A stretch of a sentence, offsets from the sentence's start, end exclusive."""

    start: int
    end: int
    kind: str


def find_mark(sentence: str, text: str | None, kind: str, near: int) -> Mark | None:
    """Return where `text` stands in the sentence as whole words, the place nearest to offset `near`; None where it does not.

    An actor may be named in another sentence of the article ("they" here), so that not finding it is no fault."""
    if not text:
        return None
    words = re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", sentence)
    places = [Mark(found.start(), found.end(), kind) for found in words]
    return min(places, key=lambda mark: (abs(mark.start - near), mark.start), default=None)


def cut(sentence: str, marks: Iterable[Mark]) -> list[Piece]:
    """Return the sentence as pieces, whose texts put together are the sentence; marks outside of it are left out."""
    shown: list[str | None] = [None] * len(sentence)
    for mark in sorted(marks, key=lambda mark: KINDS.index(mark.kind), reverse=True):
        if 0 <= mark.start < mark.end <= len(sentence):
            shown[mark.start : mark.end] = [mark.kind] * (mark.end - mark.start)
    pieces: list[Piece] = []
    start = 0
    for end in range(1, len(sentence) + 1):
        if end == len(sentence) or shown[end] != shown[start]:
            kind = shown[start]
            pieces.append(sentence[start:end] if kind is None else [kind, sentence[start:end]])
            start = end
    return pieces
