"""Find picture captions and their credits: a caption stays once, as a paragraph of its own; a credit goes.

A caption is known by its credit, at its end or on the next line, by being printed again, by an opening such as "FILE PHOTO:", or by
closing on a place and a full date, as picture agencies write.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from transforms.normalize.lines import Line, fold, with_text
from transforms.seed_tables import read_seed

_LABEL = r"(?:file )?(?:photo(?:graph)?|image|picture|pic|credit|source|graphic|illustration|video)s?"
_OPENING = re.compile(
    r"^(?:file(?: photo| picture| image)?|photo|image|picture|caption|image caption|pictured|\[?\d{1,2}/\d{1,2}\]?)\s*[:,\-–—\]]\s*",
    re.IGNORECASE,
)
_FILE_PICTURE = re.compile(r"^\W*file\b|\bfile(?:d)? (?:photo|picture|image)\b", re.IGNORECASE)
_LICENCE = re.compile(r"\s*(?:Purchase|Acquire|Buy) Licensing Rights\b.*$")
_SHOWN = re.compile(
    r"\bin this (?:\w+ ){0,3}?(?:screen ?grab|screenshot|still|frame grab|handout|satellite|undated|file|image|photo|picture)\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATED = re.compile(rf",(?: (?:on )?\w+day,)? (?:{_MONTH} \d{{1,2}}, (?:19|20)\d\d|\d{{1,2}} {_MONTH},? (?:19|20)\d\d)\.?$")
_PICTURE = re.compile(r"/|\b(?:photo|image|picture|getty|handout|courtesy)", re.IGNORECASE)  # an agency's name alone may credit the story
_CREDIT_SIGN = re.compile(r"[/\[(©]|\b(?:photo|image|picture)", re.IGNORECASE)
_MAX_CREDIT = 110
_MAX_CAPTION = 600
_REPEATED = 40  # shorter lines are printed twice for other reasons


@cache
def _credit_names() -> str:
    return "(?:" + "|".join(row["pattern"] for row in read_seed("photo_credits")) + ")"


@cache
def _credit_line() -> re.Pattern[str]:
    name, person = _credit_names(), r"[A-Z][\w.’' -]{1,50}"
    return re.compile(
        rf"[\[(©|]*\s*(?:(?i:{_LABEL})(?:\s+(?i:credit|courtesy))?\s*(?:(?i:by|via|from|courtesy of)\b|:|/|©)\s*[^.]{{2,80}}"
        rf"|(?:{person}/\s?)*{name}(?:\s*(?:/|,|\bvia\b)\s*{person})*"
        rf"|{person}(?:/{person})*,?\s+(?:via|for)\s+{name}(?:/{person})*)\s*[\])]*\.?"
    )


@cache
def _credit_at_end() -> re.Pattern[str]:
    name = _credit_names()
    person = r"[A-Z][\w’'-]*(?:\.? [A-Z][\w’'-]*){0,3}"  # all its words capitalised, lest it takes in the caption
    return re.compile(
        rf"\s*(?:[|–—-]\s*)?(?:[\[(](?:(?i:{_LABEL})\b[^\])]{{1,90}}|[^\])]{{0,60}}(?:/\s?{name}|{name}\s?/)[^\])]{{0,60}}|{person}/{person})[\])]"
        rf"|\[{name}\]|(?<=[.\s])/\s?(?:{name}|[A-Z]{{2,6}})|(?<=[.\s])(?:{name}/\s?{person}(?:/{person})*|(?:{person}/\s?)+{name}(?:/{person})*)"
        rf"|(?i:(?:photo|image|picture)s?\s*(?:credit|courtesy|by|:|©))[^.]{{2,80}}|©\s*(?:{person}/)?{name})\.?$"
    )


def is_credit_line(text: str) -> bool:
    """Whether a line is nothing but a picture's credit ("REUTERS/Jane Roe", "(Photo by Jane Roe/NurPhoto)")."""
    return len(text) <= _MAX_CREDIT and _credit_line().fullmatch(text) is not None


def without_credit(text: str) -> str:
    """Return a caption without the credit at its end."""
    tail = max(0, len(text) - _MAX_CREDIT - 20)
    if len(text) > _MAX_CAPTION or not _CREDIT_SIGN.search(text, tail):
        return text
    match = _credit_at_end().search(text, tail)
    return text[: match.start()].rstrip() if match else text


def settle_captions(lines: list[Line], title: str | None) -> tuple[list[Line], tuple[str, ...], tuple[str, ...]]:
    """Return the lines with each caption once and no credits, the captions, and those among them of file pictures."""
    counts: Counter[str] = Counter(line.text.lower() for line in lines)
    headline = fold(title or "")
    kept: list[Line] = []
    captions: list[str] = []
    filed: list[str] = []
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if kept and is_credit_line(line.text):
            continue
        text = line.text
        if len(text) <= _MAX_CAPTION:
            following = lines[index + 1].text if index + 1 < len(lines) else ""
            text = _OPENING.sub("", without_credit(_LICENCE.sub("", text)))
            is_repeated = len(line.text) >= _REPEATED and counts[line.text.lower()] > 1 and fold(text) != headline
            if text and (text != line.text or is_repeated or _is_caption(text, following)) and text not in captions:
                captions.append(text)
                filed += [text] if _FILE_PICTURE.search(line.text) else []
        key = text.lower().rstrip(" .")
        if not text or (len(text) >= _REPEATED and key in seen):
            continue
        seen.add(key)
        kept.append(with_text(line, text))
    return kept, tuple(captions), tuple(filed)


def _is_caption(text: str, following: str) -> bool:
    """Whether a line closes as captions do, or stands above a picture's credit."""
    if ("n this" in text and _SHOWN.search(text)) or _DATED.search(text, max(0, len(text) - 40)):
        return True
    return _PICTURE.search(following) is not None and is_credit_line(following)
