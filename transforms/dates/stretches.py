"""Rules for expressions that mean longer stretches: weeks, months, quarters, seasons, years, and counts of them."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.dates import intervals
from transforms.dates.context import LAST, NEXT, Context, Resolved, step_of
from transforms.dates.days import named_day
from transforms.dates.intervals import Interval, Unit
from transforms.dates.patterns import Expression
from transforms.dates.tense import Tense
from transforms.dates.vocabulary import count_of, month_number, weekday_number, words

_QUARTERS = {"first": 1, "1st": 1, "1": 1, "second": 2, "2nd": 2, "2": 2, "third": 3, "3rd": 3, "3": 3, "fourth": 4, "4th": 4, "4": 4}
HOURS = 24
DAYS_OF = {"week": 7, "month": 31}


def month(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve a month: as named, or the past one, or the coming one where the verb looks ahead."""
    month = month_number(one.parts["month"])
    if "year" in one.parts:
        return Resolved(intervals.month_of(int(one.parts["year"]), month))
    at, anchor = context.counted_from()
    if at is None:
        return Resolved()
    which_year = one.parts.get("which") or one.parts.get("which_of")
    if which_year:
        return Resolved(intervals.month_of(at.year + step_of(which_year), month), anchor)
    which = (one.parts.get("which_month") or "").lower()
    ahead = which in NEXT or (tense == "future" and which not in LAST)
    if not which and tense == "none":
        if month in context.months and abs(context.months[month] - at.year) <= 1:
            return Resolved(intervals.month_of(context.months[month], month), anchor)
        ahead = (month - at.month) % 12 in (1, 2)  # "the March accession", written in February
    year = at.year
    if ahead and month < at.month:
        year += 1
    if not ahead and (month > at.month or (which in LAST and month == at.month)):
        year -= 1
    return Resolved(intervals.month_of(year, month), anchor)


def unit_beside(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "last week", "this month", "next year", "over the weekend" to the calendar's unit."""
    at, anchor = context.counted_from()
    unit, which = one.parts["unit"].lower(), one.parts.get("which", "").lower()
    if at is None:
        return Resolved()
    if unit == "weekend":
        return Resolved(_weekend(at, which, tense), anchor)
    return Resolved(intervals.shifted(at, unit, step_of(which)), anchor)


def _weekend(at: date, which: str, tense: Tense) -> Interval:
    this = intervals.weekend_of(at)
    if which in NEXT:
        return this if at < this.start and which != "next" else intervals.shifted(at, "weekend", 1)
    if which == "this" or tense == "future":
        return this
    return this if at >= this.start else intervals.shifted(at, "weekend", -1)


def units_ago(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "three days ago", "two weeks ago Saturday"."""
    at, anchor = context.counted_from()
    count, unit = count_of(one.parts["count"]), one.parts["unit"].lower()
    if at is None or count is None or unit == "decade":
        return Resolved()
    if unit == "hour":
        return Resolved(intervals.shifted(at, "day", -(count // 24)), anchor) if context.frame.is_published else Resolved()
    if unit == "year" and count == 1 and context.quarter is not None:
        return Resolved(intervals.moved(context.quarter, -1), "text")
    if "weekday" in one.parts:
        weekday = weekday_number(one.parts["weekday"])
        near = at - timedelta(weeks=count) if unit == "week" else at - timedelta(days=count)
        return Resolved(intervals.day(intervals.weekday_nearest(near, weekday)), anchor, weekday)
    return Resolved(intervals.shifted(at, unit, -count), anchor)


def past_units(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "the past two days", "the past 24 hours", "the past week": from so long ago to the day counted from. Hours reach into the
    day before, and are counted from the day of publication alone."""
    at, anchor = context.counted_from()
    count, unit = count_of(one.parts.get("count", "1")), one.parts["unit"].lower()
    if at is None or count is None or (unit == "hour" and not context.frame.is_published):
        return Resolved()
    days = -(-count // HOURS) if unit == "hour" else count * DAYS_OF.get(unit, 1)
    length: Unit = "week" if days <= DAYS_OF["week"] else "month" if days <= DAYS_OF["month"] else "year"
    return Resolved(Interval(at - timedelta(days=days), at, length), anchor)


def week_of(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "the week of March 6" to its Monday and Sunday."""
    found = named_day(Expression("date", one.start, one.end, one.parts), tense, context)
    return Resolved(intervals.week_of(found.interval.start), found.anchor) if found.interval else Resolved()


def season(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve a season to its three months."""
    first = int(words("season")[one.parts["season"].lower()])
    if "year" in one.parts:
        return Resolved(intervals.season_of(int(one.parts["year"]), first))
    at, anchor = context.counted_from()
    if at is None:
        return Resolved()
    which = one.parts.get("which", "").lower()
    seasons = [intervals.season_of(year, first) for year in range(at.year - 2, at.year + 3)]
    if which in LAST:
        return Resolved(max((one for one in seasons if one.end < at), key=lambda one: one.start), anchor)
    if which in NEXT or tense == "future":
        return Resolved(min((one for one in seasons if one.start > at or one.end >= at), key=lambda one: one.start), anchor)
    if which == "this":
        return Resolved(min(seasons, key=lambda one: abs(one.start + timedelta(days=45) - at)), anchor)
    return Resolved(max((one for one in seasons if one.start <= at), key=lambda one: one.start), anchor)


def quarter(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve a quarter of the calendar; a fiscal one counts as such."""
    number = _QUARTERS[one.parts["quarter"].lower()]
    if "year" in one.parts:
        return Resolved(intervals.quarter_of(int(one.parts["year"]), number))
    at, anchor = context.counted_from()
    if at is None:
        return Resolved()
    which = one.parts.get("which") or one.parts.get("which_of")
    if which:
        return Resolved(intervals.quarter_of(at.year + step_of(which), number), anchor)
    current = (at.month + 2) // 3
    if tense == "future" and number >= current:
        return Resolved(intervals.quarter_of(at.year, number), anchor)
    if tense == "future":
        return Resolved(intervals.quarter_of(at.year + 1, number), anchor)
    return Resolved(intervals.quarter_of(at.year - (number > current), number), anchor)


def quarter_again(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "the quarter" to the one named before."""
    return Resolved(context.quarter, "text") if context.quarter else Resolved()


def year_before(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "a year earlier": the same quarter of the year before where quarters are told of, else the year before."""
    if context.quarter is not None:
        return Resolved(intervals.moved(context.quarter, -1), "text")
    at, anchor = context.counted_from()
    if context.stretch is not None:
        at, anchor = context.stretch.start, "text"
    return Resolved(intervals.year_of(at.year - 1), anchor) if at else Resolved()


def half_year(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "the first half of last year"."""
    at, anchor = context.counted_from()
    year = int(one.parts["year"]) if "year" in one.parts else at.year + step_of(one.parts["which"]) if at else None
    if year is None:
        return Resolved()
    first = one.parts["half"].lower() == "first"
    stretch = Interval(date(year, 1, 1), date(year, 6, 30), "season") if first else Interval(date(year, 7, 1), date(year, 12, 31), "season")
    return Resolved(stretch, "none" if "year" in one.parts else anchor)


def year(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve a year."""
    return Resolved(intervals.year_of(int(one.parts["year"])))


def short_year(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "in '88" to the nearest such year that is not far ahead."""
    at, _ = context.counted_from()
    last = at.year + 5 if at else None
    if last is None:
        return Resolved()
    number = int(one.parts["short_year"])
    return Resolved(intervals.year_of(last - (last - number) % 100))
