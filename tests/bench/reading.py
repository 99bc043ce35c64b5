"""Ingest and normalize 10,000 pages on one core, in a process of its own: `python -m tests.bench.reading text|html`.

The pages are the samples with a number in each text, written to a folder first; reading includes decoding, keeping the raw bytes
compressed, and cleaning. Prints articles a second and the peak memory of the whole process.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from flows.ingest.document import Document
from flows.ingest.raw_store import RawStore
from flows.ingest.read import in_batches, read_documents
from flows.ingest.records import records_of
from flows.normalizing import normalize_records
from transforms.records import Article, RawRecord

SAMPLES = Path(__file__).resolve().parents[2] / "seeds" / "samples"
TODAY = date(2026, 1, 1)
PAGES = int(os.environ.get("BENCH_PAGES", "10000"))
BATCH = 64
FILES_A_FOLDER = 1000


def write_pages(folder: Path, ending: str) -> None:
    """Write PAGES pages made of the samples of one kind, each with a sentence of its own."""
    samples = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob(f"*{ending}"))]
    for number in range(PAGES):
        page = samples[number % len(samples)].replace("killed", f"in attack number {number} killed", 1)
        target = folder / f"{number // FILES_A_FOLDER:03}" / f"{number:06}{ending}"
        target.parent.mkdir(exist_ok=True)
        target.write_text(page, encoding="utf-8")


def _kept(documents: Iterable[Document], raw: RawStore) -> Iterator[Document]:
    """Yield the documents, the bytes of each kept."""
    for document in documents:
        raw.keep(document)
        yield document


def main() -> None:
    """Measure one kind of page and print a line."""
    kind = sys.argv[1]
    with tempfile.TemporaryDirectory() as scratch:
        pages = Path(scratch) / "pages"
        pages.mkdir()
        write_pages(pages, {"text": ".txt", "html": ".html"}[kind])
        raw = RawStore(Path(scratch) / "raw")
        began, read = time.perf_counter(), 0
        documents = (item for item in read_documents([str(pages)]) if isinstance(item, Document))
        records = (record for document in _kept(documents, raw) for record in records_of(document) if isinstance(record, RawRecord))
        for batch in in_batches(records, BATCH):
            read += sum(isinstance(result, Article) for result in normalize_records(batch, TODAY))
        rate = read / (time.perf_counter() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{f'ingest and normalize {read} {kind} pages, one core':<54}{rate:>8,.0f} articles a second, peak {peak:,.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
