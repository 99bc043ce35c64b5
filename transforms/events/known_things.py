"""Whose a thing is that the reader knows already: "The convoy", after "an attack on a convoy of peacekeepers"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.events.aims import FORCE
from transforms.events.frames import Candidate
from transforms.events.repairs import child
from transforms.events.word_classes import classes_of
from transforms.records import Actor, EventMention

# How many sentences back a thing was brought up.
REACH = 4
OWNED = frozenset({"facility", "vehicle", "aircraft", "ship", "troops", "prisoner"})
# What follows the noun of a phrase.
BEHIND = re.compile(r"\s+(?:and|of|in|at|near|on|outside|from|with|carrying|that|which|belonging)\b|,")


def owners_of_known(found: Candidate, before: Sequence[EventMention], sentence: int) -> tuple[Actor, ...]:
    """Return those on whom a deed told before was done, when its target is called by the same noun as a bare "the" thing here, or ()."""
    thing = found.target
    if thing is None or found.event_type not in FORCE or thing.pos_ != "NOUN" or not classes_of(thing) & OWNED:
        return ()
    pointer = child(thing, "det")
    is_bare = child(thing, "amod", "compound", "nmod", "nmod:poss", "nummod") is None
    if pointer is None or pointer.lower_ not in ("the", "this", "that") or not is_bare:
        return ()
    for mention in reversed(before):
        if sentence - mention.sentence_index > REACH:
            break
        is_deed = mention.event_type in FORCE and mention.target_text is not None
        if is_deed and BEHIND.split(str(mention.target_text).lower(), maxsplit=1)[0].endswith(thing.lower_):
            return mention.target_actors
    return ()
