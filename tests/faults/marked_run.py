"""`casus` as it is, but for two things: it notes when each stage of a run begins, and reads and loads little at a time.

    FAULT_STAGES=FILE python -m tests.faults.marked_run run INPUT ...

Each line of the file is a moment of the system's monotonic clock and the stage that begins then.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from flows.cli import main
from flows.job import Job
from flows.show.progress import Stage

# A few thousand characters a batch, so that several are staged one after the other.
BATCH_CHARACTERS = 3_000
# And a few articles a round, so that a run has several.
ROUND_CHARACTERS = 15_000


def mark(stage: str) -> None:
    """Write down that a stage begins."""
    file = os.open(os.environ["FAULT_STAGES"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(file, f"{time.monotonic()} {stage}\n".encode())
    os.close(file)


def marked(job_stage: object) -> object:
    """Return the stage's context manager, with a mark before it and after it."""

    @contextmanager
    def stage(job: Job, name: str, total: int | None = None) -> Iterator[Stage]:
        from flows.stages import annotate, rounds  # not before: the run sets the environment up, then imports Prefect

        annotate.BATCH_CHARACTERS, rounds.ROUND = BATCH_CHARACTERS, ROUND_CHARACTERS
        mark(name)
        with job_stage(job, name, total) as shown:  # type: ignore[operator]
            yield shown
        mark(f"after {name}")

    return stage


if __name__ == "__main__":
    Job.stage = marked(Job.stage)  # type: ignore[method-assign, assignment]
    mark("start")
    main()
