"""Find what the warehouse holds around new articles: by what they name and repeat first, by the events that they may tell then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from transforms.actors.variants import name_keys
from transforms.duplicates import COPY_DAYS, bands
from transforms.resolve import ArticleRows, Neighbourhood, Prepared
from transforms.resolve.upkeep import AROUND, WITHIN_ARTICLE, with_hidden
from warehouse.around import Around

OF_MENTIONS = ("source_actor_id", "target_actor_id", "claimant_actor_id")


def first_look(store: Around, fresh: Sequence[ArticleRows]) -> Neighbourhood:
    """Return what the articles name and repeat."""
    read = {row["actor_id"] for article in fresh for row in article.actors}
    persons = [row["name"] for article in fresh for row in article.actors if row["kind"] == "person" and not row["is_curated"]]
    wording = {article.article["article_id"]: bands(article.article["text"]) for article in fresh}
    asked = [(bucket, one.article["published_at"]) for one in fresh for bucket in wording[one.article["article_id"]]]
    around = Neighbourhood(
        copies={row["article_id"]: row for row in store.copies(asked, COPY_DAYS)},
        bands=wording,
        united=store.readings(read),
        persons=store.persons(key for name in persons for key in name_keys(name)),
        event_before=store.event_before(),
    )
    recounted = store.recounted() if around.event_before else {}
    around.recounted = set(recounted)
    around.actors = store.actors({*read, *recounted, *around.united.values(), *(row["actor_id"] for row in around.persons)})
    for actor_id, counted in recounted.items():
        around.actors[actor_id] |= counted
    return around


def second_look(store: Around, new: Prepared, around: Neighbourhood) -> None:
    """Add the events that the articles may tell, and those that change because an article was read again or turned out a copy."""
    around.name_counts, around.article_count = store.name_counts(name for carried in new.names.values() for name in carried)
    around.stale = set(around.event_before.values()) | store.events_told_in(new.copied_otherwise)
    mentions, claims, hidden = store.events(store.events_near(new.blocks(around)) | around.stale)
    by_event = defaultdict(list)
    for row in with_hidden(mentions, "mention_id", AROUND, hidden):
        by_event[row["event_id"]].append(row)
    around.events = dict(by_event)
    around.claims = with_hidden(claims, "claim_id", WITHIN_ARTICLE, hidden)
    around.articles, around.names = store.articles(row["article_id"] for row in [*mentions, *claims])
    known = [row for rows in around.events.values() for row in rows]
    around.places = store.places(row[name] for row in known for name in ("place_id", "context_place_id") if row[name])
    sides = {actor for row in known for actor in (*row["source_actor_ids"], *row["target_actor_ids"])}
    around.actors |= store.actors(sides - around.actors.keys())
