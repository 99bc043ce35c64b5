"""Stretches of the calendar: both days inclusive, as the contract has them. Arithmetic by dateutil."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.easter import easter
from dateutil.relativedelta import FR, MO, TH, TU, relativedelta

from transforms.records import DateMention, DatePrecision

Unit = Literal["day", "week", "weekend", "month", "quarter", "season", "year"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch from `start` to `end`, both inclusive, of a calendar unit."""

    start: date
    end: date
    unit: Unit = "day"

    @property
    def precision(self) -> DatePrecision:
        """The contract's precision: the smallest of day, week, month, year that holds the stretch."""
        days = (self.end - self.start).days + 1
        return "day" if days == 1 else "week" if days <= 7 else "month" if days <= 31 else "year"


def share_no_day(start: date | None, end: date | None, other: DateMention) -> bool:
    """Return whether a stretch, of one day where no end is known, and a date have no day in common; False where one is unknown."""
    if start is None or other.date_start is None:
        return False
    return (end or start) < other.date_start or (other.date_end or other.date_start) < start


def are_apart(one: DateMention | None, other: DateMention | None) -> bool:
    """Return whether two dates have no day in common; False where one is unknown."""
    return one is not None and other is not None and share_no_day(one.date_start, one.date_end, other)


def day(at: date) -> Interval:
    """Return one day."""
    return Interval(at, at)


def week_of(at: date) -> Interval:
    """Return the ISO week (Monday to Sunday) of a day."""
    monday = at - timedelta(days=at.weekday())
    return Interval(monday, monday + timedelta(days=6), "week")


def weekend_of(at: date) -> Interval:
    """Return the Saturday and Sunday of a day's ISO week."""
    saturday = week_of(at).start + timedelta(days=5)
    return Interval(saturday, saturday + timedelta(days=1), "weekend")


def month_of(year: int, month: int) -> Interval:
    """Return a calendar month."""
    first = date(year, month, 1)
    return Interval(first, first + relativedelta(months=1, days=-1), "month")


def quarter_of(year: int, number: int) -> Interval:
    """Return a calendar quarter, 1 to 4."""
    first = date(year, 3 * number - 2, 1)
    return Interval(first, first + relativedelta(months=3, days=-1), "quarter")


def season_of(year: int, first_month: int) -> Interval:
    """Return the three months of a season that begins in that year (northern; winter begins in December)."""
    first = date(year, first_month, 1)
    return Interval(first, first + relativedelta(months=3, days=-1), "season")


def year_of(year: int) -> Interval:
    """Return a calendar year."""
    return Interval(date(year, 1, 1), date(year, 12, 31), "year")


def shifted(at: date, unit: str, count: int) -> Interval:
    """Return the stretch of a unit that lies `count` units from a day (negative: before)."""
    if unit == "day":
        return day(at + timedelta(days=count))
    if unit == "week":
        return week_of(at + timedelta(weeks=count))
    if unit == "weekend":
        return weekend_of(at + timedelta(weeks=count))
    if unit == "month":
        moved = at + relativedelta(months=count)
        return month_of(moved.year, moved.month)
    if unit == "quarter":
        moved = at + relativedelta(months=3 * count)
        return quarter_of(moved.year, (moved.month + 2) // 3)
    return year_of(at.year + count)


def moved(interval: Interval, years: int) -> Interval:
    """Return the same stretch in another year."""
    if interval.unit == "week":
        return week_of(interval.start + relativedelta(years=years))
    end = interval.end + relativedelta(days=1) + relativedelta(years=years) - relativedelta(days=1)
    return Interval(interval.start + relativedelta(years=years), end, interval.unit)


def weekday_on_or_before(at: date, weekday: int) -> date:
    """Return the nearest day of that weekday on or before a day."""
    return at - timedelta(days=(at.weekday() - weekday) % 7)


def weekday_on_or_after(at: date, weekday: int) -> date:
    """Return the nearest day of that weekday on or after a day."""
    return at + timedelta(days=(weekday - at.weekday()) % 7)


def weekday_nearest(at: date, weekday: int) -> date:
    """Return the day of that weekday at most three days from a day."""
    before = weekday_on_or_before(at, weekday)
    return before if (at - before).days <= 3 else before + timedelta(days=7)


def holiday(rule: str, year: int) -> date:
    """Return a holiday's day: `MM-DD`, or a movable one by name."""
    if rule == "thanksgiving":
        return date(year, 11, 1) + relativedelta(weekday=TH(4))
    if rule == "memorial":
        return date(year, 5, 31) + relativedelta(weekday=MO(-1))
    if rule == "labor":
        return date(year, 9, 1) + relativedelta(weekday=MO(1))
    if rule == "election":
        return date(year, 11, 2) + relativedelta(weekday=TU(1))
    if rule == "easter":
        return easter(year)
    if rule == "good_friday":
        return easter(year) + relativedelta(weekday=FR(-1))
    month, day_of_month = rule.split("-")
    return date(year, int(month), int(day_of_month))
