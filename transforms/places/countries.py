"""Countries and territories from `seeds/countries.csv`: by code, by any name, and the names they are told by.

"Congo", "Congolese", "Korea" and "Dominican" stand for more than one country; the seed's `note` says which one is meant
when a text says no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from transforms.places.folding import fold, look_up_keys, name_key
from transforms.seed_tables import read_seed


@dataclass(frozen=True, slots=True)
class Country:
    """One row of `seeds/countries.csv`; a code is None where none was ever assigned or it was withdrawn.

    `status`: country (in the Gleditsch-Ward list, or an observer state), territory, de_facto (controls land that others
    count as `located_in_iso3`), historic. Coordinates are a label point in decimal degrees."""

    name: str
    status: str
    iso2: str | None
    iso3: str | None
    iso_numeric: int | None
    gwno: int | None
    cow: int | None
    fips: str | None
    cameo_code: str | None
    geonames_id: int | None
    located_in_iso3: str | None
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    capital_aliases: tuple[str, ...]
    government_metonyms: tuple[str, ...]
    continent: str
    region: str
    latitude: float
    longitude: float

    @property
    def territory_iso3(self) -> str | None:
        """The ISO code to file a place under: its own, or that of the state whose recognised borders it lies in."""
        return self.iso3 or self.located_in_iso3


@cache
def countries() -> tuple[Country, ...]:
    """Return all rows of the seed, in its order (ISO3, then those without a code)."""
    return tuple(_country(row) for row in read_seed("countries"))


@cache
def _by_iso3() -> dict[str, Country]:
    return {country.iso3: country for country in countries() if country.iso3}


@cache
def _by_iso2() -> dict[str, Country]:
    return {country.iso2: country for country in countries() if country.iso2}


def country_by_iso3(iso3: str | None) -> Country | None:
    """Return the country of an ISO 3166 alpha-3 code in any case (XKX is Kosovo), or None."""
    return _by_iso3().get(iso3.upper()) if iso3 else None


def country_by_iso2(iso2: str | None) -> Country | None:
    """Return the country of an ISO 3166 alpha-2 code in any case (XK is Kosovo), or None."""
    return _by_iso2().get(iso2.upper()) if iso2 else None


def country_by_name(name: str | None) -> Country | None:
    """Return the country of a name, alias or demonym, or None.

    Case, accents, dots and a leading "the" do not matter, except that an acronym needs its capitals: "US" but not "us"."""
    if not name:
        return None
    keys = look_up_keys(name)
    return next((_by_name()[key] for key in keys if key in _by_name()), None) or demonyms().get(fold(name))


@cache
def _by_name() -> dict[str, Country]:
    index: dict[str, Country] = {}
    for country in countries():
        for name in (country.name, *country.aliases):
            index.setdefault(name_key(name), country)
    return index


def country_names() -> Mapping[str, Country]:
    """Return name or alias -> country, by `folding.name_key`; demonyms and capitals are left out."""
    return MappingProxyType(_by_name())


@cache
def demonyms() -> Mapping[str, Country]:
    """Return folded demonym ("pakistani", "pakistanis") -> country."""
    index: dict[str, Country] = {}
    ranked = sorted(countries(), key=lambda country: (country.status != "country", country.iso3 == "COG", country.iso3 == "ASM"))
    for country in ranked:
        for name in country.demonyms:
            index.setdefault(fold(name), country)
    return MappingProxyType(index)


@cache
def capitals() -> Mapping[str, Country]:
    """Return folded capital, other seat or spelling ("kiev"), or government metonym ("kremlin") -> country.

    A name that is also the country's own ("Singapore", "Djibouti") is left out: it says nothing more than the country."""
    index: dict[str, Country] = {}
    ranked = sorted(countries(), key=lambda country: ("country", "territory", "de_facto", "historic").index(country.status))
    for country in ranked:
        for name in (country.capital, *country.capital_aliases, *country.government_metonyms):
            if name and fold(name) not in _by_name():
                index.setdefault(fold(name), country)
    return MappingProxyType(index)


def _country(row: dict[str, str]) -> Country:
    def several(column: str) -> tuple[str, ...]:
        return tuple(part for part in row[column].split("|") if part)

    def number(column: str) -> int | None:
        return int(row[column]) if row[column] else None

    return Country(
        name=row["name"],
        status=row["status"],
        iso2=row["iso2"] or None,
        iso3=row["iso3"] or None,
        iso_numeric=number("iso_numeric"),
        gwno=number("gwno"),
        cow=number("cow"),
        fips=row["fips"] or None,
        cameo_code=row["cameo"] or None,
        geonames_id=number("geonames_id"),
        located_in_iso3=row["located_in_iso3"] or None,
        aliases=several("aliases"),
        demonyms=several("demonyms"),
        capital=row["capital"] or None,
        capital_aliases=several("capital_aliases"),
        government_metonyms=several("government_metonyms"),
        continent=row["continent"],
        region=row["region"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
    )
