"""Persons whom the article brings itself: who they are over all their full names, with role, country and affiliation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from transforms.actors.affiliation import Role, role_of
from transforms.actors.chunks import Chunk, chunks_of, words_text
from transforms.actors.curated import actors
from transforms.actors.evidence import person_evidence
from transforms.actors.folding import squash
from transforms.actors.reading import Line, Reading
from transforms.actors.variants import same_name
from transforms.ids import content_id
from transforms.records import Actor


@dataclass(slots=True)
class Person:
    """A person under all full names of the article; the first role that names a country or an affiliation wins."""

    name: str
    spellings: set[str]
    roles: list[Role] = field(default_factory=list)
    seen: list[tuple[Line, Chunk]] = field(default_factory=list)

    @property
    def country(self) -> str | None:
        """The country of the first role that tells one."""
        return next((role.country_iso3 for role in self.roles if role.country_iso3), None)

    @property
    def parent(self) -> str | None:
        """The affiliation of the first role that tells one."""
        return next((role.parent_actor_id for role in self.roles if role.parent_actor_id), None)


def sight_people(reading: Reading) -> None:
    """Add a sighting for each person found by a full name, or by a title and a name that no full name explains."""
    people: list[Person] = []
    waiting: dict[str, list[tuple[Line, Chunk, int]]] = defaultdict(list)
    for line in reading.lines:
        for chunk in chunks_of(line):
            _read_chunk(reading, line, chunk, people, waiting)
    for chunks in waiting.values():
        known = next((person for person in people if _explains(person, chunks[0])), None)
        if known is not None:
            known.seen += [(line, chunk) for line, chunk, _ in chunks]
        elif len(chunks) > 1 or max(weight for _, _, weight in chunks) > 1:
            line, chunk, _ = chunks[0]
            name = words_text(line, chunk.first, chunk.end)
            people.append(Person(name, {name}, [], [(line, chunk) for line, chunk, _ in chunks]))
    for person in people:
        _settle(reading, person)


def _read_chunk(
    reading: Reading, line: Line, chunk: Chunk, people: list[Person], waiting: dict[str, list[tuple[Line, Chunk, int]]]
) -> None:
    evidence = person_evidence(line, chunk)
    size = len({word.token.i for word in line.words[chunk.first : chunk.end]})
    if evidence.weight == 0 or (size == 1 and evidence.weight < 3):
        return
    name = words_text(line, chunk.first, chunk.end)
    if evidence.weight == 1 or size == 1:
        waiting[squash(name)].append((line, chunk, evidence.weight + (size > 1)))
        return
    person = next((person for person in people if any(same_name(name, other) for other in person.spellings)), None)
    if person is None:
        person = Person(name, set())
        people.append(person)
    person.spellings.add(name)
    person.seen.append((line, chunk))
    if evidence.role is not None:
        person.roles.append(role_of(reading, line, *evidence.role))


def _explains(person: Person, chunk: tuple[Line, Chunk, int]) -> bool:
    name = words_text(chunk[0], chunk[1].first, chunk[1].end)
    return any(same_name(name, spelling) for spelling in person.spellings)


def _settle(reading: Reading, person: Person) -> None:
    """Register the person, as a curated one where name and country agree, and sight every mention by full name."""
    role = next((role.text for role in person.roles if role.text), None)
    actor_id = _curated_id(person) or reading.register.add(
        Actor(
            actor_id=content_id("actor", squash(person.name), person.country or person.parent),
            name=person.name,
            kind="person",
            country_iso3=person.country,
            parent_actor_id=person.parent,
            role=role,
        )
    )
    for line, chunk in person.seen:
        first = chunk.title
        line.drop([s for s in line.overlapping(line.words[first].start, line.words[chunk.end - 1].end) if s.basis == "office"])
        sighting = line.sight(first, chunk.end, (actor_id,), "person")
        name = words_text(line, chunk.first, chunk.end)
        reading.register.see(actor_id, name)
        sighting.noun_class = name


def _curated_id(person: Person) -> str | None:
    """Return the one curated person of the same country whose name is a spelling of this one."""
    if person.country is None:
        return None
    found = [
        actor.actor_id
        for actor in actors().values()
        if actor.kind == "person"
        and actor.country_iso3 == person.country
        and any(same_name(person.name, name) for name in (actor.name, *actor.aliases))
    ]
    return found[0] if len(found) == 1 else None
