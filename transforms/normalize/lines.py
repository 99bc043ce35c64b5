"""A page as lines: what reads as prose, what as a heading, what as a link; hard-wrapped text joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

_ENDS_SENTENCE = re.compile(r"[.?!…:;][\"'”’)\]]*$")
_BULLET = re.compile(r"^(?:[-*•·▪►»–—]|\d{1,2}[.)])\s+(?=\S)")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# Words that headline writers leave in lower case, so they say nothing about title case.
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "de",
        "for",
        "from",
        "in",
        "into",
        "is",
        "its",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "over",
        "per",
        "the",
        "to",
        "up",
        "vs",
        "via",
        "with",
        "after",
        "amid",
    ]
)
PROSE_LENGTH = 120  # a line this long is prose even when its last full stop is missing
WRAPPED_LENGTH = 100  # no terminal or mail client wraps wider than this


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; `after_gap` when an empty line stood before it."""

    text: str
    after_gap: bool = False


def split_lines(text: str) -> list[Line]:
    """Return the non-empty lines of a repaired text."""
    lines: list[Line] = []
    gap = False
    for line in text.split("\n"):
        if line:
            lines.append(Line(line, gap))
        gap = not line
    return lines


def join_lines(lines: list[Line]) -> str:
    """Return the lines as text again, with an empty line where one stood."""
    pieces: list[str] = []
    for line in lines:
        if pieces:
            pieces.append("\n\n" if line.after_gap else "\n")
        pieces.append(line.text)
    return "".join(pieces)


def unwrap(lines: list[Line]) -> list[Line]:
    """Join the lines of hard-wrapped paragraphs.

    A block is wrapped when it has three lines or more, none wide, all but the last nearly as wide as the widest, and
    many of them go on in small letters on the next."""
    result: list[Line] = []
    for block in _blocks(lines):
        if _is_wrapped(block):
            result.append(Line(" ".join(line.text for line in block), block[0].after_gap))
        else:
            result.extend(block)
    return result


def _blocks(lines: list[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and not line.after_gap:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _is_wrapped(block: list[Line]) -> bool:
    widths = [len(line.text) for line in block]
    if len(block) < 3 or not 50 <= max(widths) <= WRAPPED_LENGTH:
        return False
    goes_on = sum(after.text[0].islower() and not ends_sentence(line.text) for line, after in pairwise(block))
    return min(widths[:-1]) >= 0.6 * max(widths) and goes_on >= 0.4 * (len(block) - 1)


def bare(line: str) -> str:
    """Return a line without its list mark."""
    return _BULLET.sub("", line, count=1)


def is_bulleted(line: str) -> bool:
    """Whether a line opens with a list mark."""
    return bool(_BULLET.match(line))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_ENDS_SENTENCE.search(line))


def is_prose(line: str) -> bool:
    """Whether a line reads as a paragraph: long, or a whole sentence of six words and more."""
    return len(line) >= PROSE_LENGTH or (ends_sentence(line) and len(line.split()) >= 6)


def is_title_case(line: str) -> bool:
    """Whether nearly all longer words of a line are capitalised, as in headings and link lists."""
    words = [word for word in _WORD.findall(line) if word.lower() not in _SMALL]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def fold(line: str) -> str:
    """Return a line's words in lower case with single spaces, to compare repetitions."""
    return " ".join(re.findall(r"\w+", line.lower()))


def with_text(line: Line, text: str) -> Line:
    """Return the line with another text."""
    return replace(line, text=text)
