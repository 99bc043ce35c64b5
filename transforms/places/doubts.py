"""Which sightings stay: by their own points, by the same name elsewhere, by what contains them, by what the article is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from transforms.places.countries import capitals
from transforms.places.evidence import ENOUGH
from transforms.places.names import Name, word_beside
from transforms.places.resolve import Mention, lies_in
from transforms.places.sightings import NEVER, Sighting
from transforms.records import Place

# A name that is surely a place elsewhere in the article, or lies in a place named beside it, needs less to be one here.
SURE, SURE_ELSEWHERE, CONTAINED, OFTEN_A_PERSON = ENOUGH + 1.5, 1.5, 3.0, -2.0
# A list joins names of one kind; a country or area that the text names makes its towns likelier.
LISTED, AREA_NAMED_HERE, COUNTRY_NAMED_HERE, COUNTRY_NAMED = 2.0, 1.75, 1.0, 0.5
STRONG = ENOUGH + 2.0
WELL_KNOWN = 100_000
# Houses of business, each with a name of its own.
HOUSES = frozenset({"hotel", "restaurant", "cafe", "bar", "nightclub", "resort", "supermarket", "cinema", "theatre"})
# A village has fewer people.
VILLAGE = 30_000


def keep(sightings: list[Sighting], longer: set[str]) -> list[Sighting]:
    """Return the sightings that are places: by their own points, the same name elsewhere, what contains them, or their list."""
    sure = {sighting.name.key for sighting in sightings if sighting.points >= SURE}
    anchors = _anchors(sightings)
    points = [_points(sighting, sightings, sure, longer, anchors) for sighting in sightings]
    for step in (1, -1):
        order = range(len(sightings)) if step == 1 else range(len(sightings) - 1, -1, -1)
        for number in order:
            other = number - step
            if not 0 <= other < len(sightings) or not ENOUGH - LISTED <= points[number] < ENOUGH <= points[other]:
                continue
            if sightings[number].name.kind == "name" and _listed(sightings[min(number, other)], sightings[max(number, other)]):
                points[number] = ENOUGH
    return [sighting for sighting, own in zip(sightings, points, strict=True) if own >= ENOUGH]


def _points(sighting: Sighting, sightings: list[Sighting], sure: set[str], longer: set[str], anchors: dict[str, set[int]]) -> float:
    points = sighting.points
    if points == NEVER or sighting.name.kind != "name":
        return points
    if sighting.name.key in sure:
        points += SURE_ELSEWHERE
    elif sighting.name.key in longer:
        points += OFTEN_A_PERSON
    if any(sightings[outer].points > NEVER and _fits(sighting, sightings[outer]) for outer in sighting.outer):
        points += CONTAINED
    here = sighting.name.sentence.paragraph
    areas = {candidate.place.admin1_code for candidate in sighting.candidates} - {None}
    countries = {candidate.place.country_iso3 for candidate in sighting.candidates}
    if any(here in anchors.get(area or "", ()) for area in areas):
        points += AREA_NAMED_HERE
    elif any(here in anchors.get(country or "", ()) for country in countries):
        points += COUNTRY_NAMED_HERE
    elif countries & set(anchors):
        points += COUNTRY_NAMED
    return points


def _anchors(sightings: Sequence[Sighting]) -> dict[str, set[int]]:
    """Return country, and first-order area code, -> the paragraphs that name it, or one of its areas."""
    anchors: dict[str, set[int]] = {}
    for sighting in sightings:
        if sighting.points < ENOUGH or not sighting.candidates:
            continue
        place = sighting.candidates[0].place
        if place.country_iso3 and (place.feature in ("country", "region") or (place.feature == "ADM1" and sighting.points >= SURE)):
            anchors.setdefault(place.country_iso3, set()).add(sighting.name.sentence.paragraph)
            if place.admin1_code is not None:
                anchors.setdefault(place.admin1_code, set()).add(sighting.name.sentence.paragraph)
    return anchors


def _listed(left: Sighting, right: Sighting) -> bool:
    """Return whether only commas and "and" stand between two names of one sentence."""
    if left.name.sentence.index != right.name.sentence.index:
        return False
    gap = [token.lower_ for token in left.name.last.doc[left.name.last.i + 1 : right.name.first.i]]
    return 0 < len(gap) <= 2 and all(word in (",", "and", "or") for word in gap)


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
    sighting: Sighting, mention: Mention, place: Place | None, support: dict[str, set[str]], named: dict[str, set[str]]
) -> Literal["place", "unresolved", "no place"]:
    """Return "place", or what becomes of a small or oddly spelled town in a country that nothing else in the article is in.

    With little to say that it is a place, it is none; called a district or province, it is some other one: unresolved."""
    if place is None or place.feature not in ("PPL", "ADM2") or sighting.name.kind != "name":
        return "place"
    is_small = (place.population or 0) < WELL_KNOWN
    if is_small and (after := word_beside(sighting.name.last, 1)) is not None and after.lower_ in HOUSES:
        return "no place"  # "near the Oasis hotel"
    elsewhere = support.get(place.country_iso3 or "", set()) - {mention.key}
    others = set().union(*support.values()) - {mention.key} if support else set()
    is_main = any(candidate.is_main and candidate.place.place_id == place.place_id for candidate in mention.candidates)
    if elsewhere and not is_main and place.feature == "PPL" and _is_foreign(named, mention.key, place.country_iso3):
        return "unresolved"  # "Majdal" in an article on Syria is no older name of Ashkelon
    is_other = mention.level is not None and _has_a_country(support, mention.key)  # "Kani township", in an article on Myanmar
    if elsewhere or not others or (not is_small and is_main and not is_other):
        return "place"
    if (is_other and not is_small) or mention.outer or (mention.level in ("admin1", "admin2") and place.feature == "PPL"):
        return "unresolved"
    if sighting.points < STRONG:
        return "no place"
    if not is_main or ((place.population or 0) > VILLAGE and _is_village(sighting.name)):
        return "unresolved"  # by another of its names, and far from all else ("the village of Banjska" in Kosovo), or a town
    # In an article that plays in one country, a small town of another is a namesake of a village that the gazetteer lacks.
    return "unresolved" if mention.key not in capitals() and _has_a_country(support, mention.key) else "place"


def _has_a_country(support: dict[str, set[str]], key: str) -> bool:
    """Return whether an article's other names, two at least, lie in one country rather than in any other."""
    first, second = sorted([0, 0, *(len(names - {key}) for names in support.values())], reverse=True)[:2]
    return first >= 2 and first > second


def _is_foreign(named: dict[str, set[str]], key: str, iso3: str | None) -> bool:
    """Whether nothing else that an article names lies in a country, and three names or more lie in another."""
    return not named.get(iso3 or "", set()) - {key} and any(len(names - {key}) > 2 for names in named.values())


def _is_village(name: Name) -> bool:
    """Return whether the text calls a name a village's ("the village of Bani", "Bani village")."""
    beside = [word_beside(name.last, 1), word_beside(name.first, -1), word_beside(name.first, -2)]
    return any(word is not None and word.lemma_.lower() == "village" for word in beside)
