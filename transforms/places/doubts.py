"""Which sightings stay: by their own points, by the same name elsewhere, by what contains them, by what the article is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from transforms.places.evidence import ENOUGH
from transforms.places.resolve import Mention, lies_in
from transforms.places.sightings import NEVER, Sighting
from transforms.records import Place

# A name that is surely a place elsewhere in the article, or lies in a place named beside it, needs less to be one here.
SURE, SURE_ELSEWHERE, CONTAINED, OFTEN_A_PERSON = ENOUGH + 1.5, 1.5, 3.0, -2.0
STRONG = ENOUGH + 2.0
WELL_KNOWN = 100_000


def keep(sightings: list[Sighting], longer: set[str]) -> list[Sighting]:
    """Return the sightings that are places: by their own points, those of the same name elsewhere, or what contains them."""
    sure = {sighting.name.key for sighting in sightings if sighting.points >= SURE}
    kept = []
    for sighting in sightings:
        points = sighting.points
        if points == NEVER:
            continue
        if sighting.name.key in sure:
            points += SURE_ELSEWHERE
        elif sighting.name.key in longer and sighting.name.kind == "name":
            points += OFTEN_A_PERSON
        if any(sightings[outer].points > NEVER and _fits(sighting, sightings[outer]) for outer in sighting.outer):
            points += CONTAINED
        if points >= ENOUGH:
            kept.append(sighting)
    return kept


def _fits(inner: Sighting, outer: Sighting) -> bool:
    return any(lies_in(a.place, b.place) for a in inner.candidates for b in outer.candidates)


def support_by_country(mentions: Sequence[Mention], places: Sequence[Place | None]) -> dict[str, set[str]]:
    """Return country -> the names that put something there."""
    support: dict[str, set[str]] = {}
    for mention, place in zip(mentions, places, strict=True):
        if place is not None and place.country_iso3 is not None:
            support.setdefault(place.country_iso3, set()).add(mention.key)
    return support


def verdict(
    sighting: Sighting, mention: Mention, place: Place | None, support: dict[str, set[str]]
) -> Literal["place", "unresolved", "no place"]:
    """Return "place", or what becomes of a small or oddly spelled town in a country that nothing else in the article is in.

    With little to say that it is a place, it is none; called a district or province, it is some other one: unresolved."""
    if place is None or place.feature not in ("PPL", "ADM2") or mention.outer or sighting.name.kind != "name":
        return "place"
    elsewhere = support.get(place.country_iso3 or "", set()) - {mention.key}
    others = set().union(*support.values()) - {mention.key} if support else set()
    is_main = any(candidate.is_main and candidate.place.place_id == place.place_id for candidate in mention.candidates)
    if elsewhere or not others or ((place.population or 0) >= WELL_KNOWN and is_main):
        return "place"
    if mention.level in ("admin1", "admin2") and place.feature == "PPL":
        return "unresolved"
    return "place" if sighting.points >= STRONG else "no place"
