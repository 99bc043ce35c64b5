"""An event in the making: the mentions put together so far, and how many misread ones it bears."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from transforms.resolve.anchors import Anchors
from transforms.resolve.grounds import Grounds
from transforms.resolve.profile import Profile
from transforms.resolve.reach import reach

# One member in so many may be misread, and then contradicts what is right.
MEMBERS_A_SLIP = 6
# Members that something is compared with, the first ones, which say most: a long story is known by its beginning.
COMPARED = 40


@dataclass(slots=True)
class Cluster:
    """One event in the making. `is_known`: it was an event before this run, and stays one of its own."""

    members: list[Profile] = field(default_factory=list)
    is_known: bool = False
    first: date | None = date.max
    last: date | None = date.min
    anchors: Anchors = field(default_factory=Anchors)
    # Of the members that others are compared with.
    grounds: Grounds = field(default_factory=Grounds)
    _by_article: dict[str, list[Profile]] = field(default_factory=lambda: defaultdict(list))
    _uncompared: dict[str, list[Profile]] = field(default_factory=lambda: defaultdict(list))

    @property
    def articles(self) -> set[str]:
        """The articles that tell it."""
        return self.anchors.articles

    def add(self, item: Profile) -> None:
        """Take a mention in."""
        self._by_article[item.article_id].append(item)
        if len(self.members) >= COMPARED:
            self._uncompared[item.article_id].append(item)
        else:
            self.grounds.add(item)
        self.members.append(item)
        self.anchors.add(item)
        first, last = reach(item)
        self.first = None if first is None or self.first is None else min(first, self.first)
        self.last = None if last is None or self.last is None else max(last, self.last)

    def compared(self, article_id: str) -> list[Profile]:
        """Return the members that a mention of the article is compared with: the first ones, and its own article's."""
        return self.members[:COMPARED] + self._uncompared.get(article_id, [])

    def told_in(self, article_id: str) -> list[Profile]:
        """Return the members of one article."""
        return self._by_article.get(article_id, [])

    def is_in_reach(self, first: date | None, last: date | None) -> bool:
        """Whether mentions of other articles, of that reach, can be of the event: if not, they contradict every member."""
        return not (first and self.last and self.last < first) and not (last and self.first and self.first > last)
