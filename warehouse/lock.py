"""One loader and one publisher at a time: a lock on a file, which the system lets go when its process dies, however it dies."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path
from typing import IO

LOCK_FILE = ".casus.lock"


class WarehouseBusyError(RuntimeError):
    """Another process holds the warehouse; the message names it."""


class LoaderLock:
    """The right to change a warehouse, held from `acquire` to `release`; another `name` is another right, and `doing` what it is for."""

    def __init__(self, directory: Path, name: str = LOCK_FILE, doing: str = "loaded") -> None:
        self._path = directory / name
        self._doing = doing
        self._file: IO[str] | None = None

    def acquire(self, wait_seconds: float) -> None:
        """Take the lock, waiting up to `wait_seconds`; raises WarehouseBusyError, which names the holder's process id."""
        file = self._path.open("a+", encoding="utf-8")
        deadline = time.monotonic() + wait_seconds
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                if time.monotonic() >= deadline:
                    holder = self._holder()
                    file.close()
                    raise WarehouseBusyError(
                        f"{self._path.parent} is being {self._doing} by {holder}; waited {wait_seconds:g} s. "
                        "Wait until it ends, or use another --warehouse."
                    ) from None
                time.sleep(min(0.2, max(0.0, deadline - time.monotonic())))
        file.truncate(0)
        file.write(f"process {os.getpid()} on {os.uname().nodename}")
        file.flush()
        self._file = file

    def release(self) -> None:
        """Let the lock go; the file stays, empty."""
        if self._file is not None:
            self._file.truncate(0)
            self._file.close()
            self._file = None

    def _holder(self) -> str:
        return self._path.read_text(encoding="utf-8").strip() or "another process"
