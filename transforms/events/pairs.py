"""Who "the two leaders", "both governments" or "the two sides" are: the two of whom something was told just before."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.curated import state_of
from transforms.events.relevance import is_definite
from transforms.events.word_classes import classes_of
from transforms.records import Actor, EventMention
from transforms.tokens import Token

SIDES = frozenset({"side", "country", "nation", "government", "leader", "neighbour", "neighbor", "rival", "capital", "army", "party"})
HELPING = frozenset({"AID", "SUPPORT", "COOPERATE", "MOBILIZE"})
# Sentences back in which the two were told of.
REACH = 4
# The two countries of an article are those of all of it.
LANDS, FAR = frozenset({"country", "nation", "neighbour", "neighbor", "government", "capital"}), 8


def pair_meant(head: Token | None, before: Sequence[EventMention], sentence: int) -> tuple[Actor, ...]:
    """Return the two parties told of last together that a counted noun points back to, or ()."""
    if head is not None and head.lower_ in ("parties", "sides") and not _is_pair(head) and is_definite(head):
        return _only_fight(before)  # "urged the parties to return to talks"
    if head is not None and not _is_pair(head):
        head = next((t for t in head.children if t.dep_ in ("nmod", "nmod:poss") and _is_pair(t)), None)  # "both sides' leaders"
    if head is None:
        return ()
    if (fighting := _only_fight(before)) and head.lemma_.lower() not in LANDS:
        return fighting
    reach = FAR if head.lemma_.lower() in LANDS else REACH
    for mention in reversed(before):
        if sentence - mention.sentence_index > reach:
            return ()
        if mention.event_type in HELPING:
            continue  # who helps whom are no two sides
        if mention.event_mode == "disapprove":
            continue  # nor are who condemns and who is condemned
        named = {actor.actor_id: actor for actor in (*mention.source_actors, *mention.target_actors)}
        named = _with_fighters(named, before, sentence - reach) if head.lemma_.lower() not in LANDS else named
        lands = {state.actor.actor_id: state.actor for actor in named.values() if (state := state_of(actor.country_iso3 or ""))}
        are_states = len(lands) == 2 and not any(actor.kind == "armed_group" for actor in named.values())
        if len(named) == 2 and head.lemma_.lower() not in LANDS and not are_states:
            return tuple(named.values())
        if len(named) == len(lands) == 2:
            return tuple(lands.values())
    return ()


def _only_fight(before: Sequence[EventMention]) -> tuple[Actor, ...]:
    """Return the two who are told to fight each other, by their first names, where all fights told are between them, or ()."""
    fights = [m.source_actors for m in before if m.event_type == "ASSAULT" and len(m.source_actors) > 1]
    fights = [sides for sides in fights if len(sides) == 2 and any(m.source_actors == sides == m.target_actors for m in before)]
    return fights[0] if len(set(map(_names_of, fights))) == 1 else ()


def _names_of(sides: Sequence[Actor]) -> frozenset[str]:
    """Return what two fighters are known by: their countries, or where both are of one country their own names."""
    lands = frozenset(actor.country_iso3 or actor.actor_id for actor in sides)
    return lands if len(lands) > 1 else frozenset(actor.actor_id for actor in sides)


def _with_fighters(named: dict[str, Actor], before: Sequence[EventMention], first: int) -> dict[str, Actor]:
    """Return the parties with a people replaced by the armed group of it that was told of since a sentence ("strikes killed 33
    Palestinians ... Hamas rejected the claim ... both sides")."""
    told = [actor for one in before if one.sentence_index >= first for actor in (*one.source_actors, *one.target_actors)]
    groups = {actor.country_iso3: actor for actor in told if actor.kind == "armed_group"}
    meant = [groups.get(actor.country_iso3, actor) if actor.kind == "population" else actor for actor in named.values()]
    return {actor.actor_id: actor for actor in meant}


def partner_meant(sources: Sequence[Actor], before: Sequence[EventMention], sentence: int) -> tuple[Actor, ...]:
    """Return the state with which another one, told of with it alone in this sentence or the last, has the ties that it cuts
    ("Thailand recalled its envoy from Phnom Penh. Cambodia downgraded ties."), or ()."""
    if len(sources) != 1 or (own := state_of(sources[0].country_iso3 or "")) is None:
        return ()
    for mention in reversed(before):
        if sentence - mention.sentence_index > 1:
            return ()
        named = {actor.country_iso3 for actor in (*mention.source_actors, *mention.target_actors)}
        others = [land for land in named if land not in (own.actor.country_iso3, None)]
        is_beside = mention.sentence_index == sentence  # "Mexico granted her asylum, and Lima broke off relations"
        if len(others) == 1 and (is_beside or (len(named) == 2 and own.actor.country_iso3 in named)):
            other = state_of(others[0] or "")
            return (other.actor,) if other is not None else ()
    return ()


def is_each_other(word: Token) -> bool:
    """Whether a word is "each other" or "one another"."""
    following = word.nbor(1).lower_ if word.i + 1 < word.sent.end else ""
    return (word.lower_, following) in (("each", "other"), ("one", "another"))


def _is_pair(head: Token) -> bool:
    words = {t.lower_ for t in head.children if t.dep_ in ("det", "nummod", "amod", "det:predet")}
    is_counted = "both" in words or ("two" in words and bool(words & {"the", "these", "those"}))
    is_bare = not any(t.dep_ in ("nmod", "acl", "acl:relcl", "compound") for t in head.children)
    return is_counted and is_bare and (head.lemma_.lower() in SIDES or "party" in classes_of(head))
