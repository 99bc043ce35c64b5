"""What a store holds around new articles, found by the tables of `warehouse/tables/upkeep.py`: each question costs one look over keys,
never over texts or all rows of an event, and brings only what was asked for into memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pyarrow as pa

from warehouse.connect import OF_A_RUN, connected
from warehouse.events_around import EventsAround
from warehouse.noted import note_rows
from warehouse.questions import STAMPS, TIME, Row, between, within


class Around(EventsAround):
    """Questions to an open store; `own` are the articles of the run, whose rows of earlier runs are never among the answers."""

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
        near_days = between("stored.published_at", "stored.published_at", days, days, timedelta(days=within_days))
        if self._has_own:
            self._connection.execute(
                "insert into asked_bands select bucket, published_at from article_bands where article_id in "
                "(select article_id from articles where duplicate_of in (from own_articles))"
            )
        self._connection.execute(
            "create or replace temp table near_copies as "
            "select distinct stored.article_id as id from article_bands as stored "
            "inner join asked_bands as asked on asked.bucket = stored.bucket "
            f"and {within('stored.published_at', 'asked.published_at', within_days)} "
            f"where {near_days} and stored.article_id not in (from own_articles)"
        )
        self._connection.execute(
            "create or replace temp table originals as "
            "select coalesce(duplicate_of, article_id) as id from articles where is_current and article_id in (from near_copies) "
            f"and {near_days.replace('stored.', '')}" + (" union select id from own_articles" if self._has_own else "")
        )
        wanted = f"is_current and (article_id in (from originals) or duplicate_of in (from originals)) and {self._of_others}"
        return self._rows_where("articles", wanted, "article_id", f"* exclude ({STAMPS})")

    def readings(self, actor_ids: Iterable[str]) -> dict[str, str]:
        """Return the actors that stand for readings, where others do."""
        self._note("asked_ids", actor_ids)
        rows = self._rows("select reading_id, actor_id from united_actors where reading_id in (from asked_ids)")
        return {row["reading_id"]: row["actor_id"] for row in rows}

    def persons(self, name_keys: Iterable[str]) -> list[Row]:
        """Return the found persons whose name has one of the keys."""
        self._note("asked_ids", name_keys)
        found = "actor_id in (select actor_id from person_keys where name_key in (from asked_ids))"
        return self._rows_where("actors", found, "actor_id")

    def curated_actors(self) -> dict[str, Row]:
        """Return every curated actor that the store has, by id."""
        return {row["actor_id"]: row for row in self._rows_where("actors", "is_curated", "actor_id")}

    def actors(self, actor_ids: Iterable[str]) -> dict[str, Row]:
        """Return the given actors and all above them, by id."""
        found: dict[str, Row] = {}
        asked = set(actor_ids)
        while asked:
            self._note("asked_ids", asked)
            rows = self._rows_where("actors", "actor_id in (from asked_ids)", "actor_id")
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
            f"and {within('stored.published_at', 'asked.published_at', within_days)} "
            f"where stored.article_id not in (from own_articles) "
            f"and {between('stored.published_at', 'stored.published_at', days, days, timedelta(days=within_days))}"
        )
        return {row["article_id"] for row in rows}


@contextmanager
def looking_around(directory: Path | str, own: Iterable[str], wait_seconds: float = 60.0) -> Iterator[Around]:
    """Yield the questions that may be asked of a store while it is open."""
    with connected(Path(directory), read_only=True, wait_seconds=wait_seconds, config=OF_A_RUN) as connection:
        yield Around(connection, own)
