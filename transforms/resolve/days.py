"""Do two mentions stand on one day, and how much does that speak for one event?"""

from __future__ import annotations

import re
from datetime import timedelta

from transforms.resolve.hours import are_other_hours
from transforms.resolve.profile import Profile

# News goes on about an event for some weeks; an undated mention in a later article is not about it.
NEWS_DAYS = 30
# An undated mention tells of the days before its article; one that another article of other days tells is rather another.
CURRENT = timedelta(days=3)
OTHER_DAYS = -2.5
# What an article tells as its news, without a day, is at most so much older than the article.
NEWS = timedelta(days=7)
LONG = frozenset({"week", "month", "year"})
# "Jan. 17" in two articles, neither of which tells the year.
SAME_UNTOLD_YEAR = 0.5
_MONTH = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})[a-z]*\.? (?P<day>\d{{1,2}})\b|\b(?P<day_before>\d{{1,2}}) (?P<month_after>{_MONTH})", re.IGNORECASE
)
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
# Whose day is that of what is looked into ("are investigating a shooting that occurred on Monday night").
INVESTIGATE = "investigate"
DAY, GOES_ON = timedelta(days=1), timedelta(days=NEWS_DAYS)


def is_current_elsewhere(left: Profile, right: Profile) -> bool:
    """Whether two mentions of two articles, not both of them dated, would tell of other days if each tells of its article's own."""
    if left.article_id == right.article_id or (left.date_start and right.date_start):
        return False
    one, other = left.date_end or left.published, right.date_end or right.published
    return bool(one and other and abs(one - other) > CURRENT)


def _is_other_news(left: Profile, right: Profile) -> bool:
    """Whether two articles each tell something as their news, and the news of one is more than a week older than that of the other."""
    if left.article_id == right.article_id or left.date_precision in LONG or right.date_precision in LONG:
        return False
    first, second = left.date_start or left.context_days[0], right.date_start or right.context_days[0]
    return first is not None and second is not None and abs(first - second) > NEWS


def day_agreement(left: Profile, right: Profile) -> float | None:
    """Return the points for when two mentions happened, None when that is on two days."""
    if left.mode == right.mode == INVESTIGATE and left.article_id != right.article_id and _are_of_other_days(left, right):
        return None
    points = _stated_days(left, right)
    return points + OTHER_DAYS if points is not None and points < 1.0 and is_current_elsewhere(left, right) else points


def _are_other_hours(left: Profile, right: Profile) -> bool:
    """Whether two mentions of one day, or one weekday, name two times of it."""
    return are_other_hours(left.row["date_text"], right.row["date_text"])


def _are_of_other_days(left: Profile, right: Profile) -> bool:
    """Whether two sentences each name weekdays, or days of a month, and none in common."""
    ones, others = left.row["evidence"].lower(), right.row["evidence"].lower()
    for days in (WEEKDAY, MONTH_DAY):
        found, other = set(days.findall(ones)), set(days.findall(others))
        if found and other and found.isdisjoint(other):
            return True
    return False


def _month_day(item: Profile) -> tuple[str, int] | None:
    """Return the month and day that a mention names without a year which the article tells, or None."""
    found = MONTH_DAY.search(item.row["date_text"] or "")
    if found is None:
        return None
    month, day = (found["month"], found["day"]) if found["month"] else (found["month_after"], found["day_before"])
    return month[:3].lower(), int(day)


def _stated_days(left: Profile, right: Profile) -> float | None:
    if left.date_start and right.date_start and left.date_end and right.date_end:
        if left.date_end < right.date_start or right.date_end < left.date_start:
            return None
        if left.date_precision == right.date_precision == "day":
            return None if _are_other_hours(left, right) else 3.0
        if left.date_precision != right.date_precision:
            return 0.5
        is_one_stretch = (left.date_start, left.date_end) == (right.date_start, right.date_end)
        return 1.0 if is_one_stretch or left.article_id == right.article_id else 0.5  # not one's "last week" and another's "weekend"
    if _is_other_news(left, right):
        return None
    if not (left.date_start or right.date_start) and None not in (days := (_month_day(left), _month_day(right))):
        return SAME_UNTOLD_YEAR if days[0] == days[1] else None
    dated, undated = (left, right) if left.date_start else (right, left)
    if dated.date_start and dated.date_end:
        of_week = undated.weekday if dated.date_precision == "day" else None
        if of_week is not None and (dated.date_start.weekday() != of_week or _are_other_hours(dated, undated)):
            return None
        if undated.published and not dated.date_start - DAY <= undated.published <= dated.date_end + GOES_ON:
            return None if undated.article_id != dated.article_id else 0.0
        return 1.5 if of_week is not None else 0.0
    if left.weekday is not None and right.weekday is not None and (left.weekday != right.weekday or _are_other_hours(left, right)):
        return None
    if left.published and right.published and abs(left.published - right.published) > GOES_ON:
        return None
    return 0.0
