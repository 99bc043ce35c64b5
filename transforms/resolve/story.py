"""Do two articles tell one story? Rare names that both carry, and like wording, are evidence beside the sides, place and day of an event.

A person who was found in few articles says much (a suspect, a victim); a town, an organisation or an official says a little; states,
capitals and curated actors, which stand in all news of a conflict, say nothing. Like wording marks one story only among the articles of
a few days: an agency reports the next week's fighting in the same words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from transforms.resolve.marks import Marks, marks_of
from transforms.resolve.rows import ArticleRows
from transforms.resolve.wording import likeness

# A name that more articles carry than this is no mark of one story.
MOST_ARTICLES = 40
# What two articles must share to tell one story, and what that is worth beside the facts of an event.
ENOUGH = 1.5
SAME_STORY = 3.0
STORY_DAYS = 30
# What wording tells: no pair in a hundred of two stories of one kind is as alike as `ALIKE`, one in three of one story is; with a rare
# name in common less will do (ECB+: two unrelated stories of one kind in each of ten topics).
ALIKE = 0.45
ALIKE_WITH_A_NAME = 0.3
WORDING_DAYS = 2


class Stories:
    """Which articles tell one story, by their marks, their days of publication, and in how many articles each name stands."""

    def __init__(self, marks: Mapping[str, Marks], published: Mapping[str, date | None], counts: Mapping[str, int]) -> None:
        self._marks = marks
        self._published = published
        self._counts = counts
        self._shared: dict[tuple[str, str], float] = {}
        self._by_key: dict[tuple[str, date | None], list[str]] = defaultdict(list)
        for article_id in sorted(marks):
            for key in marks[article_id].keys:
                self._by_key[key, published.get(article_id)].append(article_id)
        self._days = sorted({day for day in published.values() if day is not None})
        self._related: dict[str, list[str]] = {}

    def shared(self, one: str, other: str) -> float:
        """Return `SAME_STORY` for two articles that tell one story, 0 for others."""
        key = (one, other) if one <= other else (other, one)
        if key not in self._shared:
            self._shared[key] = SAME_STORY if self._is_one(*key) else 0.0
        return self._shared[key]

    def related(self, article_id: str) -> list[str]:
        """Return the other articles that tell the story of this one, sorted."""
        if article_id not in self._related:
            marks = self._marks.get(article_id)
            near: set[str] = set()
            for key in marks.keys if marks else []:
                if self._counts.get(key, 0) <= MOST_ARTICLES:
                    for day in self._days_near(article_id, STORY_DAYS if marks and key in marks.names else WORDING_DAYS):
                        near.update(self._by_key.get((key, day), ()))
            self._related[article_id] = [other for other in sorted(near - {article_id}) if self.shared(article_id, other)]
        return self._related[article_id]

    def _days_near(self, article_id: str, within: int) -> list[date | None]:
        """Return the days on which articles that tell the story may have been published; None stands for an unknown one."""
        day = self._published.get(article_id)
        if day is None:
            return [None, *self._days]
        first = bisect_left(self._days, day - timedelta(days=within))
        return [None, *self._days[first : bisect_right(self._days, day + timedelta(days=within))]]

    def _is_one(self, one: str, other: str) -> bool:
        left, right = self._marks.get(one), self._marks.get(other)
        if left is None or right is None:
            return False
        first, second = self._published.get(one), self._published.get(other)
        apart = abs(first - second).days if first and second else 0
        if apart > STORY_DAYS:
            return False
        rare = [name for name in left.names.keys() & right.names.keys() if self._counts.get(name, 0) <= MOST_ARTICLES]
        weight = sum(left.names[name] for name in rare)
        if weight >= ENOUGH or apart > WORDING_DAYS:
            return weight >= ENOUGH
        if not weight and left.regions and right.regions and left.regions.isdisjoint(right.regions):
            return False
        return likeness(left.words, right.words) >= (ALIKE_WITH_A_NAME if weight else ALIKE)


def stories(articles: Iterable[ArticleRows]) -> Stories:
    """Return the stories that some articles tell, where these are all articles there are."""
    read = {article.article["article_id"]: article for article in articles}
    marks = {article_id: marks_of(article) for article_id, article in read.items()}
    published = {article_id: article.article["published_at"] for article_id, article in read.items()}
    counts = Counter(name for own in marks.values() for name in own.names)
    return Stories(marks, {article_id: at.date() if at else None for article_id, at in published.items()}, counts)
