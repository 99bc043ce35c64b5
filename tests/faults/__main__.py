"""Kill runs at random moments and start them again: `make faults`.

An undisturbed run shows how long each stage takes. Each trial then kills a run (SIGKILL) at a seeded random moment of one of the stages, in
turn, so that all are hit, and gives the same command once more. Trials take turns at an empty warehouse and at one that holds an
earlier text of an article; at killing all processes of the run, and only the first, with a Prefect API of the run's own, which must notice;
at reading in one process and in two. What the warehouse holds
then, Parquet by its bytes and DuckDB by its rows, must be what the undisturbed run left, for every table but `runs`; and nothing may be
left running. Prints a table and, last, how many of how many ended so; exits with 1 when one did not.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from flows.prefect_api import TemporaryApi
from tests.faults.trial import (
    BASE,
    CLOCK,
    LONGEST_SECONDS,
    MARKED,
    PLAIN,
    State,
    command,
    environment,
    first_run,
    killed_run,
    later_inputs,
    left_running,
    marks,
    state,
)

KILLS = int(os.environ.get("FAULT_KILLS", "40"))
SEED = 20240116


def stage_lengths(log: Path) -> dict[str, float]:
    """Return the seconds of each stage of a finished run, in order, with what follows the last one; the gaps between them are too short."""
    begun = marks(log)
    lengths: dict[str, float] = {}
    for (began, stage), (ended, _) in zip(begun, [*begun[1:], (time.monotonic(), "")], strict=True):
        lengths[stage] = ended - began
    last = begun[-1][1]
    return {stage: seconds for stage, seconds in lengths.items() if stage == last or not stage.startswith("after ")}


def faults_of(found: State, wanted: State) -> list[str]:
    """Return what differs from the undisturbed run, and what is wrong by itself."""
    both = [(found.files, wanted.files), (found.tables, wanted.tables)]
    return found.faults + sorted(name for one, other in both for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def main() -> None:
    """Make the undisturbed runs, then the disturbed ones."""
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory(prefix="casus-faults-") as scratch:
        folder = Path(scratch)
        shared = TemporaryApi()
        shared.wait()
        api = {name: value for name, value in os.environ.items() if BASE.get(name) != value}
        grown, inputs = first_run(folder, api), later_inputs(folder)
        wanted: dict[bool, State] = {}
        lengths: dict[bool, dict[str, float]] = {}
        for is_grown in (False, True):
            calm, log = folder / f"calm{is_grown}", folder / f"calm{is_grown}.log"
            if is_grown:
                shutil.copytree(grown, calm, symlinks=True)
            subprocess.run(command(MARKED, calm, inputs, 1), env=environment(CLOCK, FAULT_STAGES=str(log), **api), check=True)
            lengths[is_grown], wanted[is_grown] = stage_lengths(log), state(calm)
            assert not wanted[is_grown].faults, wanted[is_grown].faults
            parts = ", ".join(f"{stage} {seconds:.2f} s" for stage, seconds in lengths[is_grown].items())
            print(f"undisturbed, {'grown' if is_grown else 'empty'} warehouse: {wanted[is_grown].rows} rows; {parts}", flush=True)
        print(
            f"{'kill':>4} {'warehouse':>9} {'aimed at':>16} {'hit':>9} {'killed':>9} {'batches':>7} {'rows':>6}  same bytes and rows",
            flush=True,
        )
        good = 0
        for number in range(1, KILLS + 1):
            good += trial(number, folder, grown, inputs, wanted, lengths, chance, api)
    print(f"{good} of {KILLS}")
    sys.exit(good != KILLS)


def trial(
    number: int,
    folder: Path,
    grown: Path,
    inputs: list[Path],
    wanted: dict[bool, State],
    lengths: dict[bool, dict[str, float]],
    chance: random.Random,
    api: dict[str, str],
) -> bool:
    """Kill one run, give its command again, print the row of the table, and return whether all is as it should be."""
    stages = list(lengths[False])
    stage, turn = stages[(number - 1) % len(stages)], (number - 1) // len(stages)
    is_grown, whole_group, workers = bool((number + turn) % 2), bool(turn % 2), 1 + turn % 3 % 2
    after = chance.uniform(0, 1) * lengths[is_grown][stage]
    warehouse, log = folder / f"kill{number}", folder / f"kill{number}.log"
    if is_grown:
        shutil.copytree(grown, warehouse, symlinks=True)
    call = command(MARKED, warehouse, inputs, workers)
    hit = killed_run(call, environment(CLOCK, FAULT_STAGES=str(log), **(api if whole_group else {})), log, stage, after, whole_group)
    batches = len(list(warehouse.glob(".staging/*/*.parquet")))
    again = subprocess.run(command(PLAIN, warehouse, inputs, 1), env=environment(CLOCK, **api), check=False, timeout=LONGEST_SECONDS)
    faults = [f"the next run ended with {again.returncode}"] if again.returncode else []
    found = state(warehouse)
    faults += faults_of(found, wanted[is_grown]) + [f"process {pid} was left running" for pid in left_running(log)]
    print(
        f"{number:>4} {'grown' if is_grown else 'empty':>9} {stage + f' +{after:.2f} s':>16} {hit or 'ended':>9} "
        f"{'all' if whole_group else 'main only':>9} {batches:>7} {found.rows:>6}  {'yes' if not faults else 'NO: ' + '; '.join(faults)}",
        flush=True,
    )
    shutil.rmtree(warehouse)
    return not faults


if __name__ == "__main__":
    main()
