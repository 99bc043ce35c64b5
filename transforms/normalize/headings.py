"""Part a heading that was glued to the sentence before it ("... retaliation.A Chain Reaction: The Answer")."""

from __future__ import annotations

import re

from transforms.normalize.lines import Line, fold, is_title_case

_GLUE = re.compile(
    r"(?<=[a-z0-9)\]%][.?!])(?=[A-Z“\"‘][\w'’-]*[ ,:])|(?<=[.?!][”\"’)])(?=[A-Z][\w'’-]*[ ,:])|(?<=[A-Z]{3}\?)(?=[A-Z][a-z]+ )"
)
_LAST_WORD = re.compile(r"[\w.@/-]+$")
# Shortened titles and names that writers set without a space before the name ("Gen.Smith"), and parts of addresses.
_SHORTENED = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "adm",
        "sen",
        "rep",
        "gov",
        "st",
        "no",
        "prof",
        "rev",
        "hon",
        "jr",
        "sr",
        "inc",
        "ltd",
        "co",
        "corp",
        "vs",
        "etc",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
_HEADING_WORDS = 16
_SHORT_HEADING = 10  # words left at a line's end without a full stop are a heading in whatever case


def part_glued(line: Line, headings: tuple[str, ...] = ()) -> list[Line]:
    """Return the line parted where a heading is glued to a sentence; two glued sentences only get their space."""
    pieces = [piece for part in _at_known(line.text, headings) for piece in _at_glue(part)]
    result: list[Line] = []
    for index, piece in enumerate(pieces):
        ends_line = index == len(pieces) - 1 and len(pieces) > 1
        if result and not _is_heading(piece, headings, ends_line) and not _is_heading(result[-1].text, headings):
            result[-1] = Line(f"{result[-1].text} {piece}", result[-1].after_gap)
        else:
            result.append(Line(piece, line.after_gap and not result))
    return result


def _at_known(text: str, headings: tuple[str, ...]) -> list[str]:
    for heading in headings:
        at = text.find(heading)
        if at > 0 and not text[at - 1].isspace() and len(heading.split()) >= 2:
            after = text[at + len(heading) :].strip()
            return [text[:at].strip(), heading, *(_at_known(after, headings) if after else [])]
    return [text]


def _at_glue(text: str) -> list[str]:
    pieces, start = [], 0
    for match in _GLUE.finditer(text):
        word = _LAST_WORD.search(text[start : match.start()].rstrip('.?!”"’)'))
        before = word.group() if word else ""
        if before.lower() in _SHORTENED or "." in before or "@" in before or "/" in before:
            continue
        pieces.append(text[start : match.start()].strip())
        start = match.start()
    return [*pieces, text[start:].strip()]


def _is_heading(text: str, headings: tuple[str, ...], ends_line: bool = False) -> bool:
    if any(fold(text) == fold(heading) for heading in headings):
        return True
    words = len(text.split())
    if not 2 <= words <= _HEADING_WORDS or text[-1] in ".!,;”\"'":
        return False
    return is_title_case(text) or (ends_line and words <= _SHORT_HEADING)
