"""Parquet holds the rows of DuckDB, byte for byte the same each time, and readers never see half a publication."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from frictionless import Package

from tests.warehouse.world import row, run, world
from warehouse.checks import ChecksFailedError
from warehouse.connect import StoreError, connected
from warehouse.contract import PUBLISHED_TABLES, TABLES
from warehouse.datapackage import read_datapackage
from warehouse.publish import publish
from warehouse.render import arrow_schema
from warehouse.store import open_store
from warehouse.switch import GENERATIONS, WRITING
from warehouse.verify import verify


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    load(tmp_path / "one")
    return tmp_path / "one"


def load(directory: Path, run_id: str = "r1", day: int = 20) -> None:
    with open_store(directory, wait_seconds=0) as store:
        store.load(world(), run(run_id, day))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_every_table_is_published_with_its_schema_in_the_order_of_its_key(warehouse: Path) -> None:
    folder = publish(warehouse)
    for table in PUBLISHED_TABLES:
        (file,) = (folder / table.name).glob("*.parquet")
        schema = pq.read_schema(file)
        assert schema.remove_metadata().equals(arrow_schema(table).remove_metadata())
        assert all(field.metadata[b"description"] for field in schema)
    assert pq.read_table(folder / "casualties")["claim_id"].to_pylist() == ["c1", "c2"]
    assert pq.ParquetFile(folder / "events" / "part-0.parquet").metadata.row_group(0).column(0).compression == "ZSTD"


def test_parquet_equals_the_store(warehouse: Path) -> None:
    folder = publish(warehouse)
    assert verify(warehouse) == []
    with connected(warehouse) as connection:
        connection.execute("update events set title = 'another'")
    assert verify(warehouse) == ["events: 1 rows are in DuckDB only, 1 in Parquet only"]
    (folder / "places" / "part-0.parquet").write_bytes((folder / "actors" / "part-0.parquet").read_bytes())
    with pytest.raises(Exception, match="place_id"):
        verify(warehouse)


def test_the_same_rows_give_the_same_bytes(warehouse: Path, tmp_path: Path) -> None:
    load(tmp_path / "two")
    assert contents(publish(warehouse)) == contents(publish(tmp_path / "two"))


def test_only_the_clock_columns_and_runs_tell_another_day(warehouse: Path, tmp_path: Path) -> None:
    load(tmp_path / "two", "r9", 25)
    one, two = publish(warehouse), publish(tmp_path / "two")
    for table in PUBLISHED_TABLES:
        if table.name != "runs":
            columns = [name for name in table.column_names if name not in ("recorded_at", "fetched_at", "run_id")]
            assert pq.read_table(one / table.name, columns=columns).equals(pq.read_table(two / table.name, columns=columns))


def test_the_data_package_is_valid_and_counts_the_rows(warehouse: Path) -> None:
    folder = publish(warehouse)
    package = read_datapackage(folder)
    assert {resource["name"]: resource["rows"] for resource in package["resources"]}["event_mentions"] == 3
    assert Package.metadata_validate(package) is not None
    assert list(Package.metadata_validate(package)) == []


def test_a_publication_that_died_is_finished_by_the_next(warehouse: Path) -> None:
    before = contents(publish(warehouse))
    (warehouse / GENERATIONS / WRITING / "events").mkdir(parents=True)
    (warehouse / GENERATIONS / WRITING / "events" / "part-0.parquet").write_bytes(b"half")
    assert contents(warehouse / "parquet") == before
    assert contents(publish(warehouse)) == before
    assert not (warehouse / GENERATIONS / WRITING).exists()


def test_a_publication_written_but_not_switched_to_is_finished_by_the_next(warehouse: Path) -> None:
    folder = publish(warehouse)
    before = contents(folder)
    (warehouse / "parquet").unlink()
    assert contents(publish(warehouse)) == before


def test_the_publication_before_stays_for_those_who_read_it(warehouse: Path) -> None:
    first = publish(warehouse).resolve()
    for number in (2, 3):
        load(warehouse, f"r{number}", 20 + number)
        second = publish(warehouse).resolve()
        assert first.exists() == (number == 2)
    assert {path.name for path in (warehouse / GENERATIONS).iterdir()} >= {second.name}
    assert len(list((warehouse / GENERATIONS).iterdir())) == 2


def test_a_fault_stops_the_publication(warehouse: Path) -> None:
    before = contents(publish(warehouse))
    with connected(warehouse) as connection:
        connection.execute("update casualties set event_id = 'nowhere'")
    with pytest.raises(ChecksFailedError, match=r"references_whole.*nowhere"):
        publish(warehouse)
    assert contents(warehouse / "parquet") == before


def test_rows_of_acled_stay_in_the_store(warehouse: Path) -> None:
    external = [row("external_events", dataset=name, external_id="x1") for name in ("acled", "ucdp-ged")]
    with open_store(warehouse, wait_seconds=0) as store:
        store.load({"external_events": [{k: v for k, v in r.items() if k not in ("recorded_at", "run_id")} for r in external]}, run("r2"))
    folder = publish(warehouse)
    assert pq.read_table(folder / "external_events")["dataset"].to_pylist() == ["ucdp-ged"]
    assert verify(warehouse) == []


def test_a_folder_of_others_is_left_alone(warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "to" / "parquet").mkdir(parents=True)
    with pytest.raises(StoreError, match="did not make"):
        publish(warehouse, to=tmp_path / "to")


def test_no_table_is_published_that_the_dictionary_calls_internal() -> None:
    assert [name for name, table in TABLES.items() if not table.is_published] == [
        "annotations",
        "articles_log",
        "event_mentions_log",
        "quotes_log",
        "touched",
    ]


def test_flat_tables_have_text_for_lists(warehouse: Path, tmp_path: Path) -> None:
    folder = publish(warehouse, to=tmp_path / "flat", is_flat=True)
    event = pq.read_table(folder / "events").to_pylist()[0]
    assert (event["source_actor_ids"], event["target_actor_ids"]) == ("pakistan", "iran")
    schema = next(r["schema"] for r in read_datapackage(folder)["resources"] if r["name"] == "events")
    assert {field["type"] for field in schema["fields"]} <= {"string", "integer", "number", "date", "datetime"}


@pytest.mark.parametrize("option", [{"since": datetime(2024, 1, 21, tzinfo=UTC)}, {"is_flat": True}])
def test_a_part_never_takes_the_place_of_the_whole(warehouse: Path, option: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="another folder"):
        publish(warehouse, **option)
