"""What stands for an article that could not be read: it is kept, with a reject that says why."""

from __future__ import annotations

from transforms.records import Annotations, Article, RawRecord, Reject


def unread_record(record: RawRecord, reason: str) -> Reject:
    """Return the reject of a record that gave no article."""
    return Reject(stage="normalize", reason=reason, raw_uri=record.raw_uri)


def unread_article(article: Article, reason: str, sentence_count: int = 0) -> Annotations:
    """Return the annotations of an article that could not be read: none, and why."""
    from transforms.normalize.article import set_aside

    rejected = Reject(stage="annotate", reason=reason, article_id=article.article_id, raw_uri=article.raw_uri)
    return Annotations(article=article, sentence_count=sentence_count, rejects=(rejected, *set_aside(article)))


def unread_payload(article: Article, reason: str) -> str:
    """Return the payload of an article that could not be read."""
    from transforms.resolve import article_rows, to_payload

    return to_payload(article_rows(unread_article(article, reason)))
