"""The bare parser on the same texts: `python -m tests.bench.bare FILE.jsonl PROCESSES` prints the seconds it takes.

What a person would run instead who only wants the parse: spaCy's `pipe` of the pipeline that `load_parser` gives (model, BLAS and all),
on the paragraphs as Casus feeds them, in batches of the same size, which is the fastest of those tried. Nothing is read from the
parse. The texts are dealt out to the processes beforehand; the time counts from when all have loaded the parser until the last ends.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import time
from multiprocessing.synchronize import Barrier
from pathlib import Path

from flows.fork_server import ONE_THREAD
from transforms.parse import load_parser, paragraphs

BATCH = 64


def parse(texts: list[str], ready: Barrier) -> None:
    """Parse a share of the texts, when all processes are ready."""
    parser = load_parser()
    for _ in parser.pipe(["Rebels killed two soldiers near Goma on Monday, an official said."] * BATCH, batch_size=BATCH):
        continue
    ready.wait()
    for _ in parser.pipe((paragraph for text in texts for _, paragraph in paragraphs(text)), batch_size=BATCH):
        continue


def main(path: Path, processes: int) -> None:
    """Print the seconds that so many processes take for the texts of a file."""
    texts = [json.loads(line)["text"] for line in path.open(encoding="utf-8")]
    os.environ.update(ONE_THREAD)  # as Casus starts its own readers
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(processes + 1)
    workers = [context.Process(target=parse, args=(texts[number::processes], ready)) for number in range(processes)]
    for worker in workers:
        worker.start()
    ready.wait()
    began = time.perf_counter()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        sys.exit("a parsing process failed")
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
