"""Take bylines, datelines and agency credits from an article: who wrote, from where, and whose copy it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from transforms.normalize.calendar_dates import line_date
from transforms.seed_tables import read_seed

_NAME = r"[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|(?:al|el|ul)-[A-Z][\w'’-]*|al|bin|de|der|el|la|van|von))*"
_NAMES = rf"{_NAME}(?:(?:,| and| &|, and|;) {_NAME})*"
_BY = re.compile(
    rf"^(?i:(?:written |reported |story |report |words? )?by|author:?)[ :]+(?P<names>{_NAMES})(?P<rest>(?:\s*[,|•·–—-]| in | for ).*)?$"
)
_STAFF = re.compile(
    r"^(?:by )?(?P<who>(?P<outlet>[A-Z][\w&'’. -]{1,40}?) (?:staff|news ?desk|web ?desk|monitoring desk|correspondent|bureau"
    r"|editorial (?:board|team)|special correspondent|staff (?:writer|reporter)s?|reporters?|writers?|team))$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:(?:our )?(?:staff|special|senior|foreign|web|news|monitoring|bureau)[ -]+)+"
    r"(?:writer|reporter|correspondent|desk|report|editor|bureau)s?$",
    re.IGNORECASE,
)
_NAME_AND_ROLE = re.compile(
    rf"^(?P<names>{_NAME}(?: and {_NAME})?),? (?:.{{0,60}}\b)?"
    r"(?:correspondent|reporter|editor|writer|columnist|contributor|journalist|bureau chief|producer)s?(?: (?:in|at|for|,).{2,40})?$"
)
_AFFILIATION = re.compile(r"\b(?:writer|reporter|correspondent|editor|staff|desk|bureau|news|times|post|press)s?\b", re.IGNORECASE)
_PLAIN_NAME = re.compile(rf"^{_NAME}(?:(?:,| and| &) {_NAME})*$")
_INPUT = re.compile(
    r"\(?\b(?:with|additional)?\s*(?:inputs?|reporting|material|contributions?|files|information)\s+(?:from|by)\s+(?P<who>[^().]{2,80})\)?\.?",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"^[(\[]?(?:(?:additional )?reporting|writing|editing|compiled|edited|reported) (?:by|for) .{2,300}$", re.IGNORECASE
)
_CONTRIBUTED = re.compile(r".{2,120}\bcontributed (?:reporting|to (?:this|the) (?:report|story|article))\b.{0,60}")
_SOURCE = re.compile(r"^[(\[—–-]*\s*(?:(?:source|agency|via|courtesy|credit)s?\s*:\s*)?(?P<who>[^()\[\]:]{2,40}?)[)\]]?\.?$", re.IGNORECASE)
_ORIGINALLY = re.compile(r"\b(?:originally|first) (?:published|appeared) (?:by|in|on|at) (?P<who>[A-Z][\w&'’. -]{1,40}?)(?=[,.(]|$)")
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w.'’-]*(?:[ /-][A-Z][\w.'’-]*){0,4}(?:, [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}){0,2}"
    r"(?: \([A-Z][A-Za-z. ]{2,30}\)(?=, (?:\d|no date)))?)"
    r"(?P<date>,? (?:no date|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{2,4})?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, ?\d{4})?))?"
    r",?\s*(?:[(\[](?P<paren>[^)\]]{2,60})[)\]])?\s*(?P<dash>--+|[—–_-](?=\s|[A-Z])|:(?= [A-Z“\"'])|(?=\[[A-Z])|$)"
    r"\s*(?:\[Text\]\s*|(?P<note>(?:\[[^\]]{3,120}\]\s*)+))?"
)
_OUTLET_OPENING = re.compile(
    r"^(?:\((?P<in_brackets>[A-Z][\w ]{1,24})\)|(?P<alone>[A-Z][\w]{1,10}(?: [A-Z]\w+)?))\s*(?:--+|[—–-])\s+(?=[A-Z“\"'])"
    r"|^\((?P<bare>[A-Z]{2,6}|Reuters|Xinhua)\)\s+(?=[A-Z“\"'])"
)
# Labels in capitals that stand where a dateline's place would ("ANALYSIS - Why the border matters").
_LABELS = frozenset(
    [
        "ANALYSIS",
        "EXPLAINER",
        "OPINION",
        "UPDATE",
        "EXCLUSIVE",
        "WATCH",
        "BREAKING",
        "FACTBOX",
        "TIMELINE",
        "LIVE",
        "INTERVIEW",
        "COMMENTARY",
        "VIDEO",
        "PHOTOS",
        "FEATURE",
        "INSIGHT",
        "WARNING",
        "CORRECTION",
        "EDITORIAL",
        "PROFILE",
        "REVIEW",
        "QUOTES",
        "POLL",
        "NOTE",
        "FACT",
        "READ",
        "MORE",
    ]
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's parts; `line` is how it stands alone, `end` is where the story's own words begin."""

    place: str
    line: str
    end: int
    agency: str | None = None
    day: date | None = None


@cache
def _agency_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["name"], re.compile(rf"(?:the )?(?:{row['pattern']})(?: news agency)?")) for row in read_seed("agencies"))


@cache
def agency_named(text: str) -> str | None:
    """Return the agency that a credit names, by `seeds/agencies.csv`, or None."""
    return next((name for name, pattern in _agency_patterns() if pattern.fullmatch(text.strip(" ,;/"))), None)


def agency_among(text: str) -> str | None:
    """Return the first agency that a credit names among several ("AP and local media")."""
    parts = re.split(r"\s*(?:,|;|/|\band\b|&)\s*", text)
    return next((agency for part in parts if (agency := agency_named(part))), None)


def read_byline(text: str, under_title: bool) -> str | None:
    """Return the byline that a line is, or None. A bare name counts only right under the title."""
    if len(text) > 120:
        return None
    if (match := _STAFF.fullmatch(text)) and under_title:
        return match["who"].strip()
    if text[-1] not in ".?!" and (match := _BY.fullmatch(text)):  # "By Monday, the army had left." is a sentence
        names = re.split(r",\s+", match["names"].strip())
        return ", ".join(name for name in names if not _AFFILIATION.search(name) and agency_named(name) is None) or match["names"].strip()
    if under_title and (match := _NAME_AND_ROLE.fullmatch(text)) and " " in match["names"]:
        return match["names"].strip()
    if _ROLE.fullmatch(text) and under_title:
        return text
    return None


def outlet_of_staff(byline: str) -> str | None:
    """Return the outlet that a staff byline names ("Border Post Staff Writer" -> "Border Post")."""
    if _ROLE.fullmatch(byline):
        return None
    match = _STAFF.fullmatch(byline)
    return match["outlet"].strip() if match else None


def is_plain_name(text: str) -> bool:
    """Whether a line is nothing but one or more names of two to four words."""
    return bool(_PLAIN_NAME.fullmatch(text)) and 2 <= len(text.split()) <= 8 and not text.isupper()


def read_origin(text: str) -> str | None:
    """Return the agency that a credit line names ("(With input from agencies)", "Source: Reuters"), or None."""
    if len(text) > 200:
        return None
    if (match := _INPUT.fullmatch(text)) and (agency := agency_among(match["who"])):
        return agency
    if match := _SOURCE.fullmatch(text):
        return agency_among(match["who"])
    return None


def is_desk_note(text: str) -> bool:
    """Whether a line only says who reported, wrote and edited ("Reporting by ...; Editing by ...")."""
    if len(text) > 200:
        return False
    return any(form.fullmatch(text) for form in (_REPORTING, _INPUT, _CONTRIBUTED))


def republished_from(text: str) -> str | None:
    """Return the agency that an article says it was first published by, or None."""
    match = _ORIGINALLY.search(text)
    return agency_named(match["who"]) if match else None


def outlet_opening(text: str) -> tuple[str, int] | None:
    """Return the outlet or agency that stands alone before a story's first words ("(CNN) -- ", "CNN — ") and where the story begins."""
    match = _OUTLET_OPENING.match(text)
    return (match["in_brackets"] or match["alone"] or match["bare"], match.end()) if match else None


def read_dateline(text: str) -> Dateline | None:
    """Return the dateline that opens a paragraph, or None.

    It needs an agency or a date in brackets, a date before the dash, or a place in capitals before a dash."""
    match = _DATELINE.match(text)
    if match is None:
        return None
    inside = match["paren"] or ""
    agency = agency_named(inside) if inside else None
    day = line_date(f"{inside} {match['date'] or ''}")
    capitals = match["place"].split(",")[0]
    in_capitals = capitals.isupper() and len(capitals) >= 3 and capitals not in _LABELS
    has_dash = bool(match["dash"]) or (bool(match["note"]) and bool(match["date"]))
    if match["dash"] == ":" and not in_capitals:
        return None
    if (
        agency
        or (inside and re.search(r"\d", inside) and (day or in_capitals))
        or (has_dash and (match["date"] or (in_capitals and match.end() < len(text))))
        or (day and match["date"] and match.end() == len(text))  # "Naqoura, 12 January 2025", alone above a statement
    ):
        line = " ".join(part for part in (text[: match.start("dash")].rstrip(" -–—_"), (match["note"] or "").strip()) if part)
        return Dateline(match["place"], line, match.end(), agency, day)
    return None
