"""From bytes to text: byte order marks, UTF-8, what the page or the server declares, then what the bytes look like."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"7z\xbc\xaf", b"PAR1", b"Rar!")
META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\ufffe\uffff]")

# Text encodings to Python, but no charsets of pages: they spell other texts, and Punycode takes the square of its length.
NO_CHARSETS = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"}

# The HTML standard reads these names as Windows-1252, because that is what such pages are written in.
WESTERN = {"iso8859-1", "ascii", "cp1252"}


def decode(data: bytes, declared: str | None = None, is_html: bool = False) -> str | None:
    """Return the text, or None when the bytes are not text at all. `declared` is the server's charset."""
    if data.startswith(MAGIC):
        return None
    for mark, marked in MARKS:
        if data.startswith(mark):
            return _text_or_none(data[len(mark) :] if marked == "utf-8" else data, marked)
    if b"\x1b$" not in data and b"\x1b(" not in data:  # else ISO-2022, which is ASCII to the eye
        try:
            return _without_controls(data.decode("utf-8"))
        except UnicodeDecodeError:
            pass
    meta = META_CHARSET.search(data, 0, 4096) if is_html else None
    for name in (declared, meta.group(1).decode("ascii") if meta else None):
        encoding = _known(name) if name else None
        if encoding and (text := _text_or_none(data, encoding)) is not None:
            return text
    if b"\x00" in data:
        return None
    return _text_or_none(data, _guessed(data), errors="replace")


def _known(name: str) -> str | None:
    """Return Python's name of a text encoding, or None. Codecs that are no charsets (rot13, zip) are not known."""
    try:
        info = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    return info.name if info._is_text_encoding and info.name not in NO_CHARSETS else None


def _text_or_none(data: bytes, encoding: str, errors: str = "strict") -> str | None:
    try:
        if encoding in WESTERN:
            # Bytes that Windows-1252 leaves open stand for the C1 controls of Latin-1, as in browsers.
            return _without_controls(data.decode("cp1252", errors="casus_latin1"))
        return _without_controls(data.decode(encoding, errors=errors))
    except (UnicodeDecodeError, UnicodeError):
        return None


def _guessed(data: bytes) -> str:
    """Return the likely single- or multi-byte encoding. Few high bytes among ASCII
    is a Western language; Cyrillic, Greek and Arabic have more than half."""
    sample = data[:65536]
    high = sum(byte > 127 for byte in sample)
    if high < 0.25 * len(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _without_controls(text: str) -> str | None:
    """Return the text, None when more than one character in a hundred is a control character; the odd one is dropped."""
    controls = len(CONTROL.findall(text))
    if controls > 0.01 * len(text):
        return None
    return CONTROL.sub("", text) if controls else text


def _latin1(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("casus_latin1", _latin1)
