"""Annotation on a Dask cluster: batches go out, names of staged files come back, and this process stays the only loader.

Plain `distributed`, not Prefect's task runner for it: the workers then need neither Prefect nor a way to its API, and a day's batches
are not a hundred thousand task runs. Dask gives a batch to another worker when one dies. An article on which several workers died is
suspected with those that were near it; suspects are read alone, at the end, and the one that kills again is set aside.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING

from flows.dask_task import read_batch
from flows.errors import CasusError
from flows.staging import Staging
from flows.versions import pipeline_version
from flows.work import Work
from transforms.records import Article
from warehouse.connect import StoreError

if TYPE_CHECKING:
    from distributed import Future

CONNECT_SECONDS = 20
LOOK_SECONDS = 5

# A cluster whose workers all left, as preempted machines do, has this long to get others.
WORKERS_SECONDS = 120
BATCHES_A_THREAD = 3
SAME_CASUS = "scheduler and workers need the same Casus as this machine"
KILLED = "process ended: reading it ended the Dask workers that tried"


class DaskCluster:
    """A cluster by the address of its scheduler, for one piece of work."""

    def __init__(self, address: str, place: str, seconds: float) -> None:
        self._address = address
        self._place = place
        self._seconds = seconds
        self._threads = 0
        self._version = pipeline_version()
        self._staging = Staging(place, self._version)
        self._last_seen = time.monotonic()

    def __enter__(self) -> DaskCluster:
        from distributed import Client

        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is told once, below
        try:
            self._client = Client(self._address, timeout=CONNECT_SECONDS, name="casus")
        except (OSError, ValueError, TimeoutError) as error:
            raise CasusError(
                f"no Dask scheduler answers at {self._address}: {error}\n  Start one with `dask scheduler`, and workers with "
                "`dask worker ADDRESS --nthreads 1 --nworkers auto`, or leave --dask out to read on this machine"
            ) from error
        self._look()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._client.close(timeout=CONNECT_SECONDS)

    def map(self, work: Work[Article, str], batches: Iterable[list[Article]]) -> Iterator[dict[str, str]]:
        """Yield the payloads of each batch by staging key, in the order in which they are done. Raises `CasusError` when the cluster
        has gone, has no workers, reads with another version, or stages where this machine does not look."""
        suspects: list[Article] = []
        for batch, outcome in self._outcomes(work, batches, self._ahead):
            if outcome is None:
                suspects += batch
            else:
                yield self._staged(outcome)
        for batch, outcome in self._outcomes(work, ([article] for article in suspects), lambda: 1):
            if outcome is None:
                found = {Staging.key(article): work.set_aside(article, KILLED) for article in batch}
                self._staging.write(found)
                yield found
            else:
                yield self._staged(outcome)

    def _outcomes(
        self, work: Work[Article, str], batches: Iterable[list[Article]], ahead: Callable[[], int]
    ) -> Iterator[tuple[list[Article], str | None]]:
        """Yield each batch with the name of its file, or None when the workers that tried it died."""
        waiting: dict[Future[str], list[Article]] = {}
        remaining = iter(batches)
        while True:
            while len(waiting) < ahead() and (batch := next(remaining, None)) is not None:
                arguments = (work, batch, self._place, self._version, self._seconds)
                waiting[self._client.submit(read_batch, *arguments, pure=False)] = batch
            if not waiting:
                return
            for future in self._done(list(waiting)):
                yield waiting.pop(future), self._outcome(future)

    def _done(self, futures: list[Future[str]]) -> list[Future[str]]:
        """Return those that are done, when the first is, in the order in which they were sent."""
        from distributed import wait
        from distributed.client import FuturesCancelledError

        while True:
            try:
                done = wait(futures, timeout=LOOK_SECONDS, return_when="FIRST_COMPLETED").done
            except TimeoutError:
                self._look()
            except FuturesCancelledError as error:
                raise self._gone() from error
            else:
                self._last_seen = time.monotonic()
                return [future for future in futures if future in done]

    def _outcome(self, future: Future[str]) -> str | None:
        from distributed.client import FutureCancelledError
        from distributed.comm.core import CommClosedError
        from distributed.scheduler import KilledWorker

        try:
            return future.result()
        except KilledWorker:
            return None
        except (CommClosedError, FutureCancelledError) as error:
            raise self._gone() from error
        except (CasusError, StoreError):
            raise
        except Exception as error:
            raise CasusError(f"a Dask worker could not read a batch ({type(error).__name__}: {error}); {SAME_CASUS}") from error

    def _staged(self, name: str) -> dict[str, str]:
        found = self._staging.batch(name)
        if found is None:
            raise CasusError(
                f"a Dask worker staged {name} at {self._place}, and it is not there on this machine: "
                "name a folder that all machines share, or s3://bucket/folder, with --staging"
            )
        return found

    def _ahead(self) -> int:
        return max(BATCHES_A_THREAD, BATCHES_A_THREAD * self._threads)

    def _look(self) -> None:
        """See who is there; raises `CasusError` when the scheduler is not, or has had no worker for long."""
        try:
            workers = self._client.scheduler_info()["workers"].values()
        except (OSError, TimeoutError) as error:
            raise self._gone() from error
        self._threads = sum(worker["nthreads"] for worker in workers)
        if self._threads:
            self._last_seen = time.monotonic()
        elif time.monotonic() - self._last_seen > WORKERS_SECONDS:
            raise CasusError(
                f"the Dask scheduler at {self._address} has had no workers for {WORKERS_SECONDS} seconds: start some with "
                f"`dask worker {self._address} --nthreads 1 --nworkers auto`; what is done is staged, and the next run goes on from there"
            )

    def _gone(self) -> CasusError:
        return CasusError(f"the Dask scheduler at {self._address} has gone; what is done is staged, and the next run goes on from there")
