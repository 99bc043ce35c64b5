"""On which side of an attack a noun puts somebody: the one who did it, or those it was done to."""

from __future__ import annotations

from transforms.casualties.draft import Draft
from transforms.casualties.lexicon import word_set

PERPETRATORS = word_set(
    "gunman shooter suspect robber attacker assailant bomber burglar intruder perpetrator killer murderer hijacker kidnapper culprit"
    " carjacker"
)
# People of another generation of one family are two people, however definite the words.
GENERATIONS = (
    word_set("mother father mom dad parent grandmother grandfather grandparent stepfather"),
    word_set("son daughter child baby toddler infant grandson granddaughter stepson stepdaughter grandchild"),
)


def is_perpetrator(draft: Draft) -> bool:
    """Return whether the words call somebody the one who did it ("the gunman", "a suspect")."""
    return draft.noun in PERPETRATORS


def sides_fit(one: Draft, other: Draft) -> bool:
    """Return whether two phrases can be of one person by role: a suspect is no homeowner, a mother no daughter."""
    if is_perpetrator(one) != is_perpetrator(other):
        bystander = other if is_perpetrator(one) else one
        if bystander.noun == "victim":
            return False
        if bystander.description.group not in ("unknown", "combatant") and bystander.description.age_sex != "child":
            return False
    if one.names & other.names:
        return True
    return not any((one.noun in first and other.noun in second) for first, second in (GENERATIONS, GENERATIONS[::-1]))
