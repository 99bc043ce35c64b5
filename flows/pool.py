"""Work in batches, in this process or in several, with results in the order of the batches."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from types import TracebackType
from typing import TypeVar

Given = TypeVar("Given")
Result = TypeVar("Result")

# The parser's buffers grow with the texts; processes cost memory and two seconds each, so they start only for this much work.
FEWEST_BATCHES_FOR_PROCESSES = 3


class Workers:
    """`count` workers; one means this process. Processes start when there is work for them, and load the parser once each."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool: ProcessPoolExecutor | None = None

    def map(self, work: Callable[[Given], Result], batches: Iterable[Given]) -> Iterator[Result]:
        """Yield the result of each batch, in order, with a few batches ahead of the reader and never all of them."""
        iterator = iter(batches)
        first = list(islice(iterator, FEWEST_BATCHES_FOR_PROCESSES - 1))
        if self._pool is None and (self.count == 1 or len(first) < FEWEST_BATCHES_FOR_PROCESSES - 1):
            yield from map(work, first)
            yield from map(work, iterator)
            return
        waiting: deque[Future[Result]] = deque()
        for batch in chain(first, iterator):
            waiting.append(self._started().submit(work, batch))
            if len(waiting) >= 2 * self.count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(["flows.worker"])
            self._pool = ProcessPoolExecutor(self.count, mp_context=context)
        return self._pool

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)


def usable_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
