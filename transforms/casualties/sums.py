"""Shares of a sum told in the sentence before: "Since May 2,169 people have been killed. Of the dead, 127 are children"."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.draft import Draft
from transforms.casualties.focus import counts_them


def sum_before(draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """Return the sum over many events that a share is of: the last number of its outcome, told in the sentence before it; else None."""
    if draft.harm.whole is not None or draft.is_aggregate or not (draft.harm.is_part or counts_them(draft)):
        return None
    same = [known for known in told if known.outcome == draft.outcome and known.whole is None]
    last = same[-1] if same else None
    if last is None or not last.is_aggregate or draft.sentence.index - last.sentence.index != 1:
        return None
    return last if (last.number or 0) > (draft.number or 0) else None
