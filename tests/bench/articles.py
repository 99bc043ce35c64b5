"""Articles of about 500 words, made of the samples' own paragraphs with other towns, people and numbers: no download is needed.

They are all war news, the densest there is: every paragraph holds something to read, more than in a newspaper's other pages.
"""

from __future__ import annotations

import json
import random
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.ingest.document import Document
from flows.ingest.read import read_documents
from flows.ingest.records import records_of
from flows.normalizing import normalize_records
from transforms.annotate import annotate
from transforms.parse import load_parser, parse_articles
from transforms.records import Article, RawRecord

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "seeds" / "samples"
WORDS = 500
FIRST_DAY = date(2022, 1, 1)
DAYS = 1000
SYLLABLES = ("ka", "ri", "mo", "ten", "shu", "la", "bor", "ni", "ze", "gar", "ul", "dja", "sem", "fo", "hai", "vel")


def write_articles(path: Path, count: int, seed: int = 1) -> int:
    """Write so many articles as JSONL, the same in every run, and return how many words they have."""
    words = 0
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            chance = random.Random(f"{seed} {number}")
            text = _text(chance)
            words += len(text.split())
            day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
            lines.write(json.dumps({"id": str(number), "text": text, "published_at": day.isoformat(), "publisher": "Bench News"}) + "\n")
    return words


def _text(chance: random.Random) -> str:
    """Return paragraphs up to the length, each name exchanged for the same other name throughout."""
    names: dict[str, str] = {}
    told: list[str] = []
    for paragraph, spans in chance.sample(_paragraphs(), k=len(_paragraphs())):
        told.append(_told_anew(chance, paragraph, spans, names))
        if sum(len(one.split()) for one in told) >= WORDS:
            break
    return "\n\n".join(told)


def _told_anew(chance: random.Random, paragraph: str, spans: list[tuple[int, int, bool]], names: dict[str, str]) -> str:
    for start, end, is_town in sorted(spans, reverse=True):
        name = paragraph[start:end]
        names.setdefault(name, chance.choice(_towns()) if is_town else f"{_made_up(chance)} {_made_up(chance)}")
        paragraph = paragraph[:start] + names[name] + paragraph[end:]
    return re.sub(r"\b\d{1,2}\b", lambda _: str(chance.randint(2, 28)), paragraph)


def _made_up(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()


@cache
def _towns() -> list[str]:
    """Return the towns of 50,000 people and more."""
    places = pq.read_table(ROOT / "seeds" / "places" / "places.parquet", columns=["name", "feature", "population"])
    large = pc.and_(pc.greater(places["population"], 50_000), pc.equal(places["feature"].cast("string"), "PPL"))
    return sorted(set(places.filter(large)["name"].to_pylist()))


@cache
def _paragraphs() -> list[tuple[str, list[tuple[int, int, bool]]]]:
    """Return the samples' paragraphs with the spans of towns (True) and of people's full names (False) in each."""
    records = [record for item in read_documents([str(SAMPLES)]) if isinstance(item, Document) for record in records_of(item)]
    samples = normalize_records([record for record in records if isinstance(record, RawRecord)], date(2026, 1, 1))
    found = []
    for parsed in parse_articles(load_parser(), [sample for sample in samples if isinstance(sample, Article)]):
        read = annotate(parsed)
        towns = [(m.span_start, m.span_end, True) for m in read.places if m.place is not None and m.place.feature == "PPL"]
        people = [
            (m.span_start, m.span_end, False)
            for m in read.actors
            if m.actor is not None and m.actor.kind == "person" and m.evidence == m.actor.name and not m.actor.is_curated
        ]
        for match in re.finditer(r"[^\n]{80,}", parsed.article.text):
            start, end = match.span()
            found.append(
                (match.group(), _apart([(a - start, b - start, town) for a, b, town in towns + people if start <= a and b <= end]))
            )
    return found


def _apart(spans: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    kept: list[tuple[int, int, bool]] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept
