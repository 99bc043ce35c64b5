"""The two pieces of work that are done in reading processes: cleaning records, and reading articles."""

from __future__ import annotations

from flows.unread import unread_payload, unread_record
from flows.work import Work
from transforms.records import Article, RawRecord, Reject

NORMALIZING: Work[RawRecord, Article | Reject] = Work(
    "flows.normalizing:normalize_records", "flows.normalizing:prepare_normalizing", unread_record
)
ANNOTATING: Work[Article, str] = Work("flows.worker:annotate_articles", "flows.worker:prepare_annotating", unread_payload)
