"""Real servers for tests: started from the command line, on loopback, and ended with all their children."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")
PATIENCE_SECONDS = 240


class started:  # noqa: N801 - reads as a sentence: with started(...)
    """A process with a log, stopped with all its children at the end."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path) -> None:
        self.log = log
        self.process = subprocess.Popen(command, env=environment, stdout=log.open("wb"), stderr=subprocess.STDOUT, start_new_session=True)

    def __enter__(self) -> started:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def until(holds: Callable[[], Found], what: str, patience: float = PATIENCE_SECONDS, pause: float = 1) -> Found:
    """Return what holds as soon as it does."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if found := holds():
            return found
        time.sleep(pause)
    raise AssertionError(f"waited {patience} s in vain until {what}")
