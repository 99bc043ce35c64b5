"""Find the articles that repeat an earlier one: candidates by bands of MinHash, decided on the wording itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from transforms.duplicates.signature import bands, shingles
from transforms.records import Article

# Copies follow their original within days; what stands again a year later (a boilerplate, an anniversary) is looked for no further.
COPY_DAYS = 60
_SAME = 0.6  # share of all runs of words that both have
_CONTAINED = 0.8  # share of the shorter one's runs that the longer has: a copy cut short
_SHORTEST = 40  # runs of words: a text shorter than this is contained in others by chance
_UNDATED = datetime.max.replace(tzinfo=UTC)


def near_duplicates(articles: Iterable[Article], known: Mapping[str, Sequence[int]] | None = None) -> dict[str, str]:
    """Return, for each article that repeats an earlier one, the earliest such article's id; both are `article_id`s.

    Earliest is by `published_at` (undated articles last), then by id, so that the order of the articles never matters. Two dated articles
    more than `COPY_DAYS` apart are not compared. `known`: bands by article id (see `bands`), which spares reading those texts for them."""
    ready = known or {}
    ordered = sorted({article.article_id: article for article in articles}.values(), key=_age)
    index: dict[int, list[int]] = defaultdict(list)
    originals: dict[str, str] = {}
    runs: dict[int, set[str]] = {}

    def runs_of(place: int) -> set[str]:
        if place not in runs:
            runs[place] = shingles(ordered[place].text)
        return runs[place]

    for place, article in enumerate(ordered):
        own = ready.get(article.article_id) or bands(article.text)
        candidates = sorted({found for bucket in own for found in index.get(bucket, ())})
        near = (found for found in candidates if _is_near(ordered[found], article))
        repeated = next((ordered[found].article_id for found in near if _is_repeated(runs_of(found), runs_of(place))), None)
        if repeated is not None:
            originals[article.article_id] = originals.get(repeated, repeated)
        for bucket in own:
            index[bucket].append(place)
    return originals


def _is_repeated(left: set[str], right: set[str]) -> bool:
    """Whether two texts, as runs of words, share most of their wording, or the shorter one stands almost whole in the longer."""
    shared = len(left & right)
    if shared == 0:
        return False
    shorter = min(len(left), len(right))
    return shared >= _SAME * (len(left) + len(right) - shared) or (shorter >= _SHORTEST and shared >= _CONTAINED * shorter)


def _is_near(one: Article, other: Article) -> bool:
    if one.published_at is None or other.published_at is None:
        return True
    return abs(one.published_at - other.published_at) <= timedelta(days=COPY_DAYS)


def _age(article: Article) -> tuple[datetime, str]:
    return (article.published_at or _UNDATED, article.article_id)
