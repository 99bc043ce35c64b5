"""Read N generated articles in one process and watch its memory: `python -m tests.bench.soak 100000`.

Every article has names, places and numbers of its own, so that whatever keeps words for ever shows. Prints the resident memory
as it goes, and at the end how much it grew an article over the second half; ends with 1 where that is more than is allowed.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import numpy as np

from flows.ingest.document import Document
from flows.ingest.read import in_batches
from flows.ingest.records import records_of
from flows.normalizing import normalize_records
from flows.worker import annotate_articles
from transforms.records import Article, RawRecord

TODAY = date(2026, 1, 1)
BATCH = 32
PAGE_BYTES = 4096
# What 100,000 articles may leave behind: 25 MiB.
MOST_BYTES_AN_ARTICLE = 256
SYLLABLES = ("ka", "ri", "mo", "ten", "shu", "la", "bor", "ni", "ze", "gar", "ul", "dja", "sem", "fo", "hai", "vel")
SENTENCES = (
    "{killed} people were killed when {group} rebels shelled the {place} camp near Goma on {day}, {person} said.",
    "The {group} army denied that its troops had attacked {place}, where {injured} civilians were wounded.",
    '"We buried {killed} of our neighbours," said {person}, a teacher from {place}.',
    "Police in {place} arrested {injured} people after {group} militants bombed a market on {day}.",
    "{person} told reporters that {group} fighters had left {place} before the {day} strike.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def name_of(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()


def articles() -> Iterator[RawRecord]:
    """Yield ever new articles, the same in every run."""
    number = 0
    while True:
        chance = random.Random(number)
        names = {"group": name_of(chance), "place": name_of(chance), "person": f"{name_of(chance)} {name_of(chance)}"}
        told = [one.format(killed=chance.randint(2, 90), injured=chance.randint(2, 90), day=chance.choice(DAYS), **names)
                for one in chance.sample(SENTENCES, k=4)]  # fmt: skip
        text = f"{names['group']} rebels attack {names['place']}\n\n" + "\n\n".join(told)
        for record in records_of(Document(f"soak/{number}.txt", "text", text.encode(), {"url": f"https://news.example/{number}"})):
            if isinstance(record, RawRecord):
                yield record
        number += 1


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_BYTES


def main(count: int) -> int:
    """Read `count` articles and return the exit status."""
    began, done, spans = time.perf_counter(), 0, 0
    seen: list[tuple[int, int]] = []
    for batch in in_batches(islice(articles(), count), BATCH):
        cleaned = [one for one in normalize_records(batch, TODAY) if isinstance(one, Article)]
        spans += sum(payload.count('"evidence"') for payload in annotate_articles(cleaned))
        done += len(cleaned)
        seen.append((done, resident_bytes()))
        if len(seen) % max(1, count // BATCH // 10) == 0:
            rate = done / (time.perf_counter() - began)
            print(f"{done:>8} articles  {seen[-1][1] / 1024**2:>7.1f} MiB  {rate:>5.0f} articles a second", flush=True)
    half = np.array(seen[len(seen) // 2 :], dtype=float)
    slope = float(np.polyfit(half[:, 0], half[:, 1], 1)[0])
    print(f"{done} articles, {spans} rows with evidence: memory grew {slope:,.0f} bytes an article over the second half")
    return int(done != count or slope > MOST_BYTES_AN_ARTICLE)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
