"""Find the articles that are worded alike, day by day: cosines of whole days at once, by the words that each has.

Only a first look: sums are rounded otherwise than by `wording.likeness`, which decides.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
# What rounding may take from a cosine or add to it.
ROUNDING = 1e-9
# Cosines held at a time.
MOST_AT_ONCE = 2_000_000
_UNASKED = -1  # a word that no asked article has


@dataclass(frozen=True, slots=True)
class _Wordings:
    """The telling words of some articles. `words`: numbers of words in ascending order, of each the `counts` many `places` of articles
    that have it, and its `shares` of them, from `starts` on."""

    articles: Sequence[str]
    words: Numbers
    starts: Numbers
    counts: Numbers
    places: Numbers
    shares: npt.NDArray[np.float64]


class Alike:
    """Articles by their telling words and days of publication."""

    def __init__(self, words: Mapping[str, Mapping[str, float]], published: Mapping[str, date | None], asked: Collection[str]) -> None:
        """`words` of each article, as `wording.telling_words` gives them; `asked` are those of which others alike are looked for."""
        self._words = words
        self._all = _by_day(words, published, words)
        self._asked = _by_day(asked, published, words)
        self._days = sorted(day for day in self._all if day is not None)
        found = chain.from_iterable(words[article_id] for articles in self._asked.values() for article_id in articles)
        self._numbers = {word: number for number, word in enumerate(dict.fromkeys(found))}

    def pairs(self, at_least: float, within: int) -> Iterator[tuple[str, str, float]]:
        """Yield each asked article with each other one whose wording is so much alike, and how much; published within so many days of
        it, or on an unknown day."""
        step = max(1, MOST_AT_ONCE // max(map(len, self._all.values()), default=1))
        wordings = lru_cache(maxsize=2 * within + 2)(lambda day: self._wordings(self._all[day]))
        for day, asked in sorted(self._asked.items(), key=lambda item: (item[0] is not None, str(item[0]))):
            for first in range(0, len(asked), step):
                some = self._wordings(asked[first : first + step])
                for near in self._near(day, within):
                    yield from _pairs(some, wordings(near), at_least - ROUNDING)

    def _near(self, day: date | None, within: int) -> list[date | None]:
        unknown: list[date | None] = [None] if None in self._all else []
        if day is None:
            return unknown + self._days
        first = bisect_left(self._days, day - timedelta(days=within))
        return unknown + self._days[first : bisect_right(self._days, day + timedelta(days=within))]

    def _wordings(self, articles: Sequence[str]) -> _Wordings:
        own = [self._words[article_id] for article_id in articles]
        counts = np.fromiter(map(len, own), np.int64)
        numbers = np.fromiter((self._numbers.get(word, _UNASKED) for words in own for word in words), np.int64)
        shares = np.fromiter((share for words in own for share in words.values()), np.float64)
        order = np.argsort(numbers, kind="stable")
        order = order[np.searchsorted(numbers[order], _UNASKED, side="right") :]
        found, starts, held = np.unique(numbers[order], return_index=True, return_counts=True)
        return _Wordings(articles, found, starts, held, np.repeat(np.arange(len(own)), counts)[order], shares[order])


def _by_day(
    articles: Collection[str], published: Mapping[str, date | None], words: Mapping[str, Mapping[str, float]]
) -> dict[date | None, list[str]]:
    """Return the articles that have words, by day, sorted."""
    found: dict[date | None, list[str]] = defaultdict(list)
    for article_id in sorted(articles):
        if words.get(article_id):
            found[published.get(article_id)].append(article_id)
    return dict(found)


def _pairs(some: _Wordings, others: _Wordings, at_least: float) -> Iterator[tuple[str, str, float]]:
    """Yield two different articles, one of either side, and their cosine, where it is so high."""
    _, one, other = np.intersect1d(some.words, others.words, assume_unique=True, return_indices=True)
    # Each article of the one side that has a word, with each of the other side that has it too.
    held = _stretches(some.starts[one], some.counts[one])
    starts, counts = np.repeat(others.starts[other], some.counts[one]), np.repeat(others.counts[other], some.counts[one])
    met = _stretches(starts, counts)
    width = len(others.articles)
    cells = np.repeat(some.places[held] * width, counts) + others.places[met]
    parts = np.repeat(some.shares[held], counts) * others.shares[met]
    sums = np.bincount(cells, weights=parts, minlength=len(some.articles) * width)
    for cell in np.flatnonzero(sums >= at_least).tolist():
        left, right = some.articles[cell // width], others.articles[cell % width]
        if left != right:
            yield left, right, float(sums[cell])


def _stretches(starts: Numbers, counts: Numbers) -> Numbers:
    """Return the numbers from each start on, as many as are counted."""
    ends = np.cumsum(counts)
    return np.repeat(starts - ends + counts, counts) + np.arange(ends[-1] if len(ends) else 0)
