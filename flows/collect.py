"""Which articles of a run are new, which text of an article is current, and which version number each has.

Nothing here depends on the order in which records came: of several copies of one text the best described is kept, then the
first by address.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from transforms.records import Article
from transforms.resolve.row_shapes import Row, article_row

# What an article says of itself; where a copy came from, and what other stages add, is no reason to read it anew.
CONTENT = (
    "article_id", "external_id", "url", "publisher", "publisher_domain", "publisher_country_iso3", "title", "byline", "language",
    "published_at", "published_precision", "published_basis", "text_sha256", "origin", "extra",
)  # fmt: skip
EARLIEST = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Known:
    """The current version of an article in the warehouse."""

    version: int
    text_sha256: str
    fingerprint: str


@dataclass(slots=True)
class Collector:
    """Takes articles as they come, says which are new, and settles the versions at the end.

    `numbered` holds the versions that raw bytes had before a rebuild."""

    known: dict[str, Known]
    numbered: dict[tuple[str, str], int] = field(default_factory=dict)
    candidates: dict[str, dict[str, Article]] = field(default_factory=lambda: defaultdict(dict))
    unchanged: set[str] = field(default_factory=set)

    def add(self, article: Article) -> None:
        """Take one article; a copy that says the same is kept once."""
        mark = fingerprint(article_row(article, 1, None))
        stored = self.known.get(article.article_id)
        if stored is not None and stored.fingerprint == mark:
            self.unchanged.add(article.article_id)
            return
        other = self.candidates[article.article_id].get(mark)
        if other is None or _provenance(article) < _provenance(other):
            self.candidates[article.article_id][mark] = article

    def settled(self) -> list[tuple[Article, int, bool]]:
        """Return the articles to read with their versions and whether each is the current one, sorted by id and version."""
        found = []
        for article_id in sorted(self.candidates):
            stored = self.known.get(article_id)
            texts = _best_of_each_text(self.candidates[article_id].values())
            version = stored.version if stored else 0
            numbers = []
            for article in texts:
                if stored is None or article.text_sha256 != stored.text_sha256:
                    version += 1
                numbers.append(version)
            if all((article_id, article.raw_sha256) in self.numbered for article in texts):
                numbers = [self.numbered[article_id, article.raw_sha256] for article in texts]
            found += [(article, number, number == max(numbers)) for article, number in zip(texts, numbers, strict=True)]
        return found


def fingerprint(row: Row) -> str:
    """Return a hash of what a row of `articles` says of the article itself."""
    said = {name: row[name] for name in CONTENT}
    text = json.dumps(said, sort_keys=True, default=lambda moment: moment.astimezone(UTC).isoformat())
    return hashlib.sha256(text.encode()).hexdigest()


def _best_of_each_text(articles: Iterable[Article]) -> list[Article]:
    """Return one article a text, oldest text first; of two descriptions of one text the fuller one."""
    by_text: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_text[article.text_sha256].append(article)
    best = [max(same, key=_fullness) for same in by_text.values()]
    return sorted(best, key=lambda article: (article.fetched_at or EARLIEST, str(article.extra.get("modified_at")), article.text_sha256))


def _fullness(article: Article) -> tuple[int, int, str]:
    said = sum(value is not None for value in article_row(article, 1, None).values())
    return (article.published_at is not None, said, fingerprint(article_row(article, 1, None)))


def _provenance(article: Article) -> tuple[str, str, datetime]:
    return (article.raw_uri, article.raw_sha256, article.fetched_at or EARLIEST)
