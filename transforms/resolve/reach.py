"""The days on which other mentions of a mention's event may stand: what lies beyond is never compared with it."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.resolve.days import NEWS_DAYS
from transforms.resolve.profile import Profile


def reach(item: Profile) -> tuple[date | None, date | None]:
    """Return the first and last day of a mention's reach, None where it is open. Two mentions of two articles whose reaches do not meet
    contradict each other (`compatibility.agreement`): a day of its own, or else the weeks before its publication."""
    if item.date_start and item.date_end:
        return item.date_start, item.date_end
    if item.published is None:
        return None, None
    return item.published - timedelta(days=NEWS_DAYS), item.published + timedelta(days=1)
