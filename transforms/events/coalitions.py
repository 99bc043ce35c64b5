"""Which alliance "coalition forces" are: the one that the article names ("Afghan and coalition forces", in a report of ISAF)."""

from __future__ import annotations

from transforms.actors.lexicon import word_list
from transforms.events.reading import Reading
from transforms.events.word_classes import classes_of
from transforms.records import Actor
from transforms.tokens import Token

SENT = frozenset({"troops", "aircraft", "combatant", "vehicle"})
BEFORE = ("amod", "compound")


def coalition_meant(reading: Reading, head: Token) -> tuple[Actor, ...]:
    """Return the alliance whose forces a noun calls "coalition" ones, when the article names just one, or ()."""
    if not classes_of(head) & SENT:
        return ()
    first = [t for t in head.children if t.dep_ in BEFORE]
    words = [*first, *(t for word in first for t in word.children if t.dep_ in ("conj", *BEFORE))]
    if not any(t.lower_ == "coalition" for t in words):
        return ()
    alliances = {actor.actor_id: actor for actor in reading.actors.known() if actor.actor_id in word_list("coalition")}
    parents = {actor.parent_actor_id for actor in alliances.values()}
    named = [actor for actor in alliances.values() if actor.actor_id not in parents]  # a mission before the alliance that leads it
    return tuple(named) if len(named) == 1 else ()
