"""Totals of another scope than the event they were tied to: "the real toll was 30,000", in an article on three dead."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.draft import Draft

# Rival tolls of one event were seen to differ up to tenfold.
SCOPE = 20


def part_scopes(told: Sequence[Draft]) -> None:
    """Mark bare totals many times as large as all else that is told of their event: they add up more than it."""
    for draft in told:
        if draft.harm.victims is not None or draft.event is None or draft.repeats is not None:
            continue
        beside = [
            other.number or 0 for other in told if other is not draft and other.event is draft.event and other.outcome == draft.outcome
        ]
        if beside and 0 < max(beside) * SCOPE < (draft.number or 0):
            draft.is_aggregate = True
