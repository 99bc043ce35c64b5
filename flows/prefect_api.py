"""Which Prefect API a run talks to: the one that is configured, or a temporary one of its own.

The environment must be set before Prefect is first imported, which is done here where the server can be forked: it begins with the same
modules, a second and a half of work, and what is loaded before the fork is loaded once.
"""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import sys
import tempfile
import time
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from flows.errors import CasusError
from flows.prefect_server import serve

STARTUP_SECONDS = 90
# Elsewhere a fork of a process with system libraries loaded may fail.
FORKS = sys.platform == "linux"

# https://docs.prefect.io documents both opt-outs; a person who wants telemetry sets them before calling Casus.
QUIET = {"DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
TEMPORARY = {
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # a failure is told once, by the command, not as a traceback
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_SERVER_DATABASE_MIGRATE_ON_START": "false",
    "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
    "PREFECT_SERVER_MEMOIZE_BLOCK_AUTO_REGISTRATION": "false",  # nothing is registered, so there is nothing to remember either
    "PREFECT_UI_ENABLED": "false",
    "PREFECT__SERVER_EPHEMERAL": "1",
}


class TemporaryApi:
    """A Prefect API on a loopback port, with a home in a temporary folder, for as long as this process lives."""

    def __init__(self) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="casus-prefect-"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/api"
        for name, value in TEMPORARY.items():
            os.environ.setdefault(name, value)
        os.environ.update({"PREFECT_HOME": str(self._home), "PREFECT_PROFILES_PATH": str(self._home / "profiles.toml")})
        os.environ["PREFECT_API_URL"] = self.url
        if FORKS:
            import prefect  # noqa: F401
        context: Any = get_context("fork" if FORKS else "spawn")
        self._process: BaseProcess = context.Process(target=serve, args=(port, self._home), daemon=True)
        self._process.start()
        atexit.register(self.stop)

    def wait(self) -> None:
        """Return when the API answers. Raises `CasusError` with the server's last words when it does not."""
        deadline = time.monotonic() + STARTUP_SECONDS
        while time.monotonic() < deadline and self._process.is_alive():
            try:
                with urlopen(f"{self.url}/health", timeout=5):  # noqa: S310 - our own loopback address
                    return
            except (URLError, OSError):
                time.sleep(0.05)
        log = self._home / "server.log"
        words = log.read_text(errors="replace")[-800:] if log.exists() else ""
        raise CasusError(f"Prefect's temporary API did not start; `casus doctor` looks for the cause.\n{words}")

    def stop(self) -> None:
        """End the server and remove its folder."""
        if self._process.is_alive():
            self._process.kill()  # its state is thrown away: nothing to finish
        self._process.join()
        shutil.rmtree(self._home, ignore_errors=True)


def is_temporary() -> bool:
    """Return whether this process talks to an API that ends with it."""
    return os.environ.get("PREFECT__SERVER_EPHEMERAL") == "1"


# The server's loops for schedules, late runs and automations, of which a single run has no need.
SERVICES = ("SCHEDULER", "LATE_RUNS", "TRIGGERS", "FOREMAN", "PAUSE_EXPIRATIONS", "CANCELLATION_CLEANUP", "REPOSSESSOR")


def prepare(serves: bool = False) -> TemporaryApi | None:
    """Set Prefect's environment; start a temporary API unless one is configured. Returns it, or None.

    `serves`: the API has to keep a schedule and to say in the log what it runs."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    if os.environ.get("PREFECT_API_URL") or "prefect" in sys.modules:
        return None
    if serves:
        os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO")
    else:
        os.environ.update({f"PREFECT_SERVER_SERVICES_{name}_ENABLED": "false" for name in SERVICES})
    return TemporaryApi()
