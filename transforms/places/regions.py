"""Named regions without a code of their own, and other spellings of areas, from `seeds/regions.csv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from transforms.places.folding import fold, name_key
from transforms.records import Place
from transforms.seed_tables import read_seed


@cache
def region_names() -> Mapping[str, Place]:
    """Return name or alias, by `folding.name_key`, -> region. Its precision is that of an area of about its size."""
    index: dict[str, Place] = {}
    for row, place in _regions():
        for name in (row["name"], *_several(row["aliases"])):
            index.setdefault(name_key(name), place)
    return index


@cache
def region_demonyms() -> Mapping[str, Place]:
    """Return folded regional adjective or people ("kashmiri", "african") -> region."""
    return {fold(name): place for row, place in _regions() for name in _several(row["demonyms"])}


@cache
def spelling_variants() -> Mapping[str, tuple[int, ...]]:
    """Return folded other spelling -> GeoNames ids of the areas it stands for."""
    index: dict[str, dict[int, None]] = defaultdict(dict)
    for row in read_seed("regions"):
        if row["kind"] == "alias":
            for name in (row["name"], *_several(row["aliases"])):
                index[name_key(name)][int(row["geonames_id"])] = None
    return {name: tuple(numbers) for name, numbers in index.items()}


@cache
def _regions() -> tuple[tuple[dict[str, str], Place], ...]:
    return tuple((row, _place(row)) for row in read_seed("regions") if row["kind"] != "alias")


def _place(row: dict[str, str]) -> Place:
    number = int(row["geonames_id"]) if row["geonames_id"] else None
    return Place(
        place_id=f"geonames_{number}" if number else f"region_{fold(row['name']).replace(' ', '_')}",
        name=row["name"],
        country_iso3=row["country_iso3"] or None,
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        precision=row["precision"],
        geonames_id=number,
        feature=row["kind"],
    )


def _several(text: str) -> list[str]:
    return [part for part in text.split("|") if part]
