"""The queries of `sql/joins/` on the strike at Panjgur, linked with files in each dataset's own columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.link.test_link import FILES, PANJGUR, warehouse
from tests.warehouse.world import run
from warehouse.link import link_file
from warehouse.queries import SQL, read_query
from warehouse.query import run_query


@pytest.mark.parametrize(
    ("dataset", "name", "expected"),
    [
        ("ucdp-ged", "ucdp_ged.csv", {"ucdp_id": "900001", "ucdp_dyad_id": "14575", "killed_best": 2, "ucdp_best": 2}),
        ("acled", "acled.csv", {"event_id_cnty": "PAK99001", "acled_sub_event_type": "Air/drone strike", "fatalities": 2}),
        ("gdelt", "gdelt.export.CSV", {"gdelt_rows": 1, "cameo_codes": ["195"], "mean_goldstein": -10.0}),
        ("polecat", "polecat.txt", {"polecat_type": "ASSAULT", "polecat_mode": "aerial", "same_type": True}),
        ("generic", "generic.csv", {"external_id": "x1", "external_deaths": 2, "is_best": True, "type_score": None}),
    ],
)
def test_a_join_puts_the_two_side_by_side(tmp_path: Path, dataset: str, name: str, expected: dict[str, Any]) -> None:
    folder = warehouse(tmp_path, PANJGUR)
    link_file(folder, FILES / name, dataset, run("r2"), mapping=FILES / "generic_mapping.csv" if dataset == "generic" else None)
    rows = run_query(folder, read_query(SQL / "joins" / f"{dataset.replace('-', '_')}.sql").statement).to_pylist()
    assert {column: rows[0][column] for column in ("event_id", *expected)} == {"event_id": "e_panjgur"} | expected
