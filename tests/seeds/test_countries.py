"""The country table: enough of it, no code twice, every row with its source, and the codes that are easily confused."""

from __future__ import annotations

import pytest

from transforms.places.countries import capitals, countries, country_by_iso3, country_by_name, country_names, demonyms
from transforms.places.folding import fold, name_key
from transforms.seed_tables import read_seed


def test_there_are_at_least_250_present_countries_and_territories():
    assert sum(country.iso3 is not None for country in countries()) >= 250


def test_every_row_says_where_it_comes_from():
    assert [row["name"] for row in read_seed("countries") if not row["source"]] == []


def test_every_row_without_an_iso_code_says_why():
    assert [row["name"] for row in read_seed("countries") if not row["iso3"] and not row["note"]] == []


@pytest.mark.parametrize("column", ["name", "iso2", "iso3", "iso_numeric", "fips", "geonames_id"])
def test_no_code_stands_twice(column):
    values = [row[column] for row in read_seed("countries") if row[column]]
    assert len(values) == len(set(values))


@pytest.mark.parametrize("column", ["gwno", "cow"])
def test_present_states_have_their_own_state_numbers(column):
    values = [row[column] for row in read_seed("countries") if row["status"] == "country" and row[column]]
    assert len(values) == len(set(values)) >= 190


def test_no_name_belongs_to_two_countries():
    owners: dict[str, set[str]] = {}
    for country in countries():
        for name in (country.name, *country.aliases):
            owners.setdefault(name_key(name), set()).add(country.name)
    assert {name: sorted(owner) for name, owner in owners.items() if len(owner) > 1} == {}


def test_names_and_demonyms_are_kept_apart():
    assert set(country_names()) & set(demonyms()) == set()


def test_every_label_point_is_on_the_globe():
    assert all(-90 <= country.latitude <= 90 and -180 <= country.longitude <= 180 for country in countries())


@pytest.mark.parametrize(
    ("iso3", "iso_numeric", "gwno", "cow", "fips"),
    [
        ("IRN", 364, 630, 630, "IR"),
        ("PAK", 586, 770, 770, "PK"),
        ("DEU", 276, 260, 255, "GM"),
        ("YEM", 887, 678, 679, "YM"),
        ("SRB", 688, 340, 345, "RI"),
        ("KIR", 296, 970, 946, "KR"),
        ("TON", 776, 972, 955, "TN"),
        ("TUV", 798, 973, 947, "TV"),
        ("NRU", 520, 971, 970, "NR"),
        ("SSD", 728, 626, 626, "OD"),
        ("XKX", None, 347, 347, "KV"),
        ("PSE", 275, None, None, "WE"),
        ("TWN", 158, 713, 713, "TW"),
        ("ESH", 732, None, None, "WI"),
        ("HKG", 344, None, None, "HK"),
        ("COD", 180, 490, 490, "CG"),
        ("COG", 178, 484, 484, "CF"),
        ("GBR", 826, 200, 200, "UK"),
    ],
)
def test_codes(iso3, iso_numeric, gwno, cow, fips):
    country = country_by_iso3(iso3)
    assert country is not None
    assert (country.iso_numeric, country.gwno, country.cow, country.fips) == (iso_numeric, gwno, cow, fips)


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Pakistan", "PAK"), ("Pakistani", "PAK"), ("the Netherlands", "NLD"), ("Holland", "NLD"), ("Burma", "MMR"), ("U.S.", "USA"),
        ("US", "USA"), ("us", None), ("CAR", "CAF"), ("car", None), ("DR Congo", "COD"), ("Republic of the Congo", "COG"),
        ("Congo-Brazzaville", "COG"), ("Cote d’Ivoire", "CIV"), ("Türkiye", "TUR"), ("Emirati", "ARE"), ("Nigerien", "NER"),
        ("Nigerian", "NGA"), ("South Sudanese", "SSD"), ("Sudanese", "SDN"), ("Guinea-Bissau", "GNB"), ("Palestinians", "PSE"),
        ("North Koreans", "PRK"), ("Kosovar", "XKX"), ("Atlantis", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_names(name, iso3):
    country = country_by_name(name)
    assert (country.iso3 if country else None) == iso3


def test_a_de_facto_state_is_filed_under_the_state_it_lies_in():
    country = country_by_name("Somaliland")
    assert country is not None
    assert (country.iso3, country.territory_iso3) == (None, "SOM")


@pytest.mark.parametrize(
    ("seat", "iso3"),
    [
        ("Tehran", "IRN"),
        ("Kremlin", "RUS"),
        ("Kyiv", "UKR"),
        ("Kiev", "UKR"),
        ("White House", "USA"),
        ("Downing Street", "GBR"),
        ("Tel Aviv", "ISR"),
    ],
)
def test_seats_of_government(seat, iso3):
    assert capitals()[fold(seat)].iso3 == iso3
