"""One trial: a run that is killed at a chosen moment of a chosen stage, the same run again, and what the warehouse holds then."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from tests.flows.conftest import ARTICLES
from warehouse.connect import DATABASE
from warehouse.verify import verify

SAMPLES = Path(__file__).resolve().parents[2] / "seeds" / "samples"
FIRST_CLOCK, CLOCK = "1707500000", "1707600000"  # fixed, so that bytes can be compared
PLAIN, MARKED = "flows.cli", "tests.faults.marked_run"
LONGEST_SECONDS = 600
BASE = dict(os.environ)  # as it was given, before an API of this test's own is named in it


@dataclass(frozen=True, slots=True)
class State:
    """What a warehouse holds, but for `runs`, which tells how often one ran: SHA-256 of each file and table, and rows in all."""

    files: dict[str, str]
    tables: dict[str, str]
    rows: int
    faults: list[str] = field(default_factory=list)


def command(module: str, warehouse: Path, inputs: list[Path], workers: int) -> list[str]:
    """Return the command of a run."""
    given = [str(path) for path in inputs]
    return [sys.executable, "-m", module, "run", *given, "--warehouse", str(warehouse), "--quiet", "--workers", str(workers)]


def environment(clock: str, **more: str) -> dict[str, str]:
    """Return the environment of a run whose clock stands still."""
    return BASE | {"SOURCE_DATE_EPOCH": clock} | more


def first_run(folder: Path, api: dict[str, str]) -> Path:
    """Make a warehouse that has seen an earlier text of one article, and return its folder."""
    earlier = [ARTICLES[0], ARTICLES[2]]
    (folder / "earlier.jsonl").write_text("".join(json.dumps(row) + "\n" for row in earlier))
    subprocess.run(command(PLAIN, folder / "grown", [folder / "earlier.jsonl"], 1), env=environment(FIRST_CLOCK, **api), check=True)
    return folder / "grown"


def later_inputs(folder: Path) -> list[Path]:
    """Return the inputs of the run to be killed: the samples, a new article, and a new text of an old one."""
    changed = ARTICLES[0] | {"text": str(ARTICLES[0]["text"]).replace("at least four", "at least seven")}
    path = folder / "later.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in (changed, *ARTICLES[1:])))
    return [SAMPLES, path]


def marks(path: Path) -> list[tuple[float, str]]:
    """Return the stages that have begun, each with its moment."""
    lines = path.read_text().splitlines() if path.exists() else []
    return [(float(moment), stage) for moment, _, stage in (line.partition(" ") for line in lines)]


def killed_run(call: list[str], variables: dict[str, str], log: Path, stage: str, after: float, whole_group: bool) -> str | None:
    """Start a run, kill it `after` seconds into a stage, and return the stage it was in; None where it had ended before.

    `whole_group`: its worker processes are killed with it; else they are left to notice."""
    process = subprocess.Popen(call, env=variables, start_new_session=True)
    deadline = time.monotonic() + LONGEST_SECONDS
    moment = None
    while process.poll() is None and time.monotonic() < deadline:
        if moment is None:
            moment = next((began + after for began, name in marks(log) if name == stage), None)
        if moment is not None and time.monotonic() >= moment:
            (os.killpg if whole_group else os.kill)(process.pid, signal.SIGKILL)
            process.wait()
            return marks(log)[-1][1]
        time.sleep(0.002)
    process.wait()
    return None


def left_running(log: Path, patience: float = 20.0) -> list[int]:
    """Return the processes of a killed run that still live after some seconds: they carry its log's name in their environment."""
    deadline = time.monotonic() + patience
    while True:
        found = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal() and _carries(entry, str(log))]
        if not found or time.monotonic() > deadline:
            return found
        time.sleep(0.2)


def _carries(process: Path, text: str) -> bool:
    try:
        return text.encode() in (process / "environ").read_bytes()
    except OSError:
        return False


def state(warehouse: Path) -> State:
    """Return what the warehouse holds, and what is wrong with it."""
    folder = warehouse / "parquet"
    paths = sorted(path for path in folder.rglob("*.parquet") if path.relative_to(folder).parts[0] != "runs")
    files = {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    tables, rows = {}, 0
    with duckdb.connect(str(warehouse / DATABASE), read_only=True) as store:
        for (name,) in store.execute("select table_name from duckdb_tables() where table_name != 'runs' order by 1").fetchall():
            held = store.execute(f"select * from {name} order by all").fetchall()
            tables[f"{name} in DuckDB"] = hashlib.sha256(repr(held).encode()).hexdigest()
            rows += len(held)
    left = [f"{name} was left" for name in (".staging", ".parquet/writing") if (warehouse / name).exists()]
    return State(files, tables, rows, verify(warehouse) + left)
