"""One actor for all its names: unites found actors over articles and counts who is mentioned where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from transforms.actors.curated import state_of
from transforms.actors.variants import name_keys, same_person
from transforms.records import Actor
from transforms.resolve.profile import Row
from transforms.resolve.rows import ArticleRows


def canonical_ids(articles: Iterable[ArticleRows], known: Iterable[Row] = (), settled: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return, for found actors with several readings, the id that stands for all: that of the reading most often mentioned,
    the smaller id among equals. Ids that stand for themselves are left out.

    `known`: rows of `actors` of earlier runs, which keep their ids. `settled`: what earlier runs returned; it stays."""
    united = dict(settled or {})
    stored = [_person(row) for row in sorted(known, key=lambda row: (-row["mention_count"], row["actor_id"]))]
    counts: Counter[str] = Counter()
    readings: dict[str, Actor] = {}
    for article in articles:
        counts.update(row["actor_id"] for row in article.actor_mentions if row["actor_id"])
        for row in article.actors:
            if not row["is_curated"] and row["kind"] == "person" and row["actor_id"] not in united:
                readings[row["actor_id"]] = _person(row)
    for actor in stored:
        readings.pop(actor.actor_id, None)
    ordered = stored + sorted(readings.values(), key=lambda actor: (-counts[actor.actor_id], actor.actor_id))
    heads: dict[str, list[int]] = defaultdict(list)  # by key of the name, the places of those that stand for others
    for place, actor in enumerate(ordered):
        keys = name_keys(actor.name)
        if place >= len(stored):
            near = sorted({head for key in keys for head in heads[key]})
            head = next((ordered[head] for head in near if same_person(ordered[head], actor)), None)
            if head is not None:
                united[actor.actor_id] = head.actor_id
                continue
        for key in keys:
            heads[key].append(place)
    return united


def _person(row: Row) -> Actor:
    return Actor(
        actor_id=row["actor_id"],
        name=row["name"],
        kind=row["kind"],
        country_iso3=row["country_iso3"],
        parent_actor_id=row["parent_actor_id"],
        role=row["role"],
    )


def rename_actors(article: ArticleRows, united: Mapping[str, str]) -> None:
    """Put the canonical ids into an article's rows, in place: the rows are the resolver's own copy."""
    if not any(row["actor_id"] in united for row in article.actors):
        return
    for table in (article.event_mentions, article.casualties, article.quotes, article.actor_mentions):
        for row in table:
            for column, value in row.items():
                if column.endswith("actor_id") and value in united:
                    row[column] = united[value]
                elif column.endswith("actor_ids"):
                    row[column] = list(dict.fromkeys(united.get(actor, actor) for actor in value))


def actor_rows(
    articles: Sequence[ArticleRows], united: Mapping[str, str], states: Iterable[Row], known: Mapping[str, Row] | None = None
) -> list[Row]:
    """Return the rows of `actors`: each actor named in any row and its parents (from `states`, rows of curated actors),
    with the number of mentions and the first and last publication day. `known`: rows by id of earlier runs, to which is added."""
    stored = known or {}
    merged: dict[str, Row] = {row["actor_id"]: dict(row) for row in states} | {actor_id: dict(row) for actor_id, row in stored.items()}
    aliases: dict[str, set[str]] = {actor_id: set(row["aliases"]) for actor_id, row in merged.items()}
    counts: Counter[str] = Counter({actor_id: row["mention_count"] for actor_id, row in stored.items()})
    days: dict[str, list[datetime]] = defaultdict(list)
    for actor_id, row in stored.items():
        days[actor_id] += [day for day in (row["first_seen"], row["last_seen"]) if day is not None]
    needed: set[str] = set()
    for article in sorted(articles, key=lambda a: (a.article["article_id"], a.article["version"])):
        published = article.article["published_at"]
        for row in article.actor_mentions:
            if row["actor_id"]:
                counts[row["actor_id"]] += 1
                if published:
                    days[row["actor_id"]].append(published)
        for row in article.actors:
            read_id: str = row["actor_id"]
            actor_id = united.get(read_id, read_id)
            needed.add(actor_id)
            aliases.setdefault(actor_id, set()).update({row["name"], *row["aliases"]})
            actor = merged.setdefault(actor_id, dict(row) | {"actor_id": actor_id})
            if actor_id == row["actor_id"] and not actor["is_curated"]:
                aliases[actor_id].add(actor["name"])
                actor["name"] = row["name"]
            for column in ("country_iso3", "parent_actor_id", "role"):
                actor[column] = actor[column] or row[column]
    for actor_id in needed:
        row = merged[actor_id]
        if row["parent_actor_id"] not in merged:
            # A force that no text names ("Colonel X" of its army): the state stands above both.
            state = state_of(row["country_iso3"]) if row["parent_actor_id"] and row["country_iso3"] else None
            row["parent_actor_id"] = state.actor.actor_id if state and state.actor.actor_id != actor_id else None
    waiting = sorted(needed)
    while waiting:
        parent = merged[waiting.pop()]["parent_actor_id"]
        if parent and parent not in needed:
            needed.add(parent)
            waiting.append(parent)
    return [
        merged[actor_id]
        | {
            "aliases": sorted(aliases[actor_id] - {merged[actor_id]["name"]}),
            "mention_count": counts[actor_id],
            "first_seen": min(days[actor_id], default=None),
            "last_seen": max(days[actor_id], default=None),
        }
        for actor_id in sorted(needed)
    ]
