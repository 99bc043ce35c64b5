"""Whatever a person's SQL or another dataset's file says, it ends in rows or in the declared refusal, and touches nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.damage import damaged
from tests.fuzz.test_inputs import CALM
from tests.warehouse.world import run, world
from warehouse.link.read import LinkFileError, read_external
from warehouse.query import QueryError, render, run_query
from warehouse.store import open_store

FILES = Path(__file__).parents[1] / "warehouse" / "link" / "files"
DATASETS = {
    "ucdp_ged.csv": "ucdp-ged",
    "acled.csv": "acled",
    "gdelt.export.CSV": "gdelt",
    "polecat.txt": "polecat",
    "generic.csv": "generic",
}
WORDS = st.sampled_from(
    """select from where events articles casualties * , ( ) ; -- /* */ ' " $$ copy to attach detach install load httpfs set reset pragma
    call import export database create table view drop delete insert into values update read_text read_csv read_blob glob
    '/etc/passwd' 'x.csv' "https://127.0.0.1/x" getenv('HOME') current_setting('secret') create_secret duckdb_settings() checkpoint
    prepare execute deallocate begin commit vacuum macro function summarize describe show tables explain analyze union all null 1 1e999
    range(1000000000) limit offset order by group having with recursive as lateral unnest query query_table use memory""".split()  # noqa: SIM905 - words are read best as words
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked")
    with open_store(folder) as store:
        store.load(world(), run("r1"))
    return folder


@given(st.lists(WORDS, max_size=10).map(" ".join) | st.text(max_size=60))
@CALM
def test_any_sql(warehouse: Path, sql: str) -> None:
    before = (warehouse / "casus.duckdb").read_bytes()
    try:
        rows = run_query(warehouse, sql)
    except QueryError:
        pass
    else:
        if rows.num_rows < 1000:
            for output in ("table", "csv", "json"):
                assert "root:" not in render(rows, output)
    assert (warehouse / "casus.duckdb").read_bytes() == before
    assert {path.name for path in warehouse.iterdir()} <= {"casus.duckdb", ".casus.lock"}


@pytest.mark.parametrize("name", DATASETS)
def test_damaged_files_of_other_datasets(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    mapping = tmp_path / "mapping.csv" if DATASETS[name] == "generic" else None
    if mapping:
        shutil.copy(FILES / "generic_mapping.csv", mapping)

    @given(damaged((FILES / name).read_bytes()))
    @CALM
    def check(data: bytes) -> None:
        path.write_bytes(data)
        try:
            read = read_external(path, DATASETS[name], mapping)
        except LinkFileError:
            return
        assert read.row_count >= read.events.num_rows
        for reject in read.rejects:
            (reject["value"] or "").encode("utf-8")

    check()


@given(damaged((FILES / "generic_mapping.csv").read_bytes()))
@CALM
def test_damaged_mappings(tmp_path: Path, data: bytes) -> None:
    mapping = tmp_path / "mapping.csv"
    mapping.write_bytes(data)
    try:
        read_external(FILES / "generic.csv", "generic", mapping)
    except LinkFileError:
        return
