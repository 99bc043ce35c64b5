"""Whether who acts, or is acted on, is a political actor: states, parties, forces and peoples are, firms and private persons are none.

What a noun says by itself is in `seeds/standing_words.csv`; of a noun for people that is not there it is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from transforms.events.lexicon import forms
from transforms.events.noun_phrase import core
from transforms.events.parties import STATE_KINDS, actors_of, parts
from transforms.events.pronouns import explained
from transforms.events.reading import PERSONAL, Reading
from transforms.events.subjects import case_of
from transforms.events.word_classes import classes_of
from transforms.records import Actor
from transforms.seed_tables import read_seed
from transforms.tokens import Token

# From the surest to be a political actor to what is none.
PUBLIC, UNKNOWN, TOWN, PRIVATE, THING = "public", "unknown", "local", "private", "thing"
ORDER = (PUBLIC, UNKNOWN, TOWN, PRIVATE, THING)
ALWAYS = frozenset({"state", "igo", "party", "armed_group", "state_forces", "population"})
# Whoever is meant by these is nobody of whom the text tells.
ADDRESSED = frozenset({"you", "your"})
# Police and courts: what they do at home is politics only with others.
AT_HOME = ("_police", "_judiciary")
# Ids of actors that a text gave, of whom nothing else is known: a town's police, a department of a county.
FOUND = "actor_"
ARMED = frozenset({"combatant", "troops"})
ARMS = frozenset({"weapon", "vehicle", "aircraft", "equipment", "explosive", "bomb"})
WHOSE = ("compound", "amod", "nmod:poss", "nmod")


def standing_of(reading: Reading, side: Token | None) -> str | None:
    """Return the standing of the most public one whom a side names (one of `ORDER`), or None for no side."""
    if side is None:
        return None
    known = min((_standing(reading, part) for part in parts(side)), key=ORDER.index)
    return UNKNOWN if known == THING and side.pos_ == "PRON" else known  # "reports say that he sent arms"


def is_public(actor: Actor) -> bool:
    """Whether an actor known by its kind or name is political: a state, its forces but for police, a party, a group, who leads one."""
    if actor.kind in ("state", "state_forces"):
        return not actor.actor_id.endswith(AT_HOME) and not actor.actor_id.startswith(FOUND)
    return actor.kind in ALWAYS or (actor.kind == "person" and actor.is_curated)


@cache
def _words() -> Mapping[str, str]:
    return {row["word"]: row["standing"] for row in read_seed("standing_words")}


def said_of(word: Token) -> str | None:
    """Return the standing that a noun gives by itself, or None."""
    return next((standing for form in forms(word) if (standing := _words().get(form)) is not None), None)


def is_armed(word: Token) -> bool:
    """Whether a noun is for people under arms; a weapon stands for those who use it elsewhere."""
    classes = classes_of(word)
    return bool(classes & ARMED) and not classes & ARMS


def _standing(reading: Reading, part: Token) -> str:
    word = core(explained(reading, part))
    if reading.is_time(word):
        return THING
    own = said_of(word)
    actors = actors_of(reading, word)
    if is_of_town(reading, word) and all(actor.kind in STATE_KINDS for actor in actors):
        return TOWN
    if actors:
        return min((_of_actor(actor, word) for actor in actors), key=ORDER.index)
    if word.lower_ in ADDRESSED:
        return PRIVATE
    if word.lower_ in PERSONAL:
        return UNKNOWN
    if any(t.dep_ == "amod" and t.lower_ == "armed" for t in word.children):
        return PUBLIC  # "armed men withdrew from the village"
    if own is not None and (own != PUBLIC or _whose(word) is None):
        return own
    if is_armed(word):
        return PUBLIC
    if reading.is_place(word):
        return TOWN
    if word.pos_ == "PROPN":
        return UNKNOWN
    if not reading.is_party(word):
        return UNKNOWN if "talk" in classes_of(word) else THING  # "the summit failed to reach agreement"
    return _whose(word) or UNKNOWN


def is_of_town(reading: Reading, word: Token) -> bool:
    """Whether a noun for officers or officials has no name with it ("officials", of whatever state; but "U.S. officials")."""
    if said_of(word) != TOWN or word.pos_ == "PROPN":
        return False
    return not any(t.dep_ in WHOSE and reading.actor(t) is not None for t in word.children)


def _whose(word: Token) -> str | None:
    """Return the standing of what somebody is of ("church leaders", "the president of the bank"), or None."""
    whose = [found for t in word.children if t.dep_ in WHOSE and case_of(t) in (None, "of") and (found := said_of(t)) is not None]
    return max(whose, key=ORDER.index) if whose else None


def _of_actor(actor: Actor, word: Token) -> str:
    if actor.kind in ALWAYS:
        is_one = actor.kind == "population" and not actor.actor_id.endswith("_protesters") and word.tag_ == "NN"
        if is_one and "person" in classes_of(word):
            return PRIVATE  # "a Chinese citizen"
        return PUBLIC if is_public(actor) else TOWN
    if actor.is_curated:
        return PUBLIC if actor.kind in ("person", "ngo") else UNKNOWN
    if actor.kind == "person" and actor.role is not None:
        said = [standing for role in actor.role.lower().split() if (standing := _words().get(role)) is not None]
        said += [whose] if (whose := _whose(word)) is not None else []  # "board president Becky Jordan"
        return max(said, key=ORDER.index) if said else UNKNOWN
    return UNKNOWN
