"""Actors that follow from a country and a noun: "Pakistani forces", "the Iranian foreign ministry", "Baloch militants"."""

from __future__ import annotations

from transforms.actors.curated import states
from transforms.actors.lexicon import AgentNoun, Office, agent_nouns
from transforms.actors.register import Register
from transforms.records import Actor

# Nouns whose owner, when it is not a state, is itself the actor: "Hamas fighters", "a NATO official".
OWNER_SPEAKS = {"armed_group", "party", "igo", "ngo", "media", "state_forces", "other"}
# Other names of a state's forces as a whole.
FORCES = ("armed forces", "army", "military")
# Forces of their own name within a state's forces.
WITHIN_FORCES = frozenset({"national_guard", "coast_guard"})
# What a people without a state can have of its own: "Kurdish forces", "Baloch militants", "Rohingya protesters".
POPULATION_CLASSES = {"forces": "militants", "militants": "militants", "protesters": "protesters", "media": "media"}


def of_noun(owner: Actor, noun: AgentNoun, register: Register) -> str | None:
    """Return the id of the actor that an owner's agent noun names, None where it names nobody in particular.

    A state's government is the state; its forces, police, courts, press and people are actors under it, with readable ids."""
    if owner.kind == "person":
        return _of_person(owner, noun, register)
    if owner.kind == "population":
        return _of_population(owner, noun, register)
    if owner.kind != "state":
        return None if noun.noun_class in ("civilians", "companies", "protesters", "persons") else owner.actor_id
    if noun.noun_class == "government":
        return owner.actor_id
    if noun.noun_class in ("persons", "members") or not noun.suffix:
        return None
    return register.add(_derived(owner, noun.suffix, noun.label, noun.kind, register))


def _derived(owner: Actor, suffix: str, label: str, kind: str, register: Register) -> Actor:
    """Return an actor of a state; a force of its own name ("the National Guard") is one of the state's forces."""
    parent = owner.actor_id if kind in ("state", "state_forces") else None
    if suffix in WITHIN_FORCES:
        parent = register.add(_derived(owner, "forces", "forces", kind, register))
    return Actor(
        actor_id=f"{owner.actor_id}_{suffix}",
        name=f"{adjective_of(owner)} {label}",
        kind=kind,
        country_iso3=owner.country_iso3,
        parent_actor_id=parent,
        aliases=tuple(f"{adjective_of(owner)} {word}" for word in FORCES) if suffix == "forces" else (),
        is_curated=True,
    )


# Offices of which a state has many: "the mayor of X" and "the mayor of Y" are two.
LOCAL = frozenset({"mayor", "governor"})


def of_office(owner: Actor, office: Office, register: Register) -> str | None:
    """Return the id of an organ or office of a state ("iran_foreign_ministry"); of another organisation, the organisation."""
    if owner.kind == "person":
        return None
    if owner.kind != "state":
        return owner.actor_id if owner.kind in OWNER_SPEAKS else None
    if office.suffix in LOCAL:
        return None
    return register.add(
        Actor(
            actor_id=f"{owner.actor_id}_{office.suffix}",
            name=f"{office.label} of {owner.name}" if office.sort == "holder" else f"{adjective_of(owner)} {office.label}",
            kind=office.kind,
            country_iso3=owner.country_iso3,
            parent_actor_id=owner.actor_id,
            role=office.role or None,
            cameo_code=f"{owner.cameo_code}{office.cameo_role}" if owner.cameo_code else None,
            is_curated=True,
        )
    )


def _of_person(owner: Actor, noun: AgentNoun, register: Register) -> str | None:
    """Forces and governments called by their leader's name are his country's when he holds a state's office."""
    if noun.noun_class in ("forces", "government") and owner.parent_actor_id and owner.country_iso3:
        parent = register.get(owner.parent_actor_id)
        return of_noun(parent, noun, register) if parent.kind == "state" else parent.actor_id
    return None


def _of_population(owner: Actor, noun: AgentNoun, register: Register) -> str | None:
    if noun.noun_class in ("civilians", "government"):
        return owner.actor_id
    suffix = POPULATION_CLASSES.get(noun.noun_class)
    if suffix is None:
        return None
    kind = {"militants": "armed_group", "media": "media"}.get(suffix, "population")
    return register.add(_derived(owner, suffix, suffix, kind, register))


def adjective_of(owner: Actor) -> str:
    """Return the adjective of a country or people ("Pakistani", "Kurdish"), its name where it has none."""
    state = states().get(owner.actor_id)
    if state is not None:
        return state.demonyms[0] if state.demonyms else owner.name
    return owner.aliases[0] if owner.kind == "population" and owner.aliases else owner.name


def people_of(state: Actor, register: Register) -> str:
    """Return the id of a country's people ("Palestinians", "Nigerians")."""
    people = next(noun for noun in agent_nouns().values() if noun.noun_class == "civilians")
    actor_id = of_noun(state, people, register)
    return actor_id or state.actor_id
