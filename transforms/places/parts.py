"""Parts of countries: "northern Iraq", "eastern Ukraine", with a centre from the towns that lie there."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from transforms.parse import start_of
from transforms.places.countries import country_by_iso3
from transforms.places.gazetteer import load_gazetteer
from transforms.places.names import Name
from transforms.records import Place

# How far north and east a direction points.
NORTH_EAST = {
    "north": (1, 0), "northeast": (1, 1), "east": (0, 1), "southeast": (-1, 1), "south": (-1, 0), "southwest": (-1, -1), "west": (0, -1),
    "northwest": (1, -1), "central": (0, 0),
}  # fmt: skip
SHARE = 0.35


def part_of_country(name: Name, place: Place | None) -> tuple[int, Place] | None:
    """Return the offset where a phrase such as "northern Iraq" begins and its area, or None when the name is no such phrase."""
    if place is None or place.feature != "country" or name.kind != "name" or name.first.i == 0:
        return None
    doc, before = name.first.doc, name.first.i - 1
    word, first = doc[before].lower_.removesuffix("ern"), doc[before]
    if before >= 2 and doc[before - 1].text == "-" and doc[before - 2].lower_ in NORTH_EAST:
        word, first = doc[before - 2].lower_ + word, doc[before - 2]
    if word not in NORTH_EAST or first.text[0].isupper() or place.country_iso3 is None:
        return None
    found = _part(place, word)
    return (start_of(first), found) if found is not None else None


@cache
def _part(country: Place, direction: str) -> Place | None:
    """Return the part of a country in a direction: the population-weighted centre of the third of its towns farthest that way.

    GeoNames has no such areas; the id is that of the country which the part belongs to."""
    code = country_by_iso3(country.country_iso3)
    if code is None or code.iso2 is None or direction not in NORTH_EAST:
        return None
    latitude, longitude, population = load_gazetteer().inside(code.iso2)
    if len(latitude) < 10:
        return None
    north, east = NORTH_EAST[direction]
    rank_north, rank_east = _rank(latitude), _rank(longitude)
    reach = -np.maximum(abs(rank_north - 0.5), abs(rank_east - 0.5)) if direction == "central" else north * rank_north + east * rank_east
    chosen = reach >= np.quantile(reach, 1 - SHARE)
    weight = np.maximum(population[chosen], 1)
    english = direction if direction == "central" else f"{direction}ern"
    return Place(
        place_id=f"{country.place_id}_{english}",
        name=f"{english} {country.name}",
        country_iso3=country.country_iso3,
        latitude=round(float(np.average(latitude[chosen], weights=weight)), 5),
        longitude=round(float(np.average(longitude[chosen], weights=weight)), 5),
        precision="country",
        geonames_id=country.geonames_id,
        feature="region",
    )


def _rank(values: Any) -> Any:
    span = float(values.max() - values.min()) or 1.0
    return (values - values.min()) / span
