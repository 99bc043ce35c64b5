"""Drop what stands on a news page beside the article, by the patterns of `seeds/page_noise.csv`.

`line` patterns match a whole line; `paragraph` patterns match inside a sentence, which is then dropped; `contents`, `links` and `end`
are headings of a table of contents, of a short list of links, and of other pages' stories (everything after them goes); `topic` is a
heading of links only where no paragraph follows it; under `cards` the article goes on where a paragraph takes up its names again.
"""

from __future__ import annotations

import re
from functools import cache

from transforms.normalize.lines import Line, bare, ends_sentence, is_bulleted, is_prose, is_title_case, with_text
from transforms.seed_tables import read_seed

_SENTENCE_BREAK = re.compile(r"(?<=[.?!][\"”’)])\s+|(?<=[.?!])\s+(?=[A-Z\"“‘(])")
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][\w-]{2,}")
_CAPITALISED = re.compile(r"\b[A-Z][\w-]{2,}")
_SHARED_NAMES = 2  # one name in common may be a country's
_HEADING_LENGTH = 160
_STORY_LENGTH = 150  # a page that has not yet told this much has not reached its article
_MENU_MARK = re.compile(r"\s*[|·•›»]\s*|\s+[/>]\s+")
_PIPE_TITLE = re.compile(r"\s[|»«]\s\S")


@cache
def patterns(kind: str) -> re.Pattern[str]:
    """Return one pattern for all rows of a kind in `seeds/page_noise.csv`."""
    rows = [row["pattern"] for row in read_seed("page_noise") if row["kind"] == kind]
    return re.compile("|".join(f"(?:{row})" for row in rows), re.IGNORECASE)


def is_noise_line(text: str) -> bool:
    """Whether a whole line is a button, menu entry, label or link and no part of an article."""
    return is_menu(text) or (len(text) <= 220 and patterns("line").fullmatch(text.strip(" *|·•")) is not None)


def is_menu(text: str) -> bool:
    """Whether a line is a row of menu entries ("World | Politics | Sport"): three or more of at most three words each."""
    entries = [entry for entry in _MENU_MARK.split(text) if entry]
    return len(entries) >= 3 and all(len(entry.split()) <= 3 for entry in entries) and not ends_sentence(text)


def is_heading_of(kind: str, text: str) -> bool:
    """Whether a line is a heading of the kind `contents`, `links` or `end`."""
    return len(text) <= _HEADING_LENGTH and patterns(kind).fullmatch(text.strip(" *|·•:")) is not None


@cache
def _needed() -> tuple[str, ...]:
    """Return the words without which no `paragraph` pattern can match: most paragraphs are passed over by them."""
    return tuple(sorted({word for row in read_seed("page_noise") for word in row["needs"].split("|") if word}))


def without_noise_sentences(text: str) -> str:
    """Return a paragraph without its cookie, subscription, comment and rights sentences ("" when most of it was)."""
    lowered = text.lower()
    if not any(word in lowered for word in _needed()) or not patterns("paragraph").search(text):
        return text
    sentences = _SENTENCE_BREAK.split(text)
    kept = [sentence for sentence in sentences if not patterns("paragraph").search(sentence)]
    return " ".join(kept) if 2 * sum(map(len, kept)) > len(text) else ""


def drop_noise(lines: list[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """Return the lines of the article itself, and the headings that a table of contents promised."""
    kept: list[Line] = []
    headings: list[str] = []
    skipping: str | None = None
    told = 0
    for index, line in enumerate(lines):
        if skipping == "cards" and not (is_prose(line.text) and _takes_up(line.text, kept)):
            continue
        if skipping and skipping != "cards" and _is_listed(line, skipping):
            if skipping == "contents":
                headings.append(bare(line.text))
            continue
        skipping = None
        if is_heading_of("end", line.text):
            if told >= _STORY_LENGTH:
                break
            continue
        opened = next((kind for kind in ("contents", "links", "cards") if is_heading_of(kind, line.text)), None)
        if opened is None and is_heading_of("topic", line.text) and index + 1 < len(lines) and not is_prose(lines[index + 1].text):
            opened = "links"
        if opened:
            skipping = opened
            continue
        text = "" if is_noise_line(line.text) else without_noise_sentences(line.text)
        if text:
            kept.append(with_text(line, text))
            told += len(text) if is_prose(text) else 0
    return without_trailing_links(kept), tuple(headings)


def _takes_up(text: str, story: list[Line]) -> bool:
    """Whether a paragraph takes up names that the story has told of, inside its sentences."""
    names = {name for line in story for name in _NAME.findall(line.text)}
    return len(names.intersection(_CAPITALISED.findall(text))) >= _SHARED_NAMES


def _is_listed(line: Line, kind: str) -> bool:
    if kind == "contents":
        return is_bulleted(line.text)
    return not is_prose(line.text) and (is_bulleted(line.text) or not ends_sentence(line.text))


def without_trailing_links(lines: list[Line]) -> list[Line]:
    """Return the lines without the list of links that ends a page.

    The list begins after the last prose at the first line that looks like a link (a title-case list entry, a page title with
    its site's name) and has three lines or more; fewer may be a record's own last words."""
    last = max((index for index, line in enumerate(lines) if is_prose(line.text)), default=-1)
    tail = lines[last + 1 :]
    first = next((index for index, line in enumerate(tail) if _looks_like_link(line.text)), None)
    if last < 0 or first is None or len(tail) - first < 3:
        return lines
    return lines[: last + 1 + first]


def without_trailing_headings(lines: list[Line]) -> list[Line]:
    """Return a saved page's lines without headlines at its end: under the last paragraph they are other stories'."""
    last = max((index for index, line in enumerate(lines) if is_prose(line.text) or ends_sentence(line.text)), default=len(lines) - 1)
    return lines[: last + 1]


def _looks_like_link(text: str) -> bool:
    return (is_bulleted(text) and is_title_case(bare(text))) or _PIPE_TITLE.search(text) is not None
