"""Paragraphs of a report that are told of another town than its story: where they lie, nothing lies that later paragraphs tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transforms.parse import Sentence
from transforms.records import PlaceMention

# How such a paragraph opens ("In Kisumu, looters broke into a shop"), and the last sentence that begins a story.
FRONTED = ("In ", "At ", "On ", "Near ", "Outside ", "Elsewhere in ")
LEADING = 1


def is_aside(sentences: Sequence[Sentence], places: Mapping[int, Sequence[PlaceMention]], index: int, here: int) -> bool:
    """Return whether a sentence stands in another paragraph than the one `here`, which opens with a place that the report has not told of
    before. `places`: where something is put, by sentence."""
    paragraph = sentences[index].paragraph
    if paragraph == sentences[here].paragraph:
        return False
    first = index
    while first > 0 and sentences[first - 1].paragraph == paragraph:
        first -= 1
    opening = sentences[first].text.split(",", 1)[0]
    if first <= LEADING or not opening.startswith(FRONTED):
        return False
    fronted = [place.evidence for place in places.get(first, ()) if place.span_start < sentences[first].start + len(opening)]
    told = {place.evidence for at in range(first) for place in places.get(at, ())}
    return bool(fronted) and told.isdisjoint(fronted)
