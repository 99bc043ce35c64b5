"""Find date expressions in a sentence: what is written, not yet which days it means.

Each pattern has a name; `resolve` gives each name its meaning. Of overlapping finds the longest stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from transforms.dates.vocabulary import either

_PART = r"(?:(?:early |late |mid-?)?(?:morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk))"
_EDGE = r"(?:(?:very |as |in )?(?:early|earlier|late|later|mid|the beginning of|the end of|the start of|the middle of)(?: in| on)?[ -])"
_QUARTER = r"(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th)(?: fiscal)?[ -]quarter"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d%]|:\d|[.,]\d|\s*(?:percent|per cent|million|billion|people|years))"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d%]|[.,]\d|-?[a-z])"
_UNIT = r"(?P<unit>week|weekend|month|quarter|year)"
_CLOCK = r"(?:(?:at |about |around )?(?:\d{1,2}(?:[:.]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|o'clock)|\d{1,2}:\d\d|\d{4} (?:GMT|UTC|hours|hrs))(?: (?:GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|local time|local|IST))?(?: \(\d{4} (?:GMT|UTC)\))?,?)"
_TRIGGERS = re.compile(
    r"\d|day|week|month|year|quarter|half|night|noon|morning|evening|dawn|dusk|sun(?:rise|set)|tomorrow|\bago\b|spring|summer|fall|autumn|winter"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|Christmas|Easter|Thanksgiving|Halloween",
    re.IGNORECASE,
)
_FULL_WORD = re.compile(r"(?:May|June|July|[a-z]{4,}|[A-Z]{5,})\.$")  # a sentence's full stop, not a shortening's


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression as written: its kind, its place in the article, and its parts by name."""

    kind: str
    start: int
    end: int
    parts: dict[str, str]


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    month, weekday, season, holiday = either("month"), either("weekday"), either("season"), either("holiday")
    full_weekday = (
        "(?:"
        + "|".join(f"{name}|{name.upper()}" for name in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
        + ")"
    )
    number = rf"(?P<count>\d{{1,3}}|(?i:{either('number')}))"
    month_part, named = rf"(?P<month>{month})\b\.?", rf"(?P<weekday>{weekday})\b\.?"
    lead = rf"(?:{named},?\s+(?:the\s+)?)?"
    clock = rf"(?:{_CLOCK}(?: on)? )?"
    forms = {
        "date": [
            rf"(?i:\b(?P<which>last|this|next) )?{lead}\b{month_part}\s?{_DAY}(?:,?\s+(?:of\s+)?{_YEAR})?(?: (?i:{_PART}))?",
            rf"{lead}\b{_DAY}(?:\s+of)?\s+{month_part}(?:,?\s+(?:of\s+)?{_YEAR})?(?![\w-]*\d)",
            rf"\b(?P<weekday>{full_weekday})\s*\(\s*{month_part}\s?{_DAY}(?:,?\s+{_YEAR})?\s*\)",
            rf"\b(?P<weekday>{full_weekday})\s*\(\s*{_DAY}\s+{month_part}(?:,?\s+{_YEAR})?\s*\)",
            rf"\b{_DAY}\s+{month_part}\s+(?P<short_year>[5-9]\d)\b(?!\s*(?:people|persons|percent))",
        ],
        "iso": [r"\b(?P<year>(?:19|20)\d\d)-(?P<month_number>[01]\d)-(?P<day>[0-3]\d)\b"],
        "days": [rf"\b{month_part}\s?{_DAY}\s?(?:-|to)\s?(?P<last_day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!:)(?:,?\s+{_YEAR})?"],
        "two_days": [rf"\b{month_part}\s?{_DAY},?\s(?:and|or|&)\s(?P<other_day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!:| \w+s\b)(?:,?\s+{_YEAR})?"],
        "month": [
            rf"(?i:\b(?P<edge>{_EDGE}))?\b{month_part},?\s+(?:of\s+)?(?:{_YEAR}|(?i:(?P<which>last|this|next) year)|of (?i:(?P<which_of>last|this|next) year))",
            rf"(?i:\b(?P<which_month>last|this|next|this past|this coming) )?(?i:\b(?P<edge>{_EDGE}))?\b{month_part}(?! \d)",
        ],
        "weekday": [
            rf"{clock}(?i:\b(?P<which>last|next|this|this past|this coming|the previous|the following|each|every) )?(?i:(?P<edge>earlier|later|late|early) (?:on )?)?\b(?P<weekday>{full_weekday})(?: (?i:{_PART}))?\b",
        ],
        "today": [
            rf"{clock}(?i:\b(?:(?:earlier|later|late|early) )?(?:today|tonight)|\bthis {_PART}|\bovernight\b(?! (?:stay|delivery|rate|success|bag|trip|train|flight|guest|camp)))\b"
        ],
        "yesterday": [rf"{clock}(?i:\b(?:(?:earlier|late|early) )?(?:yesterday(?: {_PART})?|last night|last evening))\b"],
        "tomorrow": [rf"{clock}(?i:\b(?:tomorrow(?: {_PART})?))\b"],
        "relative": [
            rf"(?i:\b{_EDGE})?(?i:(?<!the )\b(?P<which>last|this|next|this past|this coming|the current|current|the previous|the following)(?: fiscal)? {_UNIT})\b(?!-| and a half)",
            rf"(?i:\b{_EDGE})?(?i:\b(?:over|during|at|on) the (?P<unit>weekend))\b",
            r"(?i:\b(?:the )?(?:end|beginning|start|middle) of (?P<which>the|this|last|next) (?P<unit>week|month|quarter|year))\b(?! ago)",
        ],
        "ago": [
            rf"(?i:\b(?:(?:almost|nearly|about|around|roughly|exactly|just|only|more than|less than|some|over) )?{number} (?P<unit>day|week|month|year|decade)s? ago)(?: (?P<weekday>{full_weekday}))?\b",
        ],
        "year_ago": [r"(?i:\b(?:the )?year[- ](?:ago|earlier)(?! (?:by|than)))\b", r"(?i:\ba year (?:earlier|before))\b"],
        "from": [
            rf"(?i:\b(?:(?:almost|nearly|about|around|just|only|less than|more than) )?{number} (?P<unit>day|week|month|year)s? (?P<way>earlier|previously|later|afterwards?|(?:before|prior|after)(?= *(?:[,.;:!?)\"'-]|$|and\b|but\b|when\b|in\b|on\b|at\b))))\b",
            r"(?i:\b(?:on )?(?:the (?:very )?)(?P<way>next|following|previous|same) (?P<unit>day|morning|night|evening|afternoon|week|month|year))\b",
            r"(?i:\b(?:earlier |later |late |early )?(?:on )?(?P<way>that)(?: same| very)? (?P<unit>day|morning|night|evening|afternoon|week|month|year))\b",
            r"(?i:\b(?:the )(?P<unit>day|night|morning|week|month|year) (?P<way>before|after))\b(?= *(?:[,.;:!?)\"-]|$|and\b|but\b|when\b))",
        ],
        "week_of": [rf"(?i:\b(?:the )?week of) {month_part}\s?{_DAY}(?:,?\s+{_YEAR})?"],
        "season": [
            rf"(?i:\b(?P<which>last|this|next|this past|this coming) )(?i:{_EDGE})?(?P<season>{season})\b",
            rf"(?i:\b(?:in|during|since|until|by|from|of) (?:the )?)(?i:{_EDGE})?(?P<season>{season})(?: of)? {_YEAR}",
            rf"(?i:\b(?:in|during|since|until|by) the )(?i:{_EDGE})?(?P<season>{season})\b(?! of)",
            rf"\b(?P<season>{season}) {_YEAR}",
        ],
        "quarter": [
            rf"(?i:\b(?:(?P<which>last|this|next) year's )?(?:fiscal |fiscal-)?{_QUARTER})(?:(?:,? of|,| in)? (?:fiscal )?{_YEAR}|(?i: of (?P<which_of>last|this|next) year))?",
            rf"(?i:\b(?:fiscal )?){_YEAR}(?:'s)? (?i:(?:fiscal )?{_QUARTER})\b",
            rf"\bQ(?P<quarter>[1-4])(?: (?:of )?{_YEAR})?\b",
        ],
        "the_quarter": [r"(?i:\b(?:the (?:latest |same |most recent |recent )?|its )quarter\b)(?! of| century| mile|back)"],
        "half": [rf"(?i:\b(?P<half>first|second) half of (?:(?P<which>last|this|next) year|(?:fiscal )?{_YEAR}))"],
        "holiday": [rf"(?i:\b(?P<which>last|this|next) )?\b(?P<holiday>{holiday})\b(?:,? {_YEAR})?"],
        "year": [rf"(?i:\b(?:fiscal|{_EDGE})\s?)?(?:(?<![\d$.,:/#-])|(?<=post-)|(?<=pre-)|(?<=[Mm]id-))\b{_YEAR}\b(?!s\b)"],
        "clock": [
            rf"\b{_CLOCK}",
            r"(?i:\b(?:at|by|around|before|after|until|about) (?:mid-?day|noon|midnight|dawn|dusk|daybreak|sunrise|sunset))\b",
        ],
    }
    return tuple((kind, re.compile(pattern)) for kind, patterns in forms.items() for pattern in patterns)


def find_expressions(text: str, offset: int) -> Iterator[Expression]:
    """Yield the date expressions of a sentence in their order; `offset` is where it begins in the article."""
    if not _TRIGGERS.search(text):
        return
    found: list[Expression] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            raw = match.group()
            start = match.start() + len(raw) - len(raw.lstrip(" ,"))
            end = match.end() - (len(raw) - len(raw.rstrip(" ,")))
            if raw.endswith(".") and _FULL_WORD.search(raw):
                end -= 1
            parts = {name: value for name, value in match.groupdict().items() if value}
            if kind == "two_days":
                found += _two_days(match, parts, offset)
            else:
                found.append(Expression(kind, offset + start, offset + end, parts))
    found.sort(key=lambda one: (one.start - one.end, one.start, one.kind))
    kept: list[Expression] = []
    for one in found:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda one: one.start)


def _two_days(match: re.Match[str], parts: dict[str, str], offset: int) -> list[Expression]:
    """Return both days of "April 24 and 25", each where it is written."""
    other = parts.pop("other_day")
    first = Expression("date", offset + match.start(), offset + match.end("day"), parts)
    second = Expression("date", offset + match.start("other_day"), offset + match.end(), {**parts, "day": other})
    return [first, second]
