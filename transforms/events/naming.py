"""What a side of an event is called and who it is: its words, its actors, and who speaks where it is "we"."""

from __future__ import annotations

import re

from transforms.actors.curated import actors as curated_actors
from transforms.actors.curated import state_of
from transforms.attribution.find import claimant_at
from transforms.events.frames import Candidate
from transforms.events.noun_phrase import core, is_none
from transforms.events.parties import actors_of, side_text
from transforms.events.pronouns import explained
from transforms.events.reading import Reading
from transforms.events.repairs import child
from transforms.events.word_classes import classes_of
from transforms.parse import end_of, start_of
from transforms.records import Actor, Attribution
from transforms.tokens import Token

FIRST_PERSON = frozenset({"i", "we", "us", "me"})
# Who says nothing ("No group", "Nobody"); "No. 10" is a government.
NO_SPEAKER = re.compile(r"(?:no(?!\.? ?10)|none|nobody|neither)\b", re.IGNORECASE)
# What is a fighting side's own.
ARMED = frozenset({"troops", "combatant", "facility"})
# How an officer is introduced who speaks for the forces of the state that the article is about.
MILITARY = re.compile(r"(?:the |an? )?(?:military|army)\b", re.IGNORECASE)
NOBODY = frozenset({"what", "which", "that", "this", "there", "one", "those", "these"})


def ends_of_sides(reading: Reading, found: Candidate) -> frozenset[int]:
    """Return the words at which the words of a side end: the other side, dates, and the deed itself."""
    sides = frozenset(side.i for side in (found.source, found.target) if side is not None)
    if (found.trigger.pos == "noun" and found.light is None) or found.token.dep_ == "nmod":
        sides |= {found.token.i}  # "blamed the separatists for the attack": the attack is no part of who they are
    phrases = [t for side in (found.source, found.target) if side is not None for t in side.subtree if t.i > side.i]
    sides |= {t.i for t in phrases if reading.date(t) is not None}
    if found.event_type == "ACCUSE":
        about = [word for name in ("of", "for") if (word := found.slots.get(name)) is not None]
        about += [t for t in found.target.children if t.dep_ == "nmod"] if found.target is not None else []
        sides |= {word.i for word in about if "assault" in classes_of(word) or word.lower_.endswith("ing")}
    return sides


def claim_of(reading: Reading, start: int, end: int) -> Attribution | None:
    """Return the innermost attribution of a span to somebody other than "I" or "we", who are the speaker of the one around it; None where
    nobody says it ("No group has claimed responsibility")."""
    claim = claimant_at(reading.attributions, start, end)
    if claim is not None and NO_SPEAKER.match(claim.source_text or ""):
        return None
    if claim is not None and (claim.source_text or "").lower() in FIRST_PERSON:
        outer = claimant_at(reading.attributions, claim.cue_start, claim.cue_end)
        return outer if outer is not None and outer != claim else claim
    return claim


def side_of(reading: Reading, head: Token | None, sides: frozenset[int], is_target: bool) -> tuple[str | None, tuple[Actor, ...]]:
    """Return the words and the actors of a side, (None, ()) where there is none; `sides`: words at which its phrase ends."""
    if head is None or core(explained(reading, head)).lower_ in NOBODY or is_none(head):
        return None, ()
    if head.pos_ == "PRON" and head.lower_ in FIRST_PERSON and (claim := claim_of(reading, start_of(head), end_of(head))) is not None:
        return claim.source_text, (_spoken_for(head, claim.source_actor),) if claim.source_actor is not None else ()
    text, _, _ = side_text(reading, head, sides - {head.i})
    return text, actors_of(reading, head, is_target) or _whose_speaker(reading, head)


def _whose_speaker(reading: Reading, head: Token) -> tuple[Actor, ...]:
    """Return the state or group for which somebody speaks of "our forces", "our positions", or ()."""
    owner = child(core(head), "nmod:poss")
    if owner is None or owner.lower_ != "our" or not classes_of(core(head)) & ARMED:
        return ()
    claim = claim_of(reading, start_of(owner), end_of(owner))
    if claim is None or claim.source_actor is None:
        return ()
    speaker = _spoken_for(owner, claim.source_actor)
    return (speaker,) if speaker.kind != "person" else _forces_told_of(reading, claim.source_text or "")


def _forces_told_of(reading: Reading, speaker: str) -> tuple[Actor, ...]:
    """Return the only forces of a state that the article names, where their spokesman goes without its name ("Military spokesman X"),
    or ()."""
    if MILITARY.match(speaker) is None:
        return ()
    forces = {actor.actor_id: actor for actor in reading.actors.known() if actor.kind == "state_forces"}
    return tuple(forces.values()) if len(forces) == 1 else ()


def _spoken_for(word: Token, speaker: Actor) -> Actor:
    """Return the state or group that "we" means in the mouth of one who holds an office in it, else the speaker."""
    if speaker.kind != "person" or word.lower_ not in ("we", "us", "our"):
        return speaker
    if (parent := curated_actors().get(speaker.parent_actor_id or "")) is not None:
        return parent
    state = state_of(speaker.country_iso3 or "") if speaker.role else None
    return state.actor if state is not None else speaker
