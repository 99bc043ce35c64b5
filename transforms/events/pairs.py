"""Who "the two leaders", "both governments" or "the two sides" are: the two of whom something was told just before."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.curated import state_of
from transforms.events.word_classes import classes_of
from transforms.records import Actor, EventMention
from transforms.tokens import Token

SIDES = frozenset({"side", "country", "nation", "government", "leader", "neighbour", "neighbor", "rival", "capital", "army", "party"})
HELPING = frozenset({"AID", "SUPPORT", "COOPERATE", "MOBILIZE"})
# Sentences back in which the two were told of.
REACH = 2
# The two countries of an article are those of all of it.
LANDS, FAR = frozenset({"country", "nation", "neighbour", "neighbor", "government", "capital"}), 8


def pair_meant(head: Token | None, before: Sequence[EventMention], sentence: int) -> tuple[Actor, ...]:
    """Return the two parties told of last together that a counted noun points back to, or ()."""
    if head is not None and not _is_pair(head):
        head = next((t for t in head.children if t.dep_ == "nmod" and _is_pair(t)), None)  # "the commanders of both sides"
    if head is None:
        return ()
    reach = FAR if head.lemma_.lower() in LANDS else REACH
    for mention in reversed(before):
        if sentence - mention.sentence_index > reach:
            return ()
        if mention.event_type in HELPING:
            continue  # who helps whom are no two sides
        named = {actor.actor_id: actor for actor in (*mention.source_actors, *mention.target_actors)}
        if len(named) == 2 and head.lemma_.lower() not in LANDS:
            return tuple(named.values())
        lands = {state.actor.actor_id: state.actor for actor in named.values() if (state := state_of(actor.country_iso3 or ""))}
        if len(named) == len(lands) == 2:
            return tuple(lands.values())
    return ()


def _is_pair(head: Token) -> bool:
    words = {t.lower_ for t in head.children if t.dep_ in ("det", "nummod", "amod", "det:predet")}
    is_counted = "both" in words or ("two" in words and bool(words & {"the", "these", "those"}))
    is_bare = not any(t.dep_ in ("nmod", "acl", "acl:relcl", "compound") for t in head.children)
    return is_counted and is_bare and (head.lemma_.lower() in SIDES or "party" in classes_of(head))
