"""Who stands behind fighters without a name: the group that tells what "its units" did, who gave the order; a country does not stand
behind its people."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.noun_phrase import core
from transforms.events.parties import actors_of
from transforms.events.reading import Reading
from transforms.events.repairs import child
from transforms.events.subjects import case_of
from transforms.events.word_classes import classes_of
from transforms.records import Actor, Attribution
from transforms.tokens import Token

# Words for one's own fighters; a modifier that names whose they are makes them somebody else's.
FIGHTERS = frozenset({"unit", "commando", "fighter", "combatant", "column", "guerrilla", "rebel", "squad", "force", "troop", "cell", "man"})
PEOPLE = frozenset({"sector", "circle", "element"})
OTHERS = frozenset({"enemy", "government", "army", "police", "other", "unidentified", "unknown", "foreign", "national", "security"})
WITHIN = frozenset({"amod", "compound", "nmod:desc"})
ORDERS = frozenset({"order", "behest", "instruction", "instigation", "command"})
ON = frozenset({"on", "under", "following", "at", "by", "upon"})


def teller_behind(source: Token | None, claim: Attribution | None, targets: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return the armed group that tells of a deed of fighters without a name ("The FMLN reports that commando units attacked"), or ()."""
    if source is None or claim is None or claim.source_actor is None or claim.source_actor.kind != "armed_group":
        return ()
    told = core(source)
    words = {t.lower_ for t in told.children if t.dep_ in WITHIN}
    if told.lemma_.lower() not in FIGHTERS or words & OTHERS or any(t.text[:1].isupper() for t in told.children if t.dep_ in WITHIN):
        return ()
    return () if claim.source_actor in targets else (claim.source_actor,)


def without_home(reading: Reading, source: Token | None, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return the actors of a side that does a deed of force without the state whose people they are ("Salvadoran gangs"): people
    of a country act for themselves, unless they are its troops or officials."""
    if source is None:
        return tuple(actors)
    head = core(source)
    mention = reading.actor(head)
    own = mention.actor if mention is not None else None
    classes = classes_of(head)
    is_people = bool(classes & {"person", "party"}) or head.lemma_.lower() in PEOPLE
    if own is not None or not is_people or "troops" in classes:
        return tuple(actors)
    homes = {reading.actor(t) for t in head.children if t.dep_ in WITHIN and (place := reading.place(t)) is not None and place.is_demonym}
    states = {home.actor for home in homes if home is not None and home.actor is not None and home.actor.kind == "state"}
    return tuple(actor for actor in actors if actor not in states)


def behind_orders(reading: Reading, deed: Token) -> tuple[Actor, ...]:
    """Return on whose orders a deed is said to be done ("killed the judge on orders from the cartel"), or ()."""
    for word in deed.children:
        if word.dep_ not in ("obl", "advcl") or word.lemma_.lower() not in ORDERS or case_of(word) not in ON:
            continue
        phrases = [t for above in (word, deed) for t in above.children if t.i > word.i and t.dep_ in ("nmod", "obl")]
        giver = child(word, "nmod:poss") or next((t for t in phrases if case_of(t) in ("from", "of")), None)
        if giver is not None:
            return actors_of(reading, giver)
    return ()
