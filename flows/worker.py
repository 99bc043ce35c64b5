"""What runs in a worker process: records into articles, articles into the rows read from them.

One article that breaks a rule of ours is set aside with the reason; the batch goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from transforms.annotate import annotate
from transforms.normalize import normalize, set_aside
from transforms.parse import ParsedArticle, load_parser, parse_articles
from transforms.records import Annotations, Article, RawRecord, Reject
from transforms.resolve import article_rows, to_payload


def normalize_records(records: list[RawRecord], today: date) -> list[Article | Reject]:
    """Return each record's article, or why there is none, in order."""
    return [_normalized(record, today) for record in records]


def _normalized(record: RawRecord, today: date) -> Article | Reject:
    try:
        return normalize(record, today)
    except Exception as error:  # foreign text finds what tests did not
        return Reject(stage="normalize", reason=_fault(error), raw_uri=record.raw_uri)


def annotate_articles(articles: list[Article]) -> list[str]:
    """Return each article's rows as payload, in order."""
    return [to_payload(article_rows(read)) for read in _annotated(articles)]


def _annotated(articles: list[Article]) -> Iterator[Annotations]:
    try:
        parsed = list(parse_articles(load_parser(), articles))
    except Exception:  # one text that the parser cannot take must not cost the others
        parsed = [one for article in articles for one in _parsed_alone(article)]
    by_id = {(one.article.article_id, one.article.text_sha256): one for one in parsed}
    for article in articles:
        one = by_id.get((article.article_id, article.text_sha256))
        yield _read(one) if one else _unread(article, "the parser could not read it", 0)


def _parsed_alone(article: Article) -> list[ParsedArticle]:
    try:
        return list(parse_articles(load_parser(), [article]))
    except Exception:  # as above
        return []


def _read(parsed: ParsedArticle) -> Annotations:
    try:
        read = annotate(parsed)
    except Exception as error:  # as above
        return _unread(parsed.article, _fault(error), len(parsed.sentences))
    values = tuple(set_aside(parsed.article))
    return (
        read if not values else Annotations(**{name: getattr(read, name) for name in read.__slots__} | {"rejects": read.rejects + values})
    )


def _unread(article: Article, reason: str, sentence_count: int) -> Annotations:
    rejected = Reject(stage="annotate", reason=reason, article_id=article.article_id, raw_uri=article.raw_uri)
    return Annotations(article=article, sentence_count=sentence_count, rejects=(rejected, *set_aside(article)))


def _fault(error: Exception) -> str:
    """Return a reason that a developer can follow: what was raised, and in which file and line of ours."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else "?"
    return f"internal error: {type(error).__name__}: {error} ({where}); please report it with the article"
