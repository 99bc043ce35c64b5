"""One `casus run` from the shell, everything included, watched from outside: its seconds, its stages, the memory of its processes."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

COMMAND = [sys.executable, "-c", "from flows.cli import main; main()", "run"]
OFTEN = 0.1


@dataclass(slots=True)
class Run:
    """`seconds` from the shell's call to its end, `until_read` to the first article (the warehouse is opened right before), seconds by
    stage as the run itself counted them, and the largest sum of its processes' memory, shared pages counted once. `cpu_seconds` are
    those of all processes together: where others use the machine too, they say more than the clock."""

    seconds: float
    cpu_seconds: float
    until_read: float
    stages: dict[str, float]
    peak_bytes: int = 0
    new: int = 0


@dataclass(slots=True)
class Watch:
    """What a thread sees of a run while it goes on."""

    process: subprocess.Popen[str]
    opened: Path
    began: float
    until_read: float = 0.0
    peak_bytes: int = 0
    is_over: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        """Look until the run is over."""
        while not self.is_over.wait(OFTEN):
            if not self.until_read and self.opened.exists():
                self.until_read = time.perf_counter() - self.began
            self.peak_bytes = max(self.peak_bytes, sum(map(_bytes_of, _with_children(self.process.pid))))


def run(inputs: Path, warehouse: Path, workers: int = 0) -> Run:
    """Run Casus on the inputs with so many processes (0: one a core) and return what was seen. Raises `CalledProcessError`."""
    began, used = time.perf_counter(), children_cpu()
    command = [*COMMAND, str(inputs), "--warehouse", str(warehouse), "--workers", str(workers), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        watch = Watch(process, warehouse / "casus.duckdb", began)
        thread = threading.Thread(target=watch.look)
        thread.start()
        out, _ = process.communicate()
        seconds = time.perf_counter() - began
        watch.is_over.set()
        thread.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    told = json.loads(out)
    return Run(seconds, children_cpu() - used, watch.until_read, told["seconds"], watch.peak_bytes, told["new"])


def children_cpu() -> float:
    """Return the processor seconds of all processes that this one and its children have started and seen end."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _with_children(pid: int) -> list[int]:
    """Return a process with all that descend from it."""
    parents: dict[int, list[int]] = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                fields = Path(entry.path, "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        waiting += parents.get(found[-1], [])
    return found


def _bytes_of(pid: int) -> int:
    """Return a process's proportional share of memory."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
