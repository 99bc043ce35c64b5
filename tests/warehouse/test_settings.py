"""What every connection to a store is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from warehouse.connect import OF_A_ROUND, OF_A_RUN, connected
from warehouse.store import open_store


@pytest.mark.parametrize("config", [None, OF_A_RUN, OF_A_ROUND])
@pytest.mark.parametrize("read_only", [True, False])
def test_no_join_filters_the_scan_beside_it(tmp_path: Path, config: dict[str, str] | None, read_only: bool) -> None:
    """Rows that are there were missing from answers (`warehouse/connect.py`); the plan of such a join names the filter."""
    open_store(tmp_path).close()
    with connected(tmp_path, read_only, config=config) as connection:
        connection.execute("create temp table wanted as select range * 7 as number from range(1000)")
        ((_, plan),) = connection.execute("explain analyze select * from articles where rowid in (select number from wanted)").fetchall()
        settings = connection.execute("select current_setting('disabled_optimizers')").fetchall()
    assert "Dynamic Filter" not in plan
    assert settings == [("join_filter_pushdown",)]
