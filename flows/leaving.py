"""The end of the command's process: Python would look through all that Prefect, DuckDB and pandas leave behind, a second of work."""

from __future__ import annotations

import atexit
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def leaving() -> Iterator[None]:
    """End the process right after its last exit handler, with the status of the `SystemExit` inside; to be entered before anything that
    has such a handler is loaded."""
    status: list[int] = []

    def leave() -> None:
        if status:
            logging.shutdown()
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status[0])

    atexit.register(leave)
    try:
        yield
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            status.append(end.code or 0)
        raise
