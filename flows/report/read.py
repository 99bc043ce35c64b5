"""What the report reads from the warehouse: one snapshot, in one order."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from warehouse.connect import connected

Row = dict[str, Any]

EVENTS = "select * from events order by date_start desc nulls last, first_published_at desc nulls last, event_id"
MENTIONS = "select * from event_mentions where event_id is not null order by event_id, article_id, trigger_start, mention_id"
CLAIMS = "select * from casualties where event_id is not null order by event_id, asserted_on nulls last, article_id, span_start, claim_id"
TOLLS = "select * from event_tolls order by event_id, outcome, policy"
SIDES = "select event_id, role, actor_id from event_actors order by event_id, role, mention_count desc, actor_id"
ACTORS = "select actor_id, name from actors order by actor_id"
ARTICLES = """
select article_id, title, publisher, publisher_domain, published_at, url, origin, duplicate_of
from articles where is_current order by published_at nulls last, article_id
"""


class Snapshot(NamedTuple):
    """The rows of one moment."""

    events: list[Row]
    mentions: list[Row]
    claims: list[Row]
    tolls: list[Row]
    sides: list[Row]
    actors: list[Row]
    articles: list[Row]


def read_snapshot(warehouse: Path, wait_seconds: float = 10.0) -> Snapshot:
    """Return the rows that the report shows, read without a way to write.

    Raises StoreError where there is no warehouse, WarehouseBusyError while another process loads it."""
    with connected(warehouse, read_only=True, wait_seconds=wait_seconds) as connection:
        queries = (EVENTS, MENTIONS, CLAIMS, TOLLS, SIDES, ACTORS, ARTICLES)
        return Snapshot(*(connection.sql(query).to_arrow_table().to_pylist() for query in queries))
