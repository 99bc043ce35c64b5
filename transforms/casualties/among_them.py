"""People told in a sentence of its own to be among those of the sentences before: "Among them were two nurses"."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.casualties.harm import Harm
from transforms.casualties.phrases import members
from transforms.casualties.victims import people_in
from transforms.tokens import Token

SUBJECTS = ("nsubj", "nsubj:pass")
# The forms of "be" that tell people to be part of others.
WERE = frozenset({"were", "was", "are"})


def among_those_before(pronoun: Token, outcome: str | None, places: frozenset[int]) -> Iterator[Harm]:
    """Yield the people who "were among them", as a part of whom the sentences before told of with that outcome (None: of nobody)."""
    subjects = [child for child in pronoun.children if child.dep_ in SUBJECTS]
    is_told = any(word.lower_ in WERE for word in (*pronoun.children, *(below for subject in subjects for below in subject.children)))
    if outcome is None or pronoun.lower_ != "them" or not is_told:
        return
    for subject in subjects:
        for member in members(subject):
            victims = people_in(member, places, True)
            if victims is not None:
                yield Harm(outcome, pronoun, victims, victims.count, is_part=True)


def mark_of_those(harms: list[Harm]) -> None:
    """Mark the first people of a sentence that opens with "Of those" as a part of those told of before ("Of those, 21 were dead")."""
    first = next((harm for harm in harms if (harm.count.best or harm.count.low or 0) > 0), None)
    if first is not None:
        first.is_part = True
