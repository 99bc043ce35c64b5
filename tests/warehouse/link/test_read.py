"""Files of other datasets are read as their makers publish them, and what is faulty is set aside with its reason."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from warehouse.link.layouts import LAYOUTS
from warehouse.link.read import LinkFileError, read_external

FILES = Path(__file__).parent / "files"


def first(name: str, dataset: str) -> dict[str, Any]:
    mapping = FILES / "generic_mapping.csv" if dataset == "generic" else None
    return dict(read_external(FILES / name, dataset, mapping).events.to_pylist()[0])


@pytest.mark.parametrize(("dataset", "count"), [("ucdp-ged", 49), ("acled", 31), ("gdelt", 61), ("polecat", 40)])
def test_layouts_have_the_columns_that_are_published(dataset: str, count: int) -> None:
    assert len(set(LAYOUTS[dataset])) == len(LAYOUTS[dataset]) == count


@pytest.mark.parametrize(
    ("name", "dataset", "expected"),
    [
        (
            "ucdp_ged.csv",
            "ucdp-ged",
            {"external_id": "900001", "event_type": "1", "country_iso3": "PAK", "country_gwno": 770, "place_km": 1.0, "date_days": 0}
            | {"source_code": "114", "source_country_iso3": "IRN", "target_code": "4364", "target_country_iso3": None, "deaths_best": 2},
        ),
        ("ucdp_candidate.csv", "ucdp-ged", {"external_id": "800001", "place_name": "Panjgur town", "deaths_high": 2}),
        (
            "acled.csv",
            "acled",
            {"external_id": "PAK99001", "event_type": "Air/drone strike", "country_iso3": "PAK", "country_gwno": 770, "place_km": 5.0}
            | {"source_country_iso3": "IRN", "target_name": "Jaish al-Adl", "deaths_best": 2, "deaths_high": None},
        ),
        (
            "gdelt.export.CSV",
            "gdelt",
            {"external_id": "1150000001", "event_type": "195", "country_iso3": "PAK", "place_km": 5.0, "date_days": 1}
            | {"source_code": "IRN", "source_country_iso3": "IRN", "target_country_iso3": "PAK", "deaths_best": None},
        ),
        (
            "polecat.txt",
            "polecat",
            {"external_id": "20240116-1-abc", "event_type": "ASSAULT", "country_iso3": "PAK", "place_km": 5.0, "place_name": "Panjgur"}
            | {"source_country_iso3": "IRN", "target_country_iso3": None},
        ),
        ("generic.csv", "generic", {"external_id": "x1", "source_name": "Iran", "target_name": "JAA", "deaths_best": 2}),
    ],
)  # fmt: skip
def test_a_row_becomes_an_external_event(name: str, dataset: str, expected: dict[str, Any]) -> None:
    found = first(name, dataset)
    assert {column: found[column] for column in expected} == expected
    assert (found["dataset"], found["date_start"], found["date_end"]) == (dataset, date(2024, 1, 16), date(2024, 1, 16))
    assert (round(found["latitude"]), round(found["longitude"])) == (27, 64)


@pytest.mark.parametrize(
    ("name", "dataset", "column", "value"),
    [
        ("ucdp_ged.csv", "ucdp-ged", "where_description", "a village, near Panjgur"),
        ("ucdp_candidate.csv", "ucdp-ged", "relid", "IRN-2024-1-14575-9"),
        ("acled.csv", "acled", "notes", "On 16 January 2024, an invented note, with commas."),
        ("gdelt.export.CSV", "gdelt", "SOURCEURL", 'https://news.example/a?b="c"'),
        ("polecat.txt", "polecat", "Actor Title", None),
        ("generic.csv", "generic", "kind", "strike"),
    ],
)
def test_the_row_is_kept_whole(name: str, dataset: str, column: str, value: str | None) -> None:
    original = json.loads(first(name, dataset)["original"])
    assert original[column] == value
    assert dataset == "generic" or len(original) == len(LAYOUTS[dataset])


def test_acled_writes_days_in_words_too_and_zero_deaths_are_unknown() -> None:
    second = read_external(FILES / "acled.csv", "acled").events.to_pylist()[1]
    assert (second["date_start"], second["date_days"], second["deaths_best"], second["place_km"]) == (date(2024, 1, 18), 4, None, 150.0)


def test_faulty_rows_are_set_aside_with_their_reasons() -> None:
    read = read_external(FILES / "ucdp_faulty.csv", "ucdp-ged")
    assert read.events["external_id"].to_pylist() == ["900013"]
    assert {(reject["raw_uri"], reject["reason"]) for reject in read.rejects} == {
        ("ucdp-ged:ucdp_faulty.csv:900010", "the date cannot be read"),
        ("ucdp-ged:ucdp_faulty.csv:900011", "the coordinates are not on the globe"),
        ("ucdp-ged:ucdp_faulty.csv:900012", "the numbers of deaths are not in order"),
        ("ucdp-ged:ucdp_faulty.csv:900013", "the id occurs before in the file"),
        ("ucdp-ged:ucdp_faulty.csv:None", "the row has no id"),
    }
    assert read.row_count == 6


def test_a_line_that_is_broken_is_set_aside(tmp_path: Path) -> None:
    file = tmp_path / "broken.csv"
    file.write_text((FILES / "ucdp_ged.csv").read_text() + "900004,too,short\n", encoding="utf-8")
    read = read_external(file, "ucdp-ged")
    assert (read.events.num_rows, len(read.rejects)) == (3, 1)
    assert "line 5" in str(read.rejects[0]["raw_uri"])


def test_semicolons_are_read_as_well(tmp_path: Path) -> None:
    file = tmp_path / "acled.csv"
    lines = (FILES / "acled.csv").read_text().replace(", ", " ").replace(",", ";")
    file.write_text(lines, encoding="utf-8")
    assert read_external(file, "acled").events["external_id"].to_pylist() == ["PAK99001", "PAK99002"]


@pytest.mark.parametrize(
    ("content", "dataset", "message"),
    [
        ("a,b,c\n1,2,3\n", "ucdp-ged", "has 3 columns, ucdp-ged has 49"),
        ("event_id_cnty,event_date\nx,y\n", "acled", "lacks the columns year, time_precision"),
        ("", "gdelt", "has 0 columns"),
        ("x\n", "icews", "icews is none of ucdp-ged, acled"),
        ("x\n", "generic", "needs a mapping file"),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: str, dataset: str, message: str) -> None:
    (tmp_path / "file.csv").write_text(content)
    with pytest.raises(LinkFileError, match=message):
        read_external(tmp_path / "file.csv", dataset)


def test_a_packed_or_missing_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "packed.csv").write_bytes(b"PK\x03\x04\xff\xfe\x00")
    with pytest.raises(LinkFileError, match="unpack"):
        read_external(tmp_path / "packed.csv", "gdelt")
    with pytest.raises(LinkFileError, match="is not a file"):
        read_external(tmp_path / "missing.csv", "gdelt")


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ("column,from\nexternal_id,key\n", "lacks date_start"),
        ("column,from\nexternal_id,key\ndate_start,when\nheight,lat\n", "there is no height"),
        ("column,from\nexternal_id,key\ndate_start,day\n", "there is no day"),
    ],
)
def test_a_faulty_mapping_is_refused(tmp_path: Path, mapping: str, message: str) -> None:
    (tmp_path / "mapping.csv").write_text(mapping)
    with pytest.raises(LinkFileError, match=message):
        read_external(FILES / "generic.csv", "generic", tmp_path / "mapping.csv")
