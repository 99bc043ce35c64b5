"""Two runs at the same time: the second waits for the first, both are loaded whole, and their rows are stamped in that order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.conftest import ARTICLES, write_lines
from warehouse.query import run_query
from warehouse.verify import verify

pytestmark = pytest.mark.slow


def test_both_are_loaded_one_after_the_other(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PREFECT_API_URL"}
    runs = []
    for number, articles in enumerate((ARTICLES[:2], ARTICLES[2:])):
        given = write_lines(tmp_path / f"news{number}.jsonl", articles)
        call = [sys.executable, "-m", "flows.cli", "run", given, "--warehouse", str(tmp_path / "w"), "--quiet", "--workers", "1"]
        runs.append(subprocess.Popen(call, env=environment, stderr=subprocess.PIPE, text=True))
    for run in runs:
        _, said = run.communicate(timeout=300)
        assert run.returncode == 0, said
    assert verify(tmp_path / "w") == []
    stamped = (
        "select run_id, any_value(runs.recorded_at) as recorded, count(*) as articles "
        "from articles join runs using (run_id) group by run_id order by recorded"
    )
    loaded = run_query(tmp_path / "w", stamped).to_pylist()
    assert sorted(row["articles"] for row in loaded) == [1, 2]
    assert loaded[0]["recorded"] < loaded[1]["recorded"]
    held = run_query(tmp_path / "w", "select json_extract(row_counts, '$.articles')::int as n from runs order by recorded_at").to_pylist()
    late = run_query(tmp_path / "w", "select count(*) as n from runs where finished_at is null or finished_at < recorded_at").to_pylist()
    assert late == [{"n": 0}]
    assert [row["n"] for row in held] == [loaded[0]["articles"], 3], "the second run began from what the first had loaded"
