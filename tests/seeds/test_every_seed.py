"""What holds for every table of `seeds/`: a person can review it, and each row says why it is there."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from transforms.seed_tables import SEEDS

TABLES = sorted(SEEDS.glob("*.csv"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_row_says_why_or_whence(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    grounds = [column for column in ("reason", "source") if column in rows[0]]
    assert grounds, "a seed has a reason or a source column"
    assert [row for row in rows if not any(row[column].strip() for column in grounds)] == []


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_no_row_stands_twice_and_none_is_ragged(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as lines:
        header, *rows = list(csv.reader(lines))
    assert len(set(header)) == len(header)
    assert {len(row) for row in rows} == {len(header)}
    assert len({tuple(row) for row in rows}) == len(rows)


def test_no_seed_is_large() -> None:
    assert [path.name for path in SEEDS.rglob("*") if path.is_file() and path.stat().st_size > 16 * 1024 * 1024] == []
