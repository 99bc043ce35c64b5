"""Who was harmed is told by trade first and by name in the next sentence: "A journalist was shot dead on Tuesday. Cruz was attacked by
gunmen who fired from a motorcycle"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.records import EventMention

ONE = re.compile(r"(?:a|an) ", re.IGNORECASE)
# Sentences on in which the name stands.
NEXT = 1


def with_names(told: Sequence[EventMention]) -> list[EventMention]:
    """Return the mentions of an article, with the person named next as the target of a deed that is told of one without a name."""
    found = list(told)
    for number, mention in enumerate(found):
        if mention.event_type not in ("ASSAULT", "COERCE") or not ONE.match(mention.target_text or ""):
            continue
        named = next((later for later in found[number + 1 :] if _names_target_of(later, mention)), None)
        if named is not None and not any(_is_known_before(named, earlier) for earlier in found[: number + 1]):
            found[number] = replace(mention, target_actors=named.target_actors)
    return found


def _names_target_of(later: EventMention, mention: EventMention) -> bool:
    """Whether the next sentence begins with the name of a person to whom the same kind of thing was done."""
    if (
        later.event_type != mention.event_type
        or not 0 < later.sentence_index - mention.sentence_index <= NEXT
        or later.stance != mention.stance
    ):
        return False
    persons = [actor for actor in later.target_actors if actor.kind == "person"]
    return len(persons) == len(later.target_actors) == 1 and later.evidence.startswith(later.target_text or " ")


def _is_known_before(named: EventMention, earlier: EventMention) -> bool:
    return any(actor in (*earlier.source_actors, *earlier.target_actors) for actor in named.target_actors)
