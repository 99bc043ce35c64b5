"""Decide when an article was published, how exactly that is known, and by which witness.

Order: given metadata, the page's own HTML metadata, a feed's entry, the web address, a date line or dateline of the text, the person's
argument, and last a date inferred from captions. A date after today is set aside: pages print the reader's day, and clocks are wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from transforms.normalize.calendar_dates import as_date, full_dates, line_date, month_number

_EARLIEST = date(1850, 1, 1)  # digitised newspapers; an earlier "date" is a parsing accident
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DATE_LINE = re.compile(
    r"^(?P<label>(?:first |originally )?(?:published|posted|updated|last updated|modified|created|issued|released|date|publication date"
    r"|filed|uploaded)"
    r"(?: (?:on|at|date))?\s*+:?)?\s*+(?P<rest>.{0,40}\d{1,4}.{0,60})$",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(
    r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b"
    r"|\b(?:am|pm|a\.m\.|p\.m\.|at|on|of|gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|bst|cet|cest|pkt|eet|msk|hkt|sgt|jst|local time"
    r"|et|pt)\b|\d++(?:st|nd|rd|th|am|pm)?|[\s,.:;|/()·•+\-–—])+",
    re.IGNORECASE,
)
_GLUED_YEAR = re.compile(r"((?:19|20)\d\d)(?=\d{1,2} [A-Z][a-z]{2})")  # a date printed twice in a row
_PRINTED_IN = re.compile(r"published in (?:the )?(?P<who>[A-Z][\w.'’& -]{1,40}?)(?:,| on)\s+(?P<rest>.{6,40})", re.IGNORECASE)
_OUTLET_AND_DAY = re.compile(r"(?P<who>[A-Z][\w.'’& -]{1,40}?)\s*[|/•·]\s*(?P<rest>.{6,60})")
_OUTLET_DASH_DAY = re.compile(r"(?P<who>[A-Z][\w.'’&-]*(?: (?:of|the|and|&|[A-Z][\w.'’&-]*)){0,5}) [-–—] (?P<rest>.{6,60})")
_DAY_AND_OUTLET = re.compile(r"(?P<rest>[^|•·]{6,60})[|•·]\s*+(?P<who>[A-Z][\w.'’& -]{1,40})")
_UPDATED = re.compile(r"^(?:last )?(?:updated|modified)", re.IGNORECASE)
_ADDRESS_DAYS = (
    re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/_.-]|$)"),
    re.compile(r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/([0-3]\d)(?=/|$)"),
    re.compile(r"[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/_.-]|$)"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Published:
    """A publication time in UTC with its precision (second, day, month) and basis; `written` is the day as the source wrote it."""

    at: datetime
    precision: str
    basis: str
    written: date


def read_time(value: str | date | datetime | None, basis: str) -> Published | None:
    """Return the time of an ISO 8601 or RFC 2822 text, or None; without a zone it is taken as UTC."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return _timed(value, basis)
    if isinstance(value, date):
        return _on_day(value, basis)
    text = str(value).strip()
    if _ISO_DAY.fullmatch(text):
        day = _parsed_day(text)
        return _on_day(day, basis) if day else None
    if match := _ISO_MONTH.fullmatch(text):
        first = _parsed_day(f"{match[1]}-{match[2]}-01")
        return Published(datetime.combine(first, time(), UTC), "month", basis, first) if first else None
    moment = _parsed_moment(text)
    if moment is not None:
        return _timed(moment, basis)
    day = line_date(text)
    return _on_day(day, basis) if day else None


def is_future(published: Published, today: date) -> bool:
    """Whether a time lies after today, with a day's grace for the zones ahead of UTC."""
    return published.written > today + timedelta(days=1)


def date_line(text: str) -> tuple[date, bool] | None:
    """Return the day of a line that only says when a page was published, and whether it says "updated"; else None."""
    if len(text) > 110 or not any(mark.isdigit() for mark in text):
        return None
    text = _GLUED_YEAR.sub(r"\1 ", text)
    match = _DATE_LINE.fullmatch(text)
    if match is None or not _DATE_WORDS.fullmatch(match["rest"].strip()):
        return None
    day = line_date(match["rest"])
    return (day, bool(_UPDATED.match(text))) if day else None


def printed_in(text: str) -> tuple[str, date] | None:
    """Return the outlet and day of "Published in Border Post, January 19th, 2024" or "Border Post | January 19, 2024", or None."""
    if len(text) > 110:
        return None
    for form in (_PRINTED_IN, _OUTLET_AND_DAY, _OUTLET_DASH_DAY, _DAY_AND_OUTLET):
        match = form.fullmatch(text)
        if match and _DATE_WORDS.fullmatch(match["rest"].strip()) and (day := line_date(match["rest"])):
            return match["who"].strip(), day
    return None


def from_address(url: str | None) -> date | None:
    """Return the day that a web address carries ("/2024/01/18/", "/20240118/", "/2024/jan/18/"), or None."""
    for form in _ADDRESS_DAYS:
        match = form.search(url or "")
        if match and (day := as_date(int(match[1]), int(match[2]) if match[2].isdigit() else month_number(match[2]), int(match[3]))):
            return day
    return None


def from_captions(captions: Iterable[str], text: str) -> Published | None:
    """Return the month of an article whose captions carry a full date that the text's own weekdays bear out.

    A picture may be older than the article, so its day is only the earliest possible; the month is what can be said. Captions of file
    pictures are not to be given; nothing is said by captions more than a week apart, or one whose weekday the article never names."""
    days = sorted({day for caption in captions for day in full_dates(caption)})
    if not days or (days[-1] - days[0]).days > 7:
        return None
    body = text
    for caption in captions:
        body = body.replace(caption, "")
    latest = days[-1]
    near = {_WEEKDAYS[(latest + timedelta(days=step)).weekday()] for step in (-1, 0, 1)}
    if not any(name in body for name in near):
        return None
    return Published(datetime.combine(latest, time(), UTC), "month", "inferred", latest)


def _parsed_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= _EARLIEST else None


def _parsed_moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        from email.utils import parsedate_to_datetime

        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None


def _on_day(day: date, basis: str) -> Published | None:
    return Published(datetime.combine(day, time(), UTC), "day", basis, day) if day >= _EARLIEST else None


def _timed(moment: datetime, basis: str) -> Published | None:
    if moment.date() < _EARLIEST:
        return None
    written = moment.date()
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return Published(aware.astimezone(UTC), "second", basis, written)
    except OverflowError:  # the last day that Python counts, in a zone behind UTC
        return None
