"""New articles made ready to be compared: copies known, actors under one id, and what each mention says of an event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from transforms.actors.curated import curated_rows
from transforms.duplicates import bands, near_duplicates
from transforms.resolve.actors import actor_rows, canonical_ids, rename_actors
from transforms.resolve.lineage import Lineage
from transforms.resolve.marks import Marks, marks_of
from transforms.resolve.neighbourhood import Neighbourhood
from transforms.resolve.profile import Profile, Row, profile
from transforms.resolve.row_shapes import article_of
from transforms.resolve.rows import ArticleRows
from transforms.resolve.story import Stories
from transforms.resolve.ties import Tie, asked_ties

# What may happen, said by nobody as a plan, is no event; its mention stays, with its stance.
NO_EVENT = {"hypothetical"}


@dataclass(frozen=True, slots=True)
class Prepared:
    """The articles of a run, ready to be compared with each other and with their neighbourhood."""

    read: Sequence[ArticleRows]
    # Articles of earlier runs that are copies of others than before, by id: of which article, None for an original.
    copied_otherwise: Mapping[str, str | None]
    united: Mapping[str, str]
    actors: Sequence[Row]
    bands: Mapping[str, Sequence[int]]
    marks: Mapping[str, Marks]
    places: Mapping[str, Row]
    profiles: Sequence[Profile]

    @property
    def published(self) -> dict[str, datetime | None]:
        """When each article was published, by id."""
        return {article.article["article_id"]: article.article["published_at"] for article in self.read}

    def lineage(self, around: Neighbourhood) -> Lineage:
        """Return who belongs to whom, among the actors of these articles and of their neighbourhood."""
        rows = [*around.actors.values(), *self.actors]
        return Lineage(
            {row["actor_id"]: row["parent_actor_id"] for row in rows if row["parent_actor_id"]},
            {row["actor_id"]: row["country_iso3"] for row in rows if row["country_iso3"]},
            frozenset(row["actor_id"] for row in rows if row["kind"] == "state"),
            {row["actor_id"]: row["kind"] for row in rows},
            {row["actor_id"]: row["role"].lower() for row in rows if row["kind"] == "person" and row["role"]},
            {row["actor_id"]: row["name"].split()[-1].lower() for row in rows if row["kind"] == "person" and not _is_office(row)},
        )

    def name_counts(self, around: Neighbourhood) -> dict[str, int]:
        """Return how many articles of the warehouse will carry each name of these articles."""
        own = Counter(name for marks in self.marks.values() for name in marks.names)
        return {name: count + around.name_counts.get(name, 0) for name, count in own.items()}

    def stories(self, around: Neighbourhood) -> Stories:
        """Return the stories that these articles and those around tell; once asked, they stand."""
        if around.stories is None:
            days = {article_id: at.date() if at else None for article_id, at in {**around.published, **self.published}.items()}
            around.stories = Stories({**around.marks, **self.marks}, days, self.name_counts(around), self.marks)
        return around.stories

    def ties(self, around: Neighbourhood) -> set[Tie]:
        """Return by what mentions of other stories that these may join are found."""
        lineage = self.lineage(around)
        by_article = defaultdict(list)
        for item in self.profiles:
            by_article[item.article_id].append(item)
        return {tie for items in by_article.values() for tie in asked_ties(items, lineage)}


def _is_office(row: Row) -> bool:
    """Whether an actor is whoever holds an office ("iran_president"), not a person by name."""
    return bool(row["role"]) and str(row["actor_id"]).endswith("_" + row["role"].lower().replace(" ", "_"))


def prepare(articles: Iterable[ArticleRows], around: Neighbourhood) -> Prepared:
    """Return the articles compared with the first look at their neighbourhood. Their rows become those of the tables: who needs them as
    they were read hands over copies (`copy_of`)."""
    read = sorted(articles, key=lambda a: (a.article["article_id"], a.article["version"]))
    own = {article.article["article_id"] for article in read}
    wording = around.bands or {article.article["article_id"]: bands(article.article["text"]) for article in read}
    copies = near_duplicates((article_of(row) for row in [*(article.article for article in read), *around.copies.values()]), wording)
    for article in read:
        article.article["duplicate_of"] = copies.get(article.article["article_id"])
    otherwise = {
        article_id: copies.get(article_id) for article_id, row in around.copies.items() if copies.get(article_id) != row["duplicate_of"]
    }
    united = canonical_ids(read, around.persons, around.united)
    for article in read:
        rename_actors(article, united)
    actors = actor_rows(read, united, curated_rows(), around.actors)
    places = {row["place_id"]: row for article in read for row in article.places}
    kinds = {row["actor_id"]: row["kind"] for row in [*around.actors.values(), *actors]}
    return Prepared(
        read=read,
        copied_otherwise={article_id: original for article_id, original in otherwise.items() if article_id not in own},
        united=united,
        actors=actors,
        bands=wording,
        marks={article.article["article_id"]: marks_of(article) for article in read},
        places=places,
        profiles=_profiles(read, places, kinds),
    )


def _profiles(read: Sequence[ArticleRows], places: Mapping[str, Row], kinds: Mapping[str, str]) -> list[Profile]:
    claims = claims_of_mentions(row for article in read for row in article.casualties)
    return [
        profile(row, article.article["published_at"], places, claims.get(row["mention_id"], ()), kinds, retold.get(row["mention_id"]))
        for article in read
        for retold in (retold_mentions(article.event_mentions, article.casualties),)
        for row in article.event_mentions
        if row["stance"] not in NO_EVENT
    ]


def retold_mentions(mentions: Sequence[Row], claims: Sequence[Row]) -> dict[str, str]:
    """Return, for mentions whose target a claim counts for a deed told in another sentence of the article, that deed's mention; for the
    one attack of a headline that of the deed whose number it gives. By mention id."""
    by_id = {row["mention_id"]: row for row in mentions}
    in_headline = sum(row["sentence_index"] == 0 and row["event_type"] == "ASSAULT" for row in mentions)
    found: dict[str, str] = {}
    by_claim = {claim["claim_id"]: claim for claim in claims}
    for claim in claims:
        deed = by_id.get(claim["mention_id"] or "")
        again = by_claim.get(claim.get("repeats_claim_id") or "")
        if deed is not None and deed["sentence_index"] == 0 and in_headline == 1 and again is not None:
            deed = by_id.get(again["mention_id"] or "")  # the headline's number is told again with the deed
        if deed is None or deed["sentence_index"] == claim["sentence_index"] or claim["is_aggregate"] or claim["count_start"] is None:
            continue
        for row in mentions:
            harmed = row["target_text"]
            if row["sentence_index"] != claim["sentence_index"] or row["event_type"] != deed["event_type"] or not harmed:
                continue
            at = row["span_start"] + row["evidence"].find(harmed)
            is_counted = at <= claim["count_start"] < at + len(harmed) and harmed in row["evidence"]
            if is_counted or (row["sentence_index"] == 0 and in_headline == 1):
                found[row["mention_id"]] = deed["mention_id"]
    return found


def claims_of_mentions(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the claims about people harmed in each mention's event, sums over a war left out."""
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["mention_id"] and not row["is_aggregate"]:
            claims[row["mention_id"]].append(row)
    return claims
