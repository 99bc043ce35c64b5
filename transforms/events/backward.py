"""Which mentions only point back to what was told before: "the attack", "that strike", a bombing that its own doers own up to."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.frames import Candidate
from transforms.events.noun_phrase import is_none
from transforms.events.relevance import is_definite, is_owning_day, is_told_whole
from transforms.events.repairs import child
from transforms.events.word_classes import classes_of
from transforms.records import Actor, Attribution
from transforms.tokens import Token

CLAIMED = frozenset({"claimed_responsibility", "accused", "denied"})


def is_backward(found: Candidate, stance: str) -> bool:
    """Whether a mention only points back: a definite noun without a side of its own (who claims
    it or is accused of it does not tell it), or a noun that never tells by itself."""
    if found.trigger.pos != "noun":
        if "backward" in found.trigger.flags:
            return True  # "claimed responsibility"
        bomb = found.slots.get("obj")  # "its members had planted the explosive"
        return found.target is None and bomb is not None and is_definite(bomb) and bool(classes_of(bomb) & {"bomb", "explosive"})
    if "backward" in found.trigger.flags:
        return not is_told_whole(found)
    is_claim = found.light is not None and found.light.lemma_.lower() == "claim"
    is_bare = is_claim and not any(t.dep_ in ("det", "amod", "nummod", "compound") for t in found.token.children)
    if any(map(is_owning_day, found.token.children)):
        return True  # "Friday's attack on the hospital" was told before
    if is_definite(found.token) and found.source is None and (_is_dated_again(found.token) or _is_shown(found.token)):
        return True
    is_named = (
        found.target is not None and found.target.dep_ == "compound" and found.target.head == found.token and found.target.tag_ == "NN"
    )
    if not (is_definite(found.token) or is_bare) or (found.target is not None and not is_named):
        return False  # "al Shabaab claims attack" is a headline's "the attack"
    is_without_doer = found.source is None or is_none(found.source)
    return (found.light is None or is_claim or stance == "accused") and (is_without_doer or stance in CLAIMED)


def _is_shown(noun: Token) -> bool:
    """Whether a noun points to what was told just before ("That strike killed a commander")."""
    return any(t.dep_ == "det" and t.lower_ in ("this", "that") for t in noun.children)


def _is_dated_again(noun: Token) -> bool:
    """Whether a definite noun is only told to have been at a time or place ("The assault on the island took place before dawn")."""
    verb = noun.head
    took = child(verb, "obj") if verb.lemma_.lower() == "take" else None
    is_event = verb.lemma_.lower() in ("occur", "happen") or (took is not None and took.lower_ == "place")
    return noun.dep_ == "nsubj" and is_event


def is_owned_up(found: Candidate, claim: Attribution | None, sources: Sequence[Actor]) -> bool:
    """Whether who did it says that he did what was told before ("said one of its fighters had carried out the bombing at the camp")."""
    is_own = claim is not None and claim.source_actor is not None and claim.source_actor in sources
    return is_own and found.trigger.pos == "noun" and is_definite(found.token)
