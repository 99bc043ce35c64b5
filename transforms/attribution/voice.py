"""The voice and tense of a verb of saying: passive or active, finite or bare."""

from __future__ import annotations

from transforms.tokens import Token

BEFORE_INVERSION = frozenset({",", '"', "'", "-", ";"})
SAYING = frozenset({"said", "says"})  # never without their auxiliary in the passive, and without a noun phrase as object


def is_passive(verb: Token) -> bool:
    """Return whether a verb is in the passive: a passive subject or auxiliary, an agent, or a bare past participle on a noun."""
    below = {t.dep_ for t in verb.children}
    if "nsubj:pass" in below and not below & {"aux:pass", "aux", "obl:agent"} and verb.lower_ in SAYING:
        return False  # "a driver who asked not to be named said": the parser takes the passive for the speaker's own
    if below & {"nsubj:pass", "aux:pass", "obl:agent"} or _is_raised(verb):
        return True
    if verb.dep_ != "acl" or verb.lower_.endswith("ing") or any(t.lower_ == "to" or t.dep_ == "ccomp" for t in verb.children):
        return False
    return verb.i == 0 or verb.doc[verb.i - 1].text not in BEFORE_INVERSION


def _is_raised(verb: Token) -> bool:
    """Return whether a bare participle of thinking takes "to be": "the attackers, suspected to be members of X, burned ..."."""
    if verb.lower_ not in ("suspected", "believed", "thought", "alleged", "presumed", "reported", "known", "understood"):
        return False
    return any(
        child.i > verb.i
        and child.dep_ in ("xcomp", "ccomp")
        and any(mark.dep_ == "mark" and mark.lower_ == "to" for mark in child.children)
        for child in verb.children
    )


def is_finite(verb: Token) -> bool:
    """Return whether a verb is in a tense: no participle in -ing, no infinitive."""
    return not verb.lower_.endswith("ing") and not any(t.lower_ == "to" and t.dep_ == "mark" for t in verb.children)


def is_bare(verb: Token) -> bool:
    """Return whether a verb is without its own subject and tense: a participle or an infinitive."""
    form = verb.morph.get("VerbForm", [])
    return not form or form[0] in ("Part", "Inf", "Ger") or verb.lower_.endswith("ing")
