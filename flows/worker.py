"""What runs in a reading process: articles into the rows read from them.

One article that breaks a rule of ours is set aside with the reason; the batch goes on.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from functools import cache

from flows.unread import unread_article
from flows.work import fault_of
from transforms.annotate import annotate
from transforms.normalize.article import set_aside
from transforms.parse import ParsedArticle, load_parser, parse_articles
from transforms.records import Annotations, Article
from transforms.resolve import article_rows, to_payload

# Read first, so that all tables and models are there when the time of the first article begins.
FIRST_WORDS = "Rebels killed two soldiers near Goma on Monday, an official said."

# Objects made, less those gone, between two looks at the young.
GARBAGE_AFTER = 100_000
# Characters read between two looks at all: sentences and tokens name each other, and would stay for many batches, 30 MB of each.
CHARACTERS_AFTER = 400_000
READ: Counter[str] = Counter()


@cache
def prepare_annotating() -> None:
    """Load what `annotate_articles` needs, by reading one sentence. Raises what the parser's loading raises."""
    load_parser()
    annotate_articles([Article(article_id="", text=FIRST_WORDS, text_sha256="", raw_sha256="", raw_uri="")])
    # Sentences are small objects by the ten thousand: looked through for garbage seldom, and what is loaded by now never again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE_AFTER, 20, 20)


def annotate_articles(articles: list[Article]) -> list[str]:
    """Return each article's rows as payload, in order; the parser forgets the words that only these articles have."""
    with load_parser().memory_zone():
        payloads = [to_payload(article_rows(read)) for read in _annotated(articles)]
    _let_go(sum(len(article.text) for article in articles))
    return payloads


def _let_go(characters: int) -> None:
    """Free what was made of the last batches, when so much was read."""
    READ["characters"] += characters
    if READ["characters"] >= CHARACTERS_AFTER:
        READ.clear()
        gc.collect()


def _annotated(articles: list[Article]) -> Iterator[Annotations]:
    try:
        parsed = list(parse_articles(load_parser(), articles))
    except Exception:  # one text that the parser cannot take must not cost the others
        parsed = [one for article in articles for one in _parsed_alone(article)]
    by_id = {(one.article.article_id, one.article.text_sha256): one for one in parsed}
    for article in articles:
        one = by_id.get((article.article_id, article.text_sha256))
        yield _read(one) if one else unread_article(article, "the parser could not read it")


def _parsed_alone(article: Article) -> list[ParsedArticle]:
    try:
        return list(parse_articles(load_parser(), [article]))
    except Exception:  # as above
        return []


def _read(parsed: ParsedArticle) -> Annotations:
    try:
        read = annotate(parsed)
    except Exception as error:  # as above
        return unread_article(parsed.article, fault_of(error), len(parsed.sentences))
    values = tuple(set_aside(parsed.article))
    return (
        read if not values else Annotations(**{name: getattr(read, name) for name in read.__slots__} | {"rejects": read.rejects + values})
    )
