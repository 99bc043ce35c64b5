"""Fixtures shared by all rooms: the parser, and a short way from a sentence to a parsed article."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from spacy.language import Language

from transforms.parse import ParsedArticle, load_parser, parse_articles
from transforms.records import Article


@pytest.fixture(scope="session")
def parser() -> Language:
    return load_parser()


@pytest.fixture(scope="session")
def read(parser: Language) -> Callable[..., ParsedArticle]:
    """Return a function from a text (and a publication day) to a parsed article."""

    def parse(text: str, published: str | None = None, **fields: object) -> ParsedArticle:
        day = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
        article = Article(
            article_id="article_test", text=text, text_sha256="0", raw_sha256="0", raw_uri="test.txt", published_at=day, **fields
        )
        return next(parse_articles(parser, [article]))

    return parse
