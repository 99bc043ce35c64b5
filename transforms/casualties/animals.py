"""Whether a name is a person's or an animal's."""

from __future__ import annotations

from transforms.casualties.lexicon import looks_like_person, noun_of
from transforms.casualties.verb_reading import WOUND_KINDS
from transforms.places.countries import demonyms
from transforms.tokens import Token


def is_of_person(wound: Token, name: Token) -> bool:
    """Return whether a name that a wound of a shot, a stab or a blast is told of is a person's, and no animal's ("Niko, an Akita,")."""
    is_wound_of_arms = wound.lower_ in ("wound", "wounds") and wound.i > wound.sent.start and wound.nbor(-1).lower_ in WOUND_KINDS
    kinds = [child for child in name.children if child.dep_ == "appos" and noun_of(child) is None and _is_indefinite(child)]
    return is_wound_of_arms and all(child.lower_ in demonyms() or looks_like_person(child) for child in kinds)


def _is_indefinite(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in ("a", "an") for child in noun.children)
