"""Who "the two leaders", "both governments" or "the two sides" are: the two of whom something was told just before."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.word_classes import classes_of
from transforms.records import Actor, EventMention
from transforms.tokens import Token

SIDES = frozenset({"side", "country", "nation", "government", "leader", "neighbour", "neighbor", "rival", "capital", "army", "party"})
HELPING = frozenset({"AID", "SUPPORT", "COOPERATE", "MOBILIZE"})
# Sentences back in which the two were told of.
REACH = 2


def pair_meant(head: Token | None, before: Sequence[EventMention], sentence: int) -> tuple[Actor, ...]:
    """Return the two parties told of last together that a counted noun points back to, or ()."""
    if head is None or not _is_pair(head):
        return ()
    for mention in reversed(before):
        if sentence - mention.sentence_index > REACH:
            return ()
        if mention.event_type in HELPING:
            continue  # who helps whom are no two sides
        named = {actor.actor_id: actor for actor in (*mention.source_actors, *mention.target_actors)}
        if len(named) == 2:
            return tuple(named.values())
    return ()


def _is_pair(head: Token) -> bool:
    words = {t.lower_ for t in head.children if t.dep_ in ("det", "nummod", "amod", "det:predet")}
    is_counted = "both" in words or ("two" in words and bool(words & {"the", "these", "those"}))
    is_bare = not any(t.dep_ in ("nmod", "acl", "acl:relcl", "compound") for t in head.children)
    return is_counted and is_bare and (head.lemma_.lower() in SIDES or "party" in classes_of(head))
