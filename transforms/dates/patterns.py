"""Find date expressions in a sentence: what is written, not yet which days it means.

Each pattern has a name; `resolve` gives each name its meaning. Of overlapping finds the longest stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from transforms.dates.vocabulary import either, words

Needed = tuple[tuple[str, ...], ...]

_PART = r"(?:(?:early |late |mid-?)?(?:morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk))"
_EDGE = r"(?:(?:very |as |in )?(?:early|earlier|late|later|mid|the (?:beginning|end|start|middle) of)(?: in| on)?[ -])"
_QUARTER = r"(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th)(?: fiscal)?[ -]quarter"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d%]|:\d|[.,]\d|\s*(?:percent|per cent|million|billion|people|years))"
_LAST_DAY = r"(?P<last_day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d%]|[.,]\d|-?[a-z]|-\d{1,2}-)"
_UNIT = r"(?P<unit>week|weekend|month|quarter|year)"
_SPAN = r"(?P<unit>day|morning|night|evening|afternoon|week|month|year)"
_ZONE = r"(?: (?:GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|local time|local|IST))?(?: \(\d{4} (?:GMT|UTC)\))?"
_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|o'clock)|\d{1,2}:\d\d|\d{4} (?:GMT|UTC|hours|hrs))"
_CLOCK = rf"(?:(?:at |about |around )?{_HOUR}{_ZONE},?)"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = "(?P<weekday>" + "|".join(f"{name}|{name.upper()}" for name in _WEEKDAYS) + ")"
_ABOUT = r"(?:(?:almost|nearly|about|around|roughly|exactly|just|only|more than|less than|some|over) )?"
# "before" and "after" count from the story only where no event of their own follows ("the day before the attack").
_ENDS = r"(?= *(?:[,.;:!?)\"'-]|$|(?:and|but|when|in|on|at)\b))"
_SPANS = ("day", "week", "month", "year", "night", "morning", "evening", "noon")
_DIGITS = tuple("0123456789")
# In lower case, what stands in every expression of a kind, one of each row: most sentences lack it, and need not be searched for the kind.
_NEEDED = {
    "iso": (("-",),),
    "weekday": (("day",),),
    "today": (("today", "night", "morning", "noon", "evening", "midday", "dawn", "dusk"),),
    "yesterday": (("yesterday", "last night", "last evening"),),
    "day_before_yesterday": (("yesterday",),),
    "tomorrow": (("tomorrow",),),
    "day_after_tomorrow": (("tomorrow",),),
    "relative": (("week", "month", "quarter", "year"),),
    "ago": (("ago",),),
    "year_ago": (("year",),),
    "past_units": (("past ", "last ", "previous ", "preceding "),),
    "overnight": (("overnight",),),
    "from": (_SPANS, ("earlier", "previously", "later", "after", "before", "prior", "next", "following", "previous", "same", "that")),
    "quarter": (("quarter", "q1", "q2", "q3", "q4"),),
    "the_quarter": (("quarter",),),
    "half": (("half of",),),
    "short_year": ((" '", " ’"),),
    "year": (("18", "19", "20"),),
    "clock": ((*_DIGITS, "mid", "noon", "dawn", "dusk", "daybreak", "sunrise", "sunset"),),
}
_FULL_WORD = re.compile(r"(?:May|June|July|[a-z]{4,}|[A-Z]{5,})\.$")  # a sentence's full stop, not a shortening's


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression as written: its kind, its place in the article, and its parts by name."""

    kind: str
    start: int
    end: int
    parts: dict[str, str]


@cache
def _patterns() -> tuple[tuple[Needed, tuple[tuple[str, re.Pattern[str]], ...]], ...]:
    """Return the patterns with their kinds, by the words that a text with an expression of theirs has."""
    season, holiday = either("season"), either("holiday")
    number = rf"(?P<count>\d{{1,3}}|(?i:{either('number')}))"
    month = rf"(?P<month>{either('month')})\b\.?"
    lead = rf"(?:(?P<weekday>{either('weekday')})\b\.?,?\s+(?:the\s+)?)?"
    clock = rf"(?:{_CLOCK}(?: on)? )?"
    edge = rf"(?i:\b(?P<edge>{_EDGE}))?"
    forms = {
        "date": [
            rf"(?i:\b(?P<which>last|this|next) )?{lead}\b{month}\s?{_DAY}(?:,?\s+(?:of\s+)?{_YEAR})?(?: (?i:{_PART}))?",
            rf"{lead}\b{_DAY}(?:\s+of)?\s+{month}(?:,?\s+(?:of\s+)?{_YEAR})?(?![\w-]*\d)",
            rf"\b{_WEEKDAY}\s*\(\s*{month}\s?{_DAY}(?:,?\s+{_YEAR})?\s*\)",
            rf"\b{_WEEKDAY}\s*\(\s*{_DAY}\s+{month}(?:,?\s+{_YEAR})?\s*\)",
            rf"\b{_DAY}\s+{month}\s+(?P<short_year>[5-9]\d)\b(?!\s*(?:people|persons|percent))",
        ],
        "iso": [r"\b(?P<year>(?:19|20)\d\d)-(?P<month_number>[01]\d)-(?P<day>[0-3]\d)\b"],
        "days": [
            rf"\b{month}\s?{_DAY}\s?(?:-|to)\s?{_LAST_DAY}\b(?!:)(?:,?\s+{_YEAR})?",
            rf"\b{_DAY}\s?(?:-|to)\s?{_LAST_DAY}\s+{month}(?:,?\s+{_YEAR})?(?![\w-]*\d)",
            rf"(?<=[Bb]etween ){month}\s?{_DAY} and {_LAST_DAY}\b(?!:)(?:,?\s+{_YEAR})?",
            rf"(?<=[Bb]etween ){_DAY} and {_LAST_DAY}\s+{month}(?:,?\s+{_YEAR})?(?![\w-]*\d)",
        ],
        "two_days": [
            rf"\b{month}\s?{_DAY},?\s(?:and|or|&)\s(?P<other_day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!:| \w+s\b)(?:,?\s+{_YEAR})?",
        ],
        "month": [
            rf"{edge}\b{month},?\s+(?:of\s+)?(?:{_YEAR}|(?i:(?P<which>last|this|next) year)|of (?i:(?P<which_of>last|this|next) year))",
            rf"(?i:\b(?P<which_month>last|this|next|this past|this coming) )?{edge}\b{month}(?!\.? \d)",
        ],
        "weekday": [
            rf"{clock}(?i:\b(?P<which>last|next|this|this past|this coming|the previous|the following|each|every) )?"
            rf"(?i:\b(?P<edge>earlier|later|late|early) (?:on )?)?\b{_WEEKDAY}(?: (?i:{_PART}))?\b"
            rf"(?i: (?:of )?(?P<which_week>last|this|next) week\b| (?P<which_after>last)(?=[,.;]| (?!week|month|year)))?",
        ],
        "today": [
            rf"{clock}(?i:\b(?:(?:earlier|later|late|early) )?(?:today|tonight)|\bthis {_PART})\b",
        ],
        "overnight": [r"(?i:\bovernight)\b(?! (?:stay|delivery|rate|success|bag|trip|train|flight|guest|camp))"],
        "yesterday": [rf"{clock}(?i:\b(?:(?:earlier|late|early) )?(?:yesterday(?: {_PART})?|last night|last evening))\b"],
        "day_before_yesterday": [r"(?i:\bthe day before yesterday)\b"],
        "tomorrow": [rf"{clock}(?i:\b(?:tomorrow(?: {_PART})?))\b"],
        "day_after_tomorrow": [r"(?i:\bthe day after tomorrow)\b"],
        "relative": [
            rf"(?i:\b{_EDGE})?(?i:(?<!the )\b(?P<which>last|this|next|this past|this coming|the current|current|the previous|the following)"
            rf"(?: fiscal)? {_UNIT})\b(?!-| and a half)",
            rf"(?i:\b{_EDGE})?(?i:\b(?:(?:over|during|at|on) )?the (?P<unit>weekend))\b",
            r"(?i:\b(?:early|earlier|late|later) in the (?P<unit>week|month|year))\b",
            r"(?i:\b(?:the )?(?:end|beginning|start|middle) of (?P<which>the|this|last|next) (?P<unit>week|month|quarter|year))\b(?! ago)",
        ],
        "ago": [rf"(?i:\b{_ABOUT}{number} (?P<unit>hour|day|week|month|year|decade)s? ago)(?: {_WEEKDAY})?\b"],
        "past_units": [
            rf"(?i:\bthe (?:past|last|previous|preceding) {number} (?P<unit>hour|day|night|week|month)s)\b",
            r"(?i:(?<=over )the (?:past|last)|(?<=in )the past|(?<=within )the (?:past|last)|(?<=during )the past)"
            r"(?i: (?P<unit>day|week|month))\b(?! (?:and|or|of))",
        ],
        "year_ago": [r"(?i:\b(?:the )?year[- ](?:ago|earlier)(?! (?:by|than)))\b", r"(?i:\ba year (?:earlier|before))\b"],
        "from": [
            rf"(?i:\b{_ABOUT}{number} (?P<unit>day|week|month|year)s? "
            rf"(?P<way>earlier|previously|later|afterwards?|(?:before|prior|after){_ENDS}))\b",
            rf"(?i:\b(?:on )?(?:the (?:very )?)(?P<way>next|following|previous|same) {_SPAN})\b",
            rf"(?i:\b(?:earlier |later |late |early )?(?:on )?(?P<way>that)(?: same| very)? {_SPAN})\b",
            rf"(?i:\b(?:the )(?P<unit>day|night|morning|week|month|year) (?P<way>before|after))\b{_ENDS}",
        ],
        "week_of": [rf"(?i:\b(?:the )?week of) {month}\s?{_DAY}(?:,?\s+{_YEAR})?"],
        "season": [
            rf"(?i:\b(?P<which>last|this|next|this past|this coming) )(?i:{_EDGE})?(?P<season>{season})\b",
            rf"(?i:\b(?:in|during|since|until|by|from|of) (?:the )?)(?i:{_EDGE})?(?P<season>{season})(?: of)? {_YEAR}",
            rf"(?i:\b(?:in|during|since|until|by) the )(?i:{_EDGE})?(?P<season>{season})\b(?! of)",
            rf"\b(?P<season>{season}) {_YEAR}",
        ],
        "quarter": [
            rf"(?i:\b(?:(?P<which>last|this|next) year's )?(?:fiscal |fiscal-)?{_QUARTER})"
            rf"(?:(?:,? of|,| in)? (?:fiscal )?{_YEAR}|(?i: of (?P<which_of>last|this|next) year))?",
            rf"(?i:\b(?:fiscal )?){_YEAR}(?:'s)? (?i:(?:fiscal )?{_QUARTER})\b",
            rf"\bQ(?P<quarter>[1-4])(?: (?:of )?{_YEAR})?\b",
        ],
        "the_quarter": [r"(?i:\b(?:the (?:latest |same |most recent |recent )?|its )quarter\b)(?! of| century| mile|back)"],
        "half": [rf"(?i:\b(?P<half>first|second) half of (?:(?P<which>last|this|next) year|(?:fiscal )?{_YEAR}))"],
        "holiday": [rf"(?i:\b(?P<which>last|this|next) )?\b(?P<holiday>{holiday})\b(?:,? {_YEAR})?"],
        "short_year": [r"(?i:\b(?:in|since|of|until|by) ['’])(?P<short_year>\d\d)\b(?!['’]?s\b|\d|[.,]\d)"],
        "year": [rf"(?i:\b(?:fiscal|{_EDGE})\s?)?(?:(?<![\d$.,:/#-])|(?<=post-)|(?<=pre-)|(?<=[Mm]id-))\b{_YEAR}\b(?!s\b)"],
        "clock": [
            rf"\b{_CLOCK}",
            r"(?i:\b(?:at|by|around|before|after|until|about|since|past) (?:mid-?day|noon|midnight|dawn|dusk|daybreak|sunrise|sunset))\b",
        ],
    }
    months = tuple(sorted({word[:3] for word in words("month")}))
    needed = _NEEDED | {"month": (months,)} | dict.fromkeys(("date", "days", "two_days", "week_of"), (months, _DIGITS))
    needed |= {kind: (tuple(sorted(words(kind))),) for kind in ("season", "holiday")}
    grouped: dict[Needed, list[tuple[str, re.Pattern[str]]]] = {}
    for kind, patterns in forms.items():
        grouped.setdefault(needed[kind], []).extend((kind, re.compile(pattern)) for pattern in patterns)
    return tuple((words_needed, tuple(patterns)) for words_needed, patterns in grouped.items())


def find_expressions(text: str, offset: int) -> Iterator[Expression]:
    """Yield the date expressions of a sentence in their order; `offset` is where it begins in the article."""
    found: list[Expression] = []
    lower = text.lower()
    for needed, patterns in _patterns():
        if not _has_each(lower, needed):
            continue
        for kind, match in ((kind, match) for kind, pattern in patterns for match in pattern.finditer(text)):
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
    if not found:
        return
    found.sort(key=lambda one: (one.start - one.end, one.start, one.kind))
    kept: list[Expression] = []
    for one in found:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda one: one.start)


def _has_each(text: str, needed: Needed) -> bool:
    """Return whether a text has a word of each row; a generator here costs more than the looking."""
    for some in needed:
        for word in some:
            if word in text:
                break
        else:
            return False
    return True


def _two_days(match: re.Match[str], parts: dict[str, str], offset: int) -> list[Expression]:
    """Return both days of "April 24 and 25", each where it is written."""
    other = parts.pop("other_day")
    first = Expression("date", offset + match.start(), offset + match.end("day"), parts)
    second = Expression("date", offset + match.start("other_day"), offset + match.end(), {**parts, "day": other})
    return [first, second]
