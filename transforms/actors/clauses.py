"""Who says or does what a clause holds."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.tokens import Token


def subjects_above(token: Token) -> Iterator[Token]:
    """Yield the subjects of the verbs that govern the clause a token stands in, the nearest first: who says or does that it is so."""
    seen = token
    while seen.head.i != seen.i:
        is_clause = seen.dep_ in ("ccomp", "xcomp", "advcl", "acl", "parataxis")
        seen = seen.head
        if is_clause:
            yield from (child for child in seen.children if child.dep_ in ("nsubj", "nsubj:pass"))
