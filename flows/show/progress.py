"""Progress: bars on a terminal, one line a stage in a log, nothing when asked to be quiet. Always on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


class Stage:
    """How far one stage is; two may go on side by side."""

    def __init__(self, total: int | None, bars: Bars | None = None, task: TaskID | None = None) -> None:
        self.done, self.total = 0, total
        self._bars, self._task = bars, task

    def advance(self, count: int = 1) -> None:
        """Say that `count` more are done."""
        self.done += count
        if self._bars is not None and self._task is not None:
            self._bars.update(self._task, completed=self.done, total=self.total)


class Progress:
    """`is_quiet`: nothing is shown. On a terminal a bar a stage; elsewhere lines such as `annotate: 128 of 128`."""

    def __init__(self, is_quiet: bool = False) -> None:
        self.is_quiet = is_quiet
        self._guard = Lock()
        self._bars: Bars | None = None
        self._tasks: dict[str, TaskID] = {}
        self._running = 0

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Stage]:
        """Show one stage; `total` is None when nobody knows how much is coming."""
        if self.is_quiet:
            yield Stage(total)
        elif sys.stderr.isatty():
            stage = self._begin(name, total)
            try:
                yield stage
            finally:
                self._end()
        else:
            stage = Stage(total)
            yield stage
            of = f" of {total}" if total is not None else ""
            print(f"casus: {name}" + (f": {stage.done}{of}" if stage.done or total else ""), file=sys.stderr, flush=True)

    def note(self, text: str) -> None:
        """Show one line beside the progress."""
        if not self.is_quiet:
            print(f"casus: {text}", file=sys.stderr, flush=True)

    def _begin(self, name: str, total: int | None) -> Stage:
        """Return a stage with a bar of its own among those that go on; one that comes again takes its bar again."""
        with self._guard:
            if self._bars is None:
                self._bars, self._tasks = self._terminal(), {}
                self._bars.start()
            if name in self._tasks:
                self._bars.reset(self._tasks[name], total=total)
            else:
                self._tasks[name] = self._bars.add_task(name, total=total)
            self._running += 1
            return Stage(total, self._bars, self._tasks[name])

    def _end(self) -> None:
        with self._guard:
            self._running -= 1
            if self._running == 0 and self._bars is not None:
                self._bars.stop()
                self._bars = None

    @staticmethod
    def _terminal() -> Bars:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bars

        columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        return Bars(*columns, console=Console(stderr=True))
