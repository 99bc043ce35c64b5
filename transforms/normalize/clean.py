"""Clean a page's text: keep the article, headline first; take what its furniture says of publisher, byline, day and agency."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from transforms.normalize.captions import settle_captions
from transforms.normalize.credits import (
    agency_named,
    is_desk_note,
    is_plain_name,
    outlet_of_staff,
    outlet_opening,
    read_byline,
    read_dateline,
    read_origin,
    republished_from,
)
from transforms.normalize.headings import part_glued
from transforms.normalize.lines import Line, fold, is_prose, join_lines, split_lines, unwrap, with_text
from transforms.normalize.noise import drop_noise, without_trailing_headings
from transforms.normalize.published import date_line, printed_in
from transforms.normalize.publishers import is_outlet_alone, outlet_named, publisher_in_interviews, publisher_in_lines, publisher_named
from transforms.normalize.titles import find_title, without_site

_NEW_TAB = re.compile(r"(?:, ?| ?\()opens (?:in )?(?:a )?new (?:tab|window)\)?")  # said to screen readers after a link
_DATELINE_WITHIN = 6  # paragraphs from the top in which a dateline may open the story
_HEADLINE_LENGTH = 300  # with its site's name; a longer line holds more than the headline
_HEAD, _FOOT = 15, 6  # lines from the top and from the end that may say when the page was published


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text and what its furniture said."""

    text: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    origin: str | None = None
    dateline_place: str | None = None
    dateline_day: date | None = None
    line_day: date | None = None
    updated_day: date | None = None
    captions: tuple[str, ...] = ()
    file_captions: tuple[str, ...] = ()


def clean(text: str, title: str | None = None, publisher: str | None = None, is_page: bool = True) -> Cleaned:
    """Return the article in a repaired text. `title` and `publisher` are given ones; `is_page`: a saved page, not a record's text."""
    lines = unwrap(split_lines(_NEW_TAB.sub("", text)))
    raw = [line.text for line in lines]
    site: str | None = None
    if title:
        title, site = without_site(title, publisher)
    lines, headings = drop_noise(lines)
    if title is None:
        found = find_title(lines)
        if found is not None:
            title, site = without_site(lines[found].text, publisher)
            lines = [Line(title), *lines[found + 1 :]] if is_page else lines
    result = Cleaned("", title=title, publisher=_publisher(raw, title, site))
    lines = _without_repeated_title(lines, title)
    lines, result = _take_furniture(lines, result, is_page)
    if is_page:
        lines = without_trailing_headings(lines)
    lines, captions, filed = settle_captions(lines, title)
    lines = [part for line in lines for part in part_glued(line, headings)]
    lines, result = _take_dateline(lines, result)
    body = join_lines(lines)
    if result.publisher is None:
        result = replace(result, publisher=publisher_in_interviews(body))
    if title:
        body = f"{title}\n\n{body}" if body else title
    return replace(result, text=body, captions=captions, file_captions=filed)


def _publisher(raw: list[str], title: str | None, site: str | None) -> str | None:
    if site and (known := publisher_named(site)):
        return known.name
    return publisher_in_lines(raw, title) or site


def _without_repeated_title(lines: list[Line], title: str | None) -> list[Line]:
    """Return the lines without the headline, wherever it stands as a line; a record's "Headline. First sentence" is parted."""
    if not title:
        return lines
    kept: list[Line] = []
    for line in lines:
        is_headline = len(line.text) <= _HEADLINE_LENGTH and fold(without_site(line.text)[0]) == fold(title)
        if is_headline or fold(line.text) == fold(title):
            continue
        rest = _after_title(line.text, title) if not kept else None
        kept.append(Line(rest, True) if rest else line)
    return kept


def _after_title(text: str, title: str) -> str | None:
    if not text.lower().startswith(title.lower()):
        return None
    rest = text[len(title) :]
    stripped = rest.lstrip(" .!?|")
    return stripped if stripped and rest != stripped and (rest[0] in ".!?|" or rest.lstrip()[0] in ".|") else None


def _take_furniture(lines: list[Line], result: Cleaned, is_page: bool) -> tuple[list[Line], Cleaned]:
    kept: list[Line] = []
    in_head = True
    for index, line in enumerate(lines):
        text = line.text
        near_edge = index < _HEAD or index >= len(lines) - _FOOT
        if near_edge and (found := date_line(text)):
            day, is_update = found
            result = replace(result, updated_day=day) if is_update else replace(result, line_day=result.line_day or day)
            continue
        if near_edge and (printed := printed_in(text)) and (index >= _HEAD or in_head):
            who, day = printed
            result = replace(result, line_day=result.line_day or day, publisher=result.publisher or outlet_named(who))
            continue
        if near_edge and (byline := read_byline(text, in_head)):
            staff_of = outlet_of_staff(byline)
            result = replace(result, byline=result.byline or byline, publisher=result.publisher or staff_of)
            continue
        if not is_prose(text) or len(text) < 120:
            if origin := read_origin(text):
                result = replace(result, origin=result.origin or origin)
                continue
            if is_desk_note(text):
                continue
        if in_head and is_page and result.title and not is_prose(text):
            known = publisher_named(text.partition(",")[0])  # "Border Post", "Border Post, Quetta"
            is_outlet = known is None and len(text) <= 40 and is_outlet_alone(text)
            if known or is_outlet or (result.publisher and fold(text) == fold(result.publisher)):
                result = replace(result, publisher=result.publisher or (known.name if known else text if is_outlet else None))
                continue
            if is_plain_name(text) and result.byline is None:
                result = replace(result, byline=text)
                continue
        if origin := republished_from(text):
            result = replace(result, origin=result.origin or origin)
        in_head &= not is_prose(text)
        kept.append(line)
    return kept, result


def _take_dateline(lines: list[Line], result: Cleaned) -> tuple[list[Line], Cleaned]:
    """Set the first dateline as a line of its own, so that the story's first sentence parses; its words stay."""
    for index, line in enumerate(lines[:_DATELINE_WITHIN]):
        opening = outlet_opening(line.text)
        if opening and (outlet := publisher_named(opening[0]) or publisher_named(agency_named(opening[0]) or "")):
            agency = agency_named(opening[0])
            result = replace(result, publisher=result.publisher or (None if agency else outlet.name), origin=result.origin or agency)
            return [*lines[:index], with_text(line, line.text[opening[1] :]), *lines[index + 1 :]], result
        dateline = read_dateline(line.text)
        if dateline is None:
            continue
        rest = line.text[dateline.end :].strip()
        if rest and is_outlet_alone(dateline.place):  # "The County Sentinel, Nov. 28, 2024 - A man was ..."
            result = replace(result, publisher=result.publisher or outlet_named(dateline.place), dateline_day=dateline.day)
            return [*lines[:index], with_text(line, rest), *lines[index + 1 :]], result
        parts = [Line(dateline.line, line.after_gap), *([Line(rest)] if rest else [])]
        result = replace(result, origin=result.origin or dateline.agency, dateline_place=dateline.place, dateline_day=dateline.day)
        return [*lines[:index], *parts, *lines[index + 1 :]], result
    return lines, result
