"""Persons whom the article brings itself: who they are over all their full names, with role, country and affiliation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from transforms.actors.affiliation import Role, role_of
from transforms.actors.chunks import Chunk, chunks_of, is_headline, words_text
from transforms.actors.curated import capital_index
from transforms.actors.evidence import noun_before, person_evidence
from transforms.actors.folding import head_of, squash
from transforms.actors.holders import curated_by_name, curated_by_office
from transforms.actors.lexicon import offices
from transforms.actors.reading import Line, Reading
from transforms.actors.variants import name_parts, same_name
from transforms.ids import content_id
from transforms.parse import start_of
from transforms.places.longer_names import neighbours
from transforms.records import Actor

STREETS = frozenset({"alameda", "avenida", "boulevard", "calle", "carrera", "jiron", "rue"})
PLURAL = frozenset({"NNS", "NNPS"})


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
        for chunk in chunks_of(line) if not is_headline(line) else ():
            _read_chunk(reading, line, chunk, people, waiting)
    for chunks in waiting.values():
        known = next((person for person in people if _explains(person, chunks[0])), None)
        if known is None and _is_short_form(reading, people, chunks[0]):
            continue
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
    name = words_text(line, chunk.first, chunk.end)
    if size == 1 and line.words[chunk.first].token.tag_ in PLURAL and name.endswith("ists"):
        return  # "Maoists" are many
    if evidence.weight < 3 and _is_street(line, chunk):
        return
    if evidence.weight > 0 and _sight_holder(reading, line, chunk, name):
        return
    if evidence.weight == 0 or (size == 1 and evidence.weight < 3 and not (evidence.is_labelled and _is_argument(line, chunk))):
        return
    if evidence.weight < 3 and (_is_place(reading, line, chunk) or reading.is_common(line.words[chunk.first : chunk.end])):
        return
    if evidence.weight < 3 and size > 1 and not evidence.roles and _is_beside_place(reading, line, chunk):
        return
    if evidence.weight == 1 or size == 1:
        waiting[squash(name)].append((line, chunk, evidence.weight + (size > 1)))
        return
    person = next((person for person in people if any(_is_one(name, other) for other in person.spellings)), None)
    if person is None:
        person = Person(name, set())
        people.append(person)
    person.name = max(person.name, name, key=lambda known: len(known.split()))
    person.spellings.add(name)
    person.seen.append((line, chunk))
    person.roles += [role_of(reading, line, *role, chunk.end) for role in evidence.roles]


def _is_street(line: Line, chunk: Chunk) -> bool:
    """Whether a name that neither acts nor is acted upon ends in the word of a street, or begins with one ("the 400 block of Elm Avenue",
    "on Alameda Juan Pablo II")."""
    first, last = line.words[chunk.first].key, line.words[chunk.end - 1].key.rstrip(".")
    is_named_so = first in STREETS or neighbours("after").get(last) == "street"
    return is_named_so and not _is_argument(line, chunk)


def _is_one(name: str, other: str) -> bool:
    """Whether two full names of an article are one person's: one the end of the other ("Vargas Carreno"), or a short given
    name with the same family name ("Tim" and "Timothy")."""
    short, long = sorted((name, other), key=lambda known: len(known.split()))
    if same_name(name, other) or (len(short.split()) > 1 and squash(short) in name_parts(long)):
        return True
    given, full = sorted((squash(known.split(maxsplit=1)[0]) for known in (name, other)), key=len)
    families = {squash(known.rsplit(maxsplit=1)[-1]) for known in (name, other)}
    return len(given) > 2 and full.startswith(given) and len(families) == 1


def _sight_holder(reading: Reading, line: Line, chunk: Chunk, name: str) -> bool:
    """Sight the curated holder of an office whom an office and a part of a name mean; unresolved where several may be meant."""
    before = noun_before(line, chunk.title)
    title = before if before is not None else chunk.title
    office = next((o for key, o in offices().items() if o.role and key_ends(line, title, chunk.first, key)), None)
    if office is None:
        return False
    role = role_of(reading, line, title, chunk.first)
    countries = frozenset({role.country_iso3}) if role.country_iso3 else _countries(reading)
    holders = curated_by_office(name, office.role, countries)
    if not holders:
        return False
    line.sight(chunk.title, chunk.end, holders if len(holders) == 1 else (), "person").noun_class = name
    for actor_id in holders if len(holders) == 1 else ():
        reading.register.see(actor_id, name)
    return True


def _countries(reading: Reading) -> frozenset[str]:
    """Return the countries that the article names."""
    named = (reading.register.get(s.actor_id).country_iso3 for s in reading.sightings() if s.basis in ("state", "demonym") and s.actor_id)
    return frozenset(country for country in named if country)


def key_ends(line: Line, first: int, end: int, key: tuple[str, ...]) -> bool:
    """Whether the words from `first` to `end` end in the words of a phrase."""
    return len(key) <= end - first and tuple(word.key for word in line.words[end - len(key) : end]) == key


def _is_argument(line: Line, chunk: Chunk) -> bool:
    """Whether a name acts, is acted upon or possesses: what a lone family name does in news."""
    return head_of(line.words[chunk.first : chunk.end]).dep_ in ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "nmod:poss")


def _is_place(reading: Reading, line: Line, chunk: Chunk) -> bool:
    if capital_index().bearers(words_text(line, chunk.first, chunk.end)):
        return True
    start, end = line.words[chunk.first].start, line.words[chunk.end - 1].end
    return any(p.place is not None and not p.is_demonym and p.span_start <= start and end <= p.span_end for p in reading.places)


def _is_beside_place(reading: Reading, line: Line, chunk: Chunk) -> bool:
    """Whether a name is joined to one known only as a place ("stormed Dan Gulbi and Sabon Gari"): a place that no gazetteer has."""
    head = head_of(line.words[chunk.first : chunk.end])
    joined = [
        t for t in (head.head if head.dep_ == "conj" else None, *head.children) if t is not None and (t.dep_ == "conj" or t is head.head)
    ]
    if head.dep_ not in ("obj", "conj", "nmod", "obl") or not joined:
        return False
    places = [p for p in reading.places if p.place is not None and not p.is_demonym]
    return all(any(p.span_start <= start_of(t) < p.span_end for p in places) for t in joined)


def _explains(person: Person, chunk: tuple[Line, Chunk, int]) -> bool:
    name = words_text(chunk[0], chunk[1].first, chunk[1].end)
    return any(same_name(name, spelling) for spelling in person.spellings)


def _is_short_form(reading: Reading, people: list[Person], chunk: tuple[Line, Chunk, int]) -> bool:
    """Whether a lone name is part of a full name that the article gives ("Vaez" of "Ali Vaez"): a short form, read later."""
    key = squash(words_text(chunk[0], chunk[1].first, chunk[1].end))
    full = [person.name for person in people]
    full += [reading.register.get(s.actor_id).name for s in reading.sightings() if s.actor_id and s.basis == "name"]
    return any(key in name_parts(name) for name in full)


def _settle(reading: Reading, person: Person) -> None:
    """Register the person, as a curated one where name and country agree, and sight every mention by full name."""
    role = next((role.text for role in sorted(person.roles, key=lambda role: role.parent_actor_id is None)), None)
    countries = frozenset({person.country}) if person.country else _countries(reading)
    actor_id = curated_by_name(person.name, countries) or reading.register.add(
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
