"""Find an article's headline among the lines of a page, and part it from its site's name."""

from __future__ import annotations

import re

from transforms.normalize.captions import is_credit_line
from transforms.normalize.credits import read_byline, read_dateline
from transforms.normalize.lines import Line, fold, is_bulleted, is_prose
from transforms.normalize.published import date_line
from transforms.normalize.publishers import host_of, publisher_like, publisher_named

_SITE_MARK = re.compile(r"\s+(?:\||«|»|::|•)\s+")
_SITE_DASH = re.compile(r"\s+[-–—]\s+")
_MOST_LINES = 12  # a headline lower on the page than this is another story's
_FULL_TITLE = 5  # words: menus have shorter entries; a shorter line is the headline only where no longer one follows
_LONGEST = 250


def without_site(title: str, publisher: str | None = None) -> tuple[str, str | None]:
    """Return a page title without its site's name, and that name ("Two killed | Border Post" -> "Two killed", "Border Post")."""
    parts = _SITE_MARK.split(title)
    site: str | None = None
    if len(parts) > 1 and len(parts[0].split()) >= 3:
        site, title = parts[-1], parts[0]
    parts = _SITE_DASH.split(title)
    host = next((part for part in parts[1:] if host_of(part) is not None), None)
    if host is not None and len(parts[0].split()) >= 3:
        return re.sub(r"\s+[-–—]\s+$", "", title[: title.index(host)]).strip(), host  # "Three shot - NewsNow.com - Salem, MA"
    if len(parts) > 1 and _is_site(parts[-1], publisher):
        cut = title.rindex(parts[-1])
        return re.sub(r"\s+[-–—]\s+$", "", title[:cut]).strip(), parts[-1]
    return title.strip(), site


def _is_site(name: str, publisher: str | None) -> bool:
    if publisher and fold(name) == fold(publisher):
        return True
    if len(name.split()) > 5:
        return False
    return publisher_named(name) is not None or host_of(name) is not None or (publisher_like(name) and len(name.split()) <= 4)


def find_title(lines: list[Line]) -> int | None:
    """Return the index of the headline's line, or None where the page does not open with one.

    It is the first line of three words and more that is no paragraph, caption, byline, date or dateline, with prose below it;
    menus above it have fewer words, and a line printed again below is the headline in any case."""
    folded = [fold(line.text) for line in lines]
    short: int | None = None
    for index, line in enumerate(lines[:_MOST_LINES]):
        text = line.text
        words = len(text.split())
        if folded[index] in folded[index + 1 : index + _MOST_LINES] and words >= 4 and len(text) <= _LONGEST and text[-1] != ".":
            return index
        if _may_be_title(text):
            if words >= _FULL_TITLE:
                return index if any(is_prose(below.text) for below in lines[index + 1 :]) else None
            short = index if short is None else short
        elif is_prose(text) or read_dateline(text):
            return short
    return short if any(is_prose(line.text) for line in lines) else None


def _may_be_title(text: str) -> bool:
    if len(text) > _LONGEST or text[-1] in ".,;:" or is_bulleted(text) or not any(mark.isalpha() for mark in text):
        return False
    if sum(word[0].isalpha() or word[0] in "'\"‘“" for word in text.split()) < 3:
        return False
    return not (publisher_named(text) or is_credit_line(text) or read_byline(text, True) or date_line(text) or read_dateline(text))
