"""Quotations and reported statements of one article, each with who said it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from transforms.actors.index import ActorIndex
from transforms.attribution.marks import Stretch, find_stretches
from transforms.parse import ParsedArticle
from transforms.quotes.kinds import kind_of
from transforms.quotes.reported import statements
from transforms.quotes.speakers import Speakers
from transforms.records import ActorMention, Attribution, Quote


def find_quotes(parsed: ParsedArticle, actors: Sequence[ActorMention], attributions: Sequence[Attribution]) -> list[Quote]:
    """Return the direct and partial quotations and the reported statements of an article, in the order of their spans.

    `evidence` is the quoted content without its marks, or the reported clause; what nobody is known to say is left out."""
    stretches = find_stretches(parsed.article.text)
    starts = [stretch.outer_start for stretch in stretches]
    spoken = {(stretch.start, stretch.end): stretch for stretch in stretches}
    rows: list[tuple[Attribution, tuple[int, int], Literal["direct", "indirect", "mixed"]]] = []
    outside = []
    for item in attributions:
        stretch = spoken.get(item.content[0]) if len(item.content) == 1 else None
        if stretch is not None:
            rows.append((item, item.content[0], kind_of(parsed, stretch)))
        elif not _is_within(item.cue_start, starts, stretches):
            outside.append(item)
    rows.extend((item, span, "indirect") for item, span in statements(outside))
    speakers = Speakers(parsed, ActorIndex(actors))
    rows.sort(key=lambda row: (row[0].cue_start, row[1]))
    found = [_quote(parsed, item, span, kind, speakers) for item, span, kind in rows if item.source_text is not None]
    return sorted(found, key=lambda quote: (quote.span_start, quote.span_end, quote.kind))


def _is_within(offset: int, starts: Sequence[int], stretches: Sequence[Stretch]) -> bool:
    number = bisect_right(starts, offset) - 1
    return number >= 0 and offset < stretches[number].outer_end


def _quote(
    parsed: ParsedArticle,
    item: Attribution,
    span: tuple[int, int],
    kind: Literal["direct", "indirect", "mixed"],
    speakers: Speakers,
) -> Quote:
    sentence = parsed.sentence_at(span[0])
    speaker = speakers.of(item)
    return Quote(
        span_start=span[0],
        span_end=span[1],
        evidence=parsed.text(*span),
        sentence_index=sentence.index if sentence is not None else item.sentence_index,
        kind=kind,
        cue=item.cue,
        cue_start=item.cue_start,
        cue_end=item.cue_end,
        speaker_text=parsed.text(speaker.start, speaker.end),
        speaker_start=speaker.start,
        speaker_end=speaker.end,
        speaker_name=speaker.name,
        speaker_actor=speaker.actor,
        speaker_role=speaker.role,
        affiliation_text=speaker.affiliation_text,
        affiliation_actor=speaker.affiliation_actor,
        via_text=item.via_text,
    )
