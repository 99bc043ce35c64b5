"""The capital of a country without its name: "the Somali capital", "Peru's capital", "the capital of Chad"."""

from __future__ import annotations

from functools import cache

from transforms.parse import end_of, start_of
from transforms.places.countries import country_by_iso3
from transforms.places.gazetteer import load_gazetteer
from transforms.places.names import Name, word_beside
from transforms.records import Place


def capital_told(name: Name, place: Place | None) -> tuple[int, int, Place] | None:
    """Return where the words for a country's capital begin and end, and the capital; None where they name it ("the Somali capital
    Mogadishu") or are about something else ("the capital city police")."""
    if place is None or place.feature != "country" or name.kind not in ("demonym", "name"):
        return None
    following = word_beside(name.last, 1)
    if following is not None and following.lower_ in ("'s", "'"):
        following = word_beside(following, 1)
    elif name.kind == "name":
        following = None
    if following is not None and following.lower_ == "capital":
        after = word_beside(following, 1)
        named = word_beside(following, 2) if after is not None and after.text == "," else after
        if named is not None and (named.pos_ == "PROPN" or (named is after and named.pos_ == "NOUN")):
            return None
        found = capital_of(place.country_iso3)
        return (name.start, end_of(following), found) if found is not None else None
    of, capital = word_beside(name.first, -1), word_beside(name.first, -2)
    if name.kind == "name" and of is not None and of.lower_ == "of" and capital is not None and capital.lower_ == "capital":
        found = capital_of(place.country_iso3)
        return (start_of(capital), name.end, found) if found is not None else None
    return None


@cache
def capital_of(country_iso3: str | None) -> Place | None:
    """Return the largest town of the country that bears the name of its capital, or None."""
    country = country_by_iso3(country_iso3)
    if country is None or country.capital is None:
        return None
    named = [candidate.place for candidate in load_gazetteer().named(country.capital)]
    towns = [place for place in named if place.country_iso3 == country_iso3 and place.feature == "PPL"]
    return max(towns, key=lambda place: (place.population or 0, place.place_id), default=None)
