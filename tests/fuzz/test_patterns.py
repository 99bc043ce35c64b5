"""No pattern of ours takes more than a moment for any text of an article's line: texts that make it try and try again are made here."""

from __future__ import annotations

import importlib
import re
import signal
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from types import FrameType

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for room in ("flows/ingest", "flows/fetch", "flows/report", "flows/show", "transforms")
    for path in (ROOT / room).rglob("*.py")
    if path.name != "__init__.py"
)
PIECES = (
    "9",
    "a",
    "A",
    " ",
    "a ",
    "A ",
    "9 ",
    "9,",
    "a-",
    ". ",
    "A. ",
    '"',
    "“",
    "(",
    "<",
    "–",
    "january ",
    "https://a",
    "a.",
    "\n",
    "é",
    "a, ",
)
STARTS = ("", "published ")
ENDS = ("", "\x00é")
TIMES = (30, 1500)
SECONDS = 1.5


class StuckError(Exception):
    """A pattern took too long."""


def stop(signal_number: int, frame: FrameType | None) -> None:
    raise StuckError


def patterns(module: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the patterns of a module by name, those in tuples and mappings too."""
    for name, value in vars(importlib.import_module(module)).items():
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list | frozenset) else (value,)
        for one in inner:
            if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                yield name, one


@pytest.mark.parametrize("module", MODULES)
def test_every_pattern_ends_soon(module: str) -> None:
    before = signal.signal(signal.SIGALRM, stop)
    try:
        for name, pattern in patterns(module):
            for times, start, piece, end in product(TIMES, STARTS, PIECES, ENDS):
                text = start + piece * times + end
                signal.setitimer(signal.ITIMER_REAL, SECONDS)
                try:
                    pattern.search(text)
                    pattern.fullmatch(text)
                except StuckError:
                    pytest.fail(f"{name} = {pattern.pattern[:80]!r} is stuck on {start!r} + {piece!r} * {times} + {end!r}")
                finally:
                    signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.signal(signal.SIGALRM, before)
