"""The gazetteer: towns, first- and second-order areas (GeoNames), countries, and named regions, by folded name.

GeoNames' names stay in two Arrow buffers sorted by their bytes, and a name is found by bisection: nothing is unpacked when a
process starts, so that many workers can each hold the gazetteer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from transforms.places.area_words import area_core
from transforms.places.countries import Country, country_by_iso2, country_names
from transforms.places.folding import fold, look_up_keys
from transforms.places.regions import region_names, spelling_variants
from transforms.records import Place
from transforms.seed_tables import SEEDS


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may stand for; `is_main` is False for an alternate spelling, `is_seeded` True where a seed names it so."""

    place: Place
    is_main: bool = True
    is_seeded: bool = False


class Gazetteer:
    """Look-ups over the gazetteer's two tables and the seeds beside them."""

    def __init__(self) -> None:
        """Read both Parquet files (about 9 MB) into memory."""
        self._columns = _columns("places")
        names = _columns("names")
        self._offsets = np.frombuffer(names["name"].buffers()[1], dtype=np.int32)[: len(names["name"]) + 1]
        self._bytes = memoryview(names["name"].buffers()[2])
        self._place_rows = _numbers(names["place"])
        self._is_main = names["is_main"]
        self._ids = _numbers(self._columns["geonames_id"])
        self._by_id_order = np.argsort(self._ids, kind="stable")
        self._areas = {str(self._columns["admin1_code"][int(row)]): int(row) for row in np.flatnonzero(self._is("feature", "ADM1"))}

    def named(self, name: str) -> list[Candidate]:
        """Return every place a name may stand for: the country or region first, then GeoNames places by population."""
        return list(_named(name))

    def _look_up(self, name: str) -> list[Candidate]:
        found: list[Candidate] = []
        for key in look_up_keys(name):
            country, region = country_names().get(key), region_names().get(key)
            seeded = [country_place(country)] if country else []
            area = self.by_geonames_id(region.geonames_id) if region and region.geonames_id else None
            seeded += [area or region] if region else []
            variants = (self.by_geonames_id(number) for number in spelling_variants().get(key, ()))
            seeded += [place for place in variants if place is not None]
            found += [Candidate(place, is_seeded=True) for place in seeded]
        known = {candidate.place.geonames_id for candidate in found} - {None}
        listed = [Candidate(self._place(int(self._place_rows[row])), bool(self._is_main[row].as_py())) for row in self._rows(fold(name))]
        return found + [candidate for candidate in listed if candidate.place.geonames_id not in known]

    def has(self, name: str) -> bool:
        """Return whether any place has this name."""
        return _has(name)

    def is_seeded(self, name: str) -> bool:
        """Return whether a name is a country's or a named region's, or another spelling of an area."""
        return any(key in names for key in look_up_keys(name) for names in (country_names(), region_names(), spelling_variants()))

    def by_geonames_id(self, geonames_id: int) -> Place | None:
        """Return the GeoNames place of an id, or None when the gazetteer lacks it."""
        position = int(np.searchsorted(self._ids, geonames_id, sorter=self._by_id_order))
        if position == len(self._ids):
            return None
        row = int(self._by_id_order[position])
        return self._place(row) if int(self._ids[row]) == geonames_id else None

    def admin1(self, admin1_code: str | None) -> Place | None:
        """Return the first-order area of a GeoNames code ("PK.02"), or None."""
        row = self._areas.get(admin1_code or "")
        return None if row is None else self._place(row)

    def inside(self, country_iso2: str) -> tuple[Any, Any, Any]:
        """Return the latitudes, longitudes and populations of a country's towns."""
        rows = np.flatnonzero(self._is("country_iso2", country_iso2) & self._is("feature", "PPL"))
        latitude, longitude, population = (_numbers(self._columns[column])[rows] for column in ("latitude", "longitude", "population"))
        return latitude, longitude, population

    def names_within(self, admin1_code: str, country_iso2: str, features: Sequence[str]) -> list[tuple[str, int]]:
        """Return (folded core of the main name, GeoNames id) of a first-order area's places, or of a country's when no area is given."""
        inside = self._is("admin1_code", admin1_code) if admin1_code else self._is("country_iso2", country_iso2)
        chosen = np.flatnonzero(inside & np.any([self._is("feature", feature) for feature in features], axis=0))
        return [(fold(area_core(str(self._columns["name"][int(row)]))), int(self._ids[row])) for row in chosen]

    def _is(self, column: str, value: str) -> Any:
        codes = self._columns[column]
        known = codes.dictionary.to_pylist()
        return _numbers(codes.indices) == (known.index(value) if value in known else -1)

    def _rows(self, key: str) -> range:
        wanted = key.encode()
        first = self._bisect(wanted, after=False)
        return range(first, self._bisect(wanted, after=True)) if first < len(self._place_rows) and self._name(first) == wanted else range(0)

    def _bisect(self, wanted: bytes, after: bool) -> int:
        low, high = 0, len(self._place_rows)
        while low < high:
            middle = (low + high) // 2
            name = self._name(middle)
            if name < wanted or (after and name == wanted):
                low = middle + 1
            else:
                high = middle
        return low

    def _name(self, row: int) -> bytes:
        return self._bytes[self._offsets[row] : self._offsets[row + 1]].tobytes()

    def _place(self, row: int) -> Place:
        value = {column: array[row].as_py() for column, array in self._columns.items()}
        country = country_by_iso2(value["country_iso2"])
        code = value["admin1_code"]
        area = self._areas.get(code)
        return Place(
            place_id=f"geonames_{value['geonames_id']}",
            name=value["name"],
            country_iso3=country.iso3 if country else None,
            latitude=round(value["latitude"], 5) if value["latitude"] is not None else None,
            longitude=round(value["longitude"], 5) if value["longitude"] is not None else None,
            precision=value["precision"],
            admin1_name=str(self._columns["name"][area]) if area is not None else None,
            admin1_code=code,
            geonames_id=value["geonames_id"],
            feature=value["feature"],
            population=value["population"],
        )


def _columns(table: str) -> dict[str, Any]:
    """Return the columns of a gazetteer table, read one by one: all at once takes a hundred megabytes more for a moment.

    Nothing is read ahead: a thread for that would slow the parser beside it (`flows.readers.ONE_THREAD`)."""
    file = pq.ParquetFile(SEEDS / "places" / f"{table}.parquet", pre_buffer=False)
    columns = {column: file.read(columns=[column], use_threads=False)[column].combine_chunks() for column in file.schema_arrow.names}
    pa.default_memory_pool().release_unused()
    return columns


def _numbers(column: pa.Array) -> npt.NDArray[Any]:
    """Return a column of numbers, none of them null, as it lies in memory; Arrow's own `to_numpy` would load pandas first."""
    return np.frombuffer(column.buffers()[1], dtype=column.type.to_pandas_dtype())[column.offset : column.offset + len(column)]


def country_place(country: Country) -> Place:
    """Return the place of a country: its label point, filed under its ISO code (or that of the state it lies in)."""
    iso3 = country.territory_iso3
    place_id = f"geonames_{country.geonames_id}" if country.geonames_id else f"region_{fold(country.name).replace(' ', '_')}"
    feature = "country" if country.status != "historic" else "historic"
    return Place(
        place_id, country.name, iso3, country.latitude, country.longitude, "country", geonames_id=country.geonames_id, feature=feature
    )


@lru_cache(maxsize=20_000)
def _named(name: str) -> tuple[Candidate, ...]:
    return tuple(load_gazetteer()._look_up(name))


@lru_cache(maxsize=20_000)
def _has(name: str) -> bool:
    gazetteer = load_gazetteer()
    return gazetteer.is_seeded(name) or bool(gazetteer._rows(fold(name)))


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer, read once a process (well under a second)."""
    return Gazetteer()
