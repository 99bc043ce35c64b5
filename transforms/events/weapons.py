"""With what an attack was made: a weapon in its phrase, as its subject or object, or after "with" and "using"."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.events.frames import Candidate
from transforms.events.reading import KINDS, Reading
from transforms.events.subjects import agent_of, case_of, surface_subject
from transforms.events.word_classes import Instrument, classes_of, instrument_at
from transforms.parse import end_of, start_of
from transforms.tokens import Token

THINGS = frozenset({"weapon", "bomb", "explosive", "wreckage"})
PEOPLE = frozenset({"person", "party", "troops"})
# What is done with a weapon before it strikes.
HANDLED_WORDS = "place plant put fire launch throw hurl detonate set lay leave hide bury operate fly pilot"
HANDLED = frozenset(HANDLED_WORDS.split())
SENT = frozenset({"deploy", "send", "use", "scramble", "dispatch", "fly"})
# Words of shots fired, and what they are coded as in CAMEO; "strike" where nobody can have done it from the air is an attack.
SHOOTING = frozenset({"shoot", "fire", "shooting"})
POLICE = frozenset({"police", "officer", "policeman", "deputy", "trooper"})
SMALL_ARMS = frozenset({"firearms"})
SHOT, ATTACKED = "193", "190"
# Bombs that are dropped are told by how they came.
DROPPED = ("aerial", "explosives")
# What is fired in them stands behind "of" ("a barrage of rockets").
VOLLEYS = frozenset({"barrage", "salvo"})
WITH = ("with", "using", "by", "from", "involving")


def instrument_of(reading: Reading, found: Candidate) -> tuple[Instrument | None, str | None]:
    """Return the weapon of an attack and its words, or (None, None)."""
    if found.trigger.event_type != "ASSAULT":
        return None, None
    for token in _where_named(found):
        named = instrument_at(token)
        if named is not None:
            instrument, length = named
            first = token.doc[token.i - length + 1]
            return instrument, reading.parsed.text(start_of(first), end_of(token))
    return None, None


def mode_of(reading: Reading, found: Candidate, instrument: Instrument | None) -> tuple[str | None, str | None]:
    """Return the mode of an attack and its CAMEO code: those of its weapon, if any is named, else of its trigger.

    To strike is done from the air by a force; among shots it is done by them ("returned fire, striking the suspect"), and what a person
    strikes is struck by hand or by something untold."""
    trigger = found.trigger
    if instrument is not None and trigger.mode != "crowd-control" and (trigger.mode, instrument.mode) != DROPPED:
        return instrument.mode, instrument.cameo_code
    if trigger.pos == "verb" and trigger.words == ("strike",) and trigger.mode == "aerial" and not _is_force(reading, found.source):
        arms = {named[0].mode for word in found.clause.sent if (named := instrument_at(word)) is not None}
        if arms <= SMALL_ARMS and (arms or any(word.lemma_.lower() in SHOOTING for word in found.clause.sent)):
            return "firearms", SHOT
        if found.source is not None and _is_person(reading, found.source):
            return None, ATTACKED
    return trigger.mode, trigger.cameo_code


def _is_force(reading: Reading, doer: Token | None) -> bool:
    """Whether a doer is a state, its army or a group that fights, and no police."""
    if doer is None or doer.lemma_.lower() in POLICE:
        return False
    named = reading.actor(doer)
    if named is None or named.actor is None:
        return bool(classes_of(doer) & {"troops", "irregular", "aircraft"})
    return named.actor.kind in (*KINDS["state"], *KINDS["armed"]) and "police" not in named.actor.actor_id


def _is_person(reading: Reading, doer: Token) -> bool:
    named = reading.actor(doer)
    if named is not None and named.actor is not None:
        return named.actor.kind == "person"
    classes = classes_of(doer)
    return doer.lower_ in ("he", "she") or ("person" in classes and not classes & {"combatant", "irregular", "troops"})


def doer_behind(reading: Reading, found: Candidate) -> Token | None:
    """Return who did it where the subject is only the weapon: who placed, fired or set it off ("a bomb planted by X"), or None."""
    source = found.source or found.slots.get("subj")
    if source is None or (found.source is None and source == found.target):
        return None
    named = reading.actor(source)
    is_sent = source.dep_ == "obj" and source.head.lemma_.lower() in SENT and "aircraft" in classes_of(source)
    if is_sent and (named is None or named.actor is None):
        return surface_subject(source.head)  # "deployed a jet that bombed the hills"
    if named is not None or not classes_of(source) & THINGS or classes_of(source) & PEOPLE:
        return found.source
    handled = [t for t in source.children if t.dep_ in ("acl", "acl:relcl") and t.lemma_.lower() in HANDLED]
    owner = next((t for t in source.children if t.dep_ in ("compound", "nmod:poss", "amod") and reading.actor(t) is not None), None)
    return owner or next((by for verb in handled if (by := agent_of(verb, reading.is_time)) is not None), None)


def _where_named(found: Candidate) -> Iterator[Token]:
    for word in reversed(found.words):
        if word.pos_ == "VERB" and found.target is not None and "crewed" in classes_of(found.target):
            continue  # "shot down a helicopter": by what is not said
        yield word
        yield from (t for t in word.lefts if t.dep_ in ("compound", "amod", "nmod"))
        yield from (t for c in word.lefts if c.dep_ == "compound" for t in c.children if t.dep_ == "conj")
    named = [found.slots.get(name) for name in WITH]
    if found.trigger.words[-1] in VOLLEYS:
        named += [t for t in found.token.children if t.dep_ == "nmod" and case_of(t) == "of"]
    if found.trigger.pos == "verb":
        named += [found.slots.get("subj"), found.slots.get("obj")]
    for head in named:
        if head is not None and head is not found.target:
            yield head
            yield from (t for t in head.children if t.dep_ in ("conj",))
    for clause in found.clause.children:
        if clause.dep_ in ("advcl", "acl") and clause.lemma_.lower() in ("use", "involve"):
            yield from (t for t in clause.children if t.dep_ in ("obj", "conj"))
    yield from (word for word in found.absorbed if word.pos_ == "NOUN")
