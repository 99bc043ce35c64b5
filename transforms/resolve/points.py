"""What speaks for two mentions being one event, and when it is enough.

Points, not probabilities: they order candidates and meet one threshold.
"""

from __future__ import annotations

from typing import NamedTuple

# Two different facts must agree, one of them strongly; within one article the narrative itself is evidence.
THRESHOLD_ACROSS = 5.0
THRESHOLD_WITHIN = 4.0
# The same number of people harmed, in the same way; a number that is neither small nor round is hardly chance.
SAME_TOLL = 1.5
SAME_ODD_TOLL = 2.5
SMALL = 10
# One man shot in one story is hardly the one man shot in another that is worded alike.
ONE_ALIKE = 0.5


class Agreement(NamedTuple):
    """Points for, and the number of independent facts (source, target, place, day) that agree. An overlap of weeks or months counts
    points, but is no fact: most things of one month are not one event. `is_anchored`: the place, the day, the story or the toll
    agree; two forces that fight each other all year meet in many events. `is_grounded`: the place or the day agree. `is_held`: these,
    a known side or the toll agree, or nothing in the two texts around puts them apart: like words in like articles are then no sign."""

    points: float
    facts: int
    is_anchored: bool
    is_grounded: bool
    is_held: bool
    # What each of source, target, place, day, story, toll and kind of deed says.
    parts: tuple[float, ...]

    @property
    def has_day(self) -> bool:
        """Whether the day is one of the facts that agree."""
        return self.parts[3] >= 1.0

    @property
    def is_alike(self) -> bool:
        """Whether the kind of deed is one of the facts that agree."""
        return self.parts[-1] >= 1.0


def is_enough(found: Agreement, is_one_story: bool) -> bool:
    """Whether the agreement makes two mentions of one article, or of two articles on one story, or of any two articles one event."""
    if is_one_story:
        return found.facts >= (2 if found.is_held else 3) and found.points >= THRESHOLD_WITHIN
    return found.facts >= 2 and found.is_anchored and found.points >= THRESHOLD_ACROSS


def points_of_tolls(same: frozenset[tuple[str, int]], is_one_story: bool) -> float:
    """Return what the numbers of people harmed that two mentions share (outcome and number) say for one event. `is_one_story`: of one
    article, or of two that have rare names in common."""
    if any(count > SMALL and count % 5 for _, count in same):
        return SAME_ODD_TOLL
    if not same:
        return 0.0
    return SAME_TOLL if is_one_story or any(count > 1 for _, count in same) else ONE_ALIKE
