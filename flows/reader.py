"""The process in which foreign text is read: `python -m flows.reader DESCRIPTOR`, watched by `flows.readers`; with `--copies` the one that
`flows.fork_server` starts others from.

Parser and rules run here and nowhere else, so what makes them hang, run out of memory or crash ends this process and not the
run. The system itself keeps the time: an alarm without a handler ends the process, whatever code it is stuck in, and
whether or not anybody still watches it.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from pathlib import Path

from flows.work import fault_of

READY = "ready"
UNFIT = "unfit"
DONE = "done"
FAILED = "failed"
LOAD = "load"
COPY = "copy"
ENDING = "ending"


def serve(connection: Connection) -> None:
    """Do the work that comes, batch by batch, until the other end is closed; without items, only get ready for it.

    Answers READY before a batch, then DONE with its results or FAILED with the reason; UNFIT when it cannot get ready."""
    while True:
        try:
            work, items, seconds = connection.recv()
        except EOFError:
            return
        try:
            work.get_ready()
        except Exception as error:  # told when there is a batch to read
            if items is not None:
                connection.send((UNFIT, f"{type(error).__name__}: {error}"))
            continue
        if items is None:
            continue
        connection.send((READY, None))
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            answer = (DONE, work.results(items))
        except Exception as error:  # foreign text finds what tests did not; the items are tried one by one
            answer = (FAILED, fault_of(error))
        signal.setitimer(signal.ITIMER_REAL, 0)
        connection.send(answer)


def serve_copies(control: Connection) -> None:
    """Load what is asked for and start copies of this process, each of which serves a connection of its own, until the other end is closed.

    Answers COPY with the number of the new process and ENDING with how the one of that number ended. A fault in loading is told by the
    copy that is to work with it."""
    while True:
        try:
            kind, given = control.recv()
        except EOFError:
            return
        if kind == LOAD:
            with suppress(Exception):
                given.get_ready()
        elif kind == ENDING:
            control.send(os.waitstatus_to_exitcode(os.waitpid(given, 0)[1]))
        else:
            theirs = recv_handle(control)
            copy = os.fork()
            if copy == 0:
                control.close()  # that its end is seen where this one's original dies
                with Connection(theirs) as connection:
                    return serve(connection)
            os.close(theirs)
            control.send(copy)


def be_first_to_go() -> None:
    """Ask the system to end this process, and not the run, when memory is short; systems without such a choice are left alone."""
    try:
        Path("/proc/self/oom_score_adj").write_text("1000")
    except OSError:
        return


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which ends its readers
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    be_first_to_go()
    with Connection(int(sys.argv[1])) as end, suppress(BrokenPipeError, ConnectionResetError):  # the run is gone: nobody to tell
        (serve_copies if "--copies" in sys.argv else serve)(end)
