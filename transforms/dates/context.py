"""What a reader keeps in mind between one date expression and the next."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from transforms.dates.frame import Frame
from transforms.dates.intervals import Interval
from transforms.dates.patterns import Expression

NEXT = frozenset(("next", "this coming", "the following"))
LAST = frozenset(("last", "this past", "the previous"))
_NEAR_PARAGRAPHS = 3  # headings count


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

    def counted_from(self) -> tuple[date | None, str]:
        """Return the day that months and years are counted from, and the anchor's name."""
        if self.frame.day is not None:
            return self.frame.day, self.frame.anchor
        if self.story_day is not None:
            return self.story_day, "text"
        return None, "none"


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


def step_of(which: str) -> int:
    """Return -1, 0 or 1 for "last", "this" and "next"."""
    which = which.lower()
    return -1 if which in LAST else 1 if which in NEXT else 0
