"""Of which group a person is, where a sentence says it with a verb: "she joined the ELN", "he belongs to Hamas", "X is a member of"."""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting
from transforms.parse import start_of
from transforms.tokens import Token

# Verbs whose subject is of the group that is their object, or that follows the preposition.
JOINING = {"join": "", "belong": "to", "lead": "", "command": "", "head": "", "found": ""}
MEMBERS = frozenset({"member", "leader", "commander", "founder", "fighter", "militant", "guerrilla", "chief", "head"})
GROUPS = frozenset({"armed_group", "party"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
PAST = frozenset({"former", "once", "formerly"})
UNREAL = frozenset({"not", "n't", "never", "could", "would", "may", "might", "should", "will", "refused", "wanted"})


def join_members(reading: Reading) -> None:
    """Note the group of each person who is not yet known to act for anybody, where a verb or predicate tells one group."""
    for line in reading.lines:
        for person in [s for s in line.sightings if s.head.dep_ in SUBJECTS and _is_unbound(reading, s)]:
            group = _group_of(reading, line, person.head.head)
            if group is not None and person.actor_id is not None:
                actor = reading.register.get(person.actor_id)
                reading.register.change(replace(actor, parent_actor_id=group))


def _is_unbound(reading: Reading, sighting: Sighting) -> bool:
    if sighting.actor_id is None:
        return False
    actor = reading.register.get(sighting.actor_id)
    return actor.kind == "person" and not actor.is_curated and actor.parent_actor_id is None


def _group_of(reading: Reading, line: Line, verb: Token) -> str | None:
    """Return the group that a verb or predicate noun gives its subject, or None."""
    words = list(verb.children)
    if any(word.lower_ in UNREAL for word in words) or verb.dep_ == "xcomp":
        return None
    if verb.pos_ == "VERB" and verb.lemma_.lower() in JOINING:
        case = JOINING[verb.lemma_.lower()]
        objects = [w for w in words if (w.dep_ in ("obl", "nmod") and w.left_edge.lower_ == case) or (not case and w.dep_ == "obj")]
    elif verb.lemma_.lower() in MEMBERS and any(w.dep_ == "cop" for w in words) and not any(w.lower_ in PAST for w in words):
        objects = [w for w in words if w.dep_ == "nmod" and w.left_edge.lower_ == "of"]
    else:
        return None
    for word in objects:
        for sighting in line.sightings:
            if start_of(sighting.head) == start_of(word) and sighting.actor_id and reading.register.get(sighting.actor_id).kind in GROUPS:
                return sighting.actor_id
    return None
