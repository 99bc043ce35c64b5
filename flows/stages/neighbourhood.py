"""Find what the warehouse holds around new articles: by what they name and repeat first, by the events that they may tell then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from transforms.actors.variants import name_keys
from transforms.duplicates import COPY_DAYS, bands
from transforms.resolve import ArticleRows, Neighbourhood, Prepared
from transforms.resolve.story import MOST_ARTICLES, STORY_DAYS, WORDING_DAYS
from transforms.resolve.upkeep import AROUND, WITHIN_ARTICLE, marks_from, with_hidden
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
    around.actors = store.curated_actors()
    named = {*read, *recounted, *around.united.values(), *(row["actor_id"] for row in around.persons)}
    around.actors |= store.actors(named - around.actors.keys())
    for actor_id, counted in recounted.items():
        around.actors[actor_id] |= counted
    return around


def second_look(store: Around, new: Prepared, around: Neighbourhood) -> None:
    """Add the events that the articles may tell, and those that change because an article was read again or turned out a copy."""
    told_in = _find_stories(store, new, around)
    stories = new.stories(around)
    told = {event for own in new.marks for other in stories.told(own) for event in told_in.get(other, ())}
    around.stale = set(around.event_before.values()) | store.events_told_in(new.copied_otherwise)
    mentions, claims = store.events(store.events_near(new.ties(around)) | told | around.stale)
    around.articles = store.articles(row["article_id"] for row in [*mentions, *claims])
    days = [row["published_at"] for row in around.articles.values()]
    hidden = store.hidden([*(row["mention_id"] for row in mentions), *(row["claim_id"] for row in claims)], days)
    by_event = defaultdict(list)
    for row in with_hidden(mentions, "mention_id", AROUND, hidden):
        by_event[row["event_id"]].append(row)
    around.events = dict(by_event)
    around.claims = with_hidden(claims, "claim_id", WITHIN_ARTICLE, hidden)
    known = [row for rows in around.events.values() for row in rows]
    around.places = store.places(row[name] for row in known for name in ("place_id", "context_place_id") if row[name])
    sides = {actor for row in known for actor in (*row["source_actor_ids"], *row["target_actor_ids"])}
    around.actors |= store.actors(sides - around.actors.keys())


def _find_stories(store: Around, new: Prepared, around: Neighbourhood) -> dict[str, list[str]]:
    """Add the articles that may tell the stories of the new ones, and return the events that each tells."""
    around.name_counts = store.name_counts(name for marks in new.marks.values() for name in marks.names)
    rare = {name for name, count in new.name_counts(around).items() if count <= MOST_ARTICLES}
    days = new.published
    keys = [(key, days[article_id], key in marks.names) for article_id, marks in new.marks.items() for key in marks.keys]
    named = store.articles_with({(key, day) for key, day, is_name in keys if is_name and key in rare}, STORY_DAYS + 1)
    worded = store.articles_with({(key, day) for key, day, is_name in keys if not is_name}, WORDING_DAYS + 1)
    found = store.story_marks(named | worded, list(days.values()), WORDING_DAYS + 1)
    for row in found:
        around.marks[row["article_id"]] = marks_from(row)
        around.published[row["article_id"]] = row["published_at"]
    return {row["article_id"]: row["event_ids"] for row in found}
