"""One harm for each group of people that a sentence tells of twice, with two verbs or as a number and again with its people."""

from __future__ import annotations

from transforms.casualties.harm import Harm
from transforms.tokens import Token

# Of two outcomes told of the same people in one sentence ("shot and killed"), the graver one stands.
GRAVITY = {"killed": 0, "injured": 1, "abducted": 2, "detained": 3, "missing": 4, "displaced": 5, "casualties": 6}


def without_doubles(harms: list[Harm]) -> list[Harm]:
    """Return one harm for each group of people: the graver outcome of two, and "killed or wounded" as casualties."""
    best: dict[int, Harm] = {}
    nouns = {harm.count.first: harm.key for harm in sorted(harms, key=lambda harm: harm.key) if harm.count.first >= 0}
    for harm in harms:
        key = harm.key
        if key == harm.count.first and any(_are_alternatives(other.trigger, harm.trigger) for other in harms if other is not harm):
            key = nouns[key]  # "killed or wounded 12 apostates": the number of one is the people of the other
        known = best.get(key)
        if known is None:
            best[key] = harm
            continue
        known.victims = harm.victims if harm.key > known.key else known.victims
        if known.outcome != harm.outcome and _are_alternatives(known.trigger, harm.trigger):
            killed = "killed" in (known.outcome, harm.outcome) and (known.may_be_dead or harm.may_be_dead)
            known.outcome = "killed" if killed else "casualties"  # "stabbed or strangled" says how, "killed or wounded" not what
        elif _weight(harm) < _weight(known):
            best[key] = harm
    return sorted(best.values(), key=lambda harm: (harm.key, harm.trigger.i))


def _weight(harm: Harm) -> tuple[bool, int, bool, bool]:
    """Return what decides between two readings of the same people: their own word of harm comes before that of their list, a number before
    none."""
    return (harm.by_list, GRAVITY[harm.outcome], harm.count.first < 0, harm.may_be_dead)


def _are_alternatives(first: Token, second: Token) -> bool:
    between = first.doc[min(first.i, second.i) + 1 : max(first.i, second.i)]
    if {first.lower_, second.lower_} in ({"killed", "wounded"}, {"killed", "injured"}) and [token.lower_ for token in between] == ["and"]:
        return True  # "killed and wounded over 300" counts both together
    return len(between) <= 2 and any(token.lower_ in ("or", "and/or") for token in between)


def without_echoes(harms: list[Harm]) -> list[Harm]:
    """Return the harms without a bare toll whose number another harm has with its people ("the toll was 50 dead")."""
    counted: dict[tuple[str, int], Harm] = {}
    for harm in harms:
        if harm.victims is not None and harm.count.first >= 0:
            counted[harm.outcome, harm.count.first] = harm  # the last is the noun: "25 dead bodies"
    return [harm for harm in harms if counted.get((harm.outcome, harm.count.first), harm) is harm]
