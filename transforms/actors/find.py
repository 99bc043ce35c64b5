"""Every mention of an actor in an article, as a sequence of readings from the surest to the least sure."""

from __future__ import annotations

from transforms.actors.anaphora import sight_definite_nouns
from transforms.actors.appositions import join_titles
from transforms.actors.bearers import choose_bearers
from transforms.actors.capitals import sight_capitals
from transforms.actors.context import find_owners
from transforms.actors.group_stems import sight_group_stems
from transforms.actors.introduced import sight_introduced_names
from transforms.actors.joining import join_members
from transforms.actors.known_names import sight_known_names
from transforms.actors.lone_group import sight_lone_group
from transforms.actors.office_holders import bind_holders, bind_possessed, name_holders
from transforms.actors.organisations import sight_organisations
from transforms.actors.people import sight_people
from transforms.actors.phrases import sight_phrases
from transforms.actors.pronouns import sight_pronouns
from transforms.actors.reading import Reading, begin
from transforms.actors.register import Sighting
from transforms.actors.short_forms import sight_short_names
from transforms.parse import ParsedArticle, start_of
from transforms.records import ActorMention, PlaceMention

# What the article calls an actor by these goes into its aliases; common-noun phrases and pronouns do not.
NAMING = {"name", "state", "metonym", "person", "short", "organisation"}


def find_actors(parsed: ParsedArticle, places: list[PlaceMention]) -> list[ActorMention]:
    """Return the actor mentions of an article in the order of the text. `actor` is None where a mention could not be resolved.

    Mentions may nest: "Pakistani forces" is a mention, and "Pakistani" within it is one of Pakistan."""
    reading = begin(parsed, places)
    sight_known_names(reading)
    sight_group_stems(reading)
    sight_capitals(reading)
    sight_phrases(reading)
    sight_organisations(reading, by_label=False)
    sight_people(reading)
    sight_short_names(reading)
    sight_organisations(reading, by_label=True)
    sight_introduced_names(reading)
    choose_bearers(reading)
    join_titles(reading)
    find_owners(reading)
    bind_holders(reading)
    name_holders(reading)
    sight_lone_group(reading)
    sight_definite_nouns(reading)
    bind_possessed(reading)
    sight_pronouns(reading)
    join_members(reading)
    return _mentions(reading)


def _is_collective_name(sighting: Sighting, surface: str) -> bool:
    """Whether a phrase is a country's name for nameless fighters ("Colombian guerrillas"): all that they are called by."""
    is_nameless = sighting.noun_class == "militants" and (sighting.actor_id or "").endswith("_militants")
    return is_nameless and sighting.basis == "phrase" and surface[:1].isupper() and len(surface.split()) == 2


def _mentions(reading: Reading) -> list[ActorMention]:
    sightings = reading.sightings()
    for sighting in sightings:
        if sighting.actor_id is not None:
            surface = reading.text(sighting.start, sighting.end)
            named = (sighting.basis in NAMING and sighting.basis not in ("person", "short")) or _is_collective_name(sighting, surface)
            reading.register.see(sighting.actor_id, surface if named else reading.register.get(sighting.actor_id).name)
    actors = reading.register.finished()
    return [
        ActorMention(
            span_start=sighting.start,
            span_end=sighting.end,
            evidence=reading.text(sighting.start, sighting.end),
            actor=actors[sighting.actor_id] if sighting.actor_id else None,
            head_start=start_of(sighting.head),
            is_pronoun=sighting.basis == "pronoun",
        )
        for sighting in sightings
    ]
