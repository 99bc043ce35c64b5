"""What a store holds around new articles, found by the tables of `warehouse/tables/upkeep.py`: each question costs one look over keys,
never over texts or all rows of an event, and brings only what was asked for into memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.connect import OF_A_RUN, connected
from warehouse.noted import note_ids, note_rows
from warehouse.stretch import rows_where

Row = dict[str, Any]
TIME = pa.timestamp("us", tz="UTC")
# What is asked of an article of an earlier run; its text only where it may be a copy.
FACTS = "article_id, version, url, publisher, publisher_domain, language, published_at, origin, duplicate_of"


class Around:
    """Questions to an open store; `own` are the articles of the run, whose rows of earlier runs are never among the answers."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, own: Iterable[str]) -> None:
        self._connection = connection
        self._note("own_articles", own)

    def has_marks(self) -> bool:
        """Return whether the store can be asked: every current article was marked by the run that loaded it."""
        ((marks, articles),) = self._connection.execute(
            "select (select count(*) from article_marks), (select count(*) from articles where is_current)"
        ).fetchall()
        return bool(marks == articles)

    def marks(self) -> list[Row]:
        """Return by what copies of the current versions of the run's articles are known, of those that the store has."""
        marks = "select article_id, version, text_sha256, fingerprint from article_marks"
        return self._rows(f"{marks} where article_id in (from own_articles) order by article_id")

    def event_before(self) -> dict[str, str]:
        """Return the event that each mention of the run's articles had, by mention."""
        if not self._has_own:
            return {}
        told = "event_id is not null and article_id in (from own_articles)"
        return {row["mention_id"]: row["event_id"] for row in self._rows(f"select mention_id, event_id from event_mentions where {told}")}

    def copies(self, bands: Iterable[tuple[int, datetime | None]], within_days: int) -> list[Row]:
        """Return the articles, with their texts, that share a band of their wording with the given ones and were published within so many
        days of them, and those that stand for copies with them."""
        asked = list(bands)
        buckets, days = [bucket for bucket, _ in asked], [day for _, day in asked]
        table = pa.table({"bucket": pa.array(buckets, pa.int64()), "published_at": pa.array(days, TIME)})
        note_rows(self._connection, "asked_bands", table)
        self._connection.execute(
            "insert into asked_bands select bucket, published_at from article_bands where article_id in "
            "(select article_id from articles where duplicate_of in (from own_articles))"
        )
        self._connection.execute(
            "create or replace temp table near_copies as "
            "select distinct stored.article_id as id from article_bands as stored "
            "inner join asked_bands as asked on asked.bucket = stored.bucket "
            f"and {_within('stored.published_at', 'asked.published_at', within_days)} "
            f"where {self._between('stored.published_at', 'stored.published_at', days, days, timedelta(days=within_days))} "
            "and stored.article_id not in (from own_articles)"
        )
        self._connection.execute(
            "create or replace temp table copied as "
            "with near as (select article_id, duplicate_of from articles where is_current and article_id in (from near_copies)), "
            "heads as (select coalesce(duplicate_of, article_id) as id from near union select id from own_articles) "
            "select id from heads union select article_id from near "
            "union select article_id from articles where is_current and duplicate_of in (from heads)"
        )
        return self._rows_where(
            "articles", "is_current and article_id in (from copied) and article_id not in (from own_articles)", "article_id"
        )

    def readings(self, actor_ids: Iterable[str]) -> dict[str, str]:
        """Return the actors that stand for readings, where others do."""
        self._note("asked_ids", actor_ids)
        rows = self._rows("select reading_id, actor_id from united_actors where reading_id in (from asked_ids)")
        return {row["reading_id"]: row["actor_id"] for row in rows}

    def persons(self, name_keys: Iterable[str]) -> list[Row]:
        """Return the found persons whose name has one of the keys."""
        self._note("asked_ids", name_keys)
        return self._rows(
            "select * from actors where actor_id in (select actor_id from person_keys where name_key in (from asked_ids)) order by actor_id"
        )

    def curated_actors(self) -> dict[str, Row]:
        """Return every curated actor that the store has, by id."""
        return {row["actor_id"]: row for row in self._rows("select * from actors where is_curated order by actor_id")}

    def actors(self, actor_ids: Iterable[str]) -> dict[str, Row]:
        """Return the given actors and all above them, by id."""
        found: dict[str, Row] = {}
        asked = set(actor_ids)
        while asked:
            self._note("asked_ids", asked)
            rows = self._rows("select * from actors where actor_id in (from asked_ids) order by actor_id")
            found |= {row["actor_id"]: row for row in rows}
            asked = {row["parent_actor_id"] for row in rows} - found.keys() - {None}
        return found

    def recounted(self) -> dict[str, Row]:
        """Return, for actors whom the run's articles mentioned before, how often and when other articles mention them, by id."""
        rows = self._rows(
            "with before as (select distinct actor_id from actor_mentions where article_id in (from own_articles)) "
            "select before.actor_id, count(articles.article_id) as mention_count, min(articles.published_at) as first_seen, "
            "max(articles.published_at) as last_seen from before "
            "left join actor_mentions as mentions on mentions.actor_id = before.actor_id "
            "and mentions.article_id not in (from own_articles) "
            "left join articles on articles.article_id = mentions.article_id and articles.is_current "
            "where before.actor_id is not null group by before.actor_id"
        )
        return {row["actor_id"]: row for row in rows}

    def name_counts(self, names: Iterable[str]) -> dict[str, int]:
        """Return how many other articles carry each name, and each that the run's articles carried before."""
        before = self._rows("select names from article_marks where article_id in (from own_articles)") if self._has_own else []
        carried = [name for row in before for name in json.loads(row["names"])]
        self._note("asked_ids", [*names, *carried])
        rows = self._rows("select name, article_count from name_counts where name in (from asked_ids)")
        counts = {row["name"]: int(row["article_count"]) for row in rows}
        for name in carried:
            counts[name] -= 1
        return counts

    def articles_with(self, keys: Iterable[tuple[str, datetime | None]], within_days: int) -> set[str]:
        """Return the articles with one of the keys that were published within so many days of the day given with it."""
        asked = sorted(keys, key=str)
        days = [day for _, day in asked]
        columns = {"key": pa.array([key for key, _ in asked], pa.string()), "published_at": pa.array(days, TIME)}
        note_rows(self._connection, "asked_keys", pa.table(columns))
        rows = self._rows(
            "select distinct stored.article_id from article_keys as stored inner join asked_keys as asked on asked.key = stored.key "
            f"and {_within('stored.published_at', 'asked.published_at', within_days)} "
            f"where stored.article_id not in (from own_articles) "
            f"and {self._between('stored.published_at', 'stored.published_at', days, days, timedelta(days=within_days))}"
        )
        return {row["article_id"] for row in rows}

    def story_marks(self, article_ids: Iterable[str], days: Sequence[datetime | None], within_days: int) -> list[Row]:
        """Return by what the stories of articles are known, with words only where published within so many days of one of `days`."""
        self._note("asked_ids", article_ids)
        rows = self._rows(
            "select article_id, published_at, names, regions, null as words from article_marks where article_id in (from asked_ids) "
            "order by article_id"
        )
        gap = timedelta(days=within_days)
        near = sorted({day.date() for day in days if day is not None})
        reached = {day + timedelta(days=gap) for day in near for gap in range(-within_days, within_days + 1)}
        worded = [row["article_id"] for row in rows if row["published_at"] is None or None in days or row["published_at"].date() in reached]
        self._note("asked_ids", worded)
        words = self._rows(
            "select article_id, words from article_marks where article_id in (from asked_ids) "
            f"and {self._between('published_at', 'published_at', days, days, gap + timedelta(days=1))}"
        )
        by_id = {row["article_id"]: row["words"] for row in words}
        return [row | {"words": by_id.get(row["article_id"])} for row in rows]

    def events_near(self, blocks: Iterable[tuple[str, date | None, date | None]]) -> set[str]:
        """Return the events with a mention in one of the blocks whose days meet those given with it."""
        asked = sorted(blocks, key=str)
        firsts, lasts = [first for _, first, _ in asked], [last for _, _, last in asked]
        columns = {"block": pa.array([block for block, _, _ in asked], pa.string())}
        columns |= {"first_day": pa.array(firsts, pa.date32()), "last_day": pa.array(lasts, pa.date32())}
        note_rows(self._connection, "asked_blocks", pa.table(columns))
        rows = self._rows(
            "select distinct stored.event_id from mention_blocks as stored inner join asked_blocks as asked on asked.block = stored.block "
            "and (stored.first_day is null or asked.last_day is null or stored.first_day <= asked.last_day) "
            "and (stored.last_day is null or asked.first_day is null or stored.last_day >= asked.first_day) "
            f"where {self._between('stored.last_day', 'stored.first_day', firsts, lasts)}"
        )
        return {row["event_id"] for row in rows}

    def events_told_in(self, article_ids: Iterable[str]) -> set[str]:
        """Return the events that the articles tell of."""
        self._note("asked_ids", article_ids)
        rows = self._rows("select distinct event_id from event_mentions where article_id in (from asked_ids) and event_id is not null")
        return {row["event_id"] for row in rows}

    def events(self, event_ids: Iterable[str]) -> tuple[list[Row], list[Row], dict[str, str]]:
        """Return the mentions of events in other articles, the claims about them there, and what both hold beyond their tables' columns."""
        self._note("asked_events", event_ids)
        of_events = "event_id in (from asked_events) and article_id not in (from own_articles)"
        mentions = self._rows_where("event_mentions", of_events, "mention_id")
        claims = self._rows_where("casualties", of_events, "claim_id")
        self._note("asked_ids", [*(row["mention_id"] for row in mentions), *(row["claim_id"] for row in claims)])
        hidden = self._rows("select row_id, columns from hidden_columns where row_id in (from asked_ids)")
        return mentions, claims, {row["row_id"]: row["columns"] for row in hidden}

    def articles(self, article_ids: Iterable[str]) -> dict[str, Row]:
        """Return the current versions of articles without their texts, by id."""
        self._note("asked_ids", article_ids)
        rows = self._rows(f"select {FACTS} from articles where is_current and article_id in (from asked_ids) order by article_id")
        return {row["article_id"]: row for row in rows}

    def places(self, place_ids: Iterable[str]) -> dict[str, Row]:
        """Return the given places, by id."""
        self._note("asked_ids", place_ids)
        return {row["place_id"]: row for row in self._rows("select * from places where place_id in (from asked_ids) order by place_id")}

    @cached_property
    def _has_own(self) -> bool:
        """Whether the store has one of the run's articles; if not, what it holds of them need not be looked for."""
        return bool(self._rows("select article_id from article_marks where article_id in (from own_articles) limit 1"))

    def _between(self, at_least: str, at_most: str, firsts: Sequence[Any], lasts: Sequence[Any], gap: timedelta = timedelta()) -> str:
        """Return a condition on a stored first and last day: it spares stretches of a table that lie before or after all asked for."""
        if not firsts or None in firsts or None in lasts:
            return "true"
        low, high = min(firsts) - gap, max(lasts) + gap
        kind = "timestamptz" if isinstance(low, datetime) else "date"
        within = f"{at_least} >= {kind} '{low.isoformat()}' and {at_most} <= {kind} '{high.isoformat()}'"
        return f"(({within}) or {at_least} is null)"

    def _note(self, name: str, ids: Iterable[str]) -> None:
        note_ids(self._connection, name, ids)

    def _rows_where(self, table: str, condition: str, order: str) -> list[Row]:
        """Return the rows of a wide table under a condition on its keys, without those that the store fills."""
        query = rows_where(self._connection, table, condition, "* exclude (recorded_at, run_id)")
        return self._rows(f"select * from ({query}) order by {order}")

    def _rows(self, query: str) -> list[Row]:
        rows: list[Row] = self._connection.sql(query).to_arrow_table().to_pylist()
        return rows


def _within(stored: str, asked: str, days: int) -> str:
    """Return the condition that two moments lie within so many days, or one of them is unknown."""
    gap = f"interval '{days} days'"
    return f"({stored} is null or {asked} is null or ({stored} >= {asked} - {gap} and {stored} <= {asked} + {gap}))"


@contextmanager
def looking_around(directory: Path | str, own: Iterable[str], wait_seconds: float = 60.0) -> Iterator[Around]:
    """Yield the questions that may be asked of a store while it is open."""
    with connected(Path(directory), read_only=True, wait_seconds=wait_seconds, config=OF_A_RUN) as connection:
        yield Around(connection, own)
