"""Measure what a warehouse costs by its size: `python -m tests.bench.warehouse [ARTICLES ...]`.

For each size a warehouse of generated news is made (and kept in the temporary folder for the next time), then 1,000 new annotated articles
of the days after it are resolved, loaded and checked, in a process of its own; the same articles go into an empty warehouse first. Prints
seconds, the ratio to the empty warehouse, peak memory, and how fast the whole warehouse is published.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from flows.ingest.document import Document
from flows.ingest.read import read_documents
from flows.ingest.records import records_of
from flows.normalizing import normalize_records
from flows.worker import annotate_articles
from tests.bench.warehouse.copies import multiply
from tests.bench.warehouse.load import load_payloads
from tests.bench.warehouse.news import ARTICLES_A_DAY, news
from transforms.records import Article, RawRecord
from transforms.resolve import from_payload, to_payload
from warehouse.connect import DATABASE, connected
from warehouse.contract import PUBLISHED_TABLES
from warehouse.publish import publish

SAMPLES = Path(__file__).resolve().parents[3] / "seeds" / "samples"
SCRATCH = Path(os.environ.get("BENCH_FOLDER", Path(tempfile.gettempdir()) / "casus-bench"))
SIZES = (10_000, 100_000, 1_000_000)
BASE = 5_000  # articles that are made one by one; larger warehouses hold copies of them
NEW = 1_000


def payloads() -> list[str]:
    """Return the payloads of the base articles, and after them of the new ones."""
    path = SCRATCH / "payloads.jsonl"
    if not path.exists():
        records = [record for item in read_documents([str(SAMPLES)]) if isinstance(item, Document) for record in records_of(item)]
        read = normalize_records([record for record in records if isinstance(record, RawRecord)], date(2026, 1, 1))
        samples = [from_payload(payload) for payload in annotate_articles([article for article in read if isinstance(article, Article)])]
        path.write_text("".join(to_payload(article) + "\n" for article in news(samples, BASE + NEW)), encoding="utf-8")
    return path.read_text(encoding="utf-8").splitlines()


def warehouse_of(size: int, base: list[str]) -> Path:
    """Return a warehouse of so many articles, made where there is none yet."""
    folder = SCRATCH / str(size)
    if not (folder / "done").exists():
        began = time.perf_counter()
        shutil.rmtree(folder, ignore_errors=True)
        smallest = SCRATCH / str(BASE)
        if size == BASE:
            load_payloads(folder, base)
        else:
            warehouse_of(BASE, base)
            folder.mkdir()
            shutil.copy(smallest / DATABASE, folder / DATABASE)
            multiply(folder, size // BASE - 1, -(-BASE // ARTICLES_A_DAY))
        (folder / "done").touch()
        print(f"a warehouse of {size:,} articles was made in {time.perf_counter() - began:.0f} s", flush=True)
    return folder


def loaded(folder: Path, new: Path) -> dict[str, float]:
    """Load the new articles into a copy of a warehouse and return what it took."""
    trial = SCRATCH / f"trial-{os.getpid()}"
    shutil.rmtree(trial, ignore_errors=True)
    trial.mkdir()
    if folder.exists():
        shutil.copy(folder / DATABASE, trial / DATABASE)
        os.sync()  # gigabytes that the system still writes would slow down what is measured
    command = [sys.executable, "-m", "tests.bench.warehouse.load", str(trial), str(new)]
    try:
        return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1]))
    finally:
        shutil.rmtree(trial)


def published(folder: Path) -> tuple[int, float]:
    """Publish a warehouse and return the number of rows and the seconds."""
    began = time.perf_counter()
    publish(folder)
    seconds = time.perf_counter() - began
    with connected(folder, read_only=True) as connection:
        counts = " + ".join(f"(select count(*) from {table.name})" for table in PUBLISHED_TABLES)
        ((rows,),) = connection.execute(f"select {counts}").fetchall()
    return int(rows), seconds


def main() -> None:
    """Measure the sizes given, or all."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    made = payloads()
    new = SCRATCH / "new.jsonl"
    new.write_text("\n".join(made[BASE:]) + "\n", encoding="utf-8")
    for folder in [warehouse_of(size, made[:BASE]) for size in sizes]:
        empty = loaded(SCRATCH / "none", new)
        full = loaded(folder, new)
        for seconds in (full, empty):
            seconds["load"] += seconds["check"]
        took, base = full["resolve"] + full["load"], empty["resolve"] + empty["load"]
        print(
            f"{NEW:,} new articles into {int(folder.name):>9,}: {took:6.1f} s (resolve {full['resolve']:.1f}, load {full['load']:.1f}), "
            f"into none {base:.1f} s (resolve {empty['resolve']:.1f}, load {empty['load']:.1f}): ratio {took / base:.2f} "
            f"(CPU {full['cpu'] / empty['cpu']:.2f}); peak memory {full['peak_mib']:,.0f} MiB",
            flush=True,
        )
    for folder in [SCRATCH / str(size) for size in sizes]:
        rows, seconds = published(folder)
        print(f"publication of {rows:>11,} rows: {seconds:6.1f} s, {rows / seconds:,.0f} rows a second", flush=True)


if __name__ == "__main__":
    main()
