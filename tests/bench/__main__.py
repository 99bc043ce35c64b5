"""Measure speed and memory on this machine: `make bench`. Articles are made of the samples, so no download is needed.

Prints one line a measure; the whole pipeline's figure is also given as a share of the bare parser's on the same text.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from flows.ingest.document import Document
from flows.ingest.read import read_documents
from flows.ingest.records import records_of
from flows.normalizing import normalize_records
from flows.pool import Workers, usable_cores
from flows.reading import ANNOTATING
from flows.worker import annotate_articles
from transforms.parse import load_parser, parse_articles
from transforms.records import Article, RawRecord

SAMPLES = Path(__file__).resolve().parents[2] / "seeds" / "samples"
TODAY = date(2026, 1, 1)
COUNT = int(os.environ.get("BENCH_ARTICLES", "400"))
BATCH = 32


def records() -> list[RawRecord]:
    """Return COUNT records: the samples again and again, each with a text of its own."""
    read = [record for item in read_documents([str(SAMPLES)]) if isinstance(item, Document) for record in records_of(item)]
    samples = [record for record in read if isinstance(record, RawRecord)]
    return [replace(samples[number % len(samples)], raw_uri=f"{number}") for number in range(COUNT)]


def timed(what: str, unit: str, amount: float, began: float) -> float:
    """Print and return the rate since `began`."""
    rate = amount / (time.perf_counter() - began)
    print(f"{what:<42}{rate:>12,.0f} {unit} a second", flush=True)
    return rate


def main() -> None:
    """Run all measures."""
    given = records()
    print(f"{COUNT} articles, {usable_cores()} cores")
    for kind in ("text", "html"):
        subprocess.run([sys.executable, "-m", "tests.bench.reading", kind], check=True)
    articles = [
        replace(article, text_sha256=f"{number}")
        for number, article in enumerate(normalize_records(given, TODAY))
        if isinstance(article, Article)
    ]
    words = sum(len(article.text.split()) for article in articles)
    began = time.perf_counter()
    parser = load_parser()
    print(f"{'load the parser':<42}{time.perf_counter() - began:>12.2f} seconds")
    began = time.perf_counter()
    for _ in parse_articles(parser, articles):
        continue
    bare = timed("bare parser, one core", "words", words, began)
    batches = [articles[start : start + BATCH] for start in range(0, len(articles), BATCH)]
    began = time.perf_counter()
    for batch in batches:
        annotate_articles(batch)
    one = timed("parse and annotate, one core", "words", words, began)
    with Workers(2) as pool:
        list(pool.map(ANNOTATING, [articles[:1]] * 4))  # the processes are up and have loaded the parser
        began = time.perf_counter()
        list(pool.map(ANNOTATING, batches))
        two = timed("parse and annotate, two processes", "words", words, began)
    print(f"{'one process / bare parser':<42}{one / bare:>12.2f}")
    print(f"{'two processes / one':<42}{two / one:>12.2f}")
    whole_run()
    subprocess.run([sys.executable, "-m", "tests.bench.links"], check=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'peak memory, this process':<42}{peak:>12.0f} MiB")
    print(f"{'peak memory, the largest child':<42}{children:>12.0f} MiB")


def whole_run() -> None:
    """Time `casus run` on the samples: everything included, from the shell."""
    with tempfile.TemporaryDirectory() as folder:
        for what in ("a run of the samples, everything included", "the same again, nothing new"):
            began = time.perf_counter()
            command = [sys.executable, "-c", "from flows.cli import main; main()", "run", str(SAMPLES), "--warehouse", folder, "--quiet"]
            subprocess.run(command, check=True)
            print(f"{what:<42}{time.perf_counter() - began:>12.1f} seconds", flush=True)


if __name__ == "__main__":
    main()
