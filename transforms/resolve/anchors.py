"""What an event's mentions name, told together, by which a mention of another story may be tied to it: place, day, toll, or both sides.

A look before the comparison with each mention: most events of the same days and the same country have nothing of it in common.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from transforms.resolve.daily import EXCHANGE_DAYS, FORCEFUL
from transforms.resolve.lineage import Lineage
from transforms.resolve.nearness import points_of_places
from transforms.resolve.profile import Profile, Row
from transforms.resolve.sides import is_one_side


@dataclass(slots=True)
class Anchors:
    """`articles` that tell the event; `tolls`, `names` of places no gazetteer has, and the other `places` by id; first and last day of
    those dated; who is named on either side, and the days of publication where both sides are."""

    articles: set[str] = field(default_factory=set)
    tolls: set[tuple[str, int]] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    places: dict[str, Row] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    has_weekday: bool = False
    sources: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    has_sides_of_unknown_day: bool = False
    published_first: date = date.max
    published_last: date = date.min

    def add(self, item: Profile) -> None:
        """Take in what a mention names."""
        self.articles.add(item.article_id)
        self.tolls |= item.tolls
        if item.place_name is not None:
            self.names.add(item.place_name)
        if item.place is not None:
            self.places[item.place["place_id"]] = item.place
        if item.date_start is not None:
            self.first = item.date_start if self.first is None else min(self.first, item.date_start)
            self.last = max(self.last or date.min, item.date_end or date.max)
        self.has_weekday = self.has_weekday or item.weekday is not None
        if item.sources and item.targets:
            self.sources |= item.sources
            self.targets |= item.targets
            self.has_sides_of_unknown_day = self.has_sides_of_unknown_day or item.published is None
            self.published_first = min(self.published_first, item.published or date.max)
            self.published_last = max(self.published_last, item.published or date.min)

    def can_hold(self, item: Profile, lineage: Lineage) -> bool:
        """Whether an agreement of the mention with one of the event may be anchored (`compatibility.agreement`), story aside."""
        return (
            item.layer == "general"
            or not self.tolls.isdisjoint(item.tolls)
            or self._is_of_its_days(item)
            or self._is_near(item)
            or self._is_of_its_sides(item, lineage)
        )

    def _is_near(self, item: Profile) -> bool:
        if item.place_name is not None and item.place_name in self.names:
            return True
        return item.place is not None and any((points_of_places(item.place, place) or 0.0) >= 1.0 for place in self.places.values())

    def _is_of_its_days(self, item: Profile) -> bool:
        if item.date_start is None:
            return item.weekday is not None and self.first is not None
        if self.has_weekday:
            return True
        return (
            self.first is not None and self.last is not None and item.date_start <= self.last and self.first <= (item.date_end or date.max)
        )

    def _is_of_its_sides(self, item: Profile, lineage: Lineage) -> bool:
        """Whether both name the same two sides, and the kind of deed and the days of the news are such that two acts between them may be
        one."""
        if not (self.sources and item.sources and item.targets):
            return False
        if item.published is not None and not self.has_sides_of_unknown_day:
            days = timedelta(days=EXCHANGE_DAYS)
            if item.event_type in FORCEFUL or not self.published_first - days <= item.published <= self.published_last + days:
                return False
        return is_one_side(self.sources, item.sources, lineage) and is_one_side(self.targets, item.targets, lineage)
