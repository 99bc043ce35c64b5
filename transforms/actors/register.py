"""The actors of one article while it is read: curated ones, derived ones, found ones, and the surfaces under which each was seen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from transforms.actors.curated import actors
from transforms.records import Actor

if TYPE_CHECKING:
    from transforms.tokens import Token


@dataclass(slots=True)
class Sighting:
    """A mention while the article is read. `basis` says what it rests on: name, state, demonym, capital, phrase, office, person,
    organisation, short, pronoun, unnamed. `actor_ids` has several where the name is ambiguous, none where it is unresolved."""

    start: int
    end: int
    sentence: int
    actor_ids: tuple[str, ...]
    basis: str
    head: Token
    noun_class: str = ""

    @property
    def actor_id(self) -> str | None:
        """The one actor meant, or None."""
        return self.actor_ids[0] if len(self.actor_ids) == 1 else None

    def covers(self, start: int, end: int) -> bool:
        """Whether a span lies within this one."""
        return self.start <= start and end <= self.end

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a span shares a character with this one."""
        return self.start < end and start < self.end


@dataclass(slots=True)
class Register:
    """Who is known in this article. Curated actors are always known; found and derived ones are added as they are read."""

    _known: dict[str, Actor] = field(default_factory=dict)
    _surfaces: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, actor: Actor) -> str:
        """Add an actor unless its id is curated or known already; return its id."""
        if actor.actor_id not in actors():
            self._known.setdefault(actor.actor_id, actor)
        return actor.actor_id

    def change(self, actor: Actor) -> None:
        """Put what the article tells later of an actor that it brought itself; curated ones stay as they are."""
        if actor.actor_id in self._known:
            self._known[actor.actor_id] = actor

    def get(self, actor_id: str) -> Actor:
        """Return an actor as known so far, without the surfaces of this article."""
        return actors().get(actor_id) or self._known[actor_id]

    def see(self, actor_id: str, surface: str) -> None:
        """Note a name under which the article mentions an actor."""
        self._surfaces.setdefault(actor_id, {})[surface] = None

    def finished(self) -> dict[str, Actor]:
        """Return the actors seen, each once, with its surfaces among its aliases in the order of the text."""
        return {actor_id: self._with_surfaces(actor_id) for actor_id in self._surfaces}

    def _with_surfaces(self, actor_id: str) -> Actor:
        actor = self.get(actor_id)
        names = dict.fromkeys((*actor.aliases, *self._surfaces[actor_id]))
        names.pop(actor.name, None)
        return replace(actor, aliases=tuple(names))
