"""One process that has loaded parser, tables and rules, and starts readers as copies of itself: `python -m flows.reader` with `--copies`.

A copy is there at once and shares with the others what was loaded, some 140 MiB. (`multiprocessing`'s own fork server loads modules, not
what they read, and each of its copies imports the main module anew.) Only Linux: elsewhere the system's own libraries may have started
threads, which a copy lacks.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from pathlib import Path
from typing import Any

from flows.reader import COPY, ENDING, LOAD
from flows.work import Work

# The parser takes and gives back Python's lock some ten thousand times an article, which takes a fifth longer where there has ever been
# a second thread, idle as it may be: OpenBLAS starts its threads and Arrow's jemalloc one of its own unless they are told not to.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "JE_ARROW_MALLOC_CONF": "background_thread:false"}


class Spawned:
    """A reader started anew, which loads everything itself."""

    def __init__(self, theirs: socket.socket) -> None:
        self._process = start_reader(theirs)

    def fits(self, _: Work[Any, Any]) -> bool:
        """Whether it may do the work: it loads what that needs."""
        return True

    def kill(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()

    def ending(self) -> int:
        """Wait for the end of the process and return its exit status, or less than 0 for the signal that ended it."""
        return self._process.wait()


class Copied:
    """A reader that is a copy of the fork server, for one kind of work."""

    def __init__(self, server: ForkServer, pid: int, work: Work[Any, Any]) -> None:
        self._server = server
        self._pid = pid
        self._work = work.prepare
        self._status: int | None = None

    def fits(self, work: Work[Any, Any]) -> bool:
        """Whether the work is of its kind: for another a new copy is had at once, without what this one holds of its own."""
        return work.prepare == self._work

    def kill(self) -> None:
        """End the process, whatever it does."""
        if self._status is None and self._server.is_alive:
            os.kill(self._pid, signal.SIGKILL)  # nobody else has its number: the server keeps it until asked how it ended
            self.ending()

    def ending(self) -> int:
        """Wait for the end of the process and return its exit status, or less than 0 for the signal that ended it."""
        if self._status is None:
            try:
                self._status = self._server.ending(self._pid)
            except (OSError, EOFError):
                self._status = -signal.SIGKILL  # nobody can tell without the server; it goes by this signal where memory is short
        return self._status


class ForkServer:
    """The process whose copies read. Its methods may be called by several threads; they raise `OSError` or `EOFError` once it has ended."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = start_reader(theirs, "--copies")
        self._end = Connection(ours.detach())
        self._guard = threading.Lock()
        self._loaded: set[str] = set()

    def load(self, work: Work[Any, Any]) -> None:
        """Let it load what the work needs, without waiting for it, and once."""
        with self._guard:
            if work.prepare not in self._loaded:
                self._loaded.add(work.prepare)
                self._end.send((LOAD, work))

    def copy(self, work: Work[Any, Any], theirs: socket.socket) -> Copied:
        """Return a new reader for a kind of work, at that end of a connection."""
        with self._guard:
            self._end.send((COPY, None))
            send_handle(self._end, theirs.fileno(), self._process.pid)
            return Copied(self, self._end.recv(), work)

    def ending(self, pid: int) -> int:
        """Wait for the end of a copy and return its exit status, or less than 0 for the signal that ended it."""
        with self._guard:
            self._end.send((ENDING, pid))
            return int(self._end.recv())

    @property
    def is_alive(self) -> bool:
        """Whether the process is there to be copied."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End the process; copies read on until their run is gone."""
        self._process.kill()
        self._process.wait()
        self._end.close()


def start_reader(theirs: socket.socket, *options: str) -> subprocess.Popen[bytes]:
    """Return a new process that serves that end of a connection."""
    return subprocess.Popen(  # noqa: S603 - our own module, with a number
        [sys.executable, "-P", "-m", "flows.reader", str(theirs.fileno()), *options],
        pass_fds=[theirs.fileno()],
        env=os.environ | ONE_THREAD | {"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
