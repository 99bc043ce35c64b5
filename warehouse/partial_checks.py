"""Check what a run loaded, with all that it refers to, by the same `sql/checks` that check a whole warehouse.

For the time of the checks, temporary tables with the names of the contract hide the whole ones: they hold the rows of the run's articles
and events, and what these refer to, as far as the warehouse has it. What a row refers to in vain is missing there as in the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import duckdb
import pyarrow as pa

from warehouse.checks import run_checks
from warehouse.noted import note_ids
from warehouse.render import quoted
from warehouse.stretch import rows_where

ACTORS_NAMED = (
    ("actor_mentions", "actor_id"),
    ("event_mentions", "source_actor_id"),
    ("event_mentions", "target_actor_id"),
    ("event_mentions", "claimant_actor_id"),
    ("casualties", "victim_actor_id"),
    ("casualties", "claimant_actor_id"),
    ("quotes", "speaker_actor_id"),
    ("quotes", "affiliation_actor_id"),
    ("event_actors", "actor_id"),
)
PLACES_NAMED = (("place_mentions", "place_id"), ("event_mentions", "place_id"), ("events", "place_id"))
OF_ARTICLES = ("event_mentions", "quotes", "actor_mentions", "place_mentions", "date_mentions", "annotations")
OF_EVENTS = ("event_actors", "event_links")


def check_loaded(
    connection: duckdb.DuckDBPyConnection,
    loaded: Iterable[pa.Table],
    looked_at: Mapping[str, Iterable[str]],
    run_id: str,
    ends: Mapping[str, int],
) -> None:
    """Raise ChecksFailedError when the rows of a run, now in the store, or what they refer to are at fault.

    `loaded`: the rows of articles; `looked_at`: ids by table; `ends`: where each table ended before the run (`begin_replacing`). After an
    error the caller rolls back, and what hides the tables goes."""
    ids = {article_id for rows in loaded for article_id in rows["article_id"].to_pylist()}
    note_ids(connection, "touched_ids", ids.union(*looked_at.values()))
    note_ids(connection, "touched_events", looked_at.get("events", ()))
    # Rows of an article that is new to the store all stand behind those that were there.
    known = [article_id for (article_id,) in connection.execute("select article_id from loaded_articles where is_known").fetchall()]
    note_ids(connection, "known_ids", known)
    of_articles = {
        name: f"(rowid > {ends[name]}" + (" or article_id in (from known_ids))" if known else ")") for name in (*OF_ARTICLES, "casualties")
    }
    _note_tied_claims(connection, of_articles["casualties"])
    hiding = _hiding(run_id, of_articles)
    for name, condition in hiding.items():
        if name == "actors":
            connection.execute(f"create or replace temp table named_actors as with recursive {LINES} select distinct actor_id from lines")
        connection.execute(f"create temp table hiding_{name} as {rows_where(connection, name, condition)}")
    for name in hiding:
        connection.execute(f"alter table hiding_{name} rename to {name}")
    run_checks(connection)
    for name in hiding:
        connection.execute(f"drop table temp.{name}")


def _note_tied_claims(connection: duckdb.DuckDBPyConnection, of_articles: str) -> None:
    """Note the claims of the touched articles and events, and all that these are tied to."""
    claims = "select claim_id, related_claim_id from casualties"
    of_run = f"{of_articles} or event_id in (from touched_events)"
    connection.execute(f"create or replace temp table tied_claims as {claims} where {of_run}")
    while True:
        connection.execute(
            "create or replace temp table claims_to_add as select distinct related_claim_id as claim_id from tied_claims "
            "where related_claim_id is not null and related_claim_id not in (select claim_id from tied_claims)"
        )
        found = f"{claims} where claim_id in (from claims_to_add)"
        if not connection.execute(f"insert into tied_claims {found}").fetchall()[0][0]:
            return


def _hiding(run_id: str, of_articles: Mapping[str, str]) -> dict[str, str]:
    """Return the condition of the rows of each table that are checked; later ones read those before. `of_articles`: the condition of rows
    of the loaded articles, by table."""
    told = "select article_id from hiding_casualties union select id from touched_ids"
    copied = f"select duplicate_of from articles where article_id in ({told})"
    return {
        **{name: of_articles[name] for name in OF_ARTICLES},
        # An article may tie a claim to one that lies on another event.
        "casualties": "claim_id in (select claim_id from tied_claims)",
        **dict.fromkeys(OF_EVENTS, "event_id in (from touched_ids)"),
        "events": "event_id in (select id from touched_ids union select event_id from hiding_casualties)",
        "articles": f"article_id in ({told} union {copied})",
        "actors": "actor_id in (from named_actors)",
        "places": f"place_id in (select id from touched_ids union {_named(PLACES_NAMED)})",
        "external_events": "(dataset, external_id) in (select (dataset, external_id) from hiding_event_links)",
        "rejects": f"run_id = {quoted(run_id)}",
        "runs": f"run_id = {quoted(run_id)}",
    }


def _named(columns: Iterable[tuple[str, str]]) -> str:
    return " union ".join(f"select {column} from hiding_{table} where {column} is not null" for table, column in columns)


# The touched actors, those named, and all above them.
LINES = (
    f"named (actor_id) as (select id from touched_ids union {_named(ACTORS_NAMED)}), "
    "lines as (select below.actor_id, below.parent_actor_id from actors as below where below.actor_id in (select actor_id from named) "
    "union select above.actor_id, above.parent_actor_id from actors as above inner join lines on lines.parent_actor_id = above.actor_id)"
)
