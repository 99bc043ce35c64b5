"""Who of those that an article tells to have been shot or stabbed had died by its other sentences.

"Both were shot" after two deaths tells of the dead; "two were shot" before one death leaves open who lived."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.draft import Draft
from transforms.casualties.lexicon import word_set

GATHERING = word_set("both they them all victim victims pair couple person people man woman brother sister teen other")
NEAR = 4
# Among so few dead, a single person told as shot is one of them; of many, survivors are told by name too.
FEW = 5


def settle_hit(hit: Draft, others: Sequence[Draft]) -> None:
    """Take people who were shot or stabbed for dead where the article's dead can be them, and for either where only some can."""
    dead = [other for other in others if other.outcome == "killed" and other.repeats is None and other.whole is None]
    hurt = [other for other in others if other.outcome == "injured" and other.repeats is None and other.whole is None]
    singles = [other for other in dead if other.number == 1 and other.sentence.index <= hit.sentence.index]
    gathers = hit.is_definite or hit.noun in GATHERING
    number = hit.number
    if number is None:
        if dead and not hurt and gathers:
            hit.outcome, hit.repeats = "killed", max(dead, key=lambda other: (other.number or 0, -other.sentence.index))
        return
    if any(_is_killed_of(other, hit) for other in others):
        hit.outcome = "casualties"
        return
    near = [other for other in singles if hit.sentence.index - other.sentence.index <= NEAR]
    if number > 1 and gathers and len(near) == number:
        hit.outcome = "killed"
        for other in near:
            attach(other, hit)
        return
    whole = next((other for other in dead if (other.number or 0) > 1 and room_of(other) >= number and other.is_general), None)
    told_of_them = hit.is_share or ((hit.is_definite or hit.names) and whole is not None and (whole.number or 0) <= FEW)
    if whole is not None and not hurt and number < (whole.number or 0) and told_of_them:
        hit.outcome = "killed"
        attach(hit, whole)
        return
    later = [other for other in dead if other.sentence.index >= hit.sentence.index and other.number is not None]
    is_in_it = any(other.is_share and other.sentence is hit.sentence for other in later)  # "shooting three guards, killing two of them"
    if number > 1 and (hit.is_general or is_in_it) and 0 < sum(other.number or 0 for other in later) <= number:
        hit.outcome = "casualties"
        for part in hit.parts:
            part.whole = None
        hit.parts.clear()


def _is_killed_of(dead: Draft, hit: Draft) -> bool:
    """Return whether a sentence tells that some of those who were shot died ("shot three people, killing one")."""
    deed, victims = dead.harm.trigger, dead.harm.victims
    is_of_hit = dead.sentence is hit.sentence and deed.dep_ == "advcl" and deed.tag_ == "VBG" and deed.i > hit.harm.key > hit.harm.trigger.i
    is_share = dead.is_share or (victims is not None and victims.head.pos_ == "NUM")
    return is_of_hit and is_share and dead.outcome == "killed" and 0 < (dead.number or 0) < (hit.number or 0)


def die_with_root(told: Sequence[Draft]) -> None:
    """Let every telling of a person who was shot end as the first does, whom the article tells to have died later on."""
    for draft in told:
        root = draft.root()
        is_open = draft.outcome == "injured" and draft.harm.may_be_dead and not draft.harm.in_hospital
        if is_open and root.outcome == "killed" and draft.number == root.number == 1:
            draft.outcome = "killed"


def attach(part: Draft, whole: Draft) -> None:
    """Make a claim a part of another one."""
    part.whole = whole
    whole.parts.append(part)


def room_of(whole: Draft) -> int:
    """Return how many of a whole's people no part has told yet."""
    return (whole.number or 0) - sum(part.number or 0 for part in whole.parts if part.repeats is None)
