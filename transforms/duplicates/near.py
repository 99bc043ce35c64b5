"""Find the articles that repeat an earlier one: candidates by bands of MinHash, decided on the wording itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from transforms.duplicates.signature import bands, shingles
from transforms.records import Article

# Copies follow their original within days; what stands again a year later (a boilerplate, an anniversary) is looked for no further.
COPY_DAYS = 60
_SAME = 0.6  # share of all runs of words that both have
_CONTAINED = 0.8  # share of the shorter one's runs that the longer has: a copy cut short
_SHORTEST = 40  # runs of words: a text shorter than this is contained in others by chance
_PLACES = 1 << 13  # bits that stand for a text's runs of words: articles have some 500 runs
_UNDATED = datetime.max.replace(tzinfo=UTC)


def near_duplicates(articles: Iterable[Article], known: Mapping[str, Sequence[int]] | None = None) -> dict[str, str]:
    """Return, for each article that repeats an earlier one, the earliest such article's id; both are `article_id`s.

    Earliest is by `published_at` (undated articles last), then by id, so that the order of the articles never matters. Two dated articles
    more than `COPY_DAYS` apart are not compared. `known`: bands by article id (see `bands`), which spares reading those texts for them."""
    ready = known or {}
    ordered = sorted({article.article_id: article for article in articles}.values(), key=_age)
    index: dict[int, list[int]] = defaultdict(list)
    originals: dict[str, str] = {}
    wordings: dict[int, _Wording] = {}

    def wording_of(place: int) -> _Wording:
        if place not in wordings:
            wordings[place] = _wording(ordered[place].text)
        return wordings[place]

    for place, article in enumerate(ordered):
        own = ready.get(article.article_id) or bands(article.text)
        candidates = sorted({found for bucket in own for found in index.get(bucket, ())})
        near = (found for found in candidates if _is_near(ordered[found], article))
        repeated = next((ordered[found].article_id for found in near if _is_repeated(wording_of(found), wording_of(place))), None)
        if repeated is not None:
            originals[article.article_id] = originals.get(repeated, repeated)
        for bucket in own:
            index[bucket].append(place)
    return originals


class _Wording(NamedTuple):
    """A text's runs of words, the bits that stand for them, and how many runs share a bit with another."""

    runs: set[str]
    bits: int
    doubled: int


def _wording(text: str) -> _Wording:
    runs = shingles(text)
    bits = 0
    for run in runs:
        bits |= 1 << hash(run) % _PLACES
    return _Wording(runs, bits, len(runs) - bits.bit_count())


def _is_repeated(left: _Wording, right: _Wording) -> bool:
    """Whether two texts share most of their wording, or the shorter one stands almost whole in the longer.

    Bits in common and doubled ones bound the runs in common, so that two texts with too few are told apart without comparing words."""
    in_both = (left.bits & right.bits).bit_count() + min(left.doubled, right.doubled)
    return _is_most(in_both, left, right) and _is_most(len(left.runs & right.runs), left, right)


def _is_most(shared: int, left: _Wording, right: _Wording) -> bool:
    """Whether so many runs in common are most of the wording of both, or almost all of a shorter text that is no mere phrase."""
    together, shorter = len(left.runs) + len(right.runs), min(len(left.runs), len(right.runs))
    return shared > 0 and (shared >= _SAME * (together - shared) or (shorter >= _SHORTEST and shared >= _CONTAINED * shorter))


def _is_near(one: Article, other: Article) -> bool:
    if one.published_at is None or other.published_at is None:
        return True
    return abs(one.published_at - other.published_at) <= timedelta(days=COPY_DAYS)


def _age(article: Article) -> tuple[datetime, str]:
    return (article.published_at or _UNDATED, article.article_id)
