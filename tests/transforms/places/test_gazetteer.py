"""The gazetteer: what a name may stand for, with coordinates, areas and codes."""

from __future__ import annotations

import pytest

from transforms.places.gazetteer import load_gazetteer
from transforms.places.resolve import distance_km, lies_in
from transforms.records import Place


def first(name, feature):
    return next(candidate.place for candidate in load_gazetteer().named(name) if candidate.place.feature == feature)


@pytest.mark.parametrize(
    ("name", "feature", "iso3", "geonames_id", "latitude", "longitude"),
    [
        ("Saravan", "PPL", "IRN", 1159713, 27.37, 62.33),
        ("Panjgur", "PPL", "PAK", 1168446, 26.97, 64.09),
        ("Kyiv", "PPL", "UKR", 703448, 50.45, 30.52),
        ("Pakistan", "country", "PAK", 1168579, 30.0, 70.0),
        ("Sistan and Baluchestan", "ADM1", "IRN", 1159456, 28.4, 61.0),
        ("Baluchistan", "ADM1", "PAK", 1183606, 29.0, 66.7),
        ("Panjgur", "ADM2", "PAK", 1168444, 26.97, 64.09),
    ],
)
def test_names(name, feature, iso3, geonames_id, latitude, longitude):
    place = first(name, feature)
    assert (place.country_iso3, place.geonames_id) == (iso3, geonames_id)
    assert place.latitude == pytest.approx(latitude, abs=0.3)
    assert place.longitude == pytest.approx(longitude, abs=0.3)


def test_a_town_names_its_first_order_area():
    assert (first("Panjgur", "PPL").admin1_name, first("Panjgur", "PPL").admin1_code) == ("Balochistan", "PK.02")


def test_countries_come_before_towns_of_the_same_name():
    assert load_gazetteer().named("Lebanon")[0].place.country_iso3 == "LBN"


def test_larger_towns_come_first():
    people = [candidate.place.population or 0 for candidate in load_gazetteer().named("Springfield")]
    assert people == sorted(people, reverse=True)
    assert len(people) > 20


@pytest.mark.parametrize("name", ["", "Xyzzyville", "the", "us"])
def test_no_place(name):
    assert [candidate.place.name for candidate in load_gazetteer().named(name) if candidate.place.feature == "country"] == []


def test_an_unknown_id_is_none():
    assert load_gazetteer().by_geonames_id(-1) is None
    assert load_gazetteer().by_geonames_id(2**31 - 1) is None


def test_second_order_area_without_its_own_town_says_that_it_is_placed_by_its_area():
    place = first("Rapides Parish", "ADM2")
    assert (place.precision, place.admin1_name) == ("admin1", "Louisiana")


@pytest.mark.parametrize(
    ("inner", "inner_feature", "outer", "outer_feature", "expected"),
    [
        ("Saravan", "PPL", "Iran", "country", True),
        ("Saravan", "PPL", "Pakistan", "country", False),
        ("Panjgur", "PPL", "Balochistan", "ADM1", True),
        ("Panjgur", "PPL", "Sindh", "ADM1", False),
        ("Balochistan", "ADM1", "Pakistan", "country", True),
        ("Pakistan", "country", "Balochistan", "ADM1", False),
        ("Erbil", "PPL", "Kurdistan region", "region", True),
    ],
)
def test_containment(inner, inner_feature, outer, outer_feature, expected):
    assert lies_in(first(inner, inner_feature), first(outer, outer_feature)) is expected


def test_distance():
    one, other = Place("a", "A", None, 0.0, 0.0, "point"), Place("b", "B", None, 0.0, 1.0, "point")
    assert distance_km(one, other) == pytest.approx(111.19, abs=0.1)
    assert distance_km(one, Place("c", "C", None, None, None, "point")) is None
