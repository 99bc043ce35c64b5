"""A real S3 server on loopback, in a process of its own, for as long as a test module needs it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

STARTUP_SECONDS = 60
KEYS = {"AWS_ACCESS_KEY_ID": "casus", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_EC2_METADATA_DISABLED": "true", "AWS_REGION": "us-east-1"}


@contextmanager
def s3_server(**environment: str) -> Iterator[str]:
    """Yield the address `host:port` of a server without buckets."""
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | environment,
    ) as process:
        try:
            _wait(f"http://127.0.0.1:{port}/moto-api/", process)
            yield f"127.0.0.1:{port}"
        finally:
            process.kill()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + STARTUP_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urlopen(address, timeout=5).close()
            return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"the S3 server at {address} did not start within {STARTUP_SECONDS} s")
