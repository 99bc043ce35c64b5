"""The place seeds: size, sources, references that hold, and names in the order that look-up relies on."""

from __future__ import annotations

import itertools

import pyarrow.parquet as pq
import pytest

from transforms.places.countries import country_by_iso3
from transforms.places.folding import name_key
from transforms.places.gazetteer import load_gazetteer
from transforms.seed_tables import SEEDS, read_seed

FOLDER = SEEDS / "places"


def test_the_gazetteer_is_complete_and_compact():
    places = pq.read_table(FOLDER / "places.parquet")
    features = places["feature"].to_pylist()
    assert features.count("PPL") == 234_908
    assert features.count("ADM1") >= 3_800
    assert features.count("ADM2") >= 44_000
    assert sum(path.stat().st_size for path in FOLDER.glob("*.parquet")) < 16_000_000


def test_ids_are_unique_and_coordinates_on_the_globe():
    places = pq.read_table(FOLDER / "places.parquet").to_pandas()
    assert places["geonames_id"].is_unique
    assert places["latitude"].between(-90, 90).all()
    assert places["longitude"].between(-180, 180).all()


def test_names_are_sorted_by_their_bytes_and_point_to_places():
    names = pq.read_table(FOLDER / "names.parquet")
    folded = [name.encode() for name in names["name"].to_pylist()]
    assert all(left <= right for left, right in itertools.pairwise(folded))
    assert max(names["place"].to_pylist()) < pq.read_metadata(FOLDER / "places.parquet").num_rows


@pytest.mark.parametrize(
    ("seed", "column"),
    [
        ("regions", "reason"),
        ("places/area_words", "reason"),
        ("places/abbreviations", "reason"),
        ("places/name_neighbours", "reason"),
        ("places/not_places", "reason"),
    ],
)
def test_every_row_says_why(seed, column):
    assert [row for row in read_seed(seed) if not row[column]] == []


def test_regions_have_a_place_and_a_known_precision():
    for row in read_seed("regions"):
        assert row["precision"] in {"point", "city", "admin2", "admin1", "country"}, row["name"]
        assert row["kind"] in {"continent", "region", "water", "alias"}, row["name"]
        assert not row["country_iso3"] or country_by_iso3(row["country_iso3"]), row["name"]
        if row["kind"] != "alias":
            assert -90 <= float(row["latitude"]) <= 90, row["name"]
            assert -180 <= float(row["longitude"]) <= 180, row["name"]


def test_other_spellings_and_abbreviations_refer_to_areas_of_the_gazetteer():
    wanted = [row for row in read_seed("regions") if row["kind"] == "alias"] + list(read_seed("places/abbreviations"))
    assert [row for row in wanted if load_gazetteer().by_geonames_id(int(row["geonames_id"])) is None] == []


def test_region_names_are_told_once():
    rows = [row for row in read_seed("regions") if row["kind"] != "alias"]
    names = [key for row in rows for key in {name_key(name) for name in [row["name"], *row["aliases"].split("|")] if name}]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize(
    ("seed", "column", "allowed"),
    [
        ("places/area_words", "level", {"admin1", "admin2", "either", "city"}),
        ("places/name_neighbours", "side", {"before", "after"}),
        ("places/name_neighbours", "effect", {"keep", "street", "feature"}),
    ],
)
def test_closed_lists(seed, column, allowed):
    assert {row[column] for row in read_seed(seed)} <= allowed
