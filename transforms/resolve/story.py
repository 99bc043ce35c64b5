"""Do two articles tell one story? Rare names that both carry, and like wording, are evidence beside the sides, place and day of an event.

A person who was found in few articles says much (a suspect, a victim); a town, an organisation or an official says a little; states,
capitals and curated actors, which stand in all news of a conflict, say nothing. Like wording marks one story only among the articles of
a few days: an agency reports the next week's fighting in the same words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from datetime import date
from itertools import pairwise

from transforms.resolve.alike import Alike
from transforms.resolve.marks import PERSON, Marks, marks_of
from transforms.resolve.rows import ArticleRows
from transforms.resolve.wording import likeness

# A name that more articles carry than this is no mark of one story.
MOST_ARTICLES = 40
# What two articles must share to tell one story, and what that is worth beside the facts of an event.
ENOUGH = 1.5
SAME_STORY = 3.2
# What like wording is worth, and what is less alike, or names nobody: a desk tells each shooting in the words of the last one.
LIKE_WORDING, SOME_LIKE_WORDING = 3.0, 2.0
STORY_DAYS = 30
# What wording tells: no pair in a hundred of two stories of one kind is as alike as `ALIKE`, one in three of one story is; with a rare
# name in common less will do (ECB+: two unrelated stories of one kind in each of ten topics).
ALIKE = 0.45
ALIKE_WITH_A_NAME = 0.3
# What is worded so much alike needs no name in common to be worth as much.
MUCH_ALIKE = 0.55
WORDING_DAYS = 2
# Wording that comes back at so many times is that of a form, such as a daily bulletin's.
FORMULA_TIMES = 4
_NOBODY: frozenset[str] = frozenset()


class Stories:
    """Which articles tell one story, by their marks, their days of publication, and in how many articles each name stands.

    `asked`: the articles whose stories are asked for, all when not given; two others are compared each time."""

    def __init__(
        self,
        marks: Mapping[str, Marks],
        published: Mapping[str, date | None],
        counts: Mapping[str, int],
        asked: Collection[str] | None = None,
    ) -> None:
        self._marks = marks
        self._published = published
        self._counts = counts
        self._asked = marks.keys() if asked is None else marks.keys() & set(asked)
        # The articles that tell the story of each asked one, and those among them that have none of its keys.
        self._told: dict[str, set[str]] = {}
        self._keyless: dict[str, set[str]] = {}
        # What each two articles of one story that were asked for share.
        self._worths: dict[tuple[str, str], float] = {}
        # Articles of no known day whose wording is that of the news of many days.
        self._formulas: set[str] = set()
        self._find_named()
        self._find_worded()

    def shared(self, one: str, other: str) -> float:
        """Return what two articles that tell one story share, 0 for others: `SAME_STORY` for a person by a rare name and more,
        `LIKE_WORDING` or `SOME_LIKE_WORDING` for what is only worded alike or names nobody."""
        if one in self._asked:
            is_one = other in self._told.get(one, ())
        elif other in self._asked:
            is_one = one in self._told.get(other, ())
        else:
            is_one = self._is_one(one, other)
        if not is_one:
            return 0.0
        pair = (min(one, other), max(one, other))
        if pair not in self._worths:
            self._worths[pair] = self._worth(*pair)
        return self._worths[pair]

    def is_told_in(self, article_id: str, others: Set[str]) -> bool:
        """Return whether one of the others tells the story of an asked article."""
        return not self._told.get(article_id, _NOBODY).isdisjoint(others)

    def told(self, article_id: str) -> Set[str]:
        """Return the other articles that tell the story of an asked one."""
        return self._told.get(article_id, _NOBODY)

    def related(self, article_id: str) -> list[str]:
        """Return the other articles that tell the story of an asked one and have one of its keys, sorted."""
        return sorted(self._told.get(article_id, set()) - self._keyless.get(article_id, set()))

    def _find_named(self) -> None:
        """Find the stories told by rare names."""
        carriers: dict[str, list[str]] = defaultdict(list)
        for article_id, marks in self._marks.items():
            for name in self._rare(marks.names):
                carriers[name].append(article_id)
        for article_id in self._asked:
            names = self._rare(self._marks[article_id].names)
            # Each name is worth `PERSON` at most.
            near = Counter(other for name in names for other in carriers[name])
            told = {other for other, count in near.items() if count * PERSON >= ENOUGH and other != article_id}
            told = {other for other in told if self._is_one(article_id, other)}
            if told:
                self._told[article_id] = told

    def _find_worded(self) -> None:
        """Find the stories told by like wording."""
        words = {article_id: marks.words for article_id, marks in self._marks.items()}
        alike = [(one, other) for one, other, _ in Alike(words, self._published, self._asked).pairs(ALIKE_WITH_A_NAME, WORDING_DAYS)]
        self._find_formulas(alike)
        for one, other in alike:
            if other not in self._told.get(one, ()) and self._is_one(one, other):
                self._told.setdefault(one, set()).add(other)
                if not any(self._rare(set(self._marks[one].keys) & set(self._marks[other].keys))):
                    self._keyless.setdefault(one, set()).add(other)

    def _find_formulas(self, alike: Iterable[tuple[str, str]]) -> None:
        """Find the articles of no known day that are worded like the news of several: a release or bulletin that repeats its wording."""
        days: dict[str, set[date]] = defaultdict(set)
        for one, other in alike:
            for undated, dated in ((one, other), (other, one)):
                if self._published.get(undated) is None and (day := self._published.get(dated)) is not None:
                    days[undated].add(day)
        self._formulas = {article_id for article_id, of in days.items() if _times(of) >= FORMULA_TIMES}

    def _rare(self, names: Iterable[str]) -> list[str]:
        return [name for name in names if self._counts.get(name, 0) <= MOST_ARTICLES]

    def _worth(self, one: str, other: str) -> float:
        weight, has_person = self._weight(one, other)
        if weight >= ENOUGH:
            return SAME_STORY if has_person else LIKE_WORDING
        return LIKE_WORDING if self._likeness(one, other) >= (ALIKE if weight else MUCH_ALIKE) else SOME_LIKE_WORDING

    def _weight(self, one: str, other: str) -> tuple[float, bool]:
        """Return what the rare names that two articles share weigh, and whether one of them is a person's."""
        left, right = self._marks[min(one, other)].names, self._marks[max(one, other)].names
        weights = [left[name] for name in self._rare(sorted(left.keys() & right.keys()))]
        return sum(weights), PERSON in weights

    def _likeness(self, one: str, other: str) -> float:
        return likeness(self._marks[min(one, other)].words, self._marks[max(one, other)].words)

    def _is_one(self, one: str, other: str) -> bool:
        left, right = self._marks.get(min(one, other)), self._marks.get(max(one, other))
        if left is None or right is None:
            return False
        first, second = self._published.get(one), self._published.get(other)
        apart = abs(first - second).days if first and second else 0
        if apart > STORY_DAYS:
            return False
        weight, _ = self._weight(one, other)
        if weight >= ENOUGH or apart > WORDING_DAYS:
            return weight >= ENOUGH
        if not self._formulas.isdisjoint((one, other)):
            return False
        if not weight and left.regions and right.regions and left.regions.isdisjoint(right.regions):
            return False
        return self._likeness(one, other) >= (ALIKE_WITH_A_NAME if weight else ALIKE)


def _times(days: Set[date]) -> int:
    """Return how many times days are of, each further from the one before than a story lasts."""
    ordered = sorted(days)
    return 1 + sum((later - earlier).days > STORY_DAYS for earlier, later in pairwise(ordered))


def stories(articles: Iterable[ArticleRows]) -> Stories:
    """Return the stories that some articles tell, where these are all articles there are."""
    read = {article.article["article_id"]: article for article in articles}
    marks = {article_id: marks_of(article) for article_id, article in read.items()}
    published = {article_id: article.article["published_at"] for article_id, article in read.items()}
    counts = Counter(name for own in marks.values() for name in own.names)
    return Stories(marks, {article_id: at.date() if at else None for article_id, at in published.items()}, counts)
