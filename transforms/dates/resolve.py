"""Give each date expression its days, in the order of the text, from the frame and from what the text has named before.

Rules of English news: a weekday is the nearest one on or before publication unless its verb looks ahead; a month without a year is the past one
unless its verb looks ahead; a month's day is the nearest; "last week" is the calendar's week, Monday to Sunday; "two weeks ago" is a week.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from transforms.dates import intervals
from transforms.dates.frame import Frame, full_day, nearest_year
from transforms.dates.intervals import Interval
from transforms.dates.patterns import Expression
from transforms.dates.tense import Tense
from transforms.dates.vocabulary import count_of, month_number, weekday_number, words
from transforms.normalize.calendar_dates import as_date

_NEXT = frozenset(("next", "this coming", "the coming", "the following"))
_LAST = frozenset(("last", "this past", "the past", "past", "the previous"))
_NEAR_PARAGRAPHS = 3  # headings count
# Days: a day of the year farther ahead than this needs a verb that looks ahead.
_FAR: dict[Tense, int] = {"past": 60, "none": 80, "future": 366}
_QUARTERS = {"first": 1, "1st": 1, "1": 1, "second": 2, "2nd": 2, "2": 2, "third": 3, "3rd": 3, "3": 3, "fourth": 4, "4th": 4, "4": 4}


@dataclass(frozen=True, slots=True)
class Resolved:
    """The days an expression means (None: open), what they were counted from, and the weekday where only that is known."""

    interval: Interval | None = None
    anchor: str = "none"
    weekday: int | None = None


@dataclass(slots=True)
class Context:
    """What has been read so far: the frame, the last day named in the story, the last stretch of any size, and each month's year.

    A day of the story serves the paragraphs near it: farther on, "Thursday" may belong to another story."""

    frame: Frame
    paragraph: int = 0
    story_day: date | None = None
    story_paragraph: int = 0
    story_weekday: int | None = None
    stretch: Interval | None = None
    quarter: Interval | None = None
    months: dict[int, int] = field(default_factory=dict)

    @property
    def near_day(self) -> date | None:
        """The story's last day, while it is near."""
        return self.story_day if self.paragraph - self.story_paragraph <= _NEAR_PARAGRAPHS else None


def resolve(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Return the days of an expression, given the tense it hangs on."""
    return _RULES[one.kind](one, tense, context)


def remember(one: Expression, found: Resolved, context: Context) -> None:
    """Let later expressions count from this one."""
    interval = found.interval
    if interval is None:
        if found.weekday is not None or one.kind == "date":
            context.story_day, context.story_weekday = None, found.weekday
        return
    context.stretch = _edge(one, interval)
    if interval.unit == "day":
        context.story_day, context.story_paragraph = interval.start, context.paragraph
        context.story_weekday = interval.start.weekday()
    elif interval.unit == "quarter":
        context.quarter = interval
    if interval.unit in ("day", "month"):
        context.months[interval.start.month] = interval.start.year


def _edge(one: Expression, interval: Interval) -> Interval:
    """Return the third of a month that "early", "mid-" or "late" means; as a mention it stays the whole month."""
    if interval.unit != "month" or "edge" not in one.parts:
        return interval
    named = set(re.findall("[a-z]+", one.parts["edge"].lower()))
    if named & {"mid", "middle"}:
        return Interval(interval.start.replace(day=11), interval.start.replace(day=20), "month")
    if named & {"early", "beginning", "start"}:
        return Interval(interval.start, interval.start.replace(day=10), "month")
    return Interval(interval.start.replace(day=21), interval.end, "month") if named & {"late", "end"} else interval


def _date(one: Expression, tense: Tense, context: Context) -> Resolved:
    day = full_day(one)
    if day is not None:
        return Resolved(intervals.day(day))
    weekday = weekday_number(one.parts["weekday"]) if "weekday" in one.parts else None
    if one.parts.get("which", "").lower() == "last" and context.frame.is_published and context.frame.day is not None:
        at = context.frame.day
        found = [as_date(year, month_number(one.parts["month"]), int(one.parts["day"])) for year in (at.year, at.year - 1)]
        return Resolved(intervals.day(next(day for day in found if day and day < at)), context.frame.anchor) if any(found) else Resolved()
    return _day_of_year(month_number(one.parts["month"]), int(one.parts["day"]), weekday, tense, context)


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


def _iso(one: Expression, tense: Tense, context: Context) -> Resolved:
    day = full_day(one)
    return Resolved(intervals.day(day)) if day else Resolved()


def _days(one: Expression, tense: Tense, context: Context) -> Resolved:
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


def _month(one: Expression, tense: Tense, context: Context) -> Resolved:
    month = month_number(one.parts["month"])
    if "year" in one.parts:
        return Resolved(intervals.month_of(int(one.parts["year"]), month))
    at, anchor = _from(context)
    if at is None:
        return Resolved()
    which_year = one.parts.get("which") or one.parts.get("which_of")
    if which_year:
        return Resolved(intervals.month_of(at.year + _step(which_year), month), anchor)
    which = (one.parts.get("which_month") or "").lower()
    ahead = which in _NEXT or (tense == "future" and which not in _LAST)
    if not which and tense == "none":
        if month in context.months and abs(context.months[month] - at.year) <= 1:
            return Resolved(intervals.month_of(context.months[month], month), anchor)
        ahead = (month - at.month) % 12 in (1, 2)  # "the March accession", written in February
    year = at.year
    if ahead and month < at.month:
        year += 1
    if not ahead and (month > at.month or (which in _LAST and month == at.month)):
        year -= 1
    return Resolved(intervals.month_of(year, month), anchor)


def _weekday(one: Expression, tense: Tense, context: Context) -> Resolved:
    weekday = weekday_number(one.parts["weekday"])
    which = one.parts.get("which", "").lower()
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
    if which in _LAST:
        found = intervals.weekday_on_or_before(frame.day - timedelta(days=1), weekday)
    elif which in _NEXT:
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


def _near_day(step: int) -> Callable[[Expression, Tense, Context], Resolved]:
    def rule(one: Expression, tense: Tense, context: Context) -> Resolved:
        frame = context.frame
        if frame.day is None or not frame.is_published:
            return Resolved()
        return Resolved(intervals.day(frame.day + timedelta(days=step)), frame.anchor)

    return rule


def _relative(one: Expression, tense: Tense, context: Context) -> Resolved:
    at, anchor = _from(context)
    unit, which = one.parts["unit"].lower(), one.parts.get("which", "").lower()
    if at is None:
        return Resolved()
    if unit == "weekend":
        return Resolved(_weekend(at, which, tense), anchor)
    return Resolved(intervals.shifted(at, unit, _step(which)), anchor)  # type: ignore[arg-type]


def _weekend(at: date, which: str, tense: Tense) -> Interval:
    this = intervals.weekend_of(at)
    if which in _NEXT:
        return this if at < this.start and which != "next" else intervals.shifted(at, "weekend", 1)
    if which == "this" or tense == "future":
        return this
    return this if at >= this.start else intervals.shifted(at, "weekend", -1)


def _ago(one: Expression, tense: Tense, context: Context) -> Resolved:
    at, anchor = _from(context)
    count, unit = count_of(one.parts["count"]), one.parts["unit"].lower()
    if at is None or count is None or unit == "decade":
        return Resolved()
    if unit == "year" and count == 1 and context.quarter is not None:
        return Resolved(intervals.moved(context.quarter, -1), "text")
    if "weekday" in one.parts:
        weekday = weekday_number(one.parts["weekday"])
        near = at - timedelta(weeks=count) if unit == "week" else at - timedelta(days=count)
        return Resolved(intervals.day(intervals.weekday_nearest(near, weekday)), anchor, weekday)
    return Resolved(_back(at, unit, -count), anchor)


def _back(at: date, unit: str, count: int) -> Interval:
    return intervals.shifted(at, unit, count)  # type: ignore[arg-type]


def _from_story(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "two days later", "the next day", "that night" from the last day that the story named."""
    way, unit = one.parts["way"].lower(), one.parts["unit"].lower()
    count = count_of(one.parts["count"]) if "count" in one.parts else 1
    if count is None:
        return Resolved()
    if way in ("that", "same"):
        step = 0
    else:
        step = count if way in ("later", "after", "afterward", "afterwards", "next", "following") else -count
    if unit in ("night", "morning", "evening", "afternoon"):
        unit = "day"
    if (
        unit == "year"
        and step
        and context.stretch is not None
        and context.stretch.unit in ("quarter", "month", "season")
        and way == "earlier"
    ):
        return Resolved(intervals.moved(context.stretch, step), "text")
    base = context.story_day if unit == "day" else context.stretch.start if context.stretch else None
    if base is not None:
        return Resolved(_back(base, unit, step), "text")
    if context.story_weekday is not None and unit == "day":
        return Resolved(weekday=(context.story_weekday + step) % 7)
    at, anchor = _from(context)
    if at is None or (unit == "day" and not context.frame.is_published):
        return Resolved()
    return Resolved(_back(at, unit, step), anchor)


def _week_of(one: Expression, tense: Tense, context: Context) -> Resolved:
    found = _date(Expression("date", one.start, one.end, one.parts), tense, context)
    return Resolved(intervals.week_of(found.interval.start), found.anchor) if found.interval else Resolved()


def _season(one: Expression, tense: Tense, context: Context) -> Resolved:
    first = int(words("season")[one.parts["season"].lower()])
    if "year" in one.parts:
        return Resolved(intervals.season_of(int(one.parts["year"]), first))
    at, anchor = _from(context)
    if at is None:
        return Resolved()
    which = one.parts.get("which", "").lower()
    seasons = [intervals.season_of(year, first) for year in range(at.year - 2, at.year + 3)]
    if which in _LAST:
        return Resolved(max((one for one in seasons if one.end < at), key=lambda one: one.start), anchor)
    if which in _NEXT or tense == "future":
        return Resolved(min((one for one in seasons if one.start > at or one.end >= at), key=lambda one: one.start), anchor)
    if which == "this":
        return Resolved(min(seasons, key=lambda one: abs(one.start + timedelta(days=45) - at)), anchor)
    return Resolved(max((one for one in seasons if one.start <= at), key=lambda one: one.start), anchor)


def _quarter(one: Expression, tense: Tense, context: Context) -> Resolved:
    number = _QUARTERS[one.parts["quarter"].lower()]
    if "year" in one.parts:
        return Resolved(intervals.quarter_of(int(one.parts["year"]), number))
    at, anchor = _from(context)
    if at is None:
        return Resolved()
    which = one.parts.get("which") or one.parts.get("which_of")
    if which:
        return Resolved(intervals.quarter_of(at.year + _step(which), number), anchor)
    current = (at.month + 2) // 3
    if tense == "future" and number >= current:
        return Resolved(intervals.quarter_of(at.year, number), anchor)
    if tense == "future":
        return Resolved(intervals.quarter_of(at.year + 1, number), anchor)
    return Resolved(intervals.quarter_of(at.year - (number > current), number), anchor)


def _the_quarter(one: Expression, tense: Tense, context: Context) -> Resolved:
    return Resolved(context.quarter, "text") if context.quarter else Resolved()


def _year_ago(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Resolve "a year earlier": the same quarter of the year before where quarters are told of, else the year before."""
    if context.quarter is not None:
        return Resolved(intervals.moved(context.quarter, -1), "text")
    at, anchor = _from(context)
    if context.stretch is not None:
        at, anchor = context.stretch.start, "text"
    return Resolved(intervals.year_of(at.year - 1), anchor) if at else Resolved()


def _half(one: Expression, tense: Tense, context: Context) -> Resolved:
    at, anchor = _from(context)
    year = int(one.parts["year"]) if "year" in one.parts else at.year + _step(one.parts["which"]) if at else None
    if year is None:
        return Resolved()
    first = one.parts["half"].lower() == "first"
    stretch = Interval(date(year, 1, 1), date(year, 6, 30), "season") if first else Interval(date(year, 7, 1), date(year, 12, 31), "season")
    return Resolved(stretch, "none" if "year" in one.parts else anchor)


def _holiday(one: Expression, tense: Tense, context: Context) -> Resolved:
    rule = words("holiday")[one.parts["holiday"].lower()]
    if "year" in one.parts:
        return Resolved(intervals.day(intervals.holiday(rule, int(one.parts["year"]))))
    at, anchor = _from(context)
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


def _year(one: Expression, tense: Tense, context: Context) -> Resolved:
    return Resolved(intervals.year_of(int(one.parts["year"])))


def _clock(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Return the day of a bare time of day: the last day that the story named, or the publication's."""
    if context.story_day is not None:
        return Resolved(intervals.day(context.story_day), "text")
    frame = context.frame
    return Resolved(intervals.day(frame.day), frame.anchor) if frame.day and frame.is_published else Resolved()


def _from(context: Context) -> tuple[date | None, str]:
    """Return the day that months and years are counted from, and the anchor's name."""
    if context.frame.day is not None:
        return context.frame.day, context.frame.anchor
    if context.story_day is not None:
        return context.story_day, "text"
    return None, "none"


def _step(which: str) -> int:
    which = which.lower()
    return -1 if which in _LAST else 1 if which in _NEXT else 0


_RULES: dict[str, Callable[[Expression, Tense, Context], Resolved]] = {
    "date": _date, "iso": _iso, "days": _days, "month": _month, "weekday": _weekday, "today": _near_day(0), "yesterday": _near_day(-1),
    "tomorrow": _near_day(1), "relative": _relative, "ago": _ago, "from": _from_story, "week_of": _week_of, "season": _season,
    "quarter": _quarter, "the_quarter": _the_quarter, "year_ago": _year_ago, "half": _half, "holiday": _holiday, "year": _year, "clock": _clock,
}  # fmt: skip
