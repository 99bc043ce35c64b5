"""At what time of the day do two mentions stand? "Tuesday morning" and "Tuesday night" are two shootings of one day."""

from __future__ import annotations

import re
from functools import lru_cache

# The first and the last hour.
Hours = tuple[float, float]
CLOCK = re.compile(r"\b(?P<hour>1?\d)(?::(?P<minute>\d\d))? ?(?P<half>[ap])\.? ?m\b", re.IGNORECASE)
# What a report's clock may be off by: when shots were heard, when police came.
OFF = 1.0
PARTS: tuple[tuple[re.Pattern[str], Hours], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), hours)
    for words, hours in (
        ("morning|dawn|predawn", (0.0, 12.0)),
        ("noon|midday", (11.0, 14.0)),
        ("afternoon", (12.0, 17.5)),
        ("evening", (16.0, 24.0)),
        ("night|tonight", (18.0, 24.0)),
        ("early", (0.0, 10.0)),
        ("late", (17.0, 24.0)),
    )
)
# Of no time of its own: a night has two days.
OVER_NIGHT = re.compile(r"\b(?:overnight|last night|midnight|until|through|since)\b", re.IGNORECASE)


def are_other_hours(left: str | None, right: str | None) -> bool:
    """Whether two texts, each with a time of one and the same day, name times that are none."""
    one, other = hours_of(left or ""), hours_of(right or "")
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


@lru_cache(maxsize=20_000)  # asked of each two mentions that are compared
def hours_of(text: str) -> Hours | None:
    """Return the hours that a text names ("around 4:30 p.m. Friday", "Friday afternoon"), None of none."""
    if OVER_NIGHT.search(text) is not None:
        return None
    clock = CLOCK.search(text)
    if clock is not None:
        hour = int(clock["hour"]) % 12 + 12 * (clock["half"].lower() == "p") + int(clock["minute"] or 0) / 60
        return hour - OFF, hour + OFF
    return next((hours for word, hours in PARTS if word.search(text) is not None), None)
