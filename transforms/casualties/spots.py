"""Where in a sentence names of places stand."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.harm import Harm
from transforms.records import PlaceMention
from transforms.tokens import Span


def positions(mentions: Sequence[PlaceMention], span: Span) -> frozenset[int]:
    """Return the positions of the words of places."""
    return frozenset(token.i for mention in mentions for token in span if mention.span_start <= token.start < mention.span_end)


def stands_under(mention: PlaceMention, harm: Harm) -> bool:
    """Return whether a place stands in the clause of the word of harm."""
    return any(mention.span_start <= token.start < mention.span_end for token in harm.trigger.subtree)
