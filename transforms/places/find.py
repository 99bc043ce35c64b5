"""Every place name of an article, with the place it means."""

from __future__ import annotations

from collections import Counter
from itertools import compress

from transforms.parse import ParsedArticle
from transforms.places.capital_words import capital_told
from transforms.places.doubts import keep, support_by_country, verdict
from transforms.places.folding import fold
from transforms.places.home import home_country
from transforms.places.names import Name
from transforms.places.parts import part_of_country
from transforms.places.resolve import Mention, resolve
from transforms.places.sightings import Sighting, sight
from transforms.places.spellings import area_around, respelled
from transforms.records import Place, PlaceMention

# What a name says about where an article plays: every country's news names large countries.
WEIGHTS = {"demonym": 0.3, "country": 0.6, "region": 0.5}


def find_places(parsed: ParsedArticle) -> list[PlaceMention]:
    """Return the article's place mentions in order; country adjectives are among them, marked `is_demonym`.

    A mention whose name no gazetteer row bears, but that the text puts somewhere ("in the village of X"), has no place."""
    sightings: list[Sighting] = []
    longer: set[str] = set()
    for sentence in parsed.sentences:
        sightings += sight(sentence, len(sightings), longer)
    kept = keep(sightings, longer)
    numbers = {id(sighting): number for number, sighting in enumerate(kept)}
    mentions = [_mention(sighting, sightings, numbers) for sighting in kept]
    places = resolve(mentions, home_country(parsed.article))
    places = _respell(kept, mentions, places)
    support = support_by_country(mentions, places)
    told = [sighting.name.kind != "demonym" for sighting in kept]
    named = support_by_country(list(compress(mentions, told)), list(compress(places, told)))
    records = []
    for sighting, mention, place in zip(kept, mentions, places, strict=True):
        decision = verdict(sighting, mention, place, support, named)
        if decision != "no place":
            records.append(_record(parsed, sighting.name, None if decision == "unresolved" else place))
    return records


def _respell(kept: list[Sighting], mentions: list[Mention], places: list[Place | None]) -> list[Place | None]:
    """Return the places with unknown names looked up by nearest spelling, where the article says in which area or country."""
    counts = Counter(place.country_iso3 for place in places if place is not None and place.country_iso3 is not None)
    home = min(counts, key=lambda iso3: (-counts[iso3], iso3)) if counts else None
    found = list(places)
    for number, sighting in enumerate(kept):
        if found[number] is None and sighting.name.kind in ("unknown", "name"):
            outer = [place for place in (places[other] for other in mentions[number].outer) if place is not None]
            inner = [place for place, mention in zip(places, mentions, strict=True) if place is not None and number in mention.outer]
            found[number] = area_around(sighting.name, inner) or respelled(sighting.name, outer, home)
    return found


def _mention(sighting: Sighting, sightings: list[Sighting], numbers: dict[int, int]) -> Mention:
    outer = [numbers[id(sightings[other])] for other in sighting.outer if id(sightings[other]) in numbers]
    weight = WEIGHTS.get("demonym" if sighting.name.kind == "demonym" else sighting.feature, 1.0)
    full_key = fold(sighting.name.full_text) if sighting.name.full_text else None
    return Mention(sighting.name.key, sighting.candidates, sighting.name.level, full_key, outer, None, weight)


def _record(parsed: ParsedArticle, name: Name, place: Place | None) -> PlaceMention:
    if (seat := capital_told(name, place)) is not None:
        start, end, capital = seat
        return PlaceMention(start, end, parsed.text(start, end), capital)
    part = part_of_country(name, place)
    start, place = (part[0], part[1]) if part is not None else (name.start, place)
    return PlaceMention(start, name.end, parsed.text(start, name.end), place, is_demonym=name.kind == "demonym")
