"""Whose day and place is it? "Hundreds marched in Bunia on Tuesday against the killing of priests" places the march, not the killing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# What leads from what is told to what it is about, at the end of which stands the noun of the deed.
CAUSE = re.compile(
    r"\b(?:against|over|after|following|about|(?:in|as) (?:response|retaliation|revenge|reprisal|retribution|protest|anger|condolence)"
    r" (?:to|for|at|over)|(?:to )?(?:protest|condemn|denounce|mourn|avenge)(?:ed|s|ing)?)"
    r"\s+(?:[\w'’-]+\s+){0,3}?(?:the|a|an|this|that|these|those|its|their|his|her)\s+(?:[\w'’.-]+\s+){0,3}$",
    re.IGNORECASE,
)


def is_of_another(row: Mapping[str, Any], text: str) -> bool:
    """Return whether a day or a place, in the words of a row of `event_mentions`, stands before the words that lead to the deed."""
    trigger = row["trigger_start"] - row["span_start"]
    at = row["evidence"].find(text)
    return 0 <= at < trigger and CAUSE.search(row["evidence"][at + len(text) : trigger]) is not None
