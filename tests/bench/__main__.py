"""Measure speed and memory on this machine: `make bench`, `make bench BENCH="100 1000 10000"`. Articles are made of the samples.

One run on the same articles gives all figures, and what matters is printed as a ratio: the whole pipeline (from the shell's call to the
published files, Prefect included) against the bare parser on the same text, two processes against one, many articles against few.
The numbers are how many articles to take; `--warehouse ARTICLES` also measures loading into a generated warehouse of that size and its
publication; `--all` ingestion of 10,000 pages, linking of 100,000 rows, merging of 100,000 and 1,000,000 mentions, and a warehouse of
1,000,000 articles, unless another size is given.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from flows.pool import usable_cores
from tests.bench.articles import SAMPLES, write_articles
from tests.bench.whole import Run, children_cpu, run

SIZES = (100, 500)
FIVE = 5
WAREHOUSE = "1000000"


def line(what: str, value: str) -> None:
    print(f"{what:<60}{value:>14}", flush=True)


def main(arguments: list[str]) -> None:
    """Run all measures."""
    stored = arguments[arguments.index("--warehouse") + 1] if "--warehouse" in arguments else WAREHOUSE if "--all" in arguments else None
    taken = [given for place, given in enumerate(arguments) if given.isdigit() and arguments[place - 1 : place] != ["--warehouse"]]
    sizes = tuple(sorted(map(int, taken))) or SIZES
    line("cores", str(usable_cores()))
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        small_runs(scratch)
        costs = {count: measure(count, scratch, is_largest=count == sizes[-1]) for count in sizes}
        for count, cost in costs.items():
            line(f"cost of an article among {count:,} / among {sizes[0]:,}", f"{cost / costs[sizes[0]]:.2f}")
    if "--all" in arguments:
        for module, *given in (("reading", "text"), ("reading", "html"), ("links",), ("merging",)):
            subprocess.run([sys.executable, "-m", f"tests.bench.{module}", *given], check=True)
    if stored:
        subprocess.run([sys.executable, "-m", "tests.bench.warehouse", stored], check=True)


def small_runs(scratch: Path) -> None:
    """Measure what a person waits for: five articles, cold and again, and how long it takes to get to the first."""
    write_articles(scratch / "five.jsonl", FIVE)
    cold = run(scratch / "five.jsonl", scratch / "five")
    warm = run(scratch / "five.jsonl", scratch / "five again")
    nothing = run(scratch / "five.jsonl", scratch / "five")
    samples = run(SAMPLES, scratch / "samples")
    line("five articles, the first run of all", f"{cold.seconds:.1f} s")
    line("five articles, everything included", f"{warm.seconds:.1f} s")
    line("  processor time of all processes", f"{warm.cpu_seconds:.1f} s")
    line("the samples, everything included", f"{samples.seconds:.1f} s")
    line("five articles again, nothing new", f"{nothing.seconds:.1f} s")
    line("start-up, before the first article", f"{warm.until_read:.1f} s")
    line("cold / warm", f"{cold.seconds / warm.seconds:.2f}")


def measure(count: int, scratch: Path, is_largest: bool) -> float:
    """Measure so many articles, and return the seconds of two processes for one, start-up left out."""
    file = scratch / f"{count}.jsonl"
    words = write_articles(file, count)
    two = run(file, scratch / f"{count} two", 2)
    line(f"{count:,} articles, {words:,} words, two processes", f"{words / two.seconds:,.0f} words/s")
    line("  seconds by stage", "")
    for stage, seconds in two.stages.items():
        line(f"    {stage}", f"{seconds:.1f} s")
    line("  peak memory of all processes", f"{two.peak_bytes / 1024**2:,.0f} MiB")
    if is_largest:
        bare, cpu = {}, {}
        for processes in (1, 2):
            used = children_cpu()
            bare[processes] = _bare(file, processes)
            cpu[processes] = children_cpu() - used
        one = run(file, scratch / f"{count} one", 1)
        for processes, whole in ((1, one), (2, two)):
            line(f"  bare parser, processes: {processes}", f"{words / bare[processes]:,.0f} words/s")
            line(f"  whole pipeline / bare parser, processes: {processes}", f"{bare[processes] / whole.seconds:.2f}")
            line(f"  the same by processor time, processes: {processes}", f"{cpu[processes] / whole.cpu_seconds:.2f}")
            line(f"  reading stage / bare parser, processes: {processes}", f"{bare[processes] / whole.stages['annotate']:.2f}")
        line("  two processes / one, whole pipeline", f"{one.seconds / two.seconds:.2f}")
        line("  two processes / one, bare parser", f"{bare[1] / bare[2]:.2f}")
    return _without_start(two) / count


def _without_start(whole: Run) -> float:
    return whole.seconds - whole.until_read


def _bare(file: Path, processes: int) -> float:
    """Return the seconds of the bare parser."""
    command = [sys.executable, "-m", "tests.bench.bare", str(file), str(processes)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
