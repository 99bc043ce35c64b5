"""News made of the samples' annotations: articles that open with a passage of a sample and the rows that were read of it, varied so that
they look like years of news, and go on for as many words as news does.

- Stories run over one to forty articles, most of which stand within days. Each has two states (few states make most news), three of their
  forty largest towns, four groups of the seeds, people of its own, a day and a toll that grows.
- Words that no row rests on are others in each article, drawn as English uses them (`wording`); names are the story's own. So only meant
  copies are copies, and articles share words as those of a newspaper do.
- 8 in 100 are agency copies of an article before them in their story, 20 in 100 name an agency.

One seed gives one and the same news.
"""

from __future__ import annotations

import hashlib
import random
from calendar import day_name, month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.bench.warehouse.cast import TOWNS, armed_and_political_groups, name_of, towns_of_countries
from tests.bench.warehouse.wording import WORD, body, reworded, with_names
from transforms.actors.curated import curated_rows
from transforms.ids import content_id
from transforms.resolve import ArticleRows

Row = dict[str, Any]
TABLES = ("event_mentions", "casualties", "quotes", "actor_mentions", "place_mentions", "date_mentions")
SPANS = ("span", "trigger", "count", "cue", "speaker")
WORDS = {"trigger": "trigger", "count": "count_text", "cue": "cue", "speaker": "speaker_text", "span": "evidence"}
MENTIONS = 3  # of one article: three millions in one million articles
ARTICLES_A_DAY = 270  # a busy collector of conflict news: a million in ten years
FIRST_DAY = date(2025, 1, 1)
COPIES = 0.08  # of articles are agency copies of the one before in their story
STATES = 60
LENGTH = (150, 450)  # words that follow the passage
CALENDAR = {month_name[number] for number in range(1, 13)} | set(day_name)


@dataclass(slots=True)
class Story:
    """What the articles of one story share."""

    number: int
    day: date
    states: tuple[Row, Row]
    towns: list[Row]
    groups: list[Row]
    toll: int
    piece: ArticleRows
    told: int = 0
    wording: int = 0
    actors: dict[str, Row] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What its own words are drawn by."""
        return f"story {self.number}"


def pieces(samples: Sequence[ArticleRows]) -> list[ArticleRows]:
    """Return stretches of the samples with `MENTIONS` mentions of events each, and the rows within them; offsets count from the piece."""
    found = []
    for sample in samples:
        mentions = sorted(sample.event_mentions, key=lambda row: row["trigger_start"])
        for first in range(0, len(mentions) - MENTIONS + 1, MENTIONS):
            own = mentions[first : first + MENTIONS]
            start, end = min(row["span_start"] for row in own), max(row["span_end"] for row in own)
            rows = {
                name: [_moved(row, -start) for row in getattr(sample, name) if start <= row["span_start"] and row["span_end"] <= end]
                for name in TABLES
            }
            ids = {row["mention_id"] for row in rows["event_mentions"]}
            rows["event_mentions"] = rows["event_mentions"][:MENTIONS]
            rows["casualties"] = [row for row in rows["casualties"] if row["mention_id"] is None or row["mention_id"] in ids]
            article = sample.article | {"text": sample.article["text"][start:end]}
            found.append(ArticleRows(article=article, actors=sample.actors, places=sample.places, **rows))
    return found


def news(samples: Sequence[ArticleRows], count: int, seed: int = 1) -> Iterator[ArticleRows]:
    """Yield so many articles, by the day of their publication."""
    chance = random.Random(seed)
    parts, towns, groups = pieces(samples), towns_of_countries(), armed_and_political_groups()
    states = [row for row in curated_rows() if row["kind"] == "state" and len(towns.get(row["country_iso3"], ())) >= TOWNS][:STATES]
    weights = [1 / (rank + 3) for rank in range(len(states))]
    waiting: list[tuple[date, int, Story]] = []
    number = made = 0
    while made < count:
        day = FIRST_DAY + timedelta(days=made // ARTICLES_A_DAY)
        due = next((place for place, (when, _, _) in enumerate(waiting) if when <= day), None)
        if due is None:
            number += 1
            sides = chance.choices(states, weights, k=2)
            story = Story(
                number, day, (sides[0], sides[1]), chance.sample(towns[sides[1]["country_iso3"]], 3), chance.sample(groups, 4),
                chance.randrange(1, 90), chance.choice(parts),
            )  # fmt: skip
            for _ in range(min(40, int(chance.expovariate(0.4)))):
                waiting.append((day + timedelta(days=int(chance.expovariate(0.4))), number, story))
        else:
            story = waiting.pop(due)[2]
        yield _article(story, day, made, chance)
        made += 1


def _article(story: Story, day: date, number: int, chance: random.Random) -> ArticleRows:
    article_id = content_id("article", "bench", number)
    story.told += 1
    if story.told == 1 or chance.random() > COPIES:
        story.wording = number
    header = f"Report {number:09}.\n\n"
    wording = random.Random(story.wording)
    kept, names = _words_of_rows(story.piece)
    text = header + reworded(story.piece.article["text"], kept, names, story.name, wording)
    text += "\n" + body(wording, ("war", *(state["actor_id"] for state in story.states), story.name), wording.randrange(*LENGTH))
    published = datetime(day.year, day.month, day.day, chance.randrange(24), tzinfo=UTC)
    shift = (story.day - story.piece.article["published_at"].date()).days
    rows: dict[str, list[Row]] = {}
    ids: dict[str, str] = {}
    for name in TABLES:
        rows[name] = []
        for place, given in enumerate(getattr(story.piece, name)):
            row = _moved(given, len(header)) | {"article_id": article_id, "version": 1}
            for span, words in WORDS.items():
                if row.get(f"{span}_start") is not None:
                    row[words] = text[row[f"{span}_start"] : row[f"{span}_end"]]
            for column, value in row.items():
                if column.endswith(("_text", "_name")) and value and column not in WORDS.values():
                    row[column] = with_names(value, names, story.name)
                elif column.endswith("actor_id") and value:
                    row[column] = _actor(story, given[column])["actor_id"]
                elif column.endswith("actor_ids"):
                    row[column] = list(dict.fromkeys(_actor(story, actor)["actor_id"] for actor in value))
                elif isinstance(value, date) and not isinstance(value, datetime):
                    row[column] = value + timedelta(days=shift)
                elif column in ("mention_id", "claim_id", "quote_id") and value and column[:-3] + "s" in ("mentions", "claims", "quotes"):
                    row[column] = ids.setdefault(value, content_id(column[:-3], article_id, value))
            if row.get("date_weekday") is not None and row["date_start"]:
                row["date_weekday"] = row["date_start"].weekday()
            for column in ("subset_of_claim_id", "repeats_claim_id"):
                if row.get(column):
                    row[column] = content_id("claim", article_id, row[column])
            if row.get("place_id") or row.get("context_place_id"):
                row |= _placed(story, row, name)
            if name == "casualties":
                row |= _counted(row, story.toll + place + story.told // 3, published.date())
            rows[name].append(row)
    claims = {row["claim_id"] for row in rows["casualties"]}
    for row in rows["casualties"]:
        row |= {column: None for column in ("subset_of_claim_id", "repeats_claim_id") if row[column] not in claims}
    named = (
        {row["actor_id"] for row in rows["actor_mentions"]}
        | {value for table in rows.values() for row in table for column, value in row.items() if column.endswith("actor_id")}
        | {actor for row in rows["event_mentions"] for column in ("source_actor_ids", "target_actor_ids") for actor in row[column]}
    )
    actors = {row["actor_id"]: row for row in story.actors.values()}
    used = {row.get(column) for table in rows.values() for row in table for column in ("place_id", "context_place_id")}
    article = story.piece.article | {
        "article_id": article_id, "text": text, "text_sha256": hashlib.sha256(text.encode()).hexdigest(), "char_count": len(text),
        "raw_sha256": hashlib.sha256(article_id.encode()).hexdigest(), "raw_uri": f"bench/{number}", "url": f"https://news.example/{number}",
        "external_id": str(number), "title": f"Report {number:09}", "publisher": f"Paper {chance.randrange(150)}",
        "published_at": published, "sentence_count": text.count("."), "origin": "Reuters" if chance.random() < 0.2 else None,
    }  # fmt: skip
    places = [row for row in (*story.towns, _country(story)) if row["place_id"] in used]
    return ArticleRows(
        article=article, actors=[actors[actor] for actor in sorted(named - {None}) if actor in actors], places=places, **rows
    )


def _moved(row: Row, by: int) -> Row:
    return row | {
        f"{name}_{end}": row[f"{name}_{end}"] + by for name in SPANS for end in ("start", "end") if row.get(f"{name}_{end}") is not None
    }


def _words_of_rows(piece: ArticleRows) -> tuple[set[str], set[str]]:
    """Return the words of a piece that its rows rest on, and its names of people, groups and places."""
    told = [row[column] for row in piece.event_mentions for column in ("trigger", "place_text", "date_text") if row[column]]
    told += [row["count_text"] for row in piece.casualties if row["count_text"]]  # of an outcome told without a number there is none
    named = [row["evidence"] for row in (*piece.actor_mentions, *piece.place_mentions)]
    names = {word for text in named for word in WORD.findall(text) if word[0].isupper() and word not in CALENDAR}
    return {word for text in told for word in WORD.findall(text)} - names, names


def _actor(story: Story, actor_id: str) -> Row:
    """Return who stands for a sample's actor in a story: its states, groups of the seeds, or people of its own."""
    if actor_id not in story.actors:
        read = next((row for row in story.piece.actors if row["actor_id"] == actor_id), None)
        place = len(story.actors)
        if read is not None and not read["is_curated"]:
            name = f"{name_of(story.number * 7 + place, 2)} {name_of(story.number * 31 + place, 4)}"
            country = story.states[place % 2]["country_iso3"]
            story.actors[actor_id] = read | {
                "actor_id": content_id("actor", story.number, place), "name": name, "aliases": [], "country_iso3": country,
                "parent_actor_id": None,
            }  # fmt: skip
        elif read is None or read["kind"] == "state":
            story.actors[actor_id] = story.states[place % 2]
        else:
            story.actors[actor_id] = story.groups[place % len(story.groups)]
    return story.actors[actor_id]


def _placed(story: Story, row: Row, table: str) -> Row:
    known = {place["place_id"]: place for place in story.piece.places}
    chosen = {}
    for column in ("place_id", "context_place_id"):
        if row.get(column):
            place = known.get(row[column])
            is_country = place is None or place["precision"] == "country"
            chosen[column] = _country(story) if is_country else story.towns[int(hashlib.sha256(row[column].encode()).hexdigest(), 16) % 3]
    found: Row = {column: place["place_id"] for column, place in chosen.items()}
    if table == "place_mentions":
        found |= {column: chosen["place_id"][column] for column in ("geonames_id", "latitude", "longitude", "country_iso3")}
    return found


def _country(story: Story) -> Row:
    state = story.states[1]
    town = story.towns[0]
    return {
        "place_id": f"country_{state['country_iso3']}", "name": state["name"], "admin1_name": None, "country_iso3": state["country_iso3"],
        "latitude": float(round(town["latitude"])), "longitude": float(round(town["longitude"])), "geonames_id": None, "feature": "country",
        "precision": "country",
    }  # fmt: skip


def _counted(row: Row, toll: int, day: date) -> Row:
    known = {column: toll for column in ("count_low", "count_best", "count_high") if row[column] is not None}
    return known | {"asserted_on": day, "victim_country_iso3": None}
