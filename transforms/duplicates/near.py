"""Find the articles that repeat an earlier one: candidates by MinHash, decided on the wording itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from datasketch import MinHashLSH

from transforms.duplicates.signature import PERMUTATIONS, shingles, signature, sketch_of
from transforms.records import Article

_CANDIDATE = 0.3  # estimated Jaccard at which a pair is looked at: an agency's story cut to a third still passes
_SAME = 0.6  # share of all runs of words that both have
_CONTAINED = 0.8  # share of the shorter one's runs that the longer has: a copy cut short
_SHORTEST = 40  # runs of words: a text shorter than this is contained in others by chance
_UNDATED = datetime.max.replace(tzinfo=UTC)


def near_duplicates(articles: Iterable[Article], signatures: Mapping[str, bytes] | None = None) -> dict[str, str]:
    """Return, for each article that repeats an earlier one, the earliest such article's id; both are `article_id`s.

    Earliest is by `published_at` (undated articles last), then by id, so that the order of the articles never matters.
    `signatures`: stored ones by article id (see `signature`), which spares reading those texts again."""
    known = dict(signatures or {})
    ordered = sorted({article.article_id: article for article in articles}.values(), key=_age)
    index = MinHashLSH(threshold=_CANDIDATE, num_perm=PERMUTATIONS)
    texts: dict[str, str] = {}
    originals: dict[str, str] = {}
    rank: dict[str, int] = {}
    for place, article in enumerate(ordered):
        sketch = sketch_of(known.get(article.article_id) or signature(article.text))
        candidates = sorted((str(found) for found in index.query(sketch)), key=rank.__getitem__)
        repeated = next((found for found in candidates if is_repeated(texts[found], article.text)), None)
        if repeated is not None:
            originals[article.article_id] = originals.get(repeated, repeated)
        rank[article.article_id] = place
        texts[article.article_id] = article.text
        index.insert(article.article_id, sketch, check_duplication=False)
    return originals


def is_repeated(one: str, other: str) -> bool:
    """Whether two texts share most of their wording, or the shorter one stands almost whole in the longer."""
    left, right = shingles(one), shingles(other)
    shared = len(left & right)
    if shared == 0:
        return False
    shorter = min(len(left), len(right))
    return shared >= _SAME * len(left | right) or (shorter >= _SHORTEST and shared >= _CONTAINED * shorter)


def _age(article: Article) -> tuple[datetime, str]:
    return (article.published_at or _UNDATED, article.article_id)
