"""The published Parquet as data teams read it: with DuckDB, pandas, polars, pyarrow, and checked by frictionless."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from frictionless import Package, Resource, Schema

from tests.warehouse.world import run, world
from warehouse.contract import PUBLISHED_TABLES
from warehouse.datapackage import read_datapackage
from warehouse.declare import Table
from warehouse.publish import publish
from warehouse.store import open_store

EVERY_TABLE = [pytest.param(table, id=table.name) for table in PUBLISHED_TABLES]
SHAPES = ("nested", "flat")
COUNTED = "select claim_id, count_low, count_best, count_high from read_parquet($files) order by claim_id"
CLAIMS = [("c1", 9, 9, 9), ("c2", 10, None, None)]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The small world after two runs, so that the logs have rows, as it is published and flat."""
    folder = tmp_path_factory.mktemp("readers")
    with open_store(folder / "w", wait_seconds=0) as store:
        later = world()
        later["events"][0]["killed_best"] = 10
        later["casualties"][0]["victim_text"] = "people"
        store.load(world(), run("r1", 20))
        store.load(later, run("r2", 21))
    return {"nested": publish(folder / "w"), "flat": publish(folder / "w", folder / "flat", is_flat=True)}


def files(folder: Path, table: str) -> str:
    return str(folder / table / "*.parquet")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("table", EVERY_TABLE)
def test_every_reader_finds_the_same_rows(folders: dict[str, Path], shape: str, table: Table) -> None:
    folder = folders[shape]
    wanted = pq.read_table(folder / table.name)
    # DuckDB and polars have types of their own for text; the values are what counts.
    with duckdb.connect() as connection:
        connection.execute("set TimeZone = 'UTC'")
        by_duckdb = connection.sql(f"from read_parquet('{files(folder, table.name)}')").to_arrow_table()
    assert by_duckdb.to_pylist() == wanted.to_pylist()
    assert pl.read_parquet(files(folder, table.name)).to_arrow().to_pylist() == wanted.to_pylist()
    assert ds.dataset(folder / table.name).to_table().equals(wanted)
    by_pandas = pd.read_parquet(folder / table.name, dtype_backend="pyarrow")
    assert pa.Table.from_pandas(by_pandas, schema=wanted.schema, preserve_index=False).to_pylist() == wanted.to_pylist()


@pytest.mark.parametrize("shape", SHAPES)
def test_null_stays_null_and_counts_stay_whole_numbers(folders: dict[str, Path], shape: str) -> None:
    path = files(folders[shape], "casualties")
    assert duckdb.execute(COUNTED, {"files": path}).fetchall() == CLAIMS
    columns = ["claim_id", "count_low", "count_best", "count_high"]
    assert pl.read_parquet(path, columns=columns).sort("claim_id").rows() == CLAIMS
    frame = pd.read_parquet(folders[shape] / "casualties", columns=columns, dtype_backend="pyarrow")
    assert [tuple(None if pd.isna(value) else value for value in row) for row in frame.itertuples(index=False)] == CLAIMS


def test_lists_are_lists_and_flat_ones_are_text(folders: dict[str, Path]) -> None:
    asked = "select source_actor_ids, date_start, recorded_at from read_parquet($files)"
    recorded = datetime(2024, 1, 21, 12, tzinfo=UTC)
    for shape, wanted in (("nested", ["pakistan"]), ("flat", "pakistan")):
        (found,) = duckdb.execute(asked, {"files": files(folders[shape], "events")}).fetchall()
        assert (found[0], found[2]) == (wanted, recorded)
        ((value,),) = pl.read_parquet(files(folders[shape], "events"), columns=["source_actor_ids"]).rows()
        assert value == wanted
        read = pd.read_parquet(folders[shape] / "events")["source_actor_ids"][0]
        assert (read if shape == "flat" else list(read)) == wanted
    nested = [
        field.name
        for table in PUBLISHED_TABLES
        for field in pq.read_schema(_file(folders["flat"], table))
        if pa.types.is_nested(field.type)
    ]
    assert nested == []


def _file(folder: Path, table: Table) -> Path:
    return folder / table.name / "part-0.parquet"


@pytest.mark.parametrize("shape", SHAPES)
def test_frictionless_accepts_the_package(folders: dict[str, Path], shape: str) -> None:
    descriptor = read_datapackage(folders[shape])
    assert list(Package.metadata_validate(descriptor)) == []
    package = Package.from_descriptor(descriptor, basepath=str(folders[shape]))
    assert [resource.name for resource in package.resources] == [table.name for table in PUBLISHED_TABLES]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("table", EVERY_TABLE)
def test_frictionless_finds_every_row_true_to_its_schema(folders: dict[str, Path], shape: str, table: Table) -> None:
    """The library's own Parquet reader turns null into NaN on the way through pandas, so the rows are handed to it as they are."""
    rows = pq.read_table(_file(folders[shape], table)).to_pylist()
    schema = next(r["schema"] for r in read_datapackage(folders[shape])["resources"] if r["name"] == table.name)
    assert faults(schema, rows) == []


def test_frictionless_finds_what_is_wrong(folders: dict[str, Path]) -> None:
    schema = next(r["schema"] for r in read_datapackage(folders["nested"])["resources"] if r["name"] == "casualties")
    (good, *_) = pq.read_table(_file(folders["nested"], next(t for t in PUBLISHED_TABLES if t.name == "casualties"))).to_pylist()
    for wrong in ({"outcome": "hurt"}, {"claim_id": None}, {"count_low": -1}, {"asserted_on": "yesterday"}):
        assert faults(schema, [good | wrong]), wrong
    assert faults(schema, [good, good]) != [], "a key twice"
    assert isinstance(good["asserted_on"], date)


def faults(schema: dict[str, Any], rows: list[dict[str, Any]]) -> list[str]:
    names = [field["name"] for field in schema["fields"]]
    data = [names, *([row[name] for name in names] for row in rows)]
    report = Resource(data=data, schema=Schema.from_descriptor(schema)).validate()
    return [error.message for task in report.tasks for error in task.errors]
