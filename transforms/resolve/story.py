"""Do two articles tell one story? Rare names that both carry are evidence beside the sides, place and day of an event.

A person or organisation that was found in few articles says much (a suspect, a victim, a ship); a town says a little; states, capitals and
curated actors, which stand in all news of a conflict, say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from transforms.resolve.rows import ArticleRows

# A name that more articles carry than this, and than this share of all, is no mark of one story.
MOST_ARTICLES = 40
MOST_SHARE = 0.02
FOUND_NAME = 1.0
# Officials speak in many stories of one region.
OFFICIAL = 0.5
PLACE_NAME = 0.5
KINDS = frozenset({"person", "other", "ngo", "party", "armed_group"})
# What two articles must share to tell one story, and what that is worth beside the facts of an event.
ENOUGH = 1.5
SAME_STORY = 3.0
STORY_DAYS = 30
FINE = frozenset({"point", "city", "admin2"})


class Stories:
    """The rare names of each article, by which any two articles can be compared."""

    def __init__(self, names: Mapping[str, Mapping[str, float]], published: Mapping[str, date | None]) -> None:
        self.names = names
        self._published = published
        self._shared: dict[tuple[str, str], float] = {}

    def shared(self, one: str, other: str) -> float:
        """Return `SAME_STORY` for two articles that share rare names enough, 0 for others and those that lie weeks apart."""
        key = (one, other) if one <= other else (other, one)
        if key not in self._shared:
            self._shared[key] = self._compare(*key)
        return self._shared[key]

    def _compare(self, one: str, other: str) -> float:
        first, second = self._published.get(one), self._published.get(other)
        if first and second and abs(first - second) > timedelta(days=STORY_DAYS):
            return 0.0
        left, right = self.names.get(one, {}), self.names.get(other, {})
        weight = sum(left[name] for name in left.keys() & right.keys())
        return SAME_STORY if weight >= ENOUGH else 0.0


def stories(articles: Iterable[ArticleRows]) -> Stories:
    """Return the rare names of all articles: found actors, places finer than a province, and places that no gazetteer has."""
    names: dict[str, dict[str, float]] = {}
    published: dict[str, date | None] = {}
    for article in articles:
        article_id = article.article["article_id"]
        names[article_id] = article_names(article)
        at = article.article["published_at"]
        published[article_id] = at.date() if at else None
    counts = Counter(name for own in names.values() for name in own)
    return rare_stories(names, published, counts, len(names))


def article_names(article: ArticleRows) -> dict[str, float]:
    """Return the names of one article that may mark a story, each with its weight, rare or not."""
    mentioned = {row["actor_id"] for row in article.actor_mentions}
    placed = {row["place_id"] for row in article.place_mentions if not row["is_demonym"]}
    found = {
        row["actor_id"]: OFFICIAL if row["role"] else FOUND_NAME
        for row in article.actors
        if not row["is_curated"] and row["kind"] in KINDS and row["actor_id"] in mentioned
    }
    fine = (row["place_id"] for row in article.places if row["precision"] in FINE and row["place_id"] in placed)
    unlisted = {row["evidence"].lower() for row in article.place_mentions if row["place_id"] is None and not row["is_demonym"]}
    return found | dict.fromkeys(fine, PLACE_NAME) | dict.fromkeys(sorted(unlisted), PLACE_NAME)


def rare_stories(
    names: Mapping[str, Mapping[str, float]], published: Mapping[str, date | None], counts: Mapping[str, int], article_count: int
) -> Stories:
    """Return the stories of articles whose names are given, when `counts` of `article_count` articles carry each name."""
    most = max(MOST_ARTICLES, MOST_SHARE * article_count)
    rare = {article_id: {name: weight for name, weight in own.items() if counts[name] <= most} for article_id, own in names.items()}
    return Stories(rare, published)
