"""Give each date expression its days, in the order of the text, from the frame and from what the text has named before.

Rules of English news: a weekday is the nearest one on or before publication unless its verb looks ahead; a month without a year is the
past one unless its verb looks ahead; a month's day is the nearest; "last week" is the calendar's week, Monday to Sunday; "two weeks ago"
is a week.
"""

from __future__ import annotations

from collections.abc import Callable

from transforms.dates import days, stretches
from transforms.dates.context import Context, Resolved
from transforms.dates.patterns import Expression
from transforms.dates.tense import Tense

# By the kinds of `patterns`.
_RULES: dict[str, Callable[[Expression, Tense, Context], Resolved]] = {
    "date": days.named_day,
    "iso": days.iso_day,
    "days": days.run_of_days,
    "weekday": days.weekday,
    "today": days.day_beside(0),
    "yesterday": days.day_beside(-1),
    "day_before_yesterday": days.day_beside(-2),
    "overnight": days.night_before,
    "tomorrow": days.day_beside(1),
    "day_after_tomorrow": days.day_beside(2),
    "from": days.from_story,
    "holiday": days.holiday,
    "clock": days.time_of_day,
    "month": stretches.month,
    "relative": stretches.unit_beside,
    "ago": stretches.units_ago,
    "past_units": stretches.past_units,
    "week_of": stretches.week_of,
    "season": stretches.season,
    "quarter": stretches.quarter,
    "the_quarter": stretches.quarter_again,
    "year_ago": stretches.year_before,
    "half": stretches.half_year,
    "year": stretches.year,
    "short_year": stretches.short_year,
}


def resolve(one: Expression, tense: Tense, context: Context) -> Resolved:
    """Return the days of an expression, given the tense it hangs on."""
    return _RULES[one.kind](one, tense, context)
