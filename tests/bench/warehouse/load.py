"""Resolve and load articles that are read already, as a run does, in a process of its own: `python -m tests.bench.warehouse.load DIR FILE`.

FILE holds one article's payload a line. Prints seconds of the stages and the peak memory of the process as JSON.
"""

from __future__ import annotations

import json
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path

from flows.clock import Clock
from flows.job import Job
from flows.payloads import Payloads
from flows.show.progress import Progress
from flows.stages.rounds import load_in_rounds, rounds_of
from transforms.resolve import from_payload
from transforms.resolve.row_shapes import article_of
from warehouse.store import open_store


def load_payloads(warehouse: Path, payloads: list[str], day: int = 1) -> Job:
    """Load articles, and return the job with the seconds of its stages."""
    job = Job(["bench"], warehouse, Clock(datetime(2026, 1, day, tzinfo=UTC), is_fixed=True), Progress(True), workers=1)
    articles = [article_of(from_payload(payload).article) for payload in payloads]
    by_key = Payloads({(article.article_id, article.text_sha256): payload for article, payload in zip(articles, payloads, strict=True)})
    with open_store(warehouse) as store:
        load_in_rounds(job, store, rounds_of(job, store, [(article, 1, True) for article in articles]), by_key, [])
    return job


def peak_mib() -> int:
    """Return the most memory that this process held; what `getrusage` says is that of its parent, where that held more."""
    status = Path("/proc/self/status")
    if not status.exists():
        return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return next(int(line.split()[1]) // 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))


def main() -> None:
    """Load FILE into DIR."""
    job = load_payloads(Path(sys.argv[1]), Path(sys.argv[2]).read_text(encoding="utf-8").splitlines(), day=2)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps(job.seconds | {"peak_mib": peak_mib(), "cpu": round(used.ru_utime + used.ru_stime, 1)}))


if __name__ == "__main__":
    main()
