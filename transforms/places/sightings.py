"""Sightings: what in one sentence may be a place, with its candidates and the points that speak for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from transforms.parse import Sentence
from transforms.places.area_words import area_core, area_words
from transforms.places.containers import containers
from transforms.places.countries import country_names, demonyms
from transforms.places.evidence import ENOUGH, context_points, fame
from transforms.places.folding import fold, name_key
from transforms.places.gazetteer import Candidate, country_place, load_gazetteer
from transforms.places.governments import is_government
from transforms.places.longer_names import follower_effect, is_tail_of_longer_name
from transforms.places.names import Name, find_names, is_shouting, word_beside
from transforms.places.regions import region_demonyms
from transforms.places.unknown_names import LOOSE, find_unknown, with_feature
from transforms.tokens import Token

NEVER = float("-inf")
LONGEST_LIST = 12


@dataclass(slots=True)
class Sighting:
    """A name that may be a place, with its candidates and the points that speak for it; `outer` are positions in the list."""

    name: Name
    candidates: list[Candidate]
    points: float
    outer: list[int]

    @property
    def feature(self) -> str:
        """The kind of place that the name stands for first of all, "" when unknown."""
        return (self.candidates[0].place.feature or "") if self.candidates else ""


def sight(sentence: Sentence, offset: int, longer: set[str]) -> list[Sighting]:
    """Return a sentence's sightings; `offset` is how many came before, and names that end longer ones are added to `longer`."""
    tokens = [token for token in sentence.span if not token.is_space]
    shouting, headline = is_shouting(tokens), _is_headline(sentence)
    known = [name if name.kind != "name" or shouting else with_feature(_with_level(name)) for name in find_names(sentence)]
    names = _apart([*known, *find_unknown(sentence, known)])
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
        return NEVER
    if effect == "longer":
        return NEVER
    if is_government(name):
        return NEVER
    known, context = fame(candidates), context_points(name, shouting)
    if known >= ENOUGH:
        context = max(context, -1.5)
    return known + context + (0.75 if name.first.i != name.last.i else 0.0)


def _apart(names: list[Name]) -> list[Name]:
    """Return names in order, without those that overlap a longer one."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if kept and name.start < kept[-1].end:
            if name.end - name.start > kept[-1].end - kept[-1].start:
                kept[-1] = name
            continue
        kept.append(name)
    return kept


def _candidates(name: Name) -> list[Candidate]:
    gazetteer = load_gazetteer()
    if name.kind == "abbreviation" and name.geonames_id is not None:
        place = gazetteer.by_geonames_id(name.geonames_id)
        return [Candidate(place)] if place else []
    if name.kind == "demonym":
        country = demonyms().get(name.key)
        region = region_demonyms().get(name.key)
        return [Candidate(country_place(country))] if country else [Candidate(region)] if region else []
    return _with_area(name, gazetteer.named(name.text)) if name.kind == "name" else []


def _with_area(name: Name, candidates: list[Candidate]) -> list[Candidate]:
    """Return the bearers of what the text calls a province with the provinces of the towns among them that bear the same name:
    "Hodeidah province" is Al Hudaydah, which the gazetteer knows by the town's English name only."""
    if name.level != "admin1" or any(candidate.place.feature == "ADM1" for candidate in candidates):
        return candidates
    towns = [candidate.place for candidate in candidates if candidate.place.feature == "PPL"]
    areas = [
        area for town in towns if (area := load_gazetteer().admin1(town.admin1_code)) and fold(area_core(area.name)) == fold(town.name)
    ]
    return [*candidates, *(Candidate(area) for area in dict.fromkeys(areas))]


def _with_level(name: Name) -> Name:
    """Return the name with the level that words beside it say: "Panjgur district", "province of Ghazni", "Khost and Paktia provinces"."""
    if name.level is not None or name.kind != "name":
        return name
    of, owner = word_beside(name.first, -1), word_beside(name.first, -2)
    if of is not None and of.lower_ == "the":
        of, owner = owner, word_beside(name.first, -3)
    beside = [word_beside(name.last, 1), _shared_area_word(name)]
    beside += [owner] if of is not None and of.lower_ == "of" else []
    is_country = name_key(name.text) in country_names()
    for token in beside:
        if token is not None and token.lower_ in area_words() and not (is_country and token.lower_ in LOOSE and not _is_state_too(name)):
            return replace(name, level=area_words()[token.lower_])
    return name


def _is_state_too(name: Name) -> bool:
    """Whether a country's name is that of a state elsewhere, told without an article ("in Niger state", but "the Niger state")."""
    before = word_beside(name.first, -1)
    is_bare = before is not None and (before.lower_ == "in" or before.text == "'s" or before.lower_ == "and")
    return is_bare and any(candidate.place.feature == "ADM1" for candidate in load_gazetteer().named(name_key(name.text)))


def _shared_area_word(name: Name) -> Token | None:
    """Return the plural area word after a list of names, or None."""
    token = word_beside(name.last, 1)
    if token is None or token.lower_ not in ("and", ",", "or"):
        return None
    for _ in range(LONGEST_LIST):
        if token is None or not (token.text[0].isupper() or token.lower_ in ("and", ",", "or", "-")):
            break
        token = word_beside(token, 1)
    return token if token is not None and token.lower_.endswith("s") and token.lower_ in area_words() else None


def _is_headline(sentence: Sentence) -> bool:
    words = [token for token in sentence.span if token.is_alpha and len(token) > 3]
    return sentence.index == 0 and len(words) > 3 and sum(token.text[0].isupper() for token in words) > 0.75 * len(words)
