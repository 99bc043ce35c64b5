"""A capital that acts is a government, not a place: "Tehran said", "talks between Moscow and Kyiv"; not "in Tehran"."""

from __future__ import annotations

from transforms.actors.capitals import stands_for_government
from transforms.places.countries import capitals
from transforms.places.names import Name


def is_government(name: Name) -> bool:
    """Return whether a name is a seat of government that the grammar makes an actor."""
    return name.kind == "name" and name.level is None and name.key in capitals() and stands_for_government(name.head)
