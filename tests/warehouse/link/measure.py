"""How well the links of a planted world do: recall, precision, and whether scores are the chances that they are said to be."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tests.warehouse.link.planted import Planted, load
from tests.warehouse.world import run
from warehouse.link import link_file
from warehouse.store import open_store

BINS = 5


@dataclass(frozen=True, slots=True)
class Measured:
    """The links of a planted world, each with `is_right`, how many pairs were planted, and what linking took."""

    links: duckdb.DuckDBPyRelation
    planted: int
    seconds: float

    def rates(self, condition: str) -> tuple[float, float]:
        """Return recall and precision of the links that meet an SQL condition."""
        chosen = self.links.filter(condition).aggregate("count(*), count(*) filter (where is_right)").fetchall()
        count, right = chosen[0]
        return right / self.planted, right / max(1, count)

    def bins(self) -> tuple[list[float], list[float]]:
        """Return, for links in bins of equal width by score, the mean score and the share that is right."""
        rows = self.links.aggregate(f"least({BINS - 1}, floor(score * {BINS})) as bin, avg(score), avg(is_right::int)", "bin").order("bin")
        found = rows.fetchall()
        return [said for _, said, _ in found], [right for _, _, right in found]


def measure(planted: Planted, directory: Path, preset: str = "default") -> Measured:
    """Load a planted world into a new warehouse, link its rows, and compare the links with the truth."""
    file = load(planted, directory)
    began = time.perf_counter()
    link_file(directory, file, "ucdp-ged", run("r2"), preset=preset)
    seconds = time.perf_counter() - began
    with open_store(directory, wait_seconds=0) as store:
        links = store.read_table("event_links")
    pairs = zip(links["external_id"].to_pylist(), links["event_id"].to_pylist(), strict=True)
    is_right = [planted.truth.get(external_id) == event_id for external_id, event_id in pairs]
    connection = duckdb.connect()
    return Measured(connection.from_arrow(links.append_column("is_right", [is_right])), len(planted.truth), seconds)
