"""On which side of an attack a noun puts somebody: the one who did it, or those it was done to."""

from __future__ import annotations

from transforms.casualties.draft import Draft
from transforms.casualties.lexicon import word_set

PERPETRATORS = word_set(
    "gunman shooter suspect robber attacker assailant bomber burglar intruder perpetrator killer murderer hijacker kidnapper culprit"
    " carjacker bandit raider"
)
PRONOUNS = word_set("he she him her")
# People of another generation of one family are two people, however definite the words.
GENERATIONS = (
    word_set("mother father mom dad parent grandmother grandfather grandparent stepfather"),
    word_set("son daughter child baby toddler infant grandson granddaughter stepson stepdaughter grandchild"),
)


def share_name(one: Draft, other: Draft, names: frozenset[str]) -> bool:
    """Return whether `names`, by which one goes, can be the other's: "Ransom" is April Ransom or Thomas Ransom, who are two."""
    shared = other.names & names
    if len(shared) != 1 or len(other.names) == 1 or len(names) == 1:
        return bool(shared)
    return shared != {other.last_name}


def is_perpetrator(draft: Draft) -> bool:
    """Return whether the words call somebody the one who did it ("the gunman", "a suspect")."""
    return draft.noun in PERPETRATORS


def sides_fit(one: Draft, other: Draft) -> bool:
    """Return whether two phrases can be of one person by role: a suspect is no homeowner, a mother no daughter."""
    if is_perpetrator(one) != is_perpetrator(other):
        bystander = other if is_perpetrator(one) else one
        if bystander.noun == "victim" or ((other if bystander is one else one).is_share and bystander.harm.is_part):
            return False  # "one of the attackers" is none of those listed among the dead
        if bystander.description.group not in ("unknown", "combatant") and bystander.description.age_sex != "child":
            return False
    if share_name(one, other, one.names):
        return True
    return not any((one.noun in first and other.noun in second) for first, second in (GENERATIONS, GENERATIONS[::-1]))


def hands_fit(one: Draft, other: Draft) -> bool:
    """Return whether a suicide and a death told with other words can be one: by name, as the attacker's, or told on with a pronoun."""
    if one.harm.is_suicide == other.harm.is_suicide or share_name(one, other, one.names):
        return True
    if "child" in (one.description.age_sex, other.description.age_sex):
        return True
    plain = other if one.harm.is_suicide else one
    if is_perpetrator(plain):
        return True
    if one.noun not in PRONOUNS or one.sentence.index - other.sentence.index > 2:
        return False
    return other.harm.is_suicide or other.noun in PRONOUNS
