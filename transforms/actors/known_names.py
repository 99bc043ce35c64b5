"""Sightings of curated names, countries, country adjectives and seats of government: longest first, left to right."""

from __future__ import annotations

from transforms.actors.chunks import is_headline
from transforms.actors.curated import actors, demonym_index, metonym_index, name_index, states
from transforms.actors.lexicon import agent_nouns, is_person_noun, titles
from transforms.actors.name_index import Match
from transforms.actors.reading import Line, Reading
from transforms.records import PlaceMention

# Words before "America" that make it more, or less, than the United States.
REGIONS = frozenset({"central", "latin", "south", "meso", "pan", "inter", "radio"})
# Words after a name that make it a part of a town.
OFFICES = frozenset({"minister", "president", "governor", "mayor", "senator", "judge", "secretary", "spokesman", "spokeswoman"})
QUARTERS = frozenset({"district", "neighbourhood", "neighborhood", "quarter", "area", "street", "suburb"})


def sight_known_names(reading: Reading) -> None:
    """Add a sighting for each curated name, country name, country adjective and government metonym of the article."""
    by_start: dict[int, list[PlaceMention]] = {}
    for place in reading.places:
        by_start.setdefault(place.span_start, []).append(place)
    told_of = {place.place.country_iso3 for place in reading.places if place.place is not None}
    for line in reading.lines:
        _sight_line(line, by_start, [place for place in reading.places if _is_longer_name(place)], told_of)


def _is_longer_name(place: PlaceMention) -> bool:
    """Whether a place of several words is no country, so that a country's name in it names the place."""
    return " " in place.evidence and place.place is not None and place.place.precision in ("point", "city") and not place.is_demonym


def _is_within_word(line: Line, match: Match) -> bool:
    """Whether hyphens on both sides make a name part of a longer one ("PORT-AU-PRINCE")."""
    if match.first > 0 and line.gap(match.first) == "-" and line.words[match.first - 1].key in ("al", "el") and match.end < len(line.words):
        following = line.words[match.end]
        if line.gap(match.end) == " " and following.is_capital and following.token.pos_ == "PROPN":
            return True  # "Al-Fateh Qurashi"
    return (
        match.first > 0
        and match.end < len(line.words)
        and match.end == match.first + 1
        and line.gap(match.first) == line.gap(match.end) == "-"
    )


def _sight_line(line: Line, places: dict[int, list[PlaceMention]], longer: list[PlaceMention], told_of: set[str | None]) -> None:
    first = 0
    names, demonyms, metonyms = (index.prefixes for index in (name_index(), demonym_index(), metonym_index()))
    while first < len(line.words):
        key = line.words[first].key
        if key not in names and key not in demonyms and key not in metonyms:
            first += 1
            continue
        match, basis = _longest(line, first)
        if match is None:
            first += 1
            continue
        start, end = line.words[match.first].start, line.words[match.end - 1].end
        kept = () if _is_part_of_name(line, match, basis) or _is_within_word(line, match) else match.actor_ids
        if basis == "metonym" and match.end < len(line.words) and line.words[match.end].key in QUARTERS:
            kept = ()  # "the Miraflores district of Lima" is no palace in Caracas
        if any(p.span_start <= start and end <= p.span_end and len(p.evidence) > end - start for p in longer):
            kept = ()  # "Port Sudan" is not Sudan
        if _is_of_continent(line, match) or (basis == "name" and _is_namesake(line, match, told_of)):
            kept = ()
        if basis == "state":
            kept = tuple(i for i in kept if _is_country_here(i, end, places.get(start, [])))
        if kept:
            line.sight(match.first, match.end, kept, basis)
        first = match.end if kept else first + 1  # "the National Liberation Army" is not "The National", and begins one word later


def _is_of_continent(line: Line, match: Match) -> bool:
    """Whether "America" or "American" is part of a larger region's name ("Central American", "Latin America") or of a station's."""
    if match.first == 0 or line.gap(match.first) not in (" ", "-") or not line.words[match.first].key.startswith("america"):
        return False
    return line.words[match.first - 1].key in REGIONS


def _is_namesake(line: Line, match: Match, told_of: set[str | None]) -> bool:
    """Whether the name of a known person, of whose country the article does not tell, stands after another office than that one's
    ("Defence Minister Pedro Sanchez" of Colombia is not Spain's prime minister)."""
    actor = actors()[match.actor_ids[0]]
    if actor.kind != "person" or actor.role is None or actor.country_iso3 in told_of or match.first < 2:
        return False
    office = line.words[match.first - 1].key
    if office not in OFFICES or line.gap(match.first) != " ":
        return False
    return f"{line.words[match.first - 2].key} {office}" not in actor.role and office != actor.role


def _longest(line: Line, first: int) -> tuple[Match | None, str]:
    """Return the longest name at a word and what it is: a name of an actor wins over an adjective of the same length."""
    best: Match | None = None
    basis = ""
    key = line.words[first].key
    for index, kind in ((name_index(), "name"), (demonym_index(), "demonym"), (metonym_index(), "metonym")):
        match = index.at(line.words, first, line.text, line.sentence.start) if key in index.prefixes else None
        if match and (best is None or match.end > best.end):
            best, basis = match, kind
    if best and basis == "name" and best.actor_ids[0] in states():
        basis = "state"
    elif best and basis == "name" and actors()[best.actor_ids[0]].kind == "population" and line.words[best.end - 1].token.pos_ == "ADJ":
        basis = "demonym"
    return best, basis


def _is_part_of_name(line: Line, match: Match, basis: str) -> bool:
    """Whether a person's family name stands in another full name ("Said Bouteflika"), which is read later as a whole."""
    if basis in ("demonym", "state"):
        return _is_family_name(line, match)
    if line.words[match.first].key == "the" and match.end < len(line.words) and line.gap(match.end) == " " and not is_headline(line):
        following = line.words[match.end]  # "the National Guard" is not the paper "The National"
        if following.is_capital:
            return True
    if match.end - match.first > 1 or actors()[match.actor_ids[0]].kind != "person" or is_headline(line):
        return False
    for place, gap in ((match.first - 1, line.gap(match.first)), (match.end, line.gap(match.end) if match.end < len(line.words) else ".")):
        if gap != " " or not 0 <= place < len(line.words):
            continue
        word = line.words[place]
        if (
            word.is_capital
            and word.token.pos_ == "PROPN"
            and not _is_known_word(line, place)
            and not (place == 0 and word.token.dep_ != "flat")
        ):
            return word.token.ent_type_ == "PER" and word.token.dep_ in ("flat", "compound", "nsubj", "obj", "root", "nmod", "appos")
    return False


def _is_family_name(line: Line, match: Match) -> bool:
    """Whether a country word is a person's family name after a given name ("Mark Cuban"), as the parser's label says."""
    if match.first == 0 or match.end - match.first > 1 or line.gap(match.first) != " ":
        return False
    before, word = line.words[match.first - 1], line.words[match.first]
    labels = {before.token.ent_type_, word.token.ent_type_}
    return before.is_capital and before.token.pos_ == "PROPN" and labels == {"PER"} and not _is_known_word(line, match.first - 1)


def _is_known_word(line: Line, place: int) -> bool:
    """Whether a word beside a name is a title, an office or another name."""
    word = line.words[place]
    if (word.key,) in titles() or (word.key,) in agent_nouns() or is_person_noun(word.key, word.text):
        return True
    return line.covering(word.start, word.end) is not None or any(_longest(line, place))


def _is_country_here(actor_id: str, end: int, places: list[PlaceMention]) -> bool:
    """Whether the gazetteer agrees that a country name is the country: not the namesake state ("Georgia"), nor part of a longer place."""
    for mention in places:
        if mention.span_end > end + 1:
            return False
        if mention.span_end >= end and mention.place is not None:
            country = states()[actor_id].actor.country_iso3
            return mention.place.precision == "country" and mention.place.country_iso3 in (country, None)
    return True
