"""Measure merging by its size: `python -m tests.bench.merging [MENTIONS ...]` (default: 100,000 and 1,000,000).

Mentions of generated news are merged into events in one go, as a rebuild does: the articles of `tests.bench.warehouse.news`, and copies of
them, each some weeks earlier, with ids, people and days of their own. Prints seconds by clock and by processor, time a mention as a ratio
to the first size, and peak memory; each size in a process of its own.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tests.bench.warehouse.__main__ import BASE, SCRATCH, payloads
from tests.bench.warehouse.news import ARTICLES_A_DAY
from transforms.resolve import Neighbourhood, Prepared, from_payload, prepare
from transforms.resolve.cluster import cluster
from transforms.resolve.marks import Marks
from transforms.resolve.profile import Profile
from transforms.resolve.story import Stories

SIZES = (100_000, 1_000_000)
DAYS = -(-BASE // ARTICLES_A_DAY)  # that the base articles cover
OWN = "actor_"  # found actors, which each copy has for itself


def measure(mentions: int) -> dict[str, float]:
    """Merge so many mentions and return what it took."""
    read = prepare([from_payload(payload) for payload in payloads()[:BASE]], Neighbourhood())
    copies = -(-mentions // len(read.profiles))
    profiles = [copied(item, copy) for copy in range(copies) for item in read.profiles][:mentions]
    published = {item.article_id: item.published for item in profiles}
    marks = {article_id: marks for article_id, marks in _marks(read, copies) if article_id in published}
    counts = Counter(name for own in marks.values() for name in own.names)
    used, began = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    events, _ = cluster(profiles, read.lineage(Neighbourhood()), Stories(marks, published, counts))
    seconds, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    return {"mentions": len(profiles), "events": len(events), "seconds": seconds, "cpu": cpu, "peak_mib": after.ru_maxrss / 1024}


def copied(item: Profile, copy: int) -> Profile:
    """Return a mention as it stands in a copy of the base articles."""

    def earlier(day: date | None) -> date | None:
        return None if day is None else day - timedelta(days=copy * DAYS)

    article_id = f"{item.article_id}_{copy}"
    return replace(
        item,
        mention_id=f"{item.mention_id}_{copy}",
        article_id=article_id,
        order=(article_id, item.order[1]),
        sources=frozenset(_own(actor, copy) for actor in item.sources),
        targets=frozenset(_own(actor, copy) for actor in item.targets),
        context_days=(earlier(item.context_days[0]), earlier(item.context_days[1]), item.context_days[2]),
        date_start=earlier(item.date_start),
        date_end=earlier(item.date_end),
        published=earlier(item.published),
    )


def _own(actor_id: str, copy: int) -> str:
    return f"{actor_id}_{copy}" if actor_id.startswith(OWN) else actor_id


def _marks(read: Prepared, copies: int) -> Iterator[tuple[str, Marks]]:
    """Yield what marks each article of each copy, by its id."""
    for article_id, marks in read.marks.items():
        for copy in range(copies):
            yield f"{article_id}_{copy}", replace(marks, names={_own(name, copy): weight for name, weight in marks.names.items()})


def main(arguments: list[str]) -> None:
    """Measure the sizes given, or all."""
    if arguments[:1] == ["--one"]:
        print(json.dumps(measure(int(arguments[1]))))
        return
    SCRATCH.mkdir(parents=True, exist_ok=True)
    payloads()
    first = None
    for size in [int(given) for given in arguments] or SIZES:
        command = [sys.executable, "-m", "tests.bench.merging", "--one", str(size)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        each = found["cpu"] / found["mentions"]
        first = first or each
        print(f"merging {found['mentions']:>9,} mentions into {found['events']:,} events: {found['seconds']:.1f} s", end=" ")
        print(f"(processor {found['cpu']:.1f} s), {each * 1000:.2f} ms each, {each / first:.2f} times the first;", end=" ")
        print(f"peak memory {found['peak_mib']:,.0f} MiB", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
