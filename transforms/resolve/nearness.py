"""Do two mentions lie in one place, and how much does that speak for one event?"""

from __future__ import annotations

import re

from transforms.places.distance import kilometres
from transforms.resolve.profile import PRECISION_ORDER, Profile, Row
from transforms.resolve.quarters import are_two_quarters

# A village that no gazetteer has, by the same name in both.
SAME_NAME = 2.0
FINE = frozenset({"point", "city"})
SEA = re.compile(r"\b(?:Sea|Gulf|Strait|Ocean|Bay|Channel)\b")
# The radius, in km, within which two points of that precision can be one place.
RADIUS_KM = {"point": 10.0, "city": 25.0, "admin2": 60.0, "admin1": 300.0, "country": 2000.0}


def place_agreement(left: Profile, right: Profile) -> float | None:
    """Return the points for where two mentions lie, None when that is two places: by the gazetteer; a village it lacks is itself, and in
    another article no other fine place."""
    if left.place_name and left.place_name == right.place_name:
        return SAME_NAME  # whichever part of it
    if left.article_id != right.article_id and (left.place_name or right.place_name):
        fine = [item.place is not None and item.place["precision"] in FINE for item in (left, right)]
        if (left.place_name and (right.place_name or fine[1])) or (right.place_name and fine[0]):
            return None
    if left.article_id == right.article_id and (_are_two_districts(left.place, right.place) or _are_two_seas(left.place, right.place)):
        return None
    points = points_of_places(left.place, right.place)
    if points is not None and left.article_id != right.article_id and are_two_quarters(left.row["evidence"], right.row["evidence"]):
        return None
    return points


def _are_two_districts(left: Row | None, right: Row | None) -> bool:
    """Whether two places are two districts, which who tells of both keeps apart, however near they are."""
    both = left is not None and right is not None and left["precision"] == right["precision"] == "admin2"
    return both and left is not None and right is not None and left["place_id"] != right["place_id"]


def _are_two_seas(left: Row | None, right: Row | None) -> bool:
    """Whether two places are two waters, which who tells of both keeps apart ("in the Red Sea", "in the Gulf of Aden")."""
    if left is None or right is None or left["place_id"] == right["place_id"]:
        return False
    return all(place["country_iso3"] is None and SEA.search(place["name"]) is not None for place in (left, right))


def points_of_places(left: Row | None, right: Row | None) -> float | None:
    """Return the points for two places of the gazetteer, None when they are two."""
    if left is None or right is None:
        return 0.0
    if left["place_id"] == right["place_id"]:
        return 1.5 if left["precision"] == "country" else 3.0
    if left["country_iso3"] and right["country_iso3"] and left["country_iso3"] != right["country_iso3"]:
        return None
    coarse = max(PRECISION_ORDER.get(left["precision"], 4), PRECISION_ORDER.get(right["precision"], 4))
    if left["admin1_name"] and right["admin1_name"] and coarse < PRECISION_ORDER["country"]:
        if left["admin1_name"] != right["admin1_name"]:
            return None
        if coarse == PRECISION_ORDER["admin1"]:
            return 2.0
    if left["latitude"] is None or right["latitude"] is None:
        return 0.0
    distance = kilometres(left["latitude"], left["longitude"], right["latitude"], right["longitude"])
    if distance > RADIUS_KM.get(left["precision"], 2000.0) + RADIUS_KM.get(right["precision"], 2000.0):
        return None
    if left["precision"] == right["precision"] and coarse < PRECISION_ORDER["admin1"]:
        # Two towns side by side are two towns: near enough for one event, but no sign of it.
        return 0.0
    return 1.0 if coarse == PRECISION_ORDER["country"] else 2.0
