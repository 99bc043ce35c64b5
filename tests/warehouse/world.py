"""A small world of rows that fit the contract: one strike, disputed, told by two articles, and one meeting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import duckdb

from warehouse.conform import conform
from warehouse.contract import TABLES
from warehouse.schema import ensure_schema

Row = dict[str, Any]
PLAIN: dict[str, Any] = {"text": "x", "integer": 1, "number": 0.5, "boolean": False, "texts": [], "json": "{}"}
CLOCK = datetime(2024, 1, 20, 12, tzinfo=UTC)
STRIKE_TEXT = "Nine people died in Saravan.\nIran blamed Pakistan. “We will answer,” the ministry said."
LATER_TEXT = "Pakistan struck Saravan on Thursday. At least ten were killed."


def row(table_name: str, **given: Any) -> Row:
    """Return a row with the given values; what is not given is null, or plain where null may not be."""
    filled: Row = {}
    for column in TABLES[table_name].columns:
        if column.nullable:
            filled[column.name] = None
        elif column.values:
            filled[column.name] = column.values[0]
        else:
            filled[column.name] = CLOCK if column.type == "time" else PLAIN[column.type]
    unknown = given.keys() - filled.keys()
    assert not unknown, unknown
    return filled | given


def unstamped(table_name: str, **given: Any) -> Row:
    """Return such a row without the columns that the store fills."""
    return {name: value for name, value in row(table_name, **given).items() if name not in ("recorded_at", "run_id")}


def run(run_id: str, day: int = 20) -> Row:
    """Return the row of a run on a day of January 2024."""
    return {"run_id": run_id, "recorded_at": datetime(2024, 1, day, 12, tzinfo=UTC), "casus_version": "0.1.0"}


def span(text: str, words: str) -> Row:
    """Return the span of the words in a text."""
    start = text.index(words)
    return {"span_start": start, "span_end": start + len(words), "evidence": words}


def article(article_id: str, text: str, version: int = 1, **given: Any) -> Row:
    return unstamped(
        "articles",
        article_id=article_id,
        version=version,
        is_current=True,
        text=text,
        text_sha256=f"sha-{text[:9]}",
        char_count=len(text),
        **given,
    )


def strike_mention(article_id: str, mention_id: str, text: str, words: str, trigger: str, **given: Any) -> Row:
    sentence = span(text, words)
    start = sentence["span_start"] + words.index(trigger)
    return unstamped(
        "event_mentions",
        article_id=article_id,
        mention_id=mention_id,
        event_id="event_strike",
        event_type="ASSAULT",
        trigger=trigger,
        trigger_start=start,
        trigger_end=start + len(trigger),
        stance=given.pop("stance", "asserted"),
        **sentence,
        **given,
    )


def world() -> dict[str, list[Row]]:
    """Return the rows of every table but those of the store itself, sound by every check."""
    saravan = {"place_id": "place_saravan", "geonames_id": 1159456, "latitude": 27.37, "longitude": 62.33, "country_iso3": "IRN"}
    nine = span(STRIKE_TEXT, "Nine people died in Saravan.")
    ten = span(LATER_TEXT, "At least ten were killed.")
    quote = span(STRIKE_TEXT, "We will answer,")
    said, ministry = STRIKE_TEXT.index("said"), STRIKE_TEXT.index("the ministry")
    return {
        "articles": [
            article(
                "a1", STRIKE_TEXT, publisher="Dawn", published_at=datetime(2024, 1, 18, 6, tzinfo=UTC), origin="Reuters", raw_uri="a1.txt"
            ),
            article("a2", LATER_TEXT, publisher="BBC", published_at=datetime(2024, 1, 18, 9, tzinfo=UTC), raw_uri="a2.txt"),
        ],
        "event_mentions": [
            strike_mention("a1", "m1", STRIKE_TEXT, "Nine people died in Saravan.", "died"),
            strike_mention(
                "a1",
                "m2",
                STRIKE_TEXT,
                "Iran blamed Pakistan.",
                "blamed",
                stance="accused",
                claimant_actor_id="iran",
                source_actor_id="pakistan",
            ),
            strike_mention(
                "a2",
                "m3",
                LATER_TEXT,
                "Pakistan struck Saravan on Thursday.",
                "struck",
                source_actor_id="pakistan",
                place_id="place_saravan",
            ),
        ],
        "events": [
            unstamped(
                "events",
                event_id="event_strike",
                event_type="ASSAULT",
                title="Pakistan strikes Saravan",
                date_start=date(2024, 1, 18),
                date_end=date(2024, 1, 18),
                date_precision="day",
                place_precision="city",
                country_gwno=630,
                country_cow=630,
                country_iso_numeric=364,
                priogrid_gid=168965,
                place_name="Saravan",
                status="contested",
                source_actor_ids=["pakistan"],
                target_actor_ids=["iran"],
                article_count=2,
                publisher_count=2,
                independent_count=2,
                killed_low=9,
                killed_best=9,
                ucdp_type_of_violence=1,
                ucdp_date_prec=1,
                ucdp_where_prec=1,
                cameo_code="195",
                acled_event_type="Explosions/Remote violence",
                acled_sub_event_type="Air/drone strike",
                **saravan,
            ),
        ],
        "event_actors": [
            unstamped("event_actors", event_id="event_strike", actor_id="pakistan", role="source", mention_count=2),
            unstamped("event_actors", event_id="event_strike", actor_id="iran", role="target", mention_count=1),
        ],
        "actors": [
            unstamped(
                "actors", actor_id="iran", name="Iran", kind="state", country_iso3="IRN", gwno=630, cameo_code="IRN", is_curated=True
            ),
            unstamped(
                "actors",
                actor_id="pakistan",
                name="Pakistan",
                kind="state",
                country_iso3="PAK",
                gwno=770,
                cameo_code="PAK",
                is_curated=True,
            ),
        ],
        "casualties": [
            unstamped(
                "casualties",
                claim_id="c1",
                event_id="event_strike",
                mention_id="m1",
                article_id="a1",
                outcome="killed",
                qualifier="exact",
                count_text="Nine",
                count_start=0,
                count_end=4,
                count_low=9,
                count_best=9,
                count_high=9,
                asserted_on=date(2024, 1, 18),
                **nine,
            ),
            unstamped(
                "casualties",
                claim_id="c2",
                event_id="event_strike",
                article_id="a2",
                outcome="killed",
                qualifier="at_least",
                count_low=10,
                count_text="At least ten",
                count_start=ten["span_start"],
                count_end=ten["span_start"] + 12,
                relation="revises",
                related_claim_id="c1",
                **ten,
            ),
        ],
        "quotes": [
            unstamped(
                "quotes",
                quote_id="q1",
                article_id="a1",
                kind="direct",
                cue="said",
                cue_start=said,
                cue_end=said + 4,
                event_id="event_strike",
                speaker_text="the ministry",
                speaker_start=ministry,
                speaker_end=ministry + 12,
                speaker_actor_id="iran",
                **quote,
            ),
        ],
        "actor_mentions": [unstamped("actor_mentions", article_id="a1", actor_id="iran", **span(STRIKE_TEXT, "Iran"))],
        "place_mentions": [unstamped("place_mentions", article_id="a1", **saravan, **span(STRIKE_TEXT, "Saravan"))],
        "date_mentions": [
            unstamped(
                "date_mentions",
                article_id="a2",
                date_start=date(2024, 1, 18),
                date_end=date(2024, 1, 18),
                date_precision="day",
                anchor="published_at",
                **span(LATER_TEXT, "Thursday"),
            ),
        ],
        "places": [unstamped("places", name="Saravan", precision="city", **saravan)],
        "rejects": [{"stage": "ingest", "article_id": None, "raw_uri": "a3.pdf", "field": None, "value": None, "reason": "a PDF"}],
        "annotations": [unstamped("annotations", article_id=article_id, payload="{}") for article_id in ("a1", "a2")],
    }


@cache
def _empty() -> duckdb.DuckDBPyConnection:
    """Return the one database in memory with the contract's tables and views that tests share; each undoes what it did."""
    connection = duckdb.connect()
    connection.execute("set TimeZone = 'UTC'")
    ensure_schema(connection)
    return connection


@contextmanager
def database(given: dict[str, list[Row]]) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a database with the contract's tables and views and the given rows; values not given are plain."""
    connection = _empty()
    connection.execute("begin")
    try:
        for name, rows in given.items():
            connection.register("given", conform([row(name, **values) for values in rows], name))
            connection.execute(f"insert into {name} by name select * from given")
            connection.unregister("given")
        yield connection
    finally:
        connection.execute("rollback")


def answers(connection: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    """Return the rows of a query as mappings."""
    result = connection.execute(sql)
    names = [column[0] for column in result.description or []]
    return [dict(zip(names, values, strict=True)) for values in result.fetchall()]
