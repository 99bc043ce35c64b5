"""Capitals and envoys: which state a seat of government stands for, and in whose capital an envoy serves."""

from __future__ import annotations

from transforms.actors.curated import state_of
from transforms.events.noun_phrase import core
from transforms.events.reading import Reading
from transforms.events.repairs import child
from transforms.events.word_classes import classes_of
from transforms.records import Actor
from transforms.tokens import Token


def seat_of(reading: Reading, token: Token) -> tuple[Actor, ...]:
    """Return the state whose capital a place name is ("its ambassador from Tehran"), or ()."""
    found = reading.place(token)
    if found is None or found.place is None or found.place.country_iso3 is None:
        return ()
    state = state_of(found.place.country_iso3)
    if state is None:
        return ()
    is_seat = found.place.precision == "country" or found.evidence in state.capitals
    return (state.actor,) if is_seat else ()


def host_of(reading: Reading, envoy: Token) -> tuple[Actor, ...]:
    """Return the state in whose capital an envoy serves ("Pakistan's charge d'affaires in Tehran"), or ()."""
    if "envoy" not in classes_of(core(envoy)):
        return ()
    seats = [t for t in envoy.subtree if (case := child(t, "case")) is not None and case.lower_ in ("in", "to")]
    return next((state for seat in seats if (state := seat_of(reading, seat))), ())


def states_behind(envoys: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the actors with each envoy as the state that is spoken to through him."""
    states = (state_of(actor.country_iso3) if actor.actor_id.endswith("_envoy") and actor.country_iso3 else None for actor in envoys)
    return tuple(actor if state is None else state.actor for actor, state in zip(envoys, states, strict=True))
