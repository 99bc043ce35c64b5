"""Who is meant: every mention of an actor, curated or found, resolved over the article."""

from transforms.actors.find import find_actors
from transforms.actors.index import ActorIndex

__all__ = ["ActorIndex", "find_actors"]
