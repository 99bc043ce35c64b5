"""What a store holds of the stories and events around new articles: with marks and ties found, with ids read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

import pyarrow as pa

from warehouse.noted import note_rows
from warehouse.questions import STAMPS, Questions, Row, between
from warehouse.render import quoted

# What is asked of an article of an earlier run; its text only where it may be a copy.
FACTS = "article_id, version, url, publisher, publisher_domain, language, published_at, origin, duplicate_of"


class EventsAround(Questions):
    """The second look at a store, at what the articles may tell."""

    def story_marks(self, article_ids: Iterable[str], days: Sequence[datetime | None], within_days: int) -> list[Row]:
        """Return by what the stories of articles are known and which events they tell, with words only where published within so many days
        of one of `days`."""
        self._note("asked_ids", article_ids)
        gaps = [timedelta(days=gap) for gap in range(-within_days, within_days + 1)]
        reached = sorted({day.date() + gap for day in days if day is not None for gap in gaps})
        near = ", ".join(f"date {quoted(day.isoformat())}" for day in reached)
        is_near = (
            "true" if None in days else f"published_at is null or published_at::date in ({near})" if reached else "published_at is null"
        )
        columns = f"article_id, published_at, names, regions, event_ids, case when {is_near} then words end as words"
        return self._rows_where("article_marks", "article_id in (from asked_ids)", "article_id", columns)

    def events_near(self, ties: Iterable[tuple[str, date | None, date | None]]) -> set[str]:
        """Return the events with a mention that has one of the ties on days which meet those given with it."""
        asked = sorted(ties, key=str)
        firsts, lasts = [first for _, first, _ in asked], [last for _, _, last in asked]
        columns = {"tie": pa.array([tie for tie, _, _ in asked], pa.string())}
        columns |= {"first_day": pa.array(firsts, pa.date32()), "last_day": pa.array(lasts, pa.date32())}
        note_rows(self._connection, "asked_ties", pa.table(columns))
        rows = self._rows(
            "select distinct stored.event_id from mention_ties as stored inner join asked_ties as asked on asked.tie = stored.tie "
            "and (stored.first_day is null or asked.last_day is null or stored.first_day <= asked.last_day) "
            "and (stored.last_day is null or asked.first_day is null or stored.last_day >= asked.first_day) "
            f"where {between('stored.last_day', 'stored.first_day', firsts, lasts)}"
        )
        return {row["event_id"] for row in rows}

    def events_told_in(self, article_ids: Iterable[str]) -> set[str]:
        """Return the events that the articles tell of."""
        asked = set(article_ids)
        if not asked:
            return set()
        self._note("asked_ids", asked)
        rows = self._rows("select event_ids from article_marks where article_id in (from asked_ids)")
        return {event_id for row in rows for event_id in row["event_ids"]}

    def events(self, event_ids: Iterable[str]) -> tuple[list[Row], list[Row]]:
        """Return the mentions of events in other articles, and the claims about them there."""
        self._note("asked_events", event_ids)
        of_events, columns = f"event_id in (from asked_events) and {self._of_others}", f"* exclude ({STAMPS})"
        mentions = self._rows_where("event_mentions", of_events, "mention_id", columns)
        return mentions, self._rows_where("casualties", of_events, "claim_id", columns)

    def hidden(self, row_ids: Iterable[str], days: Sequence[datetime | None]) -> dict[str, str]:
        """Return what mentions and claims hold beyond their tables' columns, by id. `days`: when their articles were published."""
        self._note("asked_ids", row_ids)
        on_days = between("published_at", "published_at", days, days)
        rows = self._rows(f"select row_id, columns from hidden_columns where row_id in (from asked_ids) and {on_days}")
        return {row["row_id"]: row["columns"] for row in rows}

    def articles(self, article_ids: Iterable[str]) -> dict[str, Row]:
        """Return the current versions of articles without their texts, by id."""
        self._note("asked_ids", article_ids)
        rows = self._rows_where("articles", "is_current and article_id in (from asked_ids)", "article_id", FACTS)
        return {row["article_id"]: row for row in rows}

    def places(self, place_ids: Iterable[str]) -> dict[str, Row]:
        """Return the given places, by id."""
        self._note("asked_ids", place_ids)
        return {row["place_id"]: row for row in self._rows("select * from places where place_id in (from asked_ids) order by place_id")}
