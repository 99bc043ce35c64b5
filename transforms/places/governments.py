"""A capital that acts is a government, not a place: "Tehran said", "talks between Moscow and Kyiv"; not "in Tehran"."""

from __future__ import annotations

from transforms.actors.capitals import stands_for_government
from transforms.places.countries import capitals
from transforms.places.names import Name
from transforms.tokens import Token


def is_government(name: Name) -> bool:
    """Return whether a name is a seat of government that the grammar makes an actor."""
    is_seat = name.kind == "name" and name.level is None and name.key in capitals()
    return is_seat and stands_for_government(name.head) and not _suffers(name.head)


def _suffers(token: Token) -> bool:
    """Whether a subject undergoes what happens in it: "Kyiv came under attack"."""
    under = any(child.dep_ == "obl" and any(mark.lower_ == "under" for mark in child.children) for child in token.head.children)
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in ("come", "be", "remain", "stay") and under
