"""Which numbers count all who were harmed in an event, so that another number can dispute them, and which only some."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.draft import Draft
from transforms.casualties.focus import is_of_wounded
from transforms.casualties.lexicon import word_set
from transforms.casualties.shares import STATES
from transforms.events.word_classes import classes_of
from transforms.parse import start_of
from transforms.tokens import Token

NEW = word_set("a an another one two three several")


def mark_partial(drafts: Sequence[Draft]) -> None:
    """Mark the numbers that count only some of those harmed: "three more", those who died of wounds or lie in hospital, some of a group
    ("nine of its staff"), those of a deed told as a new one after the first, and numbers told as former."""
    for place, draft in enumerate(drafts):
        harm = draft.harm
        draft.is_partial = (
            harm.count.is_more
            or harm.in_hospital
            or draft.is_former
            or (draft.is_share and draft.is_definite)
            or _is_of_wounded(harm.trigger)
            or _is_new_deed(draft, drafts[:place])
        )


def _is_of_wounded(trigger: Token) -> bool:
    """Return whether people died of what they had suffered before, or lie in hospital with it."""
    return trigger.lemma_.lower() in ("hospitalize", "hospitalise") or is_of_wounded(trigger)


def _is_new_deed(draft: Draft, told: Sequence[Draft]) -> bool:
    """Return whether the claim's own sentence brings in its deed as new ("a strike on a house"), after others were counted."""
    event = draft.event
    if event is None or not draft.is_event_own or not any(_is_before(known, draft) for known in told):
        return False
    deed = [token for token in draft.sentence.span if event.trigger_start <= start_of(token) < event.trigger_end]
    if deed and deed[-1].lower_ in STATES:
        return False  # "three wounded" counts people
    doers = [child for child in deed[-1].children if child.dep_ == "nsubj" and "assault" in classes_of(child)] if deed else []
    return any(child.lower_ in NEW for noun in [*deed[-1:], *doers] for child in noun.children)


def _is_before(known: Draft, draft: Draft) -> bool:
    return not known.is_headline and known.sentence.index < draft.sentence.index and known.outcome == draft.outcome
