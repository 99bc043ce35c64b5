"""Read full dates, with their year, as pages write them: datelines, captions, "Published:" lines."""

from __future__ import annotations

import re
from datetime import date

MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_NUMBERS = {
    name: number for number, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d|(?<=\s)\d\d(?!\d))"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{MONTH}\s*{_DAY}(?:,\s*|\s+)(?P<year>(?:19|20)\d\d)\b",
        rf"\b{_DAY}(?:\s+of)?[\s-]+{MONTH},?[\s-]+(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?=\b|T)",
    )
)
_SHORT_YEAR = re.compile(rf"\b{_DAY} {MONTH} (?P<year>\d\d)\b", re.IGNORECASE)
_NUMERIC = re.compile(r"\b(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)?\d\d)\b")
_CENTURY_TURN = 70  # "90" is 1990, "24" is 2024: no web page is older


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or its shortened form."""
    return _NUMBERS[name[:3].lower()]


def full_dates(text: str) -> list[date]:
    """Return the full dates that a text names with day, month and year, in their order."""
    found: list[tuple[int, date]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            groups = match.groupdict()
            month = int(groups["number"]) if groups.get("number") else month_number(groups["month"])
            day = as_date(int(groups["year"]), month, int(groups["day"]))
            if day is not None:
                found.append((match.start(), day))
    return [day for _, day in sorted(found)]


def line_date(text: str) -> date | None:
    """Return the one date of a line that is there to give a date; numbers alone only where they can mean one day."""
    days = full_dates(text)
    if not days:
        for short in _SHORT_YEAR.finditer(text):
            day = as_date(_year(short["year"]), month_number(short["month"]), int(short["day"]))
            days += [day] if day else []
    if not days and (match := _NUMERIC.search(text)):
        first, second, year = int(match["first"]), int(match["second"]), _year(match["year"])
        readings = {day for day in (as_date(year, first, second), as_date(year, second, first)) if day}
        days = sorted(readings) if len(readings) == 1 else []
    return days[0] if days else None


def as_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(text: str) -> int:
    number = int(text)
    return number if number > 99 else number + (1900 if number >= _CENTURY_TURN else 2000)
