"""Looking across articles: which mentions are one event, which names one actor, how claims relate."""

from transforms.resolve.resolve import resolve
from transforms.resolve.rows import ArticleRows, article_rows, from_payload, to_payload

__all__ = ["ArticleRows", "article_rows", "from_payload", "resolve", "to_payload"]
