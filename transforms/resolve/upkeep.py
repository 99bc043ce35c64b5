"""What a run leaves for the next ones, so that these find the neighbourhood of new articles without reading everything again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from transforms.actors.variants import name_keys
from transforms.resolve.groups import Cluster
from transforms.resolve.lineage import Lineage
from transforms.resolve.marks import Marks
from transforms.resolve.neighbourhood import Neighbourhood
from transforms.resolve.prepare import Prepared
from transforms.resolve.profile import Row
from transforms.resolve.rows import ArticleRows, from_json, to_json
from transforms.resolve.ties import ties

# What an article itself ties together; `relation` and `related_claim_id` say it to users.
WITHIN_ARTICLE = ("subset_of_claim_id", "repeats_claim_id", "revises_claim_id", "is_part", "is_partial", "town_id")
# What the text around says of an event shows in the event's own place; a mention's row has what the mention says.
AROUND = ("context_place_id", "context_date_start", "context_date_end", "context_date_precision")


def upkeep_rows(new: Prepared, around: Neighbourhood, touched: Mapping[str, Cluster], lineage: Lineage) -> dict[str, list[Row]]:
    """Return the rows of the tables that only the next run reads, for the articles of this one."""
    published = new.published
    counts = {**around.name_counts, **new.name_counts(around)}
    told: dict[str, set[str]] = defaultdict(set)
    for event_id, group in touched.items():
        for member in group.members:
            told[member.article_id].add(event_id)
    persons = [row for row in new.actors if row["kind"] == "person" and not row["is_curated"]]
    return {
        "article_marks": [
            {
                "article_id": article_id,
                "published_at": published[article_id],
                "names": to_json(marks.names),
                "regions": sorted(marks.regions),
                "words": to_json(marks.words),
                "event_ids": sorted(told[article_id]),
            }
            for article_id, marks in sorted(new.marks.items())
        ],
        "article_keys": [
            {"article_id": article_id, "key": key, "published_at": published[article_id]}
            for article_id, marks in sorted(new.marks.items())
            for key in marks.keys
        ],
        "name_counts": [{"name": name, "article_count": counts[name]} for name in sorted(counts) if counts[name]],
        "article_bands": [
            {"article_id": article_id, "band": band, "bucket": bucket, "published_at": published[article_id]}
            for article_id in sorted(published)
            for band, bucket in enumerate(new.bands[article_id])
        ],
        "mention_ties": [row for event_id, group in sorted(touched.items()) for row in _tie_rows(event_id, group, set(published), lineage)],
        "hidden_columns": hidden_rows(new.read),
        "united_actors": [
            {"reading_id": reading, "actor_id": actor}
            for reading, actor in sorted(new.united.items())
            if around.united.get(reading) != actor
        ],
        "person_keys": [{"actor_id": row["actor_id"], "name_key": key} for row in persons for key in sorted(name_keys(row["name"]))],
    }


def _tie_rows(event_id: str, group: Cluster, own: Set[str], lineage: Lineage) -> list[Row]:
    """Return the ties that an event gains by mentions of the run's `own` articles; those of others' mentions stand with one of these."""
    joined = [member for member in group.members if member.article_id in own]
    if not joined:
        return []
    first = min(member.article_id for member in joined)
    return [
        {
            "article_id": member.article_id if member.article_id in own else first,
            "mention_id": member.mention_id,
            "event_id": event_id,
            "tie": tie,
            "first_day": first_day,
            "last_day": last_day,
        }
        for member, (tie, first_day, last_day) in ties([one for one in group.members if one.article_id not in own], joined, lineage)
    ]


def marks_from(row: Row) -> Marks:
    """Return the marks of a row of `article_marks`; one without words holds none."""
    return Marks(from_json(row["names"]), frozenset(row["regions"]), from_json(row["words"]) if row["words"] else {})


def hidden_rows(articles: Iterable[ArticleRows]) -> list[Row]:
    """Return what mentions and claims hold beyond the columns of their tables, where that is anything."""
    rows = []
    for article in articles:
        published = article.article["published_at"]
        for table, key, columns in ((article.event_mentions, "mention_id", AROUND), (article.casualties, "claim_id", WITHIN_ARTICLE)):
            for row in table:
                values = {name: row[name] for name in columns if row.get(name)}  # an older version read fewer
                if values:
                    rows.append(
                        {"article_id": row["article_id"], "row_id": row[key], "columns": to_json(values), "published_at": published}
                    )
    return rows


def with_hidden(rows: Iterable[Row], key: str, columns: Sequence[str], hidden: Mapping[str, str]) -> list[Row]:
    """Return rows of the store with what they hold beyond the columns of their table. `hidden`: values as JSON by row id."""
    absent = dict.fromkeys(columns)
    return [row | absent | (from_json(hidden[row[key]]) if row[key] in hidden else {}) for row in rows]
