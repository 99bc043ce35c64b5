"""Other transliterations of an area's or town's name, where the text says which area or country it lies in: "Maiwand" for Maywand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from transforms.places.area_words import area_core
from transforms.places.countries import country_by_iso3
from transforms.places.folding import fold
from transforms.places.gazetteer import load_gazetteer
from transforms.places.names import Name
from transforms.records import Place

# Inside a named area few names compete; over a whole country only a first- or second-order area that is called one is looked for.
SIMILAR_AROUND, SIMILAR_IN_AREA, SIMILAR_IN_COUNTRY = 75.0, 84.0, 88.0


def respelled(name: Name, outer: Sequence[Place], country_iso3: str | None) -> Place | None:
    """Return the place whose name is nearest to an unknown one: within the area named around it, else among the country's areas."""
    for place in outer:
        if place.admin1_code is not None:
            return _nearest(fold(name.text), place.admin1_code, "", name.level, SIMILAR_IN_AREA)
    country = country_by_iso3(outer[0].country_iso3 if outer else country_iso3)
    if country is None or country.iso2 is None or name.level not in ("admin1", "admin2"):
        return None
    return _nearest(fold(name.text), "", country.iso2, name.level, SIMILAR_IN_COUNTRY)


def area_around(name: Name, inner: Sequence[Place]) -> Place | None:
    """Return the first-order area of a place said to lie in it, when its name is about the same: "Beledweyne, in the Hiran region"."""
    for place in inner:
        area = load_gazetteer().admin1(place.admin1_code)
        if area is not None and fuzz.ratio(fold(name.text), fold(area_core(area.name))) >= SIMILAR_AROUND:
            return area
    return None


@lru_cache(maxsize=10_000)
def _nearest(key: str, admin1_code: str, country_iso2: str, level: str | None, least: float) -> Place | None:
    gazetteer = load_gazetteer()
    wanted = {"admin1": ("ADM1",), "admin2": ("ADM2", "PPL"), "city": ("PPL",)}.get(level or "", ("PPL", "ADM2"))
    if country_iso2:
        wanted = ("ADM1",) if level == "admin1" else ("ADM2",)
    rows = gazetteer.names_within(admin1_code, country_iso2, wanted)
    if len(key) < 4 or not rows:
        return None
    scored = process.extract(key, [text for text, _ in rows], scorer=fuzz.ratio, score_cutoff=least, limit=5)
    if not scored:
        return None
    best = max(score for _, score, _ in scored)
    places = [gazetteer.by_geonames_id(rows[position][1]) for _, score, position in scored if score == best]
    found = [place for place in places if place is not None]
    return min(found, key=lambda place: (wanted.index(place.feature or ""), -(place.population or 0), place.geonames_id or 0))
