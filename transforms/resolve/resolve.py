"""The whole look across articles: rows of single articles in, rows of every table of the contract out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.actors.curated import curated_rows
from transforms.casualties.occasions import occasions
from transforms.casualties.relations import relate
from transforms.casualties.toll import toll
from transforms.duplicates import near_duplicates
from transforms.resolve.actors import actor_rows, canonical_ids, rename_actors
from transforms.resolve.cluster import cluster
from transforms.resolve.event_rows import event_actor_rows, event_row
from transforms.resolve.groups import Cluster
from transforms.resolve.identity import event_ids
from transforms.resolve.profile import Lineage, Row, profile
from transforms.resolve.row_shapes import article_of
from transforms.resolve.rows import ArticleRows, copy_of
from transforms.resolve.story import stories

# What may happen, said by nobody as a plan, is no event; its mention stays, with its stance.
NO_EVENT = {"hypothetical"}
# What an article itself ties together; `relation` and `related_claim_id` say it to users.
WITHIN_ARTICLE = frozenset({"subset_of_claim_id", "repeats_claim_id", "is_part"})
# What the text around says of an event shows in the event's own place; a mention's row has what the mention says.
AROUND = frozenset({"context_place_id", "context_date_start", "context_date_end", "context_date_precision"})


def resolve(articles: Iterable[ArticleRows], known_events: Mapping[str, str] | None = None) -> dict[str, list[Row]]:
    """Return the rows of every table, sorted by key, without `recorded_at` and `run_id`.

    `articles` are the current versions of all articles, in any order; they are not changed. `known_events` maps mention ids to
    event ids of the last run, so that an event keeps its id."""
    read = [copy_of(article) for article in sorted(articles, key=lambda a: (a.article["article_id"], a.article["version"]))]
    copies = near_duplicates([article_of(article.article) for article in read])
    for article in read:
        article.article["duplicate_of"] = copies.get(article.article["article_id"])
    united = canonical_ids(read)
    for article in read:
        rename_actors(article, united)
    curated = curated_rows()
    actors = actor_rows(read, united, curated)
    by_actor = {row["actor_id"]: row for row in actors}
    lineage = Lineage(
        {row["actor_id"]: row["parent_actor_id"] for row in actors if row["parent_actor_id"]},
        {row["actor_id"]: row["country_iso3"] for row in actors if row["country_iso3"]},
        frozenset(row["actor_id"] for row in actors if row["kind"] == "state"),
    )
    places = {row["place_id"]: row for article in read for row in article.places}
    clusters = _clusters(read, places, lineage)
    ids = event_ids(clusters, known_events or {})
    by_mention = {member.mention_id: event_id for event_id, group in zip(ids, clusters, strict=True) for member in group.members}
    by_article = {article.article["article_id"]: article.article for article in read}
    claims = _claims(read, by_mention, by_article, places)
    events = []
    event_actors = []
    for event_id, group in zip(ids, clusters, strict=True):
        own = [row for row in claims.get(event_id, []) if not row["is_aggregate"]]
        tolls = {outcome: toll(own, outcome, by_article) for outcome in ("killed", "injured")}
        event = event_row(event_id, group, by_article, by_actor, lineage, tolls)
        events.append(event)
        event_actors += event_actor_rows(event, group)
    for article in read:
        _link_quotes(article)
    return {
        "articles": [article.article for article in read],
        "event_mentions": [_without(row, AROUND) for article in read for row in article.event_mentions],
        "events": sorted(events, key=lambda row: str(row["event_id"])),
        "event_actors": sorted(event_actors, key=lambda row: (row["event_id"], row["actor_id"], row["role"])),
        "actors": _with_location_states(actors, event_actors, curated),
        "casualties": [_without(row, WITHIN_ARTICLE) for article in read for row in article.casualties],
        "quotes": [row for article in read for row in article.quotes],
        "actor_mentions": [row for article in read for row in article.actor_mentions],
        "place_mentions": [row for article in read for row in article.place_mentions],
        "date_mentions": [row for article in read for row in article.date_mentions],
        "places": [places[place_id] for place_id in sorted(places)],
        "rejects": [row for article in read for row in article.rejects],
    }


def _clusters(read: Sequence[ArticleRows], places: Mapping[str, Row], lineage: Lineage) -> list[Cluster]:
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in (row for article in read for row in article.casualties if row["mention_id"] and not row["is_aggregate"]):
        claims[row["mention_id"]].append(row)
    profiles = [
        profile(row, article.article["published_at"], places, claims[row["mention_id"]])
        for article in read
        for row in article.event_mentions
        if row["stance"] not in NO_EVENT
    ]
    return cluster(profiles, lineage, stories(read))[0]


def _claims(
    read: Sequence[ArticleRows], by_mention: Mapping[str, str], by_article: Mapping[str, Row], places: Mapping[str, Row]
) -> dict[str, list[Row]]:
    """Put events on mentions and claims, relate the claims of each event, and return them by event."""
    claims: dict[str, list[Row]] = defaultdict(list)
    for article in read:
        for row in article.event_mentions:
            row["event_id"] = by_mention.get(row["mention_id"])
        for row in article.casualties:
            row["event_id"] = by_mention.get(row["mention_id"]) if row["mention_id"] and not row["is_aggregate"] else None
            if row["event_id"]:
                claims[row["event_id"]].append(row)
            elif row["subset_of_claim_id"] or row["repeats_claim_id"]:
                row["relation"] = "subset_of" if row["subset_of_claim_id"] else "repeats"
                row["related_claim_id"] = row["subset_of_claim_id"] or row["repeats_claim_id"]
    said = occasions((row for article in read for row in article.event_mentions), by_article, places)
    for event_id in sorted(claims):
        relations = relate(claims[event_id], by_article, said.get(event_id))
        for row in claims[event_id]:
            if row["claim_id"] in relations:
                row["relation"], row["related_claim_id"] = relations[row["claim_id"]]
    return claims


def _link_quotes(article: ArticleRows) -> None:
    """Link each quotation to the one event it speaks of: among its own words, then in its sentence; null when two or none."""
    for quote in article.quotes:
        inside = {
            row["event_id"]
            for row in article.event_mentions
            if row["event_id"] and quote["span_start"] <= row["trigger_start"] and row["trigger_end"] <= quote["span_end"]
        }
        beside = {row["event_id"] for row in article.event_mentions if row["event_id"] and row["sentence_index"] == quote["sentence_index"]}
        found = inside or beside
        quote["event_id"] = next(iter(found)) if len(found) == 1 else None


def _without(row: Row, columns: frozenset[str]) -> Row:
    return {name: value for name, value in row.items() if name not in columns}


def _with_location_states(actors: list[Row], event_actors: Sequence[Row], curated: Sequence[Row]) -> list[Row]:
    """Add the states in which events lie, so that every `event_actors.actor_id` stands in `actors`."""
    have = {row["actor_id"] for row in actors}
    missing = {row["actor_id"] for row in event_actors} - have
    added = [row | {"mention_count": 0, "first_seen": None, "last_seen": None} for row in curated if row["actor_id"] in missing]
    return sorted(actors + added, key=lambda row: str(row["actor_id"]))
