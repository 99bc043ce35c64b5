"""In which country a deed lies by who is told on its sides: armed groups and police are at home."""

from __future__ import annotations

from transforms.places.countries import Country, country_by_iso3
from transforms.records import EventMention, Place

GUARDIANS = ("police", "security forces", "police officers", "policemen")


def police_abroad(mention: EventMention, iso3: str | None) -> Country | None:
    """Return the country of another state's police, who act at home ("Norwegian police arrested the group's leader"), or None."""
    police = [actor for actor in mention.source_actors if actor.actor_id.endswith("_police")]
    home = police[0].country_iso3 if len(police) == 1 == len(mention.source_actors) else None
    return country_by_iso3(home) if home is not None and home != iso3 else None


def is_away(mention: EventMention, place: Place) -> bool:
    """Whether a place lies in another country than the police who do a deed."""
    homes = {actor.country_iso3 for actor in mention.source_actors if actor.actor_id.endswith("_police")}
    return bool(homes) and place.country_iso3 is not None and place.country_iso3 not in homes


def country_of_sides(mention: EventMention) -> str | None:
    """Return the country that armed groups on either side belong to, or None."""
    named = {actor.country_iso3 for actor in (*mention.source_actors, *mention.target_actors) if actor.kind == "armed_group"}
    return named.pop() if len(named) == 1 else None


def country_of_jailers(mention: EventMention) -> str | None:
    """Return the country of a state, or its court, that alone arrests or sentences somebody, or None."""
    if mention.event_mode != "arrest" or len(mention.source_actors) != 1:
        return None
    jailer = mention.source_actors[0]
    return jailer.country_iso3 if jailer.kind == "state" else None


def country_of_guardians(mention: EventMention) -> str | None:
    """Return the country of police and "security forces", who act at home, or None."""
    words = (mention.source_text or "").lower()
    if not mention.source_actors or not words.endswith(GUARDIANS):
        return None
    return mention.source_actors[0].country_iso3
