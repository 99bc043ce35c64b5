"""Decide which bearer of a name is meant: what contains it, the article's countries and areas, the places near it, how large it is."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transforms.places.countries import capitals
from transforms.places.folding import fold
from transforms.places.gazetteer import Candidate
from transforms.records import Place

CONTAINED, OUTSIDE = 8.0, -1.0
SAME_COUNTRY, SAME_AREA, NEARBY = 2.5, 2.5, 2.0
NEAR_KM = 150.0
ROUNDS = 3
PRIOR = {"country": 7.0, "historic": 6.5, "continent": 6.5, "region": 6.0, "water": 5.5}
AREAS = ("country", "historic", "ADM1", "ADM2", "region")


@dataclass(slots=True)
class Mention:
    """One name in the article with its candidates; `outer` are the mentions that may contain it, nearest first."""

    key: str
    candidates: Sequence[Candidate]
    level: str | None = None
    outer: list[int] = field(default_factory=list)
    choice: Candidate | None = None
    weight: float = 1.0


def resolve(mentions: list[Mention], home_iso3: str | None = None) -> list[Place | None]:
    """Return each mention's place, or None where the gazetteer has no bearer of its name."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        groups[mention.key].append(number)
    links = _links(mentions)
    for _ in range(ROUNDS):
        context = Context.of(mentions, home_iso3)
        for key, members in groups.items():
            _choose(mentions, members, links, context.without(key))
    return [mention.choice.place if mention.choice else None for mention in mentions]


@dataclass(slots=True)
class Context:
    """What the rest of the article says: shares of countries and first-order areas, and the places decided so far."""

    countries: Mapping[str, float]
    areas: Mapping[str, float]
    places: Sequence[tuple[str, Place]]

    @classmethod
    def of(cls, mentions: Sequence[Mention], home_iso3: str | None) -> Context:
        """Return the context that the present choices give; one name counts once more for each repetition, less and less."""
        countries: Counter[str] = Counter()
        areas: Counter[str] = Counter()
        places: dict[tuple[str, str], Place] = {}
        if home_iso3 is not None:
            countries[home_iso3] += 1.0
        for mention in mentions:
            place = mention.choice.place if mention.choice else None
            if place is None:
                continue
            if place.country_iso3:
                countries[place.country_iso3] += mention.weight
            if place.admin1_code and place.feature != "ADM2":
                areas[place.admin1_code] += mention.weight
            places[mention.key, place.place_id] = place
        return cls(
            _shares(countries), _shares(areas), [(key, place) for (key, _), place in sorted(places.items(), key=lambda item: item[0])]
        )

    def without(self, key: str) -> Context:
        """Return the context without the places of one name, which must not vouch for itself."""
        return Context(self.countries, self.areas, [(other, place) for other, place in self.places if other != key])


def _shares(counts: Counter[str]) -> dict[str, float]:
    most = max(counts.values(), default=1.0) or 1.0
    return {name: math.sqrt(count / most) for name, count in counts.items()}


def _links(mentions: Sequence[Mention]) -> dict[int, list[int]]:
    """Return number -> mentions that contain it or that it contains, where any bearer of one lies in any of the other."""
    links: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        for outer in mention.outer:
            if any(lies_in(a.place, b.place) for a in mention.candidates for b in mentions[outer].candidates):
                links[number].append(outer)
    return links


def _choose(mentions: Sequence[Mention], members: Sequence[int], links: Mapping[int, list[int]], context: Context) -> None:
    inward: dict[int, list[int]] = defaultdict(list)
    for inner, outers in links.items():
        for outer in outers:
            inward[outer].append(inner)
    general: Counter[int] = Counter()
    scored: dict[int, list[float]] = {}
    for number in members:
        mention = mentions[number]
        bonus = [_links_bonus(candidate, number, mentions, links, inward) for candidate in mention.candidates]
        scored[number] = bonus
        for position, points in enumerate(bonus):
            general[position] = max(general[position], points)
    for number in members:
        mention = mentions[number]
        own = (
            scored[number]
            if any(points > 0 for points in scored[number])
            else [general[position] for position in range(len(mention.candidates))]
        )
        best, best_points = None, -math.inf
        for position, candidate in enumerate(mention.candidates):
            points = _prior(candidate, mention) + _context_points(candidate.place, context) + own[position]
            if points > best_points:
                best, best_points = candidate, points
        mention.choice = best


def _links_bonus(
    candidate: Candidate, number: int, mentions: Sequence[Mention], links: Mapping[int, list[int]], inward: Mapping[int, list[int]]
) -> float:
    points = 0.0
    for outer in links.get(number, ()):
        inside = any(lies_in(candidate.place, other.place) for other in _live(mentions[outer]))
        points += CONTAINED if inside else OUTSIDE
    for inner in inward.get(number, ()):
        holds = any(lies_in(other.place, candidate.place) for other in _live(mentions[inner]))
        points += CONTAINED / 2 if holds else OUTSIDE
    return points


def _live(mention: Mention) -> Sequence[Candidate]:
    return mention.candidates


def _prior(candidate: Candidate, mention: Mention) -> float:
    """Return points for size and kind: about one for each tenfold of people; a capital, a main name and the named level count more."""
    place = candidate.place
    points = PRIOR.get(place.feature or "")
    if points is None:
        people = math.log10((place.population or 0) + 10)
        points = {"ADM1": 1.2 + 0.7 * people, "ADM2": 0.75 * people - 0.5}.get(place.feature or "", people)
    if not candidate.is_main:
        points -= 1.5
    seat = capitals().get(mention.key)
    if place.feature == "PPL" and seat is not None and seat.territory_iso3 == place.country_iso3:
        points += 1.5
    if mention.level is not None:
        wanted = {"admin1": ("ADM1",), "admin2": ("ADM2",), "city": ("PPL",)}.get(mention.level, ())
        second = {"admin1": ("ADM2", "region"), "admin2": ("ADM1",)}.get(mention.level, ())
        points += 4.0 if place.feature in wanted else 1.5 if place.feature in second else -2.0
    return points


def _context_points(place: Place, context: Context) -> float:
    points = SAME_COUNTRY * context.countries.get(place.country_iso3 or "", 0.0)
    points += SAME_AREA * context.areas.get(place.admin1_code or "", 0.0)
    if place.feature in ("PPL", "ADM2"):
        near = sum(_nearness(place, other) for _, other in context.places if other.feature in ("PPL", "ADM2"))
        points += min(NEARBY * 1.5, NEARBY * near)
    return points


def _nearness(place: Place, other: Place) -> float:
    distance = distance_km(place, other)
    return max(0.0, 1 - distance / (2 * NEAR_KM)) if distance is not None else 0.0


def lies_in(inner: Place, outer: Place) -> bool:
    """Return whether a place may lie in another, by codes, or by distance where the gazetteer has no code for it."""
    if inner.place_id == outer.place_id or inner.feature in ("country", "historic", "continent"):
        return False
    if outer.feature in ("country", "historic"):
        return outer.country_iso3 is not None and inner.country_iso3 == outer.country_iso3
    if outer.feature == "ADM1":
        return inner.feature != "ADM1" and inner.admin1_code == outer.admin1_code
    if inner.feature == "ADM1":
        return False
    if outer.feature in ("ADM2", "region"):
        reach = {"admin2": 100.0, "admin1": 250.0}.get(outer.precision, 0.0)
        same = inner.admin1_code == outer.admin1_code if outer.feature == "ADM2" else inner.country_iso3 == outer.country_iso3
        return same and (distance_km(inner, outer) or 0.0) <= reach
    if outer.feature == "PPL":
        apart = distance_km(inner, outer)
        return apart is not None and apart <= 40 and (inner.population or 0) < (outer.population or 0)
    return False


def distance_km(one: Place, other: Place) -> float | None:
    """Return the great-circle distance in kilometres, or None where a coordinate is unknown."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    south, north = math.radians(one.latitude), math.radians(other.latitude)
    half = math.radians(other.longitude - one.longitude) / 2
    chord = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(half) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, chord)))
