"""Decide which bearer of a name is meant: what contains it, the article's countries and areas, the places near it, how large it is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transforms.places.countries import capitals
from transforms.places.distance import kilometres
from transforms.places.folding import fold
from transforms.places.gazetteer import Candidate
from transforms.records import Place

CONTAINED, OUTSIDE = 8.0, -1.0
SAME_COUNTRY, SAME_AREA, NEARBY = 3.0, 2.5, 2.0
NEAR_KM = 150.0
# Places so many degrees of latitude apart are more than 2 * NEAR_KM apart (a degree is at least 110 km).
FAR_DEGREES = 3.0
# "Gaza" is the strip before it is the city, "Crimea" the peninsula before a village.
SEEDED_AREA = 1.5
ROUNDS = 3
# A hamlet of so few people that bears the name of a province of millions (Texas, in Mexico) is hardly meant.
HAMLET, MILLIONS, HAMLET_OF_MILLIONS = 2_000, 10_000_000, 3.0
# A town that bears a country's name (Russia, Ohio) needs more than its surroundings.
NAMED_LIKE_COUNTRY = 3.0
PRIOR = {"country": 9.0, "historic": 8.5, "continent": 9.0, "region": 8.0, "water": 8.0}


# One name with one set of bearers: "US" and "Us" fold alike, but are two groups.
Group = tuple[str, tuple[str, ...]]


@dataclass(slots=True)
class Mention:
    """One name in the article with its candidates; `outer` are the mentions that may contain it, nearest first."""

    key: str
    candidates: Sequence[Candidate]
    level: str | None = None
    full_key: str | None = None
    outer: list[int] = field(default_factory=list)
    choice: Candidate | None = None
    weight: float = 1.0


def resolve(mentions: list[Mention], home_iso3: str | None = None) -> list[Place | None]:
    """Return each mention's place, or None where the gazetteer has no bearer of its name."""
    groups: dict[Group, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        groups[mention.key, tuple(candidate.place.place_id for candidate in mention.candidates)].append(number)
    links = _links(mentions)
    linked = [
        [_links_bonus(candidate, number, mentions, links) for candidate in mention.candidates] for number, mention in enumerate(mentions)
    ]
    shares: dict[Group, list[tuple[Place, float]]] = {}
    for _ in range(ROUNDS):
        settled: dict[Group, list[tuple[Place, float]]] = {}
        for key, members in groups.items():
            is_open = len(mentions[members[0]].candidates) > 1
            others = {other: share for other, share in shares.items() if other != key} if is_open else {}
            settled[key] = _settle(mentions, members, linked, Context.of(others, home_iso3))
        shares = settled
    return [mention.choice.place if mention.choice and not _is_elsewhere(mention, mentions) else None for mention in mentions]


def _is_elsewhere(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a district lies far from the province that is named as its own: the gazetteer has another one of that name only."""
    outer = mentions[mention.outer[0]] if mention.outer else None
    if mention.level != "admin2" or mention.choice is None or outer is None or outer.level != "admin1" or outer.choice is None:
        return False
    inner, province = mention.choice.place, outer.choice.place
    if province.feature != "ADM1" or province.country_iso3 != inner.country_iso3 or lies_in(inner, province):
        return False
    return (distance_km(inner, province) or 0.0) > NEAR_KM


@dataclass(slots=True)
class Context:
    """What the names of an article say together: mass by country and first-order area, and the likely places, by name.

    A name whose bearer is open gives each bearer its share, so that several open names can settle one another."""

    countries: Mapping[str, float]
    areas: Mapping[str, float]
    places: list[tuple[Place, float]]
    rival: float

    @classmethod
    def of(cls, shares: Mapping[Group, list[tuple[Place, float]]], home_iso3: str | None) -> Context:
        """Return the context of the names given; the paper's country counts as one name."""
        countries: dict[str, float] = defaultdict(float, {home_iso3: 1.0} if home_iso3 else {})
        areas: dict[str, float] = defaultdict(float)
        places: list[tuple[Place, float]] = []
        for key in sorted(shares):
            for place, share in shares[key]:
                if place.country_iso3:
                    countries[place.country_iso3] += share
                if place.admin1_code:
                    areas[place.admin1_code] += share
                if place.feature in ("PPL", "ADM2") and share >= 0.2:
                    places.append((place, share))
        return cls(countries, areas, places, max(countries.values(), default=1.0))

    def points(self, place: Place) -> float:
        """Return the points that the context gives a place: same country, same area, near by."""
        country = self.countries.get(place.country_iso3 or "", 0.0)
        points = SAME_COUNTRY * min(1.0, country / 2) * math.sqrt(country / self.rival) if country > 0 else 0.0
        points += SAME_AREA * min(1.0, self.areas.get(place.admin1_code or "", 0.0) / 1.5)
        if place.feature in ("PPL", "ADM2"):
            points += NEARBY * min(1.5, sum(share * _nearness(place, other) for other, share in self.places))
        return points


def _links(mentions: Sequence[Mention]) -> dict[int, list[int]]:
    """Return number -> (inner, outer) pairs it is in, where any bearer of the inner name lies in any of the outer."""
    links: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        for outer in mention.outer:
            if _is_country(mention) and _is_country(mentions[outer]):
                continue
            if any(lies_in(a.place, b.place) for a in mention.candidates for b in mentions[outer].candidates):
                links[number].append(outer)
                links[outer].append(number)
    return links


def _is_country(mention: Mention) -> bool:
    """Return whether a name is first of all a country's: "Honduras, Nicaragua" is a list."""
    return bool(mention.candidates) and mention.candidates[0].place.feature in ("country", "historic")


def _links_bonus(candidate: Candidate, number: int, mentions: Sequence[Mention], links: Mapping[int, list[int]]) -> float:
    """Return the points for lying in what is named around it, and half of them for holding what it is named around."""
    points = 0.0
    for other in links.get(number, ()):
        if other in mentions[number].outer:
            points += CONTAINED if any(lies_in(candidate.place, outer.place) for outer in mentions[other].candidates) else OUTSIDE
        else:
            points += CONTAINED / 2 if any(lies_in(inner.place, candidate.place) for inner in mentions[other].candidates) else OUTSIDE
    return points


def _settle(
    mentions: Sequence[Mention], members: Sequence[int], linked: Sequence[list[float]], context: Context
) -> list[tuple[Place, float]]:
    """Choose for each mention of a name, and return the name's bearers with their shares of its weight."""
    first = mentions[members[0]]
    if not first.candidates:
        return []
    if len(first.candidates) == 1:  # nothing to choose
        for number in members:
            mentions[number].choice = mentions[number].candidates[0]
        total = sum((mentions[number].weight for number in members), 0.0)
        share = math.log2(1 + len(members)) / len(members) * total
        return [(first.candidates[0].place, share)] if share > 0.02 else []
    general = [max(linked[number][position] for number in members) for position in range(len(first.candidates))]
    base = [context.points(candidate.place) for candidate in first.candidates]
    totals = [0.0] * len(first.candidates)
    for number in members:
        mention = mentions[number]
        own = linked[number] if any(points > 0 for points in linked[number]) else general
        points = [_prior(candidate, mention) + around + link for candidate, around, link in zip(mention.candidates, base, own, strict=True)]
        if first.candidates[0].place.feature in PRIOR:
            points = [
                point - (NAMED_LIKE_COUNTRY if candidate.place.feature in ("PPL", "ADM2") and link <= 0 and mention.level is None else 0.0)
                for point, candidate, link in zip(points, mention.candidates, own, strict=True)
            ]
        if any((candidate.place.population or 0) > MILLIONS and candidate.is_main for candidate in mention.candidates):
            points = [
                point - (HAMLET_OF_MILLIONS if _is_hamlet(candidate.place) and link <= 0 else 0.0)
                for point, candidate, link in zip(points, mention.candidates, own, strict=True)
            ]
        best = max(range(len(points)), key=points.__getitem__)
        mention.choice = mention.candidates[best]
        weights = [math.exp(point - points[best]) for point in points]
        for position, weight in enumerate(weights):
            totals[position] += mention.weight * weight / sum(weights)
    damped = math.log2(1 + len(members)) / len(members)
    return [(candidate.place, damped * total) for candidate, total in zip(first.candidates, totals, strict=True) if damped * total > 0.02]


def _is_hamlet(place: Place) -> bool:
    return place.feature == "PPL" and (place.population or 0) < HAMLET


def _prior(candidate: Candidate, mention: Mention) -> float:
    """Return points for size and kind: about one for each tenfold of people; a capital, a main name and the named level count more."""
    place = candidate.place
    points = PRIOR.get(place.feature or "")
    if points is None:
        people = math.log10((place.population or 0) + 10)
        points = {"ADM1": 1.2 + 0.7 * people, "ADM2": 1.5 + 0.25 * people}.get(place.feature or "", people)
    if candidate.is_seeded and place.feature == "ADM1":
        points += SEEDED_AREA
    seat = capitals().get(mention.key)
    if place.feature == "PPL" and seat is not None and seat.territory_iso3 == place.country_iso3:
        points += 1.0
    elif not candidate.is_main:
        points -= 2.5
    if mention.level is not None:
        wanted = {"admin1": ("ADM1",), "admin2": ("ADM2",), "city": ("PPL",)}.get(mention.level, ())
        second = {"admin1": ("ADM2", "region"), "admin2": ("ADM1",)}.get(mention.level, ())
        points += 4.0 if place.feature in wanted else 1.5 if place.feature in second else -2.0
        if place.feature == "country" and wanted:
            points -= 4.0
    if mention.full_key is not None and fold(place.name) == mention.full_key:
        points += 3.0
    return points


def _nearness(place: Place, other: Place) -> float:
    if place.latitude is None or other.latitude is None or abs(place.latitude - other.latitude) > FAR_DEGREES:
        return 0.0
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
    return kilometres(one.latitude, one.longitude, other.latitude, other.longitude)
