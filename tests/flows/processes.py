"""Real servers for tests: started from the command line, on loopback, and ended with all their children."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, TypeVar

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


class Listener(HTTPServer):
    """Keeps the JSON that is posted to it; refuses the first `refusals` posts."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Keeper)
        self.told: list[dict[str, Any]] = []
        self.refusals = 0


class Keeper(BaseHTTPRequestHandler):
    server: Listener

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        refused = self.server.refusals > 0
        self.server.refusals -= refused
        if not refused:
            self.server.told.append(body)
        self.send_response(503 if refused else 204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return
