"""What marks an article among others: the names and words by which another one on the same story is known."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.resolve.rows import ArticleRows
from transforms.resolve.wording import telling_words

PERSON = 1.0
# Officials speak in many stories of one region, organisations and towns stand in many.
STANDING = 0.5
KINDS = frozenset({"person", "other", "ngo", "party", "armed_group"})
FINE = frozenset({"point", "city", "admin2"})
# The words by which articles of like wording find each other.
KEY_WORDS = 12
# A place named once, in the opening of a text, may be where it was sent from.
OPENING = 200


@dataclass(frozen=True, slots=True)
class Marks:
    """`names`: found actors, towns and names no gazetteer has, each with its weight; `regions`: the provinces that the places named lie
    in; `words`: the most telling words, each with its share of a vector of length 1."""

    names: dict[str, float]
    regions: frozenset[str]
    words: dict[str, float]

    @property
    def keys(self) -> list[str]:
        """The names and words of which two articles of one story have at least one in common, sorted."""
        return sorted({*self.names, *sorted(self.words, key=lambda word: (-self.words[word], word))[:KEY_WORDS]})


def marks_of(article: ArticleRows) -> Marks:
    """Return the marks of one article."""
    towns = dict.fromkeys(sorted(_towns(article)), STANDING)
    return Marks(_actors(article) | towns, _regions(article), telling_words(article.article["text"]))


def _actors(article: ArticleRows) -> dict[str, float]:
    mentioned = {row["actor_id"] for row in article.actor_mentions}
    return {
        row["actor_id"]: PERSON if row["kind"] == "person" and not row["role"] else STANDING
        for row in article.actors
        if not row["is_curated"] and row["kind"] in KINDS and row["actor_id"] in mentioned
    }


def _towns(article: ArticleRows) -> set[str]:
    placed = {row["place_id"] for row in article.place_mentions if not row["is_demonym"]}
    fine = {row["place_id"] for row in article.places if row["precision"] in FINE and row["place_id"] in placed}
    return fine | {row["evidence"].lower() for row in article.place_mentions if row["place_id"] is None and not row["is_demonym"]}


def _regions(article: ArticleRows) -> frozenset[str]:
    named = [row for row in article.place_mentions if row["place_id"] and not row["is_demonym"]]
    once = {row["place_id"] for row in named if row["span_start"] < OPENING} - {
        row["place_id"] for row in named if row["span_start"] >= OPENING
    }
    told = {row["place_id"] for row in named} - once
    regions = {row["place_id"]: (row["country_iso3"], row["admin1_name"]) for row in article.places if row["admin1_name"]}
    return frozenset(f"{country}/{region}" for place_id, (country, region) in regions.items() if place_id in told)
