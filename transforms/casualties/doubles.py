"""One harm for each group of people that a sentence tells of twice, with two verbs or as a number and again with its people."""

from __future__ import annotations

from transforms.casualties.harm import Harm
from transforms.casualties.verb_reading import is_passive
from transforms.tokens import Token

# Of two outcomes told of the same people in one sentence ("shot and killed"), the graver one stands.
GRAVITY = {"killed": 0, "injured": 1, "abducted": 2, "detained": 3, "missing": 4, "displaced": 5, "casualties": 6}


# Who is wounded and arrested was harmed twice.
TAKEN, HURT = ("detained", "abducted"), ("killed", "injured", "casualties")


def without_doubles(harms: list[Harm]) -> list[Harm]:
    """Return one harm for each group of people: the graver outcome of two, and "killed or wounded" as casualties; of people who were both
    hurt and taken away, both."""
    taken = [harm for harm in harms if harm.outcome in TAKEN and any(_are_two_fates(harm, other) for other in harms)]
    own = {id(harm) for harm in taken}
    kept = [*_graver([harm for harm in harms if id(harm) not in own]), *_graver(taken)]
    return sorted(kept, key=lambda harm: (harm.key, harm.trigger.i))


def _are_two_fates(taking: Harm, other: Harm) -> bool:
    """Return whether people who were taken away were also hurt, each by a verb of its own and all of them ("was shot and arrested"); of
    "killed and captured 12 rebels" nobody knows how many were which."""
    if other.outcome not in HURT or other.key != taking.key or other.trigger is taking.trigger or other.by_list != taking.by_list:
        return False
    if _are_alternatives(taking.trigger, other.trigger) or taking.victims is None or not _hangs_on(taking.victims.head, taking.trigger):
        return False
    first, last = sorted((taking.trigger, other.trigger), key=lambda token: token.i)
    is_joint = first.i + 2 == last.i and first.nbor(1).lower_ == "and" and (other.outcome == "killed" or not is_passive(first))
    return taking.count.best == 1 or first is taking.trigger or not is_joint


def _hangs_on(people: Token, verb: Token) -> bool:
    """Return whether people stand at a verb by the parse, at one it is joined to, or before it as its noun."""
    step = verb
    while step.dep_ in ("conj", "xcomp", "advcl") and step.head is not step:
        step = step.head
    near = {people.i, people.head.i, *(child.i for child in people.children if child.dep_ == "nmod")}  # "one of the men who were shot"
    return bool(near & {verb.i, step.i, verb.head.i, step.head.i})


def _graver(harms: list[Harm]) -> list[Harm]:
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
    return list(best.values())


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
