"""A process that reads for days keeps no word of what it has read."""

from __future__ import annotations

from itertools import islice

from flows.normalizing import normalize_records
from flows.worker import annotate_articles
from tests.bench.soak import TODAY, articles
from transforms.parse import load_parser
from transforms.records import Article


def test_new_words_are_forgotten() -> None:
    given = [one for one in normalize_records(list(islice(articles(), 24)), TODAY) if isinstance(one, Article)]
    first = annotate_articles(given[:8])
    known = len(load_parser().vocab.strings)
    annotate_articles(given[8:])
    assert len(load_parser().vocab.strings) == known
    assert annotate_articles(given[:8]) == first, "what is forgotten is read the same again"
    assert sum(payload.count('"evidence"') for payload in first) > 50
