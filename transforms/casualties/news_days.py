"""The day that a headline tells of: the first that the text under it gives, so that no deed of last year is taken for the news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from transforms.casualties.draft import Draft

# What lies so long before the first day told is background.
BACKGROUND = timedelta(days=21)


def give_news_day(drafts: Sequence[Draft]) -> None:
    """Note with the headline's claims the day of the first claim under it whose event is dated."""
    dates = [draft.event.date for draft in drafts if not draft.is_headline and draft.event is not None and draft.event.date is not None]
    day = next((said.date_start for said in dates if said.date_start is not None), None)
    for draft in drafts:
        draft.news_day = day if draft.is_headline else None


def is_before_news(headline: Draft, other: Draft) -> bool:
    """Return whether a claim is told of a deed of long before the news that the headline's claim is of."""
    if headline.news_day is None or other.is_headline or other.event is None:
        return False
    said = other.event.date
    last = (said.date_end or said.date_start) if said is not None else (other.event.context_days or (None, None))[1]
    return last is not None and last < headline.news_day - BACKGROUND
