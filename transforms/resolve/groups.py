"""An event in the making: the mentions put together so far, and how many misread ones it bears."""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.resolve.profile import Profile

# One member in so many may be misread, and then contradicts what is right.
MEMBERS_A_SLIP = 6


@dataclass(slots=True)
class Cluster:
    """One event in the making. `is_known`: it was an event before this run, and stays one of its own."""

    members: list[Profile] = field(default_factory=list)
    is_known: bool = False

    @property
    def articles(self) -> set[str]:
        """The articles that tell it."""
        return {member.article_id for member in self.members}
