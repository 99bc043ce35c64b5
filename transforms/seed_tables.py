"""The one door to `seeds/`: each CSV is read once a process, as rows of stripped strings."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


@cache
def read_seed(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `seeds/<name>.csv`, each a dict from column to stripped text ("" where empty)."""
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple({key: (value or "").strip() for key, value in row.items() if key} for row in csv.DictReader(lines))
