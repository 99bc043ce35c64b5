"""Progress: a bar on a terminal, one line a stage in a log, nothing when asked to be quiet. Always on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


class Progress:
    """`is_quiet`: nothing is shown. On a terminal a bar; elsewhere lines such as `annotate: 128 of 128`."""

    def __init__(self, is_quiet: bool = False) -> None:
        self.is_quiet = is_quiet
        self._bars: Bars | None = None
        self._task: TaskID | None = None
        self._done = 0
        self._total: int | None = None

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[None]:
        """Show one stage; `total` is None when nobody knows how much is coming."""
        self._done, self._total = 0, total
        if self.is_quiet:
            yield
        elif sys.stderr.isatty():
            with self._terminal() as bars:
                self._bars, self._task = bars, bars.add_task(name, total=total)
                yield
            self._bars = None
        else:
            yield
            of = f" of {total}" if total is not None else ""
            print(f"casus: {name}" + (f": {self._done}{of}" if self._done or total else ""), file=sys.stderr, flush=True)

    def advance(self, count: int = 1) -> None:
        """Say that `count` more are done."""
        self._done += count
        if self._bars is not None and self._task is not None:
            self._bars.update(self._task, completed=self._done, total=self._total)

    def note(self, text: str) -> None:
        """Show one line beside the progress."""
        if not self.is_quiet:
            print(f"casus: {text}", file=sys.stderr, flush=True)

    @staticmethod
    def _terminal() -> Bars:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bars

        columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        return Bars(*columns, console=Console(stderr=True))
