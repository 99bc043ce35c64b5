"""What two mentions of an article say they hit: a plane is no convoy, a truce no embassy, a hall in one town no airport of another, an
officer no suspect."""

from __future__ import annotations

import re
from functools import cache

from transforms.events.word_classes import word_classes
from transforms.resolve.deed import head_of, is_exchange
from transforms.resolve.profile import Profile

# What moves, each kind unlike the others; weapons that fly are no targets told apart by it.
AIRCRAFT = frozenset({"helicopter", "plane", "aircraft", "airliner", "jet", "warplane"})
ON_ROADS = frozenset({"convoy", "patrol", "motorcade", "checkpoint", "checkpost"})
# Who shot, and whom he shot: what harms the one is no deed that harms the other.
SUSPECTS = frozenset({"suspect", "gunman", "shooter", "attacker", "assailant", "robber", "intruder", "burglar"})
OFFICERS = frozenset({"officer", "deputy", "trooper", "policeman", "constable", "victim", "bystander", "customer", "clerk", "cashier"})
NAME = re.compile(r"\b(?!The\b)[A-Z][\w'-]+")
# Facilities that are whole places, of which a village or a building may be part.
WIDE = frozenset(
    {"town", "city", "village", "suburb", "neighbourhood", "neighborhood", "district", "camp", "area", "base", "site", "position"}
)


def are_other_things(left: Profile, right: Profile) -> bool:
    """Whether two mentions of an article tell of two deeds by what was hit: unlike things, or two buildings each with a name of its own."""
    texts = left.row["target_text"], right.row["target_text"]
    if left.event_type != "ASSAULT" or None in texts:
        return False
    kinds = _kind(texts[0]), _kind(texts[1])
    if "truce" in kinds:
        return kinds[0] != kinds[1]
    if left.is_mutual or right.is_mutual:
        return False
    if kinds[0] is not None and kinds[1] is not None:
        return kinds[0] != kinds[1]
    heads = head_of(texts[0]), head_of(texts[1])
    if not (is_exchange(left.row) or is_exchange(right.row)) and any(heads[i] in SUSPECTS and heads[1 - i] in OFFICERS for i in (0, 1)):
        return True
    is_built = all(_is(head, "facility") and head not in WIDE for head in heads)
    names = set(NAME.findall(texts[0])), set(NAME.findall(texts[1]))
    return is_built and heads[0] != heads[1] and all(names) and names[0].isdisjoint(names[1])


def are_two_at_once(left: Profile, right: Profile) -> bool:
    """Whether one sentence tells of two deeds, each by its own means and to others ("A drone killed a man in X, and shelling injured two
    passengers in Y")."""
    if left.article_id != right.article_id or left.sentence != right.sentence or left.is_backward or right.is_backward:
        return False
    is_other = left.mode is not None and right.mode is not None and left.mode != right.mode
    return is_other and bool(left.target_words and right.target_words) and left.target_words.isdisjoint(right.target_words)


@cache
def _kind(text: str) -> str | None:
    head = head_of(text)
    if head in AIRCRAFT:
        return "aircraft"
    if head in ON_ROADS:
        return "vehicle"
    return next((name for name in ("truce", "vessel", "vehicle") if _is(head, name)), None)


def _is(head: str | None, name: str) -> bool:
    return head is not None and name in word_classes().get(head, ())
