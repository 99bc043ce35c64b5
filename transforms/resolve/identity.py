"""Ids of events: from the content of their first mention, kept when an event that is already known gains mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from transforms.ids import content_id
from transforms.resolve.groups import Cluster
from transforms.resolve.profile import Profile


def event_ids(clusters: Sequence[Cluster], known: Mapping[str, str], first_ids: Sequence[str] = ()) -> list[str]:
    """Return one id a cluster. `known` maps mention ids to the event ids of the last run: a cluster keeps the id that most of its
    mentions had; where two clusters claim one id, the one with more of its mentions keeps it and the other gets a new one.
    `first_ids`: the ids of the first clusters, which are known events and keep them."""
    claims: list[tuple[int, str, int]] = []
    for index, group in enumerate(clusters[len(first_ids) :], len(first_ids)):
        had = Counter(known[member.mention_id] for member in group.members if member.mention_id in known)
        claims += [(-count, event_id, index) for event_id, count in had.items()]
    chosen: dict[int, str] = dict(enumerate(first_ids))
    taken: set[str] = set(first_ids)
    for _, event_id, index in sorted(claims, key=lambda claim: (claim[0], claim[1], _first(clusters[claim[2]]).mention_id)):
        if index not in chosen and event_id not in taken:
            chosen[index] = event_id
            taken.add(event_id)
    for index, group in enumerate(clusters):
        if index not in chosen:
            chosen[index] = _new_id(group, taken)
            taken.add(chosen[index])
    return [chosen[index] for index in range(len(clusters))]


def _new_id(group: Cluster, taken: Set[str]) -> str:
    """Return the id of the event's first mention, with a number where that is the id of an event which the mention left."""
    first = _first(group).mention_id
    event_id, number = content_id("event", first), 1
    while event_id in taken:
        number += 1
        event_id = content_id("event", first, number)
    return event_id


def _first(group: Cluster) -> Profile:
    return min(group.members, key=lambda member: (member.published is None, str(member.published), member.order, member.mention_id))
