"""What runs in a reading process: records into cleaned articles, without the parser.

One record that breaks a rule of ours is set aside with the reason; the batch goes on.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from flows.unread import unread_record
from flows.work import fault_of
from transforms.normalize.article import normalize
from transforms.records import Article, RawRecord, Reject

# Cleaned first, so that all tables are there when the time of the first page begins; it is plainly English, for telling other languages
# takes a model that most runs never need, and that loads in half a second when a page does.
FIRST_WORDS = "Rebels who were on the road from Goma killed two of the soldiers, an official said after the attack."
FIRST_PAGE = f"<html><body><article><h1>Shelling near Goma</h1><p>{FIRST_WORDS}</p></article></body></html>"


@cache
def prepare_normalizing() -> None:
    """Load what `normalize_records` needs."""
    _normalized(RawRecord(raw_uri="", media="html", body=FIRST_PAGE, raw_sha256=""), date(2024, 1, 18))


def normalize_records(records: list[RawRecord], today: date) -> list[Article | Reject]:
    """Return each record's article, or why there is none, in order."""
    return [_normalized(record, today) for record in records]


def _normalized(record: RawRecord, today: date) -> Article | Reject:
    try:
        return normalize(record, today)
    except Exception as error:  # foreign text finds what tests did not
        return unread_record(record, fault_of(error))
