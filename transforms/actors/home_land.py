"""Whose bare "soldiers" or "police" are, by the land that their sentence, their paragraph or the article tells of."""

from __future__ import annotations

from transforms.actors.curated import state_of
from transforms.actors.home_state import is_dateline, state_of_actor, state_told_again, states_named, states_of_places
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting

OPENING = frozenset({"in", "across", "inside", "near", "at"})


def state_of_paragraph(reading: Reading, line: Line, sighting: Sighting) -> str | None:
    """Return the state in which all towns and areas lie that the paragraph names up to a sentence, for police and security forces that are
    nobody's, where it tells of no other forces and the sentence of no other state ("Attacks displaced thousands in Nampula. Security forces
    retook two towns")."""
    is_local = sighting.noun_class == "police" or any(t.lower_ == "security" for t in sighting.head.children)
    if sighting.noun_class not in ("forces", "police") or not is_local:
        return None
    here = [
        other
        for other in reading.lines
        if other.sentence.paragraph == line.sentence.paragraph and other.sentence.index <= line.sentence.index
    ]
    if any(s.noun_class == sighting.noun_class and s.actor_id and s.basis == "phrase" for other in here for s in other.sightings):
        return None
    start, end = here[0].sentence.start, line.sentence.end
    told = [m for m in reading.places if start <= m.span_start < end and m.place is not None and not is_dateline(reading, m)]
    countries = {m.place.country_iso3 for m in told if m.place is not None}
    is_within = any(m.place is not None and m.place.precision != "country" for m in told)
    state = state_of(countries.pop() or "") if len(countries) == 1 and is_within else None
    own = state.actor.actor_id if state is not None else None
    return own if own is not None and _names_no_other(line, own) else None


def home_again(reading: Reading, line: Line, other: Sighting, sighting: Sighting) -> str | None:
    """Return the state in which the article was written, else that it tells of most, for forces and a government without an owner, where
    those told of last are a foreign state's in another paragraph, and this one does not name it ("a raid killed 12 Togolese soldiers", and
    in the next paragraph on Burkina Faso "soldiers executed 223 villagers")."""
    owner = state_of_actor(reading, other.actor_id) if other.actor_id is not None else None
    told = states_named(reading) + states_of_places(reading)
    home = state_told_again(reading) or next((state_id for state_id, _ in told.most_common(1)), None)
    apart = reading.lines[other.sentence].sentence.paragraph != line.sentence.paragraph
    if home is None or owner is None or owner == home or not apart or told[home] < told[owner]:
        return None
    paragraph, index = line.sentence.paragraph, line.sentence.index
    here = [one for one in reading.lines if one.sentence.paragraph == paragraph and one.sentence.index <= index]
    named = (s.actor_id for one in here for s in one.sightings if s.actor_id and s is not sighting)
    return home if _names_no_other(line, home) and all(state_of_actor(reading, actor_id) != owner for actor_id in named) else None


def _names_no_other(line: Line, state_id: str) -> bool:
    """Whether a sentence names no other state than one, as such, by its people or by its capital."""
    named = (s.actor_id for s in line.sightings if s.basis in ("state", "demonym", "capital") and s.actor_id)
    return all(actor_id == state_id for actor_id in named)


def state_of_opening(line: Line, sighting: Sighting) -> str | None:
    """Return the state whose land a sentence opens in, by its name, for forces and police that nobody owns ("In Russia's Belgorod region,
    three soldiers were killed")."""
    end = line.sentence.start + line.between(line.sentence.start, line.sentence.end).find(",")
    if sighting.noun_class not in ("forces", "police") or not line.words or line.words[0].key not in OPENING or end >= sighting.start:
        return None
    named = {s.actor_id for s in line.sightings if s.basis in ("state", "demonym") and s.actor_id and s.end <= end}
    return named.pop() if len(named) == 1 else None


def is_abroad(reading: Reading, other: Sighting, sighting: Sighting) -> bool:
    """Whether an earlier noun's sentence opens in a land by its name, and another paragraph goes on elsewhere."""
    line = reading.lines[other.sentence]
    is_apart = line.sentence.paragraph != reading.lines[sighting.sentence].sentence.paragraph
    return is_apart and state_of_opening(line, other) is not None
