"""Link planted copies to their events, in a process of its own: `python -m tests.bench.links [EVENTS] [SEED]`.

Prints the time of `casus link` without publication, recall and precision of the documented choices, and how right scores are. The world
is `tests/warehouse/link/planted.py`; the constants of linking were chosen with the seeds 1 and 7, so other seeds are unseen.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from pathlib import Path

from tests.warehouse.link.measure import measure
from tests.warehouse.link.planted import plant

CHOICES = {"every candidate": "true", "score >= 0.3": "score >= 0.3", "score >= 0.5": "score >= 0.5", "is_best": "is_best"}

DEFAULTS = ("100000", "2024")


def main() -> None:
    """Measure one world and print a line a measure."""
    count, seed = (int(given) for given in (*sys.argv[1:], *DEFAULTS[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(plant(count, seed), Path(folder) / "store")
    print(f"{f'link {count} rows to {count} events, seed {seed}':<54}{measured.seconds:>8.1f} seconds")
    for name, condition in CHOICES.items():
        recall, precision = measured.rates(condition)
        print(f"{f'links, {name}':<54}{recall:>8.3f} recall, {precision:.3f} precision")
    for said, right in zip(*measured.bins(), strict=True):
        print(f"{f'links scored {said:.2f} on average':<54}{right:>8.2f} right")
    print(f"{'peak memory, planting included':<54}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>8.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
