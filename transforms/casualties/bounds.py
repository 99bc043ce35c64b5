"""Whether the numbers of two claims can be of the same people: how far apart they are, and whether one only bounds the other."""

from __future__ import annotations

from typing import Any

from transforms.casualties.voices import named, number_of

Row = dict[str, Any]
FAR = 10**9
# A bound and a number so near are of one; those so far from each other are rivals.
NEAR, RIVAL = 1.25, 1.5
# Two bounds so near are of one number.
EQUAL = 1.05


def factor(row: Row, other: Row) -> float:
    """Return how many times the smaller of two claims' numbers the larger is."""
    low, high = sorted((max(number_of(row) or 0, 1), max(number_of(other) or 0, 1)))
    return high / low


def bounds(row: Row, other: Row) -> bool:
    """Return whether one of two numbers only bounds the other, which is near: "at least 22" says nothing of "at least 60"."""
    near = NEAR if "exact" in (row["qualifier"], other["qualifier"]) else EQUAL
    return not apart(row, other) and factor(row, other) < near


def contradict(row: Row, other: Row) -> bool:
    """Return whether two numbers exclude each other, or two named claimants' bounds are not near ("at least 119", "at least 132")."""
    far = RIVAL if "exact" in (row["qualifier"], other["qualifier"]) else EQUAL
    return apart(row, other) or (None not in (named(row), named(other)) and factor(row, other) >= far)


def apart(row: Row, other: Row) -> bool:
    """Return whether the two numbers exclude each other: no number lies in both ranges."""
    low = max(row["count_low"] or 0, other["count_low"] or 0)
    high = min(row["count_high"] if row["count_high"] is not None else FAR, other["count_high"] if other["count_high"] is not None else FAR)
    return low > high
