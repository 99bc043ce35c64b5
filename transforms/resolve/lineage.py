"""Who belongs to whom among the actors, and who may be another one under a vaguer name."""

from __future__ import annotations

from dataclasses import dataclass, field

# How the id of "Pakistani militants" ends, who have no name.
VAGUE_GROUP = "_militants"


@dataclass(slots=True)
class Lineage:
    """Who belongs to whom: an actor's own id, then its parents up to the state; and the country of each."""

    parents: dict[str, str]
    countries: dict[str, str]
    states: frozenset[str] = frozenset()
    kinds: dict[str, str] = field(default_factory=dict)
    # Of persons: the office as told, and the last name of those who are known by one, in lower case.
    roles: dict[str, str] = field(default_factory=dict)
    surnames: dict[str, str] = field(default_factory=dict)
    _lines: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def up(self, actor_id: str) -> tuple[str, ...]:
        """Return the actor and its parents, nearest first; a circle ends where it began."""
        if actor_id not in self._lines:
            line = [actor_id]
            while (parent := self.parents.get(line[-1])) is not None and parent not in line:
                line.append(parent)
            self._lines[actor_id] = tuple(line)
        return self._lines[actor_id]

    def is_akin(self, one: str, other: str) -> bool:
        """Return whether one actor may be the other by a vaguer name: an office and a person who holds it, the militants of a country and
        an armed group of it."""
        mine, theirs = self.countries.get(one), self.countries.get(other)
        if mine and theirs and mine != theirs:
            return False
        if self.may_be_of(one, other):
            return mine == theirs
        is_same_office = self.roles.get(one) is not None and self.roles.get(one) == self.roles.get(other)
        return is_same_office and (one in self.surnames) != (other in self.surnames)

    def may_be_of(self, one: str, other: str) -> bool:
        """Return whether one of two actors is an armed group and the other nameless militants, who may be its men from across a border."""
        both_armed = self.kinds.get(one) == self.kinds.get(other) == "armed_group"
        return both_armed and one.endswith(VAGUE_GROUP) != other.endswith(VAGUE_GROUP)

    def root(self, actor_id: str) -> str:
        """Return the topmost parent, the actor itself if it has none."""
        line = self._lines.get(actor_id) or self.up(actor_id)
        return line[-1]
