"""Whose minister, general or ministry it is when only the article tells, and who "the governor" is once he has been named."""

from __future__ import annotations

from dataclasses import replace

from transforms.actors import derived
from transforms.actors.curated import states
from transforms.actors.home_state import state_told_of, state_written_in
from transforms.actors.lexicon import agent_nouns, key_of, offices, titles
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting
from transforms.parse import start_of
from transforms.records import Actor

OF_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
# Words, and characters, of a role before a name.
ROLE_WORDS = 5
LONGEST_ROLE = 40
# Offices before a name that only states have.
STATES_WORDS = (
    "president premier minister chancellor senator congressman congresswoman governor mayor judge justice king queen emir sultan "
    "prosecutor mp lawmaker councillor"
)
STATES = frozenset(STATES_WORDS.split())
RANKS = frozenset({"minister", "governor", "president", "general", "colonel", "senator", "mayor", "prosecutor", "judge", "captain"})
BODIES = frozenset({"armed_group", "party", "ngo", "igo", "state_forces", "other", "media"})
# How many sentences back "the minister" and "its" reach.
REACH = 3


def bind_holders(reading: Reading) -> None:
    """Give ministers, officers and organs of whom nothing else tells the state of which the article tells, and to those named beside
    "army spokesman" the force for which they speak."""
    home = state_told_of(reading) or state_written_in(reading)
    for line in reading.lines:
        for sighting in line.sightings:
            if sighting.actor_id is None or sighting.basis not in ("person", "organisation"):
                continue
            actor = reading.register.get(sighting.actor_id)
            if actor.is_curated or actor.country_iso3 is not None or actor.parent_actor_id is not None:
                continue
            owner_id = _named_before(reading, line, sighting, actor)
            if owner_id is None and home is not None and not _is_possessed(line, sighting):
                owner_id = _acted_for(reading, actor, home)
            if owner_id is not None:
                country = reading.register.get(owner_id).country_iso3
                reading.register.change(replace(actor, country_iso3=country, parent_actor_id=owner_id))


def bind_possessed(reading: Reading) -> None:
    """Give those who are somebody's by "its" ("Its leader, X", "X, its spokesman") the body that the sentence before tells of."""
    for number, line in enumerate(reading.lines):
        for sighting in line.sightings if number > 0 else ():
            actor = reading.register.get(sighting.actor_id) if sighting.actor_id is not None else None
            if actor is None or sighting.basis != "person" or actor.is_curated or actor.parent_actor_id is not None:
                continue
            owner_id = _possessor(reading, reading.lines[number - 1], line, sighting)
            if owner_id is not None:
                country = actor.country_iso3 or reading.register.get(owner_id).country_iso3
                reading.register.change(replace(actor, country_iso3=country, parent_actor_id=owner_id))


def name_holders(reading: Reading) -> None:
    """Read "the governor" as the person whom the article has named with that office, if it has named one."""
    named: dict[str, dict[str, None]] = {}
    last: dict[str, tuple[str, int]] = {}
    for sighting in reading.sightings():
        actor = reading.register.get(sighting.actor_id) if sighting.actor_id is not None else None
        if actor is not None and actor.kind == "person" and sighting.basis in ("person", "name") and actor.role:
            key = key_of(actor.role)
            for start in range(len(key)):
                if key[start:] in offices():
                    named.setdefault(offices()[key[start:]].suffix, {})[actor.actor_id] = None
                    break
            last[key[-1]] = (actor.actor_id, sighting.sentence)
        elif sighting.basis == "office" and _is_bare_holder(reading, sighting):
            bearers = named.get(sighting.noun_class, {})
            if len(bearers) == 1:
                sighting.actor_ids = (next(iter(bearers)),)
        elif sighting.basis in ("phrase", "unnamed") and _is_bare_rank(reading, sighting):
            actor_id, sentence = last.get(sighting.head.lemma_.lower(), (None, 0))
            if actor_id is not None and sighting.sentence - sentence <= REACH:
                sighting.actor_ids, sighting.basis = (actor_id,), "person"


def _is_bare_holder(reading: Reading, sighting: Sighting) -> bool:
    office = offices().get(key_of(reading.text(sighting.start, sighting.end)))
    if office is None or office.sort != "holder" or sighting.head.dep_ in ("appos", "compound", "nmod:desc", "flat"):
        return False
    children = list(sighting.head.children)
    return any(c.dep_ == "det" and c.lower_ == "the" for c in children) and not any(c.dep_ in ("nmod", "appos", "amod") for c in children)


def _is_bare_rank(reading: Reading, sighting: Sighting) -> bool:
    """Whether a mention is "the minister" or "the general", and no more."""
    head, children = sighting.head, list(sighting.head.children)
    is_one = head.lower_ in RANKS and reading.text(sighting.start, sighting.end).lower() == head.lower_
    bare = all(child.dep_ in ("det", "punct") for child in children) and any(child.lower_ == "the" for child in children)
    return is_one and bare and head.dep_ in ("nsubj", "nsubj:pass", "obj", "obl:agent")


def _named_before(reading: Reading, line: Line, sighting: Sighting, actor: Actor) -> str | None:
    """Return the body named right before a person's title ("Armed Forces spokesman Colonel X", "NAMA lawmaker X"), or None."""
    if actor.kind != "person" or not actor.role:
        return None
    beside = [s for s in line.sightings if s.actor_id and s.end <= sighting.start and line.between(s.end, sighting.start) == " "]
    owners = [s.actor_id for s in beside if s.actor_id and reading.register.get(s.actor_id).kind in BODIES]
    return owners[0] if owners else None


def _possessor(reading: Reading, before: Line, line: Line, sighting: Sighting) -> str | None:
    """Return the body that "its" means beside a name: the subject of the sentence before."""
    if not _its_beside(line, sighting):
        return None
    subjects = {start_of(t) for t in before.sentence.span if t.dep_ in ("nsubj", "nsubj:pass", "root", "ROOT")}
    told = [s for s in sorted(before.sightings, key=lambda s: s.start) if start_of(s.head) in subjects and s.actor_id]
    bodies = [s.actor_id for s in told if s.actor_id and reading.register.get(s.actor_id).kind in BODIES]
    return bodies[0] if bodies else None


def _its_beside(line: Line, sighting: Sighting) -> bool:
    """Whether "its" opens the role next to a name, before it or after."""
    before = line.between(line.sentence.start, sighting.start).lower().rstrip(" ,").split()
    after = line.between(sighting.end, line.sentence.end).lower()
    return ("its" in before[-ROLE_WORDS:] and len(before) <= ROLE_WORDS) or after.startswith(", its ")


def _is_possessed(line: Line, sighting: Sighting) -> bool:
    """Whether somebody's name owns the role ("Confemin's president, Maximo Franco")."""
    before = line.between(line.sentence.start, sighting.start)[-LONGEST_ROLE:]
    return "'s " in before or before.lower().startswith("its ")


def _acted_for(reading: Reading, actor: Actor, home: str) -> str | None:
    """Return the state, or its forces, for which an office, a rank or the kind of a body says that somebody acts."""
    state = states()[home].actor
    if actor.kind in ("state", "state_forces"):
        return home
    if actor.kind != "person" or not actor.role:
        return None
    key = key_of(actor.role)
    ends = [key[start:] for start in range(len(key))]
    office = next((offices()[end] for end in ends if end in offices()), None)
    if office is not None:
        return home if office.sort == "holder" and office.cameo_role in OF_STATE else None
    if "police" in key:
        return derived.of_noun(state, agent_nouns()[("police",)], reading.register)
    if key[-1] in STATES:
        return home
    is_rank = any(titles().get(end) == "rank" for end in ends)
    return derived.of_noun(state, agent_nouns()[("army",)], reading.register) if is_rank else None
