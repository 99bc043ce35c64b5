"""Which actor a span or a syntactic head means, for the stages that follow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from transforms.records import Actor, ActorMention


class ActorIndex:
    """The actor mentions of one article, found by offsets."""

    def __init__(self, mentions: Iterable[ActorMention]) -> None:
        """Take the mentions of one article, in any order."""
        self._mentions = sorted(mentions, key=lambda m: (m.span_start, -m.span_end))
        self._starts = [mention.span_start for mention in self._mentions]
        self._longest = max((mention.span_end - mention.span_start for mention in self._mentions), default=0)
        self._heads: dict[int, ActorMention] = {}
        for mention in self._mentions:
            known = self._heads.get(mention.head_start)
            if known is None or _rank(mention) > _rank(known):
                self._heads[mention.head_start] = mention

    def known(self) -> list[Actor]:
        """Return the actor of each mention that is resolved, in the order of the text."""
        return [mention.actor for mention in self._mentions if mention.actor is not None]

    def by_head(self, offset: int) -> ActorMention | None:
        """Return the mention whose head word begins at an offset; of several, a resolved one, then the longest."""
        return self._heads.get(offset)

    def at(self, start: int, end: int) -> ActorMention | None:
        """Return the mention of a span: one whose head lies in it before one that only overlaps; resolved ones first, then the longest."""
        first, last = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        near = [m for m in self._mentions[first:last] if m.span_end > start]
        if len(near) < 2:
            return near[0] if near else None
        inside = [m for m in near if start <= m.head_start < end]
        return max(inside or near, key=lambda m: (*_rank(m), -m.span_start), default=None)


def _rank(mention: ActorMention) -> tuple[bool, int]:
    return mention.actor is not None, mention.span_end - mention.span_start
