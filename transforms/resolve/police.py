"""The police of a deed, whom one article calls by their town, their rank or their number ("Alder Creek police", "one of the officers"), and
of whom the table of actors mostly knows no more than the country."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from transforms.places.countries import country_by_name
from transforms.resolve.deed import head_of

RANKS = frozenset({"police", "officer", "policeman", "policewoman", "cop", "trooper", "deputy", "constable"})
# Riot police meet crowds, whoever shot whom before.
OTHER_FORCES = re.compile(r"\b(?:army|military|naval|navy|air force|intelligence|customs|riot)\b", re.IGNORECASE)
# How the ids of those end of whom only the country is known.
NAMELESS = ("_police", "_forces")
FOUND = "actor_"
# The police of a town.
OF_TOWN = re.compile(r"\b(?!(?:The|Metropolitan|National|Federal|State|County|Riot|Transit)\b)([A-Z][\w'’-]+) [Pp]olice\b")


@lru_cache(maxsize=20_000)  # asked of each two mentions that are compared
def is_of_police(text: str | None) -> bool:
    """Whether words name police, and no other force of a state."""
    return head_of(text) in RANKS and OTHER_FORCES.search(text or "") is None


def are_nameless(actors: Set[str]) -> bool:
    """Whether a side has no actor, or such as only their country is known of."""
    return all(actor.endswith(NAMELESS) and not actor.startswith(FOUND) for actor in actors)


@lru_cache(maxsize=20_000)
def town_of_police(text: str | None) -> str | None:
    """Return the town whose police words name, None of none and of a country's."""
    found = OF_TOWN.search(text or "")
    return found[1] if found is not None and country_by_name(found[1]) is None else None
