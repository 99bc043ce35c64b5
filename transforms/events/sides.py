"""The last word on who did it to whom: what a complement or a nested event names, and who answers for it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from transforms.events.arguments import SUBJECTS, child
from transforms.events.frames import Candidate, candidate_at
from transforms.events.reading import Reading
from transforms.events.relevance import is_definite
from transforms.events.word_classes import classes_of
from transforms.records import Actor, EventMention

# What is done to an act is done to its doer: "condemned the strikes", "rejected the demand".
AGAINST_ACTS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST"})


def target_head(reading: Reading, found: Candidate) -> Token | None:
    """Return the head of the target: of a complement its own target, or its subject where somebody is asked or accused."""
    target = found.target
    if target is None:
        return None
    comp = found.slots.get("comp")
    if found.event_type == "REQUEST" and found.trigger.pos == "verb" and (comp is None or target.i != comp.i):
        inner = candidate_at(reading, target)
        return inner.target if inner is not None and inner.trigger.pos == "noun" and inner.target is not None else target
    if comp is None or target.i != comp.i:
        return target
    own = child(target, *SUBJECTS)
    if own is not None and found.event_type in ("REQUEST", "ACCUSE") and own != found.source:
        return own
    inner = candidate_at(reading, target)
    if inner is not None and inner.target is not None and inner.target.i != target.i and inner.target != found.source:
        if inner.target == inner.slots.get("comp"):
            return target_head(reading, inner)
        return inner.target
    for name in ("obj", "obl", "nmod"):
        word = child(target, name)
        if word is not None and not reading.is_time(word):
            deeper = candidate_at(reading, word)
            if deeper is not None and deeper.target is not None and deeper.target != word:
                return deeper.target
            return word
    return own if own != found.source else None


def doer_of_act(reading: Reading, found: Candidate, target: Token) -> Token | None:
    """Return who did the act that an accusation, refusal or praise is about, or None when the target is no act."""
    if found.event_type not in AGAINST_ACTS:
        return None
    inner = candidate_at(reading, target)
    if inner is None or inner.trigger.pos != "noun":
        return None
    return inner.source


def points_back(target: Token) -> bool:
    """Whether the target is an attack told before ("condemned the strikes")."""
    return is_definite(target) and "assault" in classes_of(target)


def doers_before(before: Sequence[EventMention], accusers: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return who made the last attack told before that the accusers did not make themselves, or ()."""
    own = {actor.actor_id for actor in accusers} | {actor.parent_actor_id for actor in accusers}
    for mention in reversed(before):
        if mention.event_type == "ASSAULT" and mention.source_actors and not mention.is_general:
            if not own & {actor.actor_id for actor in mention.source_actors}:
                return mention.source_actors
    return ()
