"""Processes that read foreign text, watched from here: an item that hangs or kills one is found and set aside, and the rest is done.

A batch is read as one. When its process ends before it answers, the items are read one by one, so that the item at fault stands
alone: one that takes longer than its time is set aside, one that ends its process is tried once more, since the system may have
ended it for a reason of its own. An idle process waits for the next batch, also for that of a later run in this process.
"""

from __future__ import annotations

import atexit
import signal
import socket
import sys
import threading
from multiprocessing.connection import Connection
from typing import Any

from flows.errors import CasusError
from flows.fork_server import Copied, ForkServer, Spawned
from flows.reader import DONE, READY, UNFIT
from flows.work import Item, Result, Work

TRIES = 2

# Whether readers are copies of one process (`flows.fork_server`).
ARE_COPIES = sys.platform == "linux"
# A parser keeps what it has seen of words; a fresh process after so many batches keeps memory flat: one that loads for seconds comes after
# some half an hour of work, a copy after some two minutes.
BATCHES_A_PROCESS = 25 if ARE_COPIES else 500
# One that has read more, some 300 articles, is not kept beside the rows of a run for a run that may follow, nor what it is a copy of.
BATCHES_HELD = 5


class NotReadError(Exception):
    """A batch that gave no results; the message is the reason. `is_sure`: reading it again would not end otherwise."""

    def __init__(self, reason: str, is_sure: bool) -> None:
        super().__init__(reason)
        self.is_sure = is_sure


class NotStartedError(Exception):
    """The process could not load what it needs to read anything."""


class Reader:
    """One process, for one thread at a time."""

    def __init__(self, work: Work[Any, Any]) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = _copied(work, theirs) if ARE_COPIES else Spawned(theirs)
        self._end = Connection(ours.detach())
        self.batches = 0

    def prepare(self, work: Work[Any, Any]) -> None:
        """Let the process load what the work needs, without waiting for it."""
        self._end.send((work, None, 0.0))

    def read(self, work: Work[Item, Result], items: list[Item], seconds: float) -> list[Result]:
        """Return the results of a batch that may take so many seconds. Raises `NotReadError`; `NotStartedError`."""
        self.batches += 1
        try:
            self._end.send((work, items, seconds))
            kind, answer = self._end.recv()
        except (EOFError, OSError):
            raise NotStartedError(f"it ended by {self._ending()}") from None
        if kind == UNFIT:
            raise NotStartedError(answer)
        try:
            kind, answer = self._end.recv() if kind == READY else (kind, answer)
        except (EOFError, OSError):
            if self._process.ending() == -signal.SIGALRM:
                raise NotReadError(f"time limit: reading it took more than {seconds:g} seconds", is_sure=True) from None
            raise NotReadError(f"process ended: reading it ended the process by {self._ending()}", is_sure=False) from None
        if kind == DONE:
            return list(answer)
        raise NotReadError(answer, is_sure=True)

    @property
    def is_alive(self) -> bool:
        """Whether the process, which has nothing to tell, is there to take work."""
        try:
            return not self._end.poll()
        except OSError:
            return False

    def fits(self, work: Work[Any, Any]) -> bool:
        """Whether it is to do such work, rather than a new process."""
        return self._process.fits(work)

    def kill(self) -> None:
        """End the process, whatever it does; a thread that waits for it is told."""
        self._process.kill()

    def _ending(self) -> str:
        status = self._process.ending()
        return f"signal {-status}, {signal.strsignal(-status)}" if status < 0 else f"exit status {status}"


class Readers:
    """The reading processes of one piece of work, shared by its threads; each thread's batch gets a process of its own."""

    def __init__(self) -> None:
        self._busy: set[Reader] = set()
        self._is_stopped = False
        self._guard = threading.Lock()

    def read(self, work: Work[Item, Result], items: list[Item], seconds: float) -> list[Result]:
        """Return one result an item, in order; `seconds` is what one item may take."""
        try:
            return self._once(work, items, seconds)
        except NotReadError as fault:
            if len(items) == 1 and fault.is_sure:
                return [work.set_aside(items[0], str(fault))]
        return [self._alone(work, item, seconds) for item in items]

    def _alone(self, work: Work[Item, Result], item: Item, seconds: float) -> Result:
        reason = ""
        for _ in range(TRIES):
            try:
                return self._once(work, [item], seconds)[0]
            except NotReadError as fault:
                reason = str(fault)
                if fault.is_sure:
                    break
        return work.set_aside(item, reason)

    def _once(self, work: Work[Item, Result], items: list[Item], seconds: float) -> list[Result]:
        for tries_left in reversed(range(TRIES)):
            reader = self._begin(work)
            try:
                return reader.read(work, items, seconds)
            except NotStartedError as fault:
                if not tries_left:
                    raise CasusError(f"a reading process could not start; `casus doctor` looks for the cause.\n{fault}") from None
            finally:
                self._busy.discard(reader)
                _give_back(reader)
        raise AssertionError("the last try returns or raises")

    def _begin(self, work: Work[Any, Any]) -> Reader:
        """Return a process to work with; one that came up while the work was stopped is ended like those at work then."""
        reader = _take(work)
        with self._guard:
            self._busy.add(reader)
            if not self._is_stopped:
                return reader
        reader.kill()
        raise CasusError("stopped while reading")

    def stop(self) -> None:
        """End the processes at work; what they were reading is not read to its end."""
        with self._guard:
            self._is_stopped = True
            busy = list(self._busy)
        for reader in busy:
            reader.kill()


# Idle processes, which wait for the next batch, whoever it comes from, and what they are copies of.
_IDLE: list[Reader] = []
_SERVERS: list[ForkServer] = []
_LOCK = threading.Lock()


def start_early(*works: Work[Any, Any]) -> None:
    """Start one process and let it load what the works need, while this process does something else."""
    if ARE_COPIES:
        server = _server()
        for work in works:
            server.load(work)
        return
    reader = Reader(works[0])
    for work in works:
        reader.prepare(work)
    _give_back(reader)


def end_idle(kept: int = 0) -> None:
    """End the idle processes but `kept` of those that have read little and hold little, and what they are copies of, unless any stays."""
    with _LOCK:
        staying = [reader for reader in _IDLE if reader.batches <= BATCHES_HELD][:kept]
        spare: list[Reader | ForkServer] = [reader for reader in _IDLE if reader not in staying]
        if not staying:
            spare += _SERVERS
            _SERVERS.clear()
        _IDLE[:] = staying
    for process in spare:
        process.kill()


def _server() -> ForkServer:
    """Return the process to copy; a new one where there is none."""
    with _LOCK:
        if not _SERVERS or not _SERVERS[0].is_alive:
            _SERVERS[:] = [ForkServer()]
        return _SERVERS[0]


def _copied(work: Work[Any, Any], theirs: socket.socket) -> Copied | Spawned:
    """Return a copy of the process that has loaded what the work needs; where that is gone one that loads it itself."""
    try:
        server = _server()
        server.load(work)
        return server.copy(work, theirs)
    except (OSError, EOFError):
        return Spawned(theirs)


def _take(work: Work[Any, Any]) -> Reader:
    with _LOCK:
        fit = [one for one in _IDLE if one.is_alive and one.fits(work)]
        spare = [one for one in _IDLE if one not in fit]
        reader = fit.pop() if fit else None
        _IDLE[:] = fit
    for one in spare:
        one.kill()
    return reader or Reader(work)


def _give_back(reader: Reader) -> None:
    if reader.is_alive and reader.batches < BATCHES_A_PROCESS:
        with _LOCK:
            _IDLE.append(reader)
    else:
        reader.kill()


atexit.register(end_idle)
