"""The one town that an article plays in, for what its own sentences put nowhere: the only one that it names."""

from __future__ import annotations

from transforms.events.reading import Reading
from transforms.places.capital_words import capital_of
from transforms.places.resolve import distance_km
from transforms.records import Place

# Towns, and the areas in which they lie.
AREAS = ("ADM1", "ADM2")
# Kilometres from a town to the middle of its county.
NEAR = 40


def town_of(reading: Reading) -> Place | None:
    """Return the town that an article names outside its dateline, where it names no other, nor an area that the town is not in, or None."""
    dateline = reading.parsed.article.dateline_place or ""
    towns: dict[str, Place] = {}
    times = 0
    areas: dict[str, Place] = {}
    for mention in reading.places:
        sentence = reading.parsed.sentence_at(mention.span_start)
        place = mention.place
        if place is None or mention.is_demonym or sentence is None or (sentence.index < 2 and mention.evidence in dateline):
            continue
        if place.feature == "PPL":
            towns[place.place_id] = place
            times += 1
        elif place.feature in AREAS:
            areas[place.place_id] = place
    if len(towns) != 1:
        return None
    town = next(iter(towns.values()))
    if times == 1 and town == capital_of(town.country_iso3):
        return None  # a capital named once may be that of which somebody is, or where he spoke
    return town if all(_is_in(town, area) for area in areas.values()) else None


def _is_in(town: Place, area: Place) -> bool:
    """Whether a town may lie in an area: in its province; of a district or county, also near its middle."""
    if area.admin1_code != town.admin1_code:
        return False
    apart = distance_km(town, area)
    return area.feature == "ADM1" or (apart is not None and apart < NEAR)
