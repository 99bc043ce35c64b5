"""A run that is killed leaves a warehouse which the next run brings to the same bytes as an undisturbed one."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.warehouse.loader import whole_job
from tests.warehouse.test_publish import contents
from warehouse.verify import verify


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    folder = tmp_path_factory.mktemp("undisturbed")
    began = time.monotonic()
    subprocess.run([sys.executable, "-m", "tests.warehouse.loader", str(folder)], check=True)
    return contents(folder / "parquet"), time.monotonic() - began


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_run_is_finished_by_the_next(tmp_path: Path, undisturbed: tuple[dict[str, bytes], float], seed: int) -> None:
    expected, seconds = undisturbed
    with subprocess.Popen([sys.executable, "-m", "tests.warehouse.loader", str(tmp_path)]) as process:
        time.sleep(random.Random(seed).uniform(0.3, 1.0) * seconds)
        process.send_signal(signal.SIGKILL)
    whole_job(tmp_path)
    assert contents(tmp_path / "parquet") == expected
    assert verify(tmp_path) == []
