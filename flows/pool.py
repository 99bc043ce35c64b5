"""Work in batches on the processes of this machine, with results in the order of the batches."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from flows.errors import UsageError
from flows.readers import Readers, end_idle
from flows.work import Item, Result, Work

# What one article may take. A page of 500 words takes a tenth of a second, a book a minute.
ARTICLE_SECONDS = 60

# Dask's own name for the setting.
DASK_VARIABLE = "DASK_SCHEDULER_ADDRESS"


class Workers:
    """At most `count` reading processes, started when there is work for them; each item may take `seconds`."""

    def __init__(self, count: int, seconds: float = ARTICLE_SECONDS) -> None:
        self._count = count
        self._seconds = seconds
        self._readers = Readers()
        self._threads = ThreadPoolExecutor(count, "reading")

    def map(self, work: Work[Item, Result], batches: Iterable[list[Item]], *, at_once: int | None = None) -> Iterator[list[Result]]:
        """Yield the results of each batch, in order, with a few batches (or `at_once`) ahead of who takes them and never all of them."""
        waiting: deque[Future[list[Result]]] = deque()
        for batch in batches:
            waiting.append(self._threads.submit(self._readers.read, work, batch, self._seconds))
            if len(waiting) >= (at_once or 2 * self._count):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def let_go(self) -> None:
        """End the processes that wait for more: what they hold, the rows that were read need now."""
        end_idle(kept=1)

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None:
            self._readers.stop()
        self._threads.shutdown(wait=True, cancel_futures=True)
        self.let_go()


def dask_address(runner: str | None, address: str | None) -> str | None:
    """Return the address of the Dask scheduler to read on, or None for this machine. Raises `UsageError` when the two do not fit."""
    if runner == "process" and address:
        raise UsageError(f"--runner process reads on this machine: leave out --dask {address}, or write --runner dask")
    if runner == "dask" and not (address or os.environ.get(DASK_VARIABLE)):
        raise UsageError(f"--runner dask needs --dask ADDRESS of the scheduler, as tcp://10.0.0.5:8786, or {DASK_VARIABLE}")
    return (address or os.environ.get(DASK_VARIABLE)) if runner == "dask" else address


def usable_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
