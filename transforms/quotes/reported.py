"""Which acts of reporting are statements of their own: reported speech, of somebody, that is not a part of another's statement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from transforms.attribution.cues import cue_named
from transforms.attribution.relay import is_media
from transforms.records import Attribution

# words that stand for a thing or a fact that was told before: they report nothing by themselves
NOBODY = frozenset({"it", "this", "that", "which", "what", "there", "these", "those", "you"})
PLAIN = frozenset({"says", "claims", "confirms", "denies", "warns"})
SHORTEST_STATEMENT = 4  # characters: less is no statement


def statements(attributions: Sequence[Attribution]) -> Iterator[tuple[Attribution, tuple[int, int]]]:
    """Yield each reported statement with the span of its content (the longest piece when it is interrupted).

    What stands inside another's statement belongs to that speaker, unless the outer one is a news organisation that relays it."""
    outer = sorted(span for item in attributions if _can_hold(item) for span in item.content)
    starts = [start for start, _ in outer]
    furthest = list(accumulate((end for _, end in outer), max))
    for item in attributions:
        if item.source_text is None or _is_nobody(item) or not _is_speech(item):
            continue
        number = bisect_right(starts, item.cue_start) - 1
        if number >= 0 and furthest[number] >= item.cue_end:
            continue
        span = max(item.content, key=lambda piece: (piece[1] - piece[0], -piece[0]))
        if span[1] - span[0] >= SHORTEST_STATEMENT:
            yield item, span


def _is_nobody(item: Attribution) -> bool:
    """Return whether a source is no speaker; "it" is one beside a plain verb of speech ("It added that ...")."""
    text = (item.source_text or "").lower()
    cue = cue_named(item.cue)
    return text in NOBODY and not (text == "it" and cue is not None and cue.kind == "speech" and cue.polarity in PLAIN)


def _is_speech(item: Attribution) -> bool:
    cue = cue_named(item.cue)
    return cue is None or not (cue.part_of_speech == "noun" and cue.kind == "showing")


def _can_hold(item: Attribution) -> bool:
    return item.source_text is not None and not is_media(item.source_text) and _is_speech(item)
