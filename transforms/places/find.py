"""Every place name of an article, with the place it means."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from transforms.parse import ParsedArticle, Sentence
from transforms.places.area_words import area_words
from transforms.places.containers import containers
from transforms.places.countries import country_names, demonyms
from transforms.places.evidence import ENOUGH, context_points, fame
from transforms.places.folding import fold, name_key
from transforms.places.gazetteer import Candidate, country_place, load_gazetteer
from transforms.places.governments import is_government
from transforms.places.home import home_country
from transforms.places.longer_names import follower_effect, is_tail_of_longer_name
from transforms.places.names import Name, find_names, is_shouting
from transforms.places.parts import part_of_country
from transforms.places.regions import region_demonyms
from transforms.places.resolve import Mention, lies_in, resolve
from transforms.places.spellings import respelled
from transforms.places.unknown_names import LOOSE, find_unknown, with_feature
from transforms.records import Place, PlaceMention


WELL_KNOWN = 100_000
# What a name says about where an article plays: every country's news names large countries.
WEIGHTS = {"demonym": 0.3, "country": 0.6, "region": 0.5}


@dataclass(slots=True)
class Sighting:
    """A name that may be a place, with its candidates and the points that speak for it; `outer` are positions in the list."""

    name: Name
    candidates: list[Candidate]
    points: float
    outer: list[int]


def find_places(parsed: ParsedArticle) -> list[PlaceMention]:
    """Return the article's place mentions in order; country adjectives are among them, marked `is_demonym`.

    A mention whose name no gazetteer row bears, but that the text puts somewhere ("in the village of X"), has no place."""
    sightings: list[Sighting] = []
    longer: set[str] = set()
    for sentence in parsed.sentences:
        sightings += _sight(sentence, len(sightings), longer)
    kept = _keep(sightings, longer)
    numbers = {id(sighting): number for number, sighting in enumerate(kept)}
    mentions = [_mention(sighting, sightings, numbers) for sighting in kept]
    places = resolve(mentions, home_country(parsed.article))
    places = _respell(kept, mentions, places)
    support = _support(mentions, places)
    records = []
    for sighting, mention, place in zip(kept, mentions, places, strict=True):
        verdict = _verdict(sighting, mention, place, support)
        if verdict != "no place":
            records.append(_record(parsed, sighting.name, None if verdict == "unresolved" else place))
    return records


def _support(mentions: list[Mention], places: list[Place | None]) -> dict[str, set[str]]:
    """Return country -> the names that put something there."""
    support: dict[str, set[str]] = {}
    for mention, place in zip(mentions, places, strict=True):
        if place is not None and place.country_iso3 is not None:
            support.setdefault(place.country_iso3, set()).add(mention.key)
    return support


def _verdict(sighting: Sighting, mention: Mention, place: Place | None, support: dict[str, set[str]]) -> str:
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
    return "place" if sighting.points >= ENOUGH + 2.0 else "no place"


def _respell(kept: list[Sighting], mentions: list[Mention], places: list[Place | None]) -> list[Place | None]:
    """Return the places with unknown names looked up by nearest spelling, where the article says in which area or country."""
    counts = Counter(place.country_iso3 for place in places if place is not None and place.country_iso3 is not None)
    home = min(counts, key=lambda iso3: (-counts[iso3], iso3)) if counts else None
    found = list(places)
    for number, sighting in enumerate(kept):
        if found[number] is None and sighting.name.kind in ("unknown", "name"):
            outer = [place for place in (places[other] for other in mentions[number].outer) if place is not None]
            found[number] = respelled(sighting.name, outer, home)
    return found


def _sight(sentence: Sentence, offset: int, longer: set[str]) -> list[Sighting]:
    tokens = [token for token in sentence.span if not token.is_space]
    shouting, headline = is_shouting(tokens), _is_headline(sentence)
    known = [name if name.kind != "name" or shouting else with_feature(_with_level(name)) for name in find_names(sentence)]
    names = sorted([*known, *find_unknown(sentence, known)], key=lambda name: name.start)
    links = containers(names)
    found = []
    for place, name in enumerate(names):
        candidates = _candidates(name)
        points = _points(name, candidates, headline, shouting, longer)
        outer = [offset + other for other in links.get(place, ())]
        found.append(Sighting(name, candidates, points, outer))
    return found


def _points(name: Name, candidates: list[Candidate], headline: bool, shouting: bool, longer: set[str]) -> float:
    if name.kind != "name":
        return ENOUGH
    effect = follower_effect(name, headline) if not shouting else "keep"
    if not shouting and is_tail_of_longer_name(name, headline):
        if name.first.i > 0 and name.first.nbor(-1).lower_ != "of":
            longer.add(fold(name.last.text))
        return float("-inf")
    if effect == "longer":
        return float("-inf")
    if is_government(name):
        return float("-inf")
    known, context = fame(candidates), context_points(name, shouting)
    if known >= ENOUGH:
        context = max(context, -1.5)
    return known + context + (0.75 if name.first.i != name.last.i else 0.0)


def _keep(sightings: list[Sighting], longer: set[str]) -> list[Sighting]:
    """Return the sightings that are places: by their own points, those of the same name elsewhere, or what contains them."""
    sure = {sighting.name.key for sighting in sightings if sighting.points >= ENOUGH + 1.5}
    kept = []
    for sighting in sightings:
        points = sighting.points
        if points == float("-inf"):
            continue
        if sighting.name.key in sure:
            points += 1.5
        elif sighting.name.key in longer and sighting.name.kind == "name":
            points -= 2.0
        if any(sightings[outer].points > float("-inf") and _fits(sighting, sightings[outer]) for outer in sighting.outer):
            points += 3.0
        if points >= ENOUGH:
            kept.append(sighting)
    return kept


def _fits(inner: Sighting, outer: Sighting) -> bool:
    return any(lies_in(a.place, b.place) for a in inner.candidates for b in outer.candidates)


def _mention(sighting: Sighting, sightings: list[Sighting], numbers: dict[int, int]) -> Mention:
    outer = [numbers[id(sightings[other])] for other in sighting.outer if id(sightings[other]) in numbers]
    weight = WEIGHTS.get("demonym" if sighting.name.kind == "demonym" else _feature(sighting), 1.0)
    full_key = fold(sighting.name.full_text) if sighting.name.full_text else None
    return Mention(sighting.name.key, sighting.candidates, sighting.name.level, full_key, outer, None, weight)


def _feature(sighting: Sighting) -> str:
    return (sighting.candidates[0].place.feature or "") if sighting.candidates else ""


def _candidates(name: Name) -> list[Candidate]:
    gazetteer = load_gazetteer()
    if name.kind == "abbreviation" and name.geonames_id is not None:
        place = gazetteer.by_geonames_id(name.geonames_id)
        return [Candidate(place)] if place else []
    if name.kind == "demonym":
        country = demonyms().get(name.key)
        region = region_demonyms().get(name.key)
        return [Candidate(country_place(country))] if country else [Candidate(region)] if region else []
    return gazetteer.named(name.text) if name.kind == "name" else []


def _with_level(name: Name) -> Name:
    """Return the name with the level that a word beside it says: "Panjgur district", "the province of Ghazni"."""
    if name.level is not None or name.kind != "name":
        return name
    doc, after, before = name.last.doc, name.last.i + 1, name.first.i - 1
    is_country = name_key(name.text) in country_names()
    if after < len(doc) and doc[after].lower_ in area_words() and not (is_country and doc[after].lower_ in LOOSE):
        return replace(name, level=area_words()[doc[after].lower_])
    if before >= 0 and doc[before].lower_ == "the":
        before -= 1
    if (
        before >= 1
        and doc[before].lower_ == "of"
        and doc[before - 1].lower_ in area_words()
        and not (is_country and doc[before - 1].lower_ in LOOSE)
    ):
        return replace(name, level=area_words()[doc[before - 1].lower_])
    return name


def _is_headline(sentence: Sentence) -> bool:
    words = [token for token in sentence.span if token.is_alpha and len(token) > 3]
    return sentence.index == 0 and len(words) > 3 and sum(token.text[0].isupper() for token in words) > 0.75 * len(words)


def _record(parsed: ParsedArticle, name: Name, place: Place | None) -> PlaceMention:
    part = part_of_country(name, place)
    start, place = (part[0], part[1]) if part is not None else (name.start, place)
    return PlaceMention(start, name.end, parsed.text(start, name.end), place, is_demonym=name.kind == "demonym")
