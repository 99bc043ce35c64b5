"""Looking across articles: which mentions are one event, which names one actor, how claims relate."""

from transforms.resolve.neighbourhood import Neighbourhood
from transforms.resolve.prepare import Prepared, prepare
from transforms.resolve.resolve import Resolved, resolve, resolve_prepared
from transforms.resolve.rows import ArticleRows, article_rows, from_payload, to_payload

__all__ = [
    "ArticleRows",
    "Neighbourhood",
    "Prepared",
    "Resolved",
    "article_rows",
    "from_payload",
    "prepare",
    "resolve",
    "resolve_prepared",
    "to_payload",
]
