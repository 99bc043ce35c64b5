"""Names of ships and cars, some of which are made of a word for people ("the Sirius Star", "a 2002 Ford Explorer")."""

from __future__ import annotations

from transforms.casualties.phrases import NAME_PARTS
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

# What stands before a ship's name.
SHIPS = frozenset({"MV", "SS", "USS", "HMS", "INS", "MT"})


def is_vehicle(name: Token) -> bool:
    """Return whether a name is a ship's or a car's ("the tanker Sirius Star", "the MV Gibe", "a 2002 Ford Explorer")."""
    parts = [child for child in name.children if child.i < name.i] if name.pos_ == "PROPN" else []
    named = any("vessel" in classes_of(part) or part.text in SHIPS for part in parts if part.dep_ in NAME_PARTS)
    return named or any(part.text.isdecimal() and len(part.text) == 4 for part in parts)
