"""Rows enter a table whole and typed, or an error names the table, the column and the value."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from tests.warehouse.world import row
from warehouse.conform import ContractError, conform
from warehouse.contract import TABLES
from warehouse.render import arrow_schema

PLACE = row("places", place_id="p1", name="Saravan", latitude=27.37, longitude=62.33)


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in PLACE.items() if key != name}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param([PLACE | {"height": 3}], "has no column height", id="unknown column"),
        pytest.param([without("name")], "lacks the column name", id="missing column"),
        pytest.param([PLACE, without("feature")], "row 1 lacks feature", id="ragged rows"),
        pytest.param([PLACE | {"name": None}], "name may not be null, but is in row 0", id="null"),
        pytest.param([PLACE | {"latitude": "north"}], "latitude is number", id="type"),
        pytest.param([PLACE | {"latitude": 91.0}], "above 90: 91.0 in row 0", id="bound"),
        pytest.param([PLACE | {"precision": "village"}], "is none of point, city", id="code"),
        pytest.param([PLACE, PLACE], "occurs more than once", id="key twice"),
        pytest.param([["p1", "Saravan"]], "a row is a list", id="not a mapping"),
    ],
)
def test_rows_that_do_not_fit_are_refused(rows: list[Any], message: str) -> None:
    with pytest.raises(ContractError, match=message):
        conform(rows, "places")


def test_nulls_in_an_arrow_table_are_seen() -> None:
    table = pa.table({name: pa.array([None], pa.string()) for name in PLACE})
    with pytest.raises(ContractError, match="may not be null"):
        conform(table, "places")


def test_the_three_shapes_give_one_table() -> None:
    from_rows = conform([PLACE], "places")
    assert from_rows.schema.equals(arrow_schema(TABLES["places"]), check_metadata=True)
    assert conform(pd.DataFrame([PLACE]), "places").equals(from_rows)
    assert conform(from_rows, "places").equals(from_rows)


def test_no_rows_are_an_empty_table() -> None:
    assert conform([], "quotes").schema == arrow_schema(TABLES["quotes"])
    assert conform(pd.DataFrame(columns=list(PLACE)), "places").num_rows == 0


def test_pandas_unknown_is_null() -> None:
    frame = pd.DataFrame([PLACE | {"latitude": float("nan"), "geonames_id": None}, PLACE | {"place_id": "p2", "geonames_id": 7}])
    rows = conform(frame, "places").to_pylist()
    assert (rows[0]["latitude"], rows[0]["geonames_id"], rows[1]["geonames_id"]) == (None, None, 7)


def test_times_become_utc_and_objects_json() -> None:
    given = row("articles", published_at=datetime(2024, 1, 18, 6, tzinfo=UTC), extra={"b": 1, "a": "ä"})
    stored = conform([given], "articles").to_pylist()[0]
    assert (stored["published_at"], stored["extra"]) == (datetime(2024, 1, 18, 6, tzinfo=UTC), '{"a": "ä", "b": 1}')
