"""On a disk that is really full, a load and a publication say so, change nothing, and go through when there is room again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MOUNT = 'mount -t tmpfs -o size=24m none "$0"'


def alone(command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a shell command in a mount namespace of its own, so that nothing stays mounted."""
    call = ["unshare", "--mount", "--map-root-user", "sh", "-c", command, *arguments]
    return subprocess.run(call, capture_output=True, text=True, timeout=300, check=False)


def test_a_full_disk_costs_nothing_but_time(tmp_path: Path) -> None:
    try:
        possible = alone(MOUNT, str(tmp_path)).returncode == 0
    except FileNotFoundError:
        possible = False
    if not possible:
        pytest.skip("no small disk can be mounted here")
    done = alone(f'{MOUNT} && exec "$1" -m tests.warehouse.full_disk "$0"', str(tmp_path), sys.executable)
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    assert [line.partition(":")[0] for line in told] == [
        "load", "the store is as it was", "the next load went through", "publish", "readers see what they saw",
        "the next publication went through",
    ]  # fmt: skip
    assert "nothing of it was kept" in told[0]
    assert "No space left on device; free space" in told[3]
