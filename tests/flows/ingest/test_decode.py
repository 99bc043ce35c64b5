from __future__ import annotations

import os
import random

import pytest

from flows.ingest.decode import decode

FRENCH = "L'armée a bombardé Kéréné, a déclaré le général à l'Élysée"
UKRAINIAN = "Внаслідок обстрілу Харкова загинули дві людини, повідомили в області"


@pytest.mark.parametrize(
    ("data", "declared", "is_html", "text"),
    [
        (FRENCH.encode(), None, False, FRENCH),
        (FRENCH.encode("latin-1"), None, False, FRENCH),
        (FRENCH.encode("utf-16"), None, False, FRENCH),
        (b"\xef\xbb\xbf" + FRENCH.encode(), None, False, FRENCH),
        (FRENCH.encode("utf-32"), None, False, FRENCH),
        ("“We struck”, he said".encode("cp1252"), None, False, "“We struck”, he said"),
        ("“We struck”".encode("cp1252"), "iso-8859-1", False, "“We struck”"),  # as browsers read that name
        (UKRAINIAN.encode("cp1251"), "windows-1251", False, UKRAINIAN),
        (b'<meta charset="windows-1251"><p>' + UKRAINIAN.encode("cp1251"), None, True, '<meta charset="windows-1251"><p>' + UKRAINIAN),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-u">' + UKRAINIAN.encode("koi8-u"), None, True,
         '<meta http-equiv="Content-Type" content="text/html; charset=koi8-u">' + UKRAINIAN),
        (FRENCH.encode(), "iso-8859-1", False, FRENCH),  # a server that is wrong about valid UTF-8
        (FRENCH.encode("latin-1"), "rot13", False, FRENCH),  # no charset at all
        (b"two\x00 killed", None, False, None),
        (b"%PDF-1.7 ...", None, False, None),
        (b"\x89PNG\r\n\x1a\n....", None, False, None),
        (b"", None, False, ""),
    ],
)  # fmt: skip
def test_bytes_to_text(data: bytes, declared: str | None, is_html: bool, text: str | None) -> None:
    assert decode(data, declared, is_html) == text


def test_random_bytes_are_no_text() -> None:
    chance = random.Random(7)
    for size in (200, 5000):
        assert decode(bytes(chance.randrange(256) for _ in range(size))) is None
    assert decode(os.urandom(4096)) is None


def test_cyrillic_without_a_declaration() -> None:
    assert decode((UKRAINIAN * 5).encode("cp1251")) == UKRAINIAN * 5
