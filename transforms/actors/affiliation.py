"""For whom a person acts: the owner in the words that give the role ("Iranian Foreign Minister", "spokesman for the Taliban")."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.actors.owners import owner_after, owner_before
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting

ROLE_LINKS = frozenset({"of", "for", "at", "in", "with", "from"})
# Whose country is that of the person who acts for them.
COUNTRY_KINDS = frozenset({"state", "state_forces", "party", "population", "armed_group"})
# Who studies or covers a country named with them.
STUDENTS = frozenset(
    {
        "expert",
        "analyst",
        "scholar",
        "specialist",
        "researcher",
        "director",
        "correspondent",
        "fellow",
        "professor",
        "editor",
        "rapporteur",
        "mediator",
    }
)


@dataclass(frozen=True, slots=True)
class Role:
    """A person's role as written, the actor it is held for, and that actor's country. Offsets are the words of the role phrase."""

    text: str
    parent_actor_id: str | None
    country_iso3: str | None


def role_of(reading: Reading, line: Line, first: int, end: int, name_end: int | None = None) -> Role:
    """Return the role that the words `first` to `end` give, with what follows the name ("General X of the Zambian army").

    An expert on a country is not its national."""
    before = owner_within(line, first, end) or owner_before(line, first)
    after = owners_after(line, end) or (owners_after(line, name_end) if name_end is not None else [])
    owners = [owner for owner in (before, *after) if owner is not None and owner.actor_id]
    owners = [owner for owner in owners if not _is_topic(reading, line, owner, end)]
    text = _role_text(line, first, end)
    if not owners:
        return Role(text, None, None)
    known = [reading.register.get(owner.actor_id) for owner in owners if owner.actor_id]
    known = [reading.register.get(a.parent_actor_id) if a.kind == "person" and a.parent_actor_id else a for a in known]
    bodies = [actor for actor in known if actor.kind not in ("state", "population", "person") or actor.parent_actor_id is not None]
    countries = [actor.country_iso3 for actor in known if actor.kind in COUNTRY_KINDS and actor.country_iso3]
    countries += [country for owner in owners if (country := _country_of_adjective(reading, line, owner)) is not None]
    parent = next((actor.actor_id for actor in (*bodies, *known) if actor.kind not in ("person", "population")), None)
    return Role(text, parent, countries[0] if countries else None)


def owners_after(line: Line, end: int) -> list[Sighting]:
    """Return the sightings that a chain of prepositions adds: "director of Iran at the Crisis Group"."""
    found = []
    for _ in range(3):
        owner = owner_after(line, end, ROLE_LINKS)
        if owner is None or (owner.basis == "state" and line.words[end].key in ("in", "at")):
            break  # "its representative in Nigeria" is not Nigeria's
        found.append(owner)
        end = 1 + max(place for place, word in enumerate(line.words) if word.start < owner.end)
    return found


def owner_within(line: Line, first: int, end: int) -> Sighting | None:
    """Return the last sighting within the role's words."""
    inside = [s for s in line.sightings if s.start >= line.words[first].start and s.end <= line.words[end - 1].end and s.actor_ids]
    return max(inside, key=lambda sighting: (sighting.end, sighting.end - sighting.start), default=None)


def _country_of_adjective(reading: Reading, line: Line, owner: Sighting) -> str | None:
    """Return the country of the adjective that begins an owner: "Laotian" of "Laotian journalist"."""
    inner = next((s for s in line.sightings if s.basis == "demonym" and s.start == owner.start and s.actor_id), None)
    return reading.register.get(inner.actor_id).country_iso3 if inner and inner.actor_id else None


def _is_topic(reading: Reading, line: Line, owner: Sighting, end: int) -> bool:
    """Whether a country is what the person studies: "director of Iran at the Crisis Group", "an Iran expert"."""
    if owner.basis != "state" or owner.actor_id is None or reading.register.get(owner.actor_id).parent_actor_id:
        return False
    if line.between(owner.end, owner.end + 2) in ("'s", "' "):
        return False
    return line.words[end - 1].key in STUDENTS


def _role_text(line: Line, first: int, end: int) -> str:
    """Return the role without country, article and comma, in lower case unless it is a name."""
    start = first
    while start < end - 1 and (line.words[start].key in ("a", "an", "the", "his", "her", "their", "its", "s") or _is_country(line, start)):
        start += 1
    return line.between(line.words[start].start, line.words[end - 1].end).lower()


def _is_country(line: Line, place: int) -> bool:
    word = line.words[place]
    return any(s.basis in ("state", "demonym") and s.covers(word.start, word.end) for s in line.sightings)
