"""The actors that a person has reviewed: `seeds/actors.csv`, and one actor a country of `seeds/countries.csv`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from transforms.actors.folding import slug
from transforms.actors.name_index import NameIndex
from transforms.records import Actor
from transforms.seed_tables import read_seed


@dataclass(frozen=True, slots=True)
class State:
    """A country as an actor, with the words that stand for it: adjectives, capitals, and names of its government's seat."""

    actor: Actor
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    is_past: bool


@cache
def states() -> dict[str, State]:
    """Return the countries and territories by actor id. A capital is among the aliases: "Tehran said" names Iran."""
    ucdp = {row["country_iso3"]: int(row["ucdp_actor_id"]) for row in read_seed("state_actors")}
    found: dict[str, State] = {}
    for row in read_seed("countries"):
        actor_id = slug(row["name"])
        names = (row["name"], *(name for name in split(row["aliases"]) if name != row["name"]))
        capitals = tuple(name for name in (row["capital"], *split(row["capital_aliases"])) if name)
        past = row["status"] == "historic"
        seats = () if past else tuple(name for name in capitals if name not in names)
        actor = Actor(
            actor_id=actor_id,
            name=row["name"],
            kind="state",
            country_iso3=row["iso3"] or (None if past else row["located_in_iso3"] or None),
            cameo_code=row["cameo"] or None,
            ucdp_actor_id=ucdp.get(row["iso3"]),
            gwno=number(row["gwno"]),
            cow=number(row["cow"]),
            iso_numeric=number(row["iso_numeric"]),
            wikidata_qid=row["wikidata_qid"] or None,
            aliases=(*names[1:], *seats),
            is_curated=True,
        )
        found[actor_id] = State(actor, names, split(row["demonyms"]), capitals, split(row["government_metonyms"]), past)
    return found


@cache
def actors() -> dict[str, Actor]:
    """Return every curated actor by id: states first, then the rows of `seeds/actors.csv`."""
    found = {actor_id: state.actor for actor_id, state in states().items()}
    for row in read_seed("actors"):
        found[row["actor_id"]] = Actor(
            actor_id=row["actor_id"],
            name=row["name"],
            kind=row["kind"],
            country_iso3=row["country_iso3"] or None,
            parent_actor_id=row["parent_actor_id"] or None,
            role=row["role"] or None,
            cameo_code=row["cameo_code"] or None,
            ucdp_actor_id=number(row["ucdp_actor_id"]),
            gwno=number(row["gwno"]),
            acled_name=row["acled_name"] or None,
            wikidata_qid=row["wikidata_qid"] or None,
            aliases=split(row["aliases"]),
            is_curated=True,
        )
    return found


@cache
def state_of(country_iso3: str) -> State | None:
    """Return the state of an ISO3 code (the recognised one, not a de facto state within it)."""
    own = [state for state in states().values() if state.actor.country_iso3 == country_iso3]
    return own[0] if own else None


@cache
def name_index() -> NameIndex:
    """Return the names of all curated actors; of states their own names, not their capitals, which grammar decides."""
    pairs = [(name, actor_id) for actor_id, state in states().items() for name in state.names]
    pairs += [(name, row.actor_id) for row in actors().values() if row.actor_id not in states() for name in (row.name, *row.aliases)]
    return NameIndex(pairs)


@cache
def demonym_index() -> NameIndex:
    """Return country adjectives and nouns of people ("Pakistani", "Pakistanis") with the ids of their states."""
    current = [state for state in states().values() if not state.is_past]
    taken = {name for state in current for name in state.demonyms}
    pairs = [(name, state.actor.actor_id) for state in current for name in state.demonyms if not _is_second(name, state)]
    past = [state for state in states().values() if state.is_past]
    return NameIndex(pairs + [(name, state.actor.actor_id) for state in past for name in state.demonyms if name not in taken])


@cache
def capital_index() -> NameIndex:
    """Return capitals and seats of government with the ids of their states, except names that are the country's own."""
    current = [state for state in states().values() if not state.is_past]
    return NameIndex((name, state.actor.actor_id) for state in current for name in state.capitals if name not in state.names)


@cache
def metonym_index() -> NameIndex:
    """Return names that always mean a government ("Kremlin", "Downing Street") with the ids of their states."""
    return NameIndex((name, state.actor.actor_id) for state in states().values() for name in state.metonyms)


def curated_rows() -> list[dict[str, Any]]:
    """Return one row of `actors` a curated actor, without counts and days."""
    names = [field.name for field in fields(Actor)]
    return [{name: getattr(actor, name) for name in names} | {"aliases": list(actor.aliases)} for actor in actors().values()]


def split(cell: str) -> tuple[str, ...]:
    """Return the parts of a pipe-separated cell."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def number(cell: str) -> int | None:
    """Return a cell's whole number, None where it is empty."""
    return int(cell) if cell else None


def _is_second(demonym: str, state: State) -> bool:
    """Whether another country bears the adjective first: "Congolese" is read as of COD, as `countries.csv` notes."""
    return demonym == "Congolese" and state.actor.country_iso3 == "COG"
