"""Stretches of text between quotation marks, whatever the marks: straight, curly, single, doubled, mixed, unclosed.

Each paragraph is read once from left to right, so the time is linear in its length. A mark's place decides what it is: an
opening mark has a space or a bracket before it and a word after it, a closing mark the other way round; a mark that fits
neither is settled by whether a quotation is open. An odd mark spoils nothing but itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DOUBLE = frozenset('"“”„«»')
MARK = re.compile("``|''|’’|‘‘|[\"“”„«»]|['‘’‚`´]")
BEFORE_OPENING = frozenset(" \t\u00a0\u2009\u202f([{<–—-/:…\"“”„«‘'")
AFTER_CLOSING = frozenset(" \t\u00a0\u2009\u202f)]}>–—-/.,;:!?…\"“”»’'[*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between quotation marks: `text[start:end]` is without the marks, `text[outer_start:outer_end]` with them.

    `is_closed` is False when no closing mark stands in the paragraph (it may go on in the next one); `is_single` for single marks."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    is_closed: bool
    is_single: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    is_double: bool
    can_open: bool
    can_close: bool


def find_stretches(text: str) -> list[Stretch]:
    """Return the outermost stretches between quotation marks in order; nested marks belong to the stretch around them."""
    found: list[Stretch] = []
    for line in re.finditer(r"[^\n]+", text):
        marks = [_classify(text, match, line.start(), line.end()) for match in MARK.finditer(text, line.start(), line.end())]
        found.extend(_pair(text, [m for m in marks if m.can_open or m.can_close], line.start(), line.end()))
    return found


def _classify(text: str, match: re.Match[str], line_start: int, line_end: int) -> _Mark:
    mark, start, end = match.group(), match.start(), match.end()
    before = text[start - 1] if start > line_start else " "
    after = text[end] if end < line_end else " "
    if mark in ("’’", "‘‘") and before.isalnum() and after.isalnum():
        return _Mark(start, end, True, False, False)
    is_double = mark in DOUBLE or len(mark) == 2
    opens = (before in BEFORE_OPENING) and not after.isspace()
    closes = (after in AFTER_CLOSING) and not before.isspace()
    if before == "=" or after == "=":  # an attribute of left-over markup
        return _Mark(start, end, is_double, False, closes)
    if is_double:
        if mark in ("“", "„", "«", "``", "‘‘"):
            opens, closes = not after.isspace() or not closes, False
            opens = opens or before in BEFORE_OPENING
        elif mark in ("”", "»"):
            opens, closes = opens and not closes and before == " ", True
        elif opens == closes:  # a mark with words or spaces on both sides: whichever is wanted
            opens = closes = not (before.isdigit() and after == " ")
            if before.isdigit() and after in AFTER_CLOSING:  # inches, or a closing mark after a figure
                closes = True
        return _Mark(start, end, True, opens, closes)
    if mark in ("‘", "‚", "`"):
        opens, closes = opens and (after.isalnum() or after in "([…"), False
    elif mark in ("’", "´"):
        opens = False
    else:
        opens = opens and not closes and (after.isalpha() or after in "([…")
    if opens and _is_elision(text, end):
        opens = False
    return _Mark(start, end, False, opens, closes)


ELISION = re.compile(r"(?:\d0s|em|til|cause|tis|twas|n|round|bout|ve|re|ll|s|d|m|t)\b(?!['’] )", re.IGNORECASE)


def _is_elision(text: str, start: int) -> bool:
    return ELISION.match(text, start) is not None


def _pair(text: str, marks: list[_Mark], line_start: int, line_end: int) -> list[Stretch]:
    closers_left = _closers_after(marks)
    found: list[Stretch] = []
    opening: _Mark | None = None
    depth = 0
    for number, mark in enumerate(marks):
        if opening is None:
            if mark.can_open and (mark.is_double or _single_closes(text, marks, number)):
                opening, depth = mark, 0
            continue
        if mark.is_double != opening.is_double:
            continue
        if mark.can_close:
            if depth and mark.is_double:
                depth -= 1
                continue
            if not mark.is_double and _is_possessive(text, marks, number):
                continue
            found.append(_stretch(text, opening, mark.start, mark.end, True))
            opening, depth = None, 0
        elif mark.can_open and mark.is_double:
            other_style = (text[mark.start] == '"') != (text[opening.start] == '"')
            if closers_left[number] >= depth + (1 if other_style and _opens_paragraph(text, opening, line_start) else 2):
                depth += 1
            else:  # the earlier opening mark has no partner
                if _opens_paragraph(text, opening, line_start):
                    found.append(_stretch(text, opening, mark.start, mark.start, False))
                opening, depth = mark, 0
    if opening is not None and opening.is_double:
        found.append(_stretch(text, opening, line_end, line_end, False))
    return [stretch for stretch in found if stretch.start < stretch.end]


def _closers_after(marks: list[_Mark]) -> list[int]:
    counts, count = [0] * len(marks), 0
    for number in range(len(marks) - 1, -1, -1):
        counts[number] = count
        if marks[number].is_double and marks[number].can_close:
            count += 1
    return counts


def _single_closes(text: str, marks: list[_Mark], number: int) -> bool:
    """Return whether a single opening mark has a closing partner before the next opening one: else it is an apostrophe."""
    for later in marks[number + 1 : number + 12]:
        if later.is_double:
            continue
        if later.can_close:
            return True
        if later.can_open:
            return False
    return False


def _is_possessive(text: str, marks: list[_Mark], number: int) -> bool:
    """Return whether a single closing mark after an s is a plural possessive: another closing mark follows before any opening one."""
    mark = marks[number]
    if text[mark.start - 1 : mark.start] != "s" or not re.match(r" [a-z]", text[mark.end : mark.end + 2]):
        return False
    for later in marks[number + 1 : number + 8]:
        if not later.is_double:
            return later.can_close and not later.can_open
    return False


def _opens_paragraph(text: str, mark: _Mark, line_start: int) -> bool:
    return not text[line_start : mark.start].strip()


def _stretch(text: str, opening: _Mark, end: int, outer_end: int, is_closed: bool) -> Stretch:
    start = opening.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end, opening.start, max(outer_end, end), is_closed, not opening.is_double)
