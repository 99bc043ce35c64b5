"""A first look before mentions are compared: how many of an event's contradict another by the day, the place or the doers alone.

Mentions of an event mostly name few days, places and doers, so each of these is looked at once for all that share it.
"""

from __future__ import annotations

from collections import Counter

from transforms.resolve.lineage import Lineage
from transforms.resolve.nearness import points_of_places
from transforms.resolve.profile import Ground, Profile, Row
from transforms.resolve.sides import side_agreement

_NO_WORDS: frozenset[str] = frozenset()


class Grounds:
    """What mentions name (`profile.Ground`), and how many name it."""

    def __init__(self) -> None:
        self._counts: Counter[Ground] = Counter()
        self._places: dict[str | None, Row] = {}

    def add(self, item: Profile) -> None:
        """Take in what a mention names."""
        self._counts[item.ground] += 1
        if item.place is not None:
            self._places[item.ground.place_id] = item.place

    def contradict(self, item: Profile, most: float, lineage: Lineage) -> bool:
        """Return whether more than `most` of these mentions contradict another one: `compatibility.agreement` is None for them."""
        return self._contradicting(item.ground, item.place, lineage) > most

    def contradict_all(self, others: Grounds, most: float, lineage: Lineage) -> bool:
        """Return whether more than `most` pairs, one of these mentions and one of the others, contradict each other."""
        found = 0
        for ground, count in self._counts.items():
            found += count * others._contradicting(ground, self._places.get(ground.place_id), lineage)
            if found > most:
                return True
        return False

    def _contradicting(self, ground: Ground, place: Row | None, lineage: Lineage) -> int:
        return sum(
            count
            for own, count in self._counts.items()
            if _are_two(ground, own, lineage)
            or (place is not None and own.place_id is not None and points_of_places(place, self._places[own.place_id]) is None)
        )


def _are_two(one: Ground, other: Ground, lineage: Lineage) -> bool:
    """Whether the days or the doers are two."""
    if one.days is not None and other.days is not None and (one.days[1] < other.days[0] or other.days[1] < one.days[0]):
        return True
    if not one.sources or not other.sources or one.sources is other.sources:
        return False
    return side_agreement(one.sources, other.sources, _NO_WORDS, _NO_WORDS, lineage) is None
