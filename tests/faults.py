"""Kill a run at random moments and start it again: `make faults`.

Each time a fresh warehouse gets `casus run` on the samples, the whole process group is killed (SIGKILL) at a seeded random moment, and the
same command is given once more. The published Parquet of every table but `runs` must be byte for byte that of an undisturbed run. Prints a
table and, last, how many of how many ended so; exits with 1 when one did not.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

SAMPLES = Path(__file__).resolve().parents[1] / "seeds" / "samples"
KILLS = int(os.environ.get("FAULT_KILLS", "40"))
SEED = 20240116
# One fixed clock, so that bytes can be compared.
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1705600000"}


def command(warehouse: Path) -> list[str]:
    """Return the command of one run, with two processes."""
    return [sys.executable, "-m", "flows.cli", "run", str(SAMPLES), "--warehouse", str(warehouse), "--quiet", "--workers", "2"]


def published(warehouse: Path) -> dict[str, str]:
    """Return the sha256 of every published Parquet file but those of `runs`, by its path."""
    folder = warehouse / "parquet"
    files = sorted(path for path in folder.rglob("*.parquet") if path.relative_to(folder).parts[0] != "runs")
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def articles(warehouse: Path) -> int:
    """Return the number of articles in the store."""
    with duckdb.connect(str(warehouse / "casus.duckdb"), read_only=True) as store:
        return int(store.execute("select count(*) from articles").fetchall()[0][0])


def killed_run(warehouse: Path, after: float) -> bool:
    """Run, kill everything after so many seconds, and return whether the run was still going then."""
    process = subprocess.Popen(command(warehouse), env=ENVIRONMENT, start_new_session=True)
    try:
        process.wait(timeout=after)
        return False
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True


def main() -> None:
    """Make the undisturbed run, then the disturbed ones."""
    moments = random.Random(SEED)
    with tempfile.TemporaryDirectory() as scratch:
        calm = Path(scratch) / "calm"
        began = time.perf_counter()
        subprocess.run(command(calm), env=ENVIRONMENT, check=True)
        length = time.perf_counter() - began
        wanted, count = published(calm), articles(calm)
        print(f"undisturbed: {length:.1f} s, {count} articles, {len(wanted)} Parquet files", flush=True)
        print(f"{'kill':>4} {'after s':>8} {'was running':>12} {'articles':>9}  same bytes", flush=True)
        good = 0
        for number in range(1, KILLS + 1):
            warehouse = Path(scratch) / f"kill{number}"
            after = moments.uniform(0.05, length)
            was_running = killed_run(warehouse, after)
            subprocess.run(command(warehouse), env=ENVIRONMENT, check=True)
            found, kept = published(warehouse), articles(warehouse)
            other = sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
            good += not other and kept == count
            verdict = "yes" if not other else "NO: " + ", ".join(other)
            print(f"{number:>4} {after:>8.2f} {'yes' if was_running else 'no':>12} {kept:>9}  {verdict}", flush=True)
    print(f"{good} of {KILLS}")
    sys.exit(good != KILLS)


if __name__ == "__main__":
    main()
