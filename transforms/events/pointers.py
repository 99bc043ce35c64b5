"""What "there" means: the place, and failing a day of its own the day, of what was told just before ("Four people were killed there")."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.frames import Candidate
from transforms.parse import Sentence
from transforms.records import EventMention

# Sentences back in which the place may have been named.
REACH = 2
VERBAL = frozenset({"conj", "advcl"})


def told_there(found: Candidate, before: Sequence[EventMention], sentence: Sentence) -> EventMention | None:
    """Return the mention told last at a place that a clause with "there" means, or None."""
    verbs = [found.clause, *(t for t in found.clause.children if t.dep_ in VERBAL), found.clause.head]
    if not any(t.lower_ == "there" and t.dep_ == "advmod" for verb in verbs for t in verb.children):
        return None
    near = [told for told in before if told.place_text is not None and sentence.index - told.sentence_index <= REACH]
    return near[-1] if near else None
