"""Quotations and reported statements of one article, each with who said it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from transforms.attribution.marks import find_stretches
from transforms.parse import ParsedArticle
from transforms.quotes.kinds import kind_of
from transforms.records import ActorMention, Attribution, Quote


def find_quotes(parsed: ParsedArticle, actors: Sequence[ActorMention], attributions: Sequence[Attribution]) -> list[Quote]:
    """Return the direct and partial quotations and the reported statements of an article, in the order of their spans."""
    stretches = find_stretches(parsed.article.text)
    spoken = {item.content[0]: item for item in attributions if len(item.content) == 1}
    quotes = []
    taken = set()
    for stretch in stretches:
        item = spoken.get((stretch.start, stretch.end))
        if item is None or item.source_text is None:
            continue
        taken.add(id(item))
        quotes.append(_quote(parsed, item, stretch.start, stretch.end, kind_of(parsed, stretch, stretches)))
    starts = [stretch.outer_start for stretch in stretches]
    for item in attributions:
        if id(item) in taken or item.source_text is None or not item.content:
            continue
        start, end = max(item.content, key=lambda piece: (piece[1] - piece[0], -piece[0]))
        if within(item.cue_start, starts, stretches):
            continue
        quotes.append(_quote(parsed, item, start, end, "indirect"))
    return sorted(quotes, key=lambda quote: (quote.span_start, quote.span_end, quote.kind))


def within(offset, starts, stretches):
    number = bisect_right(starts, offset) - 1
    return number >= 0 and offset < stretches[number].outer_end


def _quote(parsed: ParsedArticle, item: Attribution, start: int, end: int, kind: str) -> Quote:
    sentence = parsed.sentence_at(start)
    return Quote(
        span_start=start,
        span_end=end,
        evidence=parsed.text(start, end),
        sentence_index=sentence.index if sentence else item.sentence_index,
        kind=kind,
        cue=item.cue,
        cue_start=item.cue_start,
        cue_end=item.cue_end,
        speaker_text=item.source_text,
        speaker_start=item.source_start,
        speaker_end=item.source_end,
        speaker_name=item.source_actor.name if item.source_actor else item.source_text,
        speaker_actor=item.source_actor,
        via_text=item.via_text,
    )
