"""Decide what a text's weekdays and "last month" count from: its publication day, or a day that the text itself gives.

A publication known only to its month is no anchor for a weekday. Then the text's own full dates serve (captions, datelines, "Thursday,
January 18, 2024"), and a weekday is the nearest such day to them. Without any, weekdays stay open, though in step with one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from transforms.dates.patterns import Expression
from transforms.dates.vocabulary import month_number, weekday_number
from transforms.normalize.calendar_dates import as_date, full_dates
from transforms.parse import ParsedArticle

_NEWS_DAYS = 45  # full dates of one story lie this close together
_OLD_DAYS = 60  # a story this old is told as history
_LEAD = 0.4  # the part of a text that says when its story happened


@dataclass(frozen=True, slots=True)
class Frame:
    """What relative dates count from; `day` None: nothing known. `is_published`: the publication day, so news lies on or before it."""

    day: date | None = None
    is_published: bool = False

    @property
    def anchor(self) -> str:
        """The name that a date mention carries for this anchor."""
        return "none" if self.day is None else "published_at" if self.is_published else "text"


def frame_of(parsed: ParsedArticle, expressions: list[Expression]) -> Frame:
    """Return what an article's relative dates count from."""
    article = parsed.article
    if article.published_at is not None and article.published_precision != "month":
        local = article.extra.get("published_local_day")
        day = date.fromisoformat(local) if isinstance(local, str) else article.published_at.date()
        return Frame() if _looks_back(expressions, day) else Frame(day, True)
    captions = [day for caption in article.extra.get("captions", ()) for day in full_dates(str(caption))]
    if article.published_at is not None and article.published_basis == "inferred":
        return Frame(article.published_at.date())
    told = _told_days(expressions, len(article.text))
    if article.published_at is not None:
        first = article.published_at.date()
        inside = [day for day in [*captions, *told] if abs((day - first).days) <= _NEWS_DAYS]
        return Frame(max(inside)) if inside else Frame()
    days = captions or told
    if days and (max(days) - min(days)).days <= _NEWS_DAYS:
        return Frame(max(days))
    return Frame()


def _looks_back(expressions: list[Expression], published: date) -> bool:
    """Whether an article tells an old story, so that its weekdays are not those before its publication.

    It says "on a Tuesday", or the first day it names is a full date two months old and more; and it has no "today" or "last week"."""
    if any(one.kind in ("today", "yesterday", "tomorrow", "relative") for one in expressions):
        return False
    if any("indefinite" in one.parts for one in expressions):
        return True
    first = next((one for one in expressions if one.kind in ("weekday", "date", "iso")), None)
    day = full_day(first) if first else None
    return day is not None and (published - day).days > _OLD_DAYS


def _told_days(expressions: list[Expression], length: int) -> list[date]:
    """Return the full dates that the text's opening gives, or that stand beside their own weekday anywhere."""
    days: list[date] = []
    for one in expressions:
        day = full_day(one)
        if day is None:
            continue
        beside_weekday = "weekday" in one.parts and weekday_number(one.parts["weekday"]) == day.weekday()
        if beside_weekday or one.start <= _LEAD * length:
            days.append(day)
    return days


def full_day(one: Expression) -> date | None:
    """Return the day of an expression that names day, month and year, or None."""
    parts = one.parts
    if one.kind == "iso":
        return as_date(int(parts["year"]), int(parts["month_number"]), int(parts["day"]))
    if one.kind != "date":
        return None
    year = int(parts["year"]) if "year" in parts else 1900 + int(parts["short_year"]) if "short_year" in parts else None
    return as_date(year, month_number(parts["month"]), int(parts["day"])) if year else None


def nearest_year(month: int, day: int, at: date, weekday: int | None) -> date | None:
    """Return the month's day nearest to a day; a weekday named beside it decides between years up to five away."""
    candidates = [found for year in range(at.year - 5, at.year + 6) if (found := as_date(year, month, day))]
    if weekday is not None:
        candidates = [found for found in candidates if found.weekday() == weekday] or candidates
    return min(candidates, key=lambda found: (abs(found - at), found > at), default=None)
