"""Whom "the rebels" and "guerrillas" mean in an article that names one armed group only."""

from __future__ import annotations

from transforms.actors.curated import actors
from transforms.actors.lexicon import word_list
from transforms.actors.reading import Reading
from transforms.actors.register import Sighting
from transforms.tokens import Token

NUMBERS = frozenset({"nummod", "nmod:poss"})
# Fighters whom nobody knows, or who are told apart from those known.
UNKNOWN = frozenset(
    {"a", "an", "unidentified", "unknown", "suspected", "alleged", "other", "foreign", "former", "some", "several", "rival"}
)
NAMED = frozenset({"name", "organisation", "short"})


def sight_lone_group(reading: Reading) -> None:
    """Give nouns for rebels that nobody owns to the one armed group that the article names, where its country is told of."""
    group_id = _lone_group(reading)
    if group_id is None:
        return
    country = reading.register.get(group_id).country_iso3
    for line in reading.lines:
        for sighting in line.sightings:
            is_theirs = sighting.noun_class == "militants" or (sighting.noun_class == "forces" and not sighting.actor_ids)
            if not is_theirs or not _is_known_kind(sighting) or not _may_be(reading, sighting, country):
                continue
            if not any(_is_other_side(sighting, named) for named in line.sightings if named.actor_id == group_id):
                sighting.actor_ids = (group_id,)
        for place, word in enumerate(line.words):
            if f"{word.key}s" in word_list("rebel_noun") and _modifies_deed(word.token) and line.covering(word.start, word.end) is None:
                line.sight(place, place + 1, (group_id,), "phrase", "militants")


def _is_other_side(doer: Sighting, named: Sighting) -> bool:
    """Whether the group is named as whom the rebels do something to ("rebels killed 84 mercenaries of the Wagner group")."""
    subject = doer.head.head if doer.head.dep_ == "conj" else doer.head
    is_beside = subject.dep_.startswith("nsubj") and subject.head in named.head.ancestors
    return named.basis in NAMED and is_beside and named.start > doer.end


def _modifies_deed(token: Token) -> bool:
    """Whether a word for a rebel says whose a deed is ("a rebel ambush", "guerrilla attacks")."""
    return token.dep_ in ("compound", "amod") and token.head.i > token.i and token.head.lower_ in word_list("rebel_deed")


def _lone_group(reading: Reading) -> str | None:
    """Return the armed group that the article names when all others that it names are parts of it, or None."""
    named = {s.actor_id for s in reading.sightings() if s.basis in NAMED and s.actor_id and s.actor_id in actors()}
    groups = {actor_id for actor_id in named if actors()[actor_id].kind == "armed_group"}
    whole = {actor_id for actor_id in groups if actors()[actor_id].parent_actor_id not in groups}
    if len(whole) != 1:
        return None
    group_id = whole.pop()
    countries = {mention.place.country_iso3 for mention in reading.places if mention.place is not None}
    return group_id if actors()[group_id].country_iso3 in countries else None


def _is_known_kind(sighting: Sighting) -> bool:
    """Whether a noun is a plural for rebels, told as known: not "gunmen", "three guerrillas" or "unidentified insurgents"."""
    head = sighting.head
    if head.i > head.sent.start + 1 and head.nbor(-1).text == "-" and head.nbor(-2).lower_ in ("ex", "former"):
        return False
    rebels = word_list("rebel_noun")
    own = [
        child for child in head.children if child.dep_ in ("compound", "amod") and (f"{child.lower_}s" in rebels or child.lower_ == "urban")
    ]
    if head.lower_ not in rebels and not (own and head.lower_ in word_list("rebel_force")):
        return False
    return not any(child.dep_ in NUMBERS or child.lower_ in UNKNOWN for child in head.children)


def _may_be(reading: Reading, sighting: Sighting, country: str | None) -> bool:
    """Whether nobody owns the noun, or only the country of the group ("Colombian guerrillas")."""
    if not sighting.actor_ids:
        return True
    owned = sighting.actor_id
    return owned is not None and owned.endswith("_militants") and reading.register.get(owned).country_iso3 == country
