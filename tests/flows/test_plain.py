from __future__ import annotations

import pytest

from flows.show.plain import printable


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("\x1b[31mTwo\x1b[2J killed\x07", "\ufffd[31mTwo\ufffd[2J killed\ufffd"),
        ("\x9b31mTwo", "\ufffd31mTwo"),
        ("Goma\u202eamoG", "Goma\ufffdamoG"),
        ("one\ttwo\nthree", "one\ttwo\nthree"),
        ("\ud800", "\ufffd"),
        ("Sarāvān, Тегеран, 喀布尔 😀", "Sarāvān, Тегеран, 喀布尔 😀"),
    ],
)
def test_nothing_moves_the_cursor(given: str, shown: str) -> None:
    assert printable(given) == shown
