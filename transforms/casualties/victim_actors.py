"""Which actor the words for the victims name, and whether that name alone says that they bear arms."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.draft import Draft
from transforms.casualties.lexicon import noun_of
from transforms.parse import start_of
from transforms.records import Actor, ActorMention


def are_fighters(actors: Sequence[ActorMention], draft: Draft) -> bool:
    """Return whether nothing but the name of an armed group says who the victims are ("three Maoists")."""
    victims = draft.harm.victims
    if victims is None or draft.description.group != "unknown" or noun_of(victims.head) is not None:
        return False
    at = start_of(victims.head)
    named = (mention.actor for mention in actors if mention.span_start <= at < mention.span_end and not mention.is_pronoun)
    return any(actor is not None and actor.kind == "armed_group" for actor in named)


def actor_at(actors: Sequence[ActorMention], start: int, end: int, group: str) -> Actor | None:
    """Return the armed group, force or person named among the victims, the longest mention first; no force of a state for fighters
    (`group`), as "the commander" may be either's."""
    inside = [mention for mention in actors if mention.actor is not None and mention.span_start < end and mention.span_end > start]
    kinds = ("armed_group", "state_forces", "party", "igo", "ngo", "media", "person")
    fitting = [
        mention
        for mention in inside
        if mention.actor is not None and mention.actor.kind in kinds and not (mention.is_pronoun and mention.span_end < end)
    ]  # "his grandmother" is not he
    best = min(fitting, key=lambda mention: (mention.span_start - mention.span_end, mention.span_start), default=None)
    if best is None or best.actor is None or (group == "combatant" and best.actor.kind == "state_forces"):
        return None
    return best.actor
