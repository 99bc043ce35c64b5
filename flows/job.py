"""What one run was asked to do, and what it has counted so far."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flows.clock import Clock, read_clock
from flows.pool import ARTICLE_SECONDS, usable_cores
from flows.show.progress import Progress, Stage
from flows.staging import staging_place
from flows.versions import casus_version, pipeline_version
from transforms.ids import content_id


@dataclass(slots=True)
class Job:
    """One run: its inputs and options, its clock, its progress display, and its counts."""

    inputs: list[str]
    warehouse: Path
    clock: Clock
    progress: Progress
    published: str | None = None
    workers: int = 0
    allow_private: bool = False
    rebuild: bool = False
    time_limit: float = ARTICLE_SECONDS
    dask: str | None = None
    staging: str = ""
    read_count: int = 0
    new_count: int = 0
    reject_count: int = 0
    seconds: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.workers = self.workers or usable_cores()
        self.staging = staging_place(self.warehouse, self.staging or None)

    @property
    def run_id(self) -> str:
        """The id of the run: the same moment, inputs and reading give the same id."""
        return content_id("run", self.clock.now.isoformat(), pipeline_version(), *sorted(self.inputs))

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Stage]:
        """Show a stage on the progress display and measure it; the turns of one that comes again are added up."""
        began = time.monotonic()
        with self.progress.stage(name, total) as stage:
            yield stage
        self.seconds[name] = round(self.seconds.get(name, 0.0) + time.monotonic() - began, 3)

    def run_row(self) -> dict[str, object]:
        """Return the row of `runs`; with a fixed clock nothing in it depends on how long the run took."""
        return {
            "run_id": self.run_id,
            "recorded_at": self.clock.now,
            "finished_at": None if self.clock.is_fixed else read_clock().now,
            "casus_version": casus_version(),
            "pipeline_version": pipeline_version(),
            "inputs": sorted(self.inputs),
            "article_count": self.read_count,
            "new_article_count": self.new_count,
            "reject_count": self.reject_count,
            "stage_seconds": None if self.clock.is_fixed else dict(self.seconds),
        }
