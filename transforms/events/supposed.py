"""Who is thought to be behind an act, from what is only supposed: "is believed to have been carried out by X", "could have been
committed by X", "was the work of X", and whose flag was found at the scene."""

from __future__ import annotations

from transforms.events.repairs import child
from transforms.events.subjects import case_of, is_passive
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

SUPPOSING = frozenset({"believe", "think", "suspect", "presume", "suppose", "assume", "allege", "say", "report", "understand"})
MAY = frozenset({"could", "may", "might", "must"})
WORK = frozenset({"work", "handiwork", "doing"})
BRINGING = frozenset({"caused", "provoked", "triggered"})
# What those who did it leave behind, to be known by.
TRACES = frozenset({"flag", "pamphlet", "leaflet", "banner", "note", "graffiti", "slogan", "flyer", "insignia", "message", "propaganda"})
LEFT = frozenset({"find", "leave", "discover", "scatter", "paint", "recover"})
PEOPLE = frozenset({"party", "person", "troops", "combatant", "organization"})
SCENES = frozenset({"scene", "site", "spot", "place"})


def supposed_doer(noun: Token) -> Token | None:
    """Return the head of the party that an act is only supposed to be the work of, or None."""
    if noun.dep_ in ("nsubj", "nsubj:pass"):
        return _believed(noun) or _work_of(noun.head) or _blamed_beside(noun.head)
    if noun.dep_ == "nmod" and noun.head.lemma_.lower() in SCENES:
        return _left_at(noun.head)
    brought = next((t for t in noun.children if t.dep_ == "acl" and t.lower_ in BRINGING and is_passive(t)), None)
    return _agent(brought) if brought is not None else None


def _believed(noun: Token) -> Token | None:
    """As in "The killing is believed to have been carried out by X", "The attacks could have been carried out by X"."""
    verb = noun.head
    if verb.lemma_.lower() in SUPPOSING:
        done = child(verb, "xcomp")
        return _agent(done) if done is not None and child(done, "aux:pass") is not None else None
    helpers = {t.lower_ for t in verb.children if t.dep_ == "aux"}
    return _agent(verb) if helpers & MAY and "have" in helpers and child(verb, "aux:pass") is not None else None


def _blamed_beside(verb: Token) -> Token | None:
    """As in "A strike killed 20 people, a committee said, blaming the army"."""
    if verb.dep_ != "ccomp":
        return None
    blaming = (t for t in verb.head.children if t.dep_ == "advcl" and t.lower_ == "blaming")
    return next((blamed for t in blaming if (blamed := child(t, "obj")) is not None), None)


def _work_of(work: Token) -> Token | None:
    """As in "The bombing was the work of X"."""
    if work.lemma_.lower() not in WORK or child(work, "cop") is None:
        return None
    return next((t for t in work.children if t.dep_ == "nmod" and case_of(t) == "of"), None) or child(work, "nmod:poss")


def _left_at(scene: Token) -> Token | None:
    """As in "A flag of X was found at the scene of the attack", "X pamphlets were left at the site of the blast"."""
    verb = scene.head
    trace = child(verb, "nsubj:pass") if verb.lemma_.lower() in LEFT else None
    if trace is None or trace.lemma_.lower() not in TRACES:
        return None
    owner = next((t for t in trace.children if t.dep_ == "nmod" and case_of(t) in ("of", "from")), None)
    return owner or next((t for t in trace.children if t.dep_ in ("compound", "nmod:poss") and t.pos_ == "PROPN"), None)


def _agent(verb: Token) -> Token | None:
    """Return who is named after "by", if it is a name or people: "caused by a gas leak" is nobody's work."""
    agent = child(verb, "obl:agent") or next((t for t in verb.children if t.dep_ == "obl" and case_of(t) == "by"), None)
    is_name = agent is not None and (agent.pos_ == "PROPN" or agent.text[:1].isupper())
    return agent if agent is not None and (is_name or classes_of(agent) & PEOPLE) else None
