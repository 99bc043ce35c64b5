"""Rules for expressions that mean single days: dates, weekdays, "yesterday", "two days later", holidays, times of day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from transforms.dates import intervals
from transforms.dates.context import LAST, NEXT, Context, Resolved, step_of
from transforms.dates.frame import full_day, nearest_year
from transforms.dates.intervals import Interval
from transforms.dates.patterns import Expression
from transforms.dates.tense import Tense
from transforms.dates.vocabulary import count_of, month_number, weekday_number, words
from transforms.normalize.calendar_dates import as_date

# Days: a day of the year farther ahead than this needs a verb that looks ahead.
_FAR: dict[Tense, int] = {"past": 30, "none": 80, "future": 366}
_JUST_OVER = 7  # days: news in the present tense still tells of these
_SAME = frozenset(("that", "same"))
_ONWARD = frozenset(("later", "after", "afterward", "afterwards", "next", "following"))


def named_day(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "Jan. 16, 2024", "Tuesday (Jan 16)", "last Oct. 23"."""
    day = full_day(one)
    if day is not None:
        return Resolved(intervals.day(day))
    weekday = weekday_number(one.parts["weekday"]) if "weekday" in one.parts else None
    if one.parts.get("which", "").lower() == "last" and context.frame.is_published and context.frame.day is not None:
        at = context.frame.day
        found = [as_date(year, month_number(one.parts["month"]), int(one.parts["day"])) for year in (at.year, at.year - 1)]
        return Resolved(intervals.day(next(day for day in found if day and day < at)), context.frame.anchor) if any(found) else Resolved()
    nearest = _day_of_year(month_number(one.parts["month"]), int(one.parts["day"]), weekday, tense, context)
    return _next_of(nearest, context) if "scheduled" in one.parts and weekday is None else nearest


def _next_of(found: Resolved, context: Context) -> Resolved:
    """Return a day that is still to come at publication: "leaves office on October 1", written in March, is not the October before."""
    at, interval = context.frame.day, found.interval
    if at is None or interval is None or not context.frame.is_published or interval.start >= at - timedelta(days=_JUST_OVER):
        return found
    following = as_date(interval.start.year + 1, interval.start.month, interval.start.day)
    return Resolved(intervals.day(following), found.anchor) if following else found


def _day_of_year(month: int, day: int, weekday: int | None, tense: Tense, context: Context) -> Resolved:
    at = context.frame.day or context.story_day
    if at is None:
        return Resolved(weekday=weekday)
    found = nearest_year(month, day, at, weekday)
    if found is None:
        return Resolved(weekday=weekday)
    if found > at + timedelta(days=_FAR[tense]) and weekday is None:
        found = as_date(found.year - 1, month, day) or found
    anchor = context.frame.anchor if context.frame.day else "text"
    return Resolved(intervals.day(found), anchor)


def iso_day(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "2024-01-16"."""
    day = full_day(one)
    return Resolved(intervals.day(day)) if day else Resolved()


def run_of_days(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "January 14-18" to the whole run."""
    month, first, last = month_number(one.parts["month"]), int(one.parts["day"]), int(one.parts["last_day"])
    if "year" in one.parts:
        start, anchor = as_date(int(one.parts["year"]), month, first), "none"
    else:
        found = _day_of_year(month, first, None, tense, context)
        start, anchor = (found.interval.start if found.interval else None), found.anchor
    end = as_date(start.year, month, last) if start else None
    if start is None or end is None or end < start:
        return Resolved()
    return Resolved(Interval(start, end, "week" if (end - start).days <= 6 else "month"), anchor)


def weekday(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve a weekday: on or before publication, after it where the verb looks ahead, nearest to a day the text itself gives."""
    weekday = weekday_number(one.parts["weekday"])
    which = one.parts.get("which", one.parts.get("which_after", "")).lower()
    frame = context.frame
    if "indefinite" in one.parts:
        return _some_weekday(weekday, context)
    if which in ("the previous", "the following") and context.story_day:
        step = -1 if which == "the previous" else 1
        near = context.story_day + timedelta(days=step)
        found = intervals.weekday_on_or_before(near, weekday) if step < 0 else intervals.weekday_on_or_after(near, weekday)
        return Resolved(intervals.day(found), "text", weekday)
    if frame.day is None:
        if context.near_day is not None:
            return Resolved(intervals.day(intervals.weekday_nearest(context.near_day, weekday)), "text", weekday)
        return Resolved(weekday=weekday)
    if not frame.is_published:
        return Resolved(intervals.day(intervals.weekday_nearest(frame.day, weekday)), frame.anchor, weekday)
    if "which_week" in one.parts:
        week = intervals.shifted(frame.day, "week", step_of(one.parts["which_week"].lower()))
        found = week.start + timedelta(days=weekday)  # "on Tuesday last week"
    elif which in LAST:
        found = intervals.weekday_on_or_before(frame.day - timedelta(days=2), weekday)  # of yesterday one says "on Thursday"
    elif which in NEXT:
        found = intervals.weekday_on_or_after(frame.day + timedelta(days=1), weekday)
    elif tense == "future":
        found = intervals.weekday_on_or_after(frame.day, weekday)
    else:
        found = intervals.weekday_on_or_before(frame.day, weekday)
    return Resolved(intervals.day(found), frame.anchor, weekday)


def _some_weekday(weekday: int, context: Context) -> Resolved:
    """Return "a Tuesday" only where the stretch named before holds a single one; it is never counted from the publication."""
    if context.stretch is None or context.stretch.unit == "year":
        return Resolved(weekday=weekday)
    first = intervals.weekday_on_or_after(context.stretch.start, weekday)
    if first <= context.stretch.end < first + timedelta(days=7):
        return Resolved(intervals.day(first), "text", weekday)
    return Resolved(weekday=weekday)


def day_beside(step: int) -> Callable[[Expression, Tense, Context], Resolved]:
    """Return the rule for "yesterday", "today", "tomorrow": so many days from publication."""

    def rule(one: Expression, tense: Tense, context: Context) -> Resolved:
        frame = context.frame
        if frame.day is None or not frame.is_published:
            return Resolved()
        return Resolved(intervals.day(frame.day + timedelta(days=step)), frame.anchor)

    return rule


def night_before(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "overnight": the night that ends on the day of publication, or begins on it where the verb looks ahead."""
    frame = context.frame
    if frame.day is None or not frame.is_published:
        return Resolved()
    evening = frame.day if tense == "future" else frame.day - timedelta(days=1)
    return Resolved(Interval(evening, evening + timedelta(days=1), "week"), frame.anchor)


def from_story(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "two days later", "the next day", "that night" from the last day that the story named."""
    way, unit = one.parts["way"].lower(), one.parts["unit"].lower()
    count = count_of(one.parts["count"]) if "count" in one.parts else 1
    if count is None:
        return Resolved()
    step = 0 if way in _SAME else count if way in _ONWARD else -count
    if unit in ("night", "morning", "evening", "afternoon"):
        unit = "day"
    if unit == "year" and count == 1 and way == "earlier" and context.quarter is not None:
        return Resolved(intervals.moved(context.quarter, -1), "text")
    if unit == "day" and step and context.stretch is not None and context.stretch.unit in ("month", "year"):
        return Resolved()  # "detained in June. Two days later" is of no known day
    base = context.story_day if unit == "day" else context.stretch.start if context.stretch else None
    if base is not None:
        return Resolved(intervals.shifted(base, unit, step), "text")
    if context.story_weekday is not None and unit == "day":
        return Resolved(weekday=(context.story_weekday + step) % 7)
    at, anchor = context.counted_from()
    if at is None or (unit == "day" and not context.frame.is_published):
        return Resolved()
    return Resolved(intervals.shifted(at, unit, step), anchor)


def holiday(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve a holiday to its nearest occurrence."""
    rule = words("holiday")[one.parts["holiday"].lower()]
    if "year" in one.parts:
        return Resolved(intervals.day(intervals.holiday(rule, int(one.parts["year"]))))
    at, anchor = context.counted_from()
    if at is None:
        return Resolved()
    days = [intervals.holiday(rule, at.year + step) for step in (-1, 0, 1)]
    which = one.parts.get("which", "").lower()
    if which == "last":
        return Resolved(intervals.day(max(found for found in days if found < at)), anchor)
    if which == "next":
        return Resolved(intervals.day(min(found for found in days if found > at)), anchor)
    reachable = [found for found in days if (found - at).days <= _FAR[tense]]
    return Resolved(intervals.day(min(reachable, key=lambda found: abs(found - at))), anchor)


def time_of_day(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Return the day of a bare time of day: the last day that the story named, or the publication's, as of an entry's heading."""
    if "heading" in one.parts and context.frame.day is not None:
        return Resolved(intervals.day(context.frame.day), context.frame.anchor)
    if context.story_day is not None:
        return Resolved(intervals.day(context.story_day), "text")
    frame = context.frame
    return Resolved(intervals.day(frame.day), frame.anchor) if frame.day and frame.is_published else Resolved()
