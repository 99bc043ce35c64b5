"""The whole look across articles: rows of single articles in, rows of every table of the contract out.

Articles of a run are compared with each other and with their neighbourhood in the warehouse; for an empty neighbourhood that is all there
is. Mentions of earlier runs stay in their events: a new mention joins one of these or makes an event of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from transforms.actors.curated import curated_rows
from transforms.casualties.occasions import occasions
from transforms.casualties.relations import relate, within_article
from transforms.casualties.toll import toll
from transforms.resolve.cluster import cluster
from transforms.resolve.event_rows import event_actor_rows, event_row
from transforms.resolve.groups import Cluster
from transforms.resolve.identity import event_ids
from transforms.resolve.neighbourhood import Neighbourhood
from transforms.resolve.prepare import Prepared, claims_of_mentions, prepare
from transforms.resolve.profile import Profile, Row, profile
from transforms.resolve.rows import ArticleRows, copy_of
from transforms.resolve.upkeep import AROUND, WITHIN_ARTICLE, upkeep_rows


@dataclass(frozen=True, slots=True)
class Resolved:
    """The rows of a run. `tables`: of its articles, and of what events, actors and places they touch. `upkeep`: what the next run reads.

    `changed`: rows of `casualties` of earlier runs that now relate otherwise. `copied_otherwise`: `duplicate_of` of earlier articles where
    it changed. `touched_events`: ids of the events looked at anew; those without a row in `tables` are no more."""

    tables: dict[str, list[Row]]
    upkeep: dict[str, list[Row]]
    changed: list[Row]
    copied_otherwise: Mapping[str, str | None]
    touched_events: set[str]


def resolve(articles: Iterable[ArticleRows], known_events: Mapping[str, str] | None = None) -> dict[str, list[Row]]:
    """Return the rows of every table, sorted by key, without `recorded_at` and `run_id`.

    `articles` are the current versions of all articles, in any order; they are not changed. `known_events` maps mention ids to
    event ids of the last run, so that an event keeps its id."""
    nothing = Neighbourhood(event_before=dict(known_events or {}))
    return resolve_prepared(prepare(map(copy_of, articles), nothing), nothing).tables


def resolve_prepared(new: Prepared, around: Neighbourhood) -> Resolved:
    """Return the rows that articles, prepared with the first look at their neighbourhood, make or change, after the second look at it."""
    lineage, stories = new.lineage(around), new.stories(around)
    places = {**around.places, **new.places}
    seeded = _known_clusters(around, places, lineage.kinds)
    clusters, _ = cluster(new.profiles, lineage, stories, [seeded[event_id] for event_id in sorted(seeded)])
    ids = event_ids(clusters, around.event_before, sorted(seeded))
    touched = {
        event_id: group
        for event_id, group in zip(ids, clusters, strict=True)
        if event_id in around.stale or len(group.members) > len(seeded.get(event_id, ()))
    }
    facts = {
        article_id: row | {"duplicate_of": new.copied_otherwise.get(article_id, row["duplicate_of"])}
        for article_id, row in around.articles.items()
    }
    by_article = facts | {article.article["article_id"]: article.article for article in new.read}
    before = {row["claim_id"]: (row["relation"], row["related_claim_id"]) for row in around.claims}
    claims = _claims(new, touched, by_article, places, around.claims)
    by_actor = {**around.actors, **{row["actor_id"]: row for row in new.actors}}
    events = []
    event_actors = []
    for event_id, group in touched.items():
        own = [row for row in claims.get(event_id, []) if not row["is_aggregate"]]
        tolls = {outcome: toll(own, outcome, by_article) for outcome in ("killed", "injured")}
        event = event_row(event_id, group, by_article, by_actor, lineage, tolls)
        events.append(event)
        event_actors += event_actor_rows(event, group)
    for article in new.read:
        _link_quotes(article)
    return Resolved(
        tables=_tables(new, around, events, event_actors),
        upkeep=upkeep_rows(new, around, touched, lineage),
        changed=[
            _without(row, WITHIN_ARTICLE)
            for row in around.claims
            if row["event_id"] in touched and before[row["claim_id"]] != (row["relation"], row["related_claim_id"])
        ],
        copied_otherwise=new.copied_otherwise,
        touched_events=set(touched) | around.stale,
    )


def _known_clusters(around: Neighbourhood, places: Mapping[str, Row], kinds: Mapping[str, str]) -> dict[str, list[Profile]]:
    claims = claims_of_mentions(around.claims)
    return {
        event_id: [
            profile(row, around.articles[row["article_id"]]["published_at"], places, claims.get(row["mention_id"], ()), kinds)
            for row in rows
        ]
        for event_id, rows in around.events.items()
    }


def _claims(
    new: Prepared, touched: Mapping[str, Cluster], by_article: Mapping[str, Row], places: Mapping[str, Row], known: Sequence[Row]
) -> dict[str, list[Row]]:
    """Put events on mentions and claims, relate the claims of each event, and return them by event. `known`: claims of earlier runs."""
    by_mention = {member.mention_id: event_id for event_id, group in touched.items() for member in group.members}
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in known:
        if row["event_id"] in touched:
            row["relation"] = row["related_claim_id"] = None
            claims[row["event_id"]].append(row)
    for article in new.read:
        for row in article.event_mentions:
            row["event_id"] = by_mention.get(row["mention_id"])
        for row in article.casualties:
            row["event_id"] = by_mention.get(row["mention_id"]) if row["mention_id"] and not row["is_aggregate"] else None
            if row["event_id"]:
                claims[row["event_id"]].append(row)
            elif (tie := within_article(row) or (("subset_of", None) if row.get("is_part") else None)) is not None:
                row["relation"], row["related_claim_id"] = tie
    said = occasions((member.row for group in touched.values() for member in group.members), by_article, places)
    for event_id in sorted(claims):
        relations = relate(claims[event_id], by_article, said.get(event_id))
        for row in claims[event_id]:
            if row["claim_id"] in relations:
                row["relation"], row["related_claim_id"] = relations[row["claim_id"]]
    return claims


def _tables(new: Prepared, around: Neighbourhood, events: Sequence[Row], event_actors: Sequence[Row]) -> dict[str, list[Row]]:
    read = new.read
    return {
        "articles": [article.article for article in read],
        "event_mentions": [_without(row, AROUND) for article in read for row in article.event_mentions],
        "events": sorted(events, key=lambda row: str(row["event_id"])),
        "event_actors": sorted(event_actors, key=lambda row: (row["event_id"], row["actor_id"], row["role"])),
        "actors": _with_location_states(_with_recounted(new, around), event_actors, around.actors),
        "casualties": [_without(row, WITHIN_ARTICLE) for article in read for row in article.casualties],
        "quotes": [row for article in read for row in article.quotes],
        "actor_mentions": [row for article in read for row in article.actor_mentions],
        "place_mentions": [row for article in read for row in article.place_mentions],
        "date_mentions": [row for article in read for row in article.date_mentions],
        "places": [new.places[place_id] for place_id in sorted(new.places)],
        "rejects": [row for article in read for row in article.rejects],
    }


def _link_quotes(article: ArticleRows) -> None:
    """Link each quotation to the one event it speaks of: among its own words, then in its sentence; null when two or none."""
    told = [
        (row["event_id"], row["trigger_start"], row["trigger_end"], row["sentence_index"])
        for row in article.event_mentions
        if row["event_id"]
    ]
    for quote in article.quotes:
        first, last, sentence = quote["span_start"], quote["span_end"], quote["sentence_index"]
        inside = {event_id for event_id, start, end, _ in told if first <= start and end <= last}
        beside = {event_id for event_id, _, _, index in told if index == sentence}
        found = inside or beside
        quote["event_id"] = next(iter(found)) if len(found) == 1 else None


def _without(row: Row, columns: Iterable[str]) -> Row:
    kept = row.copy()
    for name in columns:
        kept.pop(name, None)
    return kept


def _with_recounted(new: Prepared, around: Neighbourhood) -> list[Row]:
    named = {row["actor_id"] for row in new.actors}
    return [*new.actors, *(around.actors[actor_id] for actor_id in sorted(around.recounted - named))]


def _with_location_states(actors: Sequence[Row], event_actors: Sequence[Row], known: Mapping[str, Row]) -> list[Row]:
    """Add the states in which events lie, so that every `event_actors.actor_id` stands in `actors`."""
    missing = {row["actor_id"] for row in event_actors} - {row["actor_id"] for row in actors} - known.keys()
    added = [row | {"mention_count": 0, "first_seen": None, "last_seen": None} for row in curated_rows() if row["actor_id"] in missing]
    return sorted([*actors, *added], key=lambda row: str(row["actor_id"]))
