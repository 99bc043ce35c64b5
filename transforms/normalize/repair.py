"""Repair what encodings and editors do to text: mojibake, entities, invisible characters, odd line ends.

Curly quotes and dashes stay as the article wrote them; the parser gets plain ones later, character for character.
"""

from __future__ import annotations

import re
import unicodedata

import ftfy

_FTFY = ftfy.TextFixerConfig(uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False, normalization=None)
# Soft hyphens, zero-width characters, direction marks and byte order marks: they split words and hide names.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# What mojibake, entities and control characters show; plain accents and curly quotes alone need no repair.
_SUSPECT = re.compile("[\u0080-\u009fÂÃâãÅÐÑØÙï\ufffd]|&#?[a-zA-Z0-9]+;|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_OPENING_MARKS, _CLOSING_MARKS = re.compile(r"``|(?<![^\s(\[])''(?=\w)"), re.compile("''")  # how wire services type quotation marks
_MANY_BREAKS = re.compile(r"\n{3,}")


def repair(text: str) -> str:
    r"""Return the text repaired, in NFC, with `\n` line ends, single spaces, and no more than one empty line in a row."""
    if _SUSPECT.search(text):
        text = ftfy.fix_text(text, _FTFY)
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    if "``" in text or "''" in text:
        text = _CLOSING_MARKS.sub("”", _OPENING_MARKS.sub("“", text))
    lines = [_SPACES.sub(" ", line).strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return _MANY_BREAKS.sub("\n\n", "\n".join(lines)).strip()
