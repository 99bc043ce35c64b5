"""For whom a person acts: the owner in the words that give the role ("Iranian Foreign Minister", "spokesman for the Taliban")."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.actors.lexicon import offices
from transforms.actors.owners import owner_after, owner_before
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting

ROLE_LINKS = frozenset({"of", "for", "at", "in", "with", "from"})


@dataclass(frozen=True, slots=True)
class Role:
    """A person's role as written, the actor it is held for, and that actor's country. Offsets are the words of the role phrase."""

    text: str
    parent_actor_id: str | None
    country_iso3: str | None


def role_of(reading: Reading, line: Line, first: int, end: int) -> Role:
    """Return the role that the words `first` to `end` give; an expert on a country is not its national."""
    owner = owner_within(line, first, end) or owner_before(line, first) or owner_after(line, end, ROLE_LINKS)
    after = None if owner and owner.end > line.words[end - 1].end else owner_after(line, end, ROLE_LINKS)
    text = _role_text(line, first, end, owner)
    chosen = owner if owner and owner.actor_id else None
    if after is not None and after.actor_id and reading.register.get(after.actor_id).kind not in ("state", "population"):
        chosen = after
    if chosen is None or chosen.actor_id is None:
        return Role(text, None, None)
    actor = reading.register.get(chosen.actor_id)
    if actor.kind == "state" and actor.parent_actor_id is None and _is_topic(line, chosen, end):
        return Role(text, None, None)
    country = actor.country_iso3 if actor.kind in ("state", "state_forces", "party", "population") else None
    parent = None if actor.kind == "person" else actor.actor_id
    return Role(text, parent, country or _country_of_adjective(reading, owner))


def owner_within(line: Line, first: int, end: int) -> Sighting | None:
    """Return the last sighting within the role's words."""
    inside = [s for s in line.sightings if s.start >= line.words[first].start and s.end <= line.words[end - 1].end and s.actor_ids]
    return max(inside, key=lambda sighting: (sighting.end, sighting.end - sighting.start), default=None)


def _country_of_adjective(reading: Reading, owner: Sighting | None) -> str | None:
    if owner is None or owner.actor_id is None or owner.basis != "demonym":
        return None
    return reading.register.get(owner.actor_id).country_iso3


def _is_topic(line: Line, owner: Sighting, end: int) -> bool:
    """Whether a country in the role is what the person studies: "director of Iran at the Crisis Group", "an Iran expert"."""
    words = [word.key for word in line.words[:end] if word.start >= owner.end]
    if (
        owner.basis == "state"
        and words
        and words[-1] in ("expert", "analyst", "scholar", "specialist", "researcher", "director", "correspondent")
    ):
        return line.between(owner.end, owner.end + 2) not in ("'s", "' ")
    return (
        owner.basis == "state"
        and owner.start > line.words[end - 1].end
        and tuple([line.words[end - 1].key]) not in offices()
        and (
            line.words[end - 1].key
            in ("director", "expert", "analyst", "researcher", "specialist", "correspondent", "coordinator", "fellow")
        )
    )


def _role_text(line: Line, first: int, end: int, owner: Sighting | None) -> str:
    """Return the role without country, article and comma, in lower case unless it is a name."""
    start = first
    while start < end - 1 and (line.words[start].key in ("a", "an", "the", "his", "her", "their", "s") or _is_owned(line, start, owner)):
        start += 1
    return line.between(line.words[start].start, line.words[end - 1].end).lower()


def _is_owned(line: Line, place: int, owner: Sighting | None) -> bool:
    return owner is not None and owner.basis in ("state", "demonym") and owner.covers(line.words[place].start, line.words[place].end)
