"""Are the sides of two mentions one, and how much does that speak for one event?"""

from __future__ import annotations

import re
from collections.abc import Set

from transforms.resolve.deed import head_of, is_exchange, is_killing
from transforms.resolve.lineage import Lineage
from transforms.resolve.persons import are_two_people
from transforms.resolve.police import are_nameless, is_of_police, town_of_police
from transforms.resolve.profile import Profile

# Sources that name other victims of what may still be one operation ("the BLF", "the BLA") weigh against it without excluding it.
OTHER_TARGET = -2.0
# An actor that both name.
SAME = 3.0
# Two names for what may be one: Nigeria's minister and a minister by name, its militants and a group there, a people and its state.
AKIN = 1.0
HARMED = re.compile(r"(?:kill|wound|injur|hurt)")
# "... was killed and Mena was wounded": no other place, day or deed between.
BREATH = re.compile(r",? and (?!.*\b(?:in|at|on|near|later|earlier|another|separate)\b)[^,;:]{1,60} (?:was|were|also) ")
# The officers of one article, whom it calls now by a name and now by their rank.
ONE_POLICE = 1.5
# How the id of somebody begins whom no table has.
FOUND = "actor_"
# "Ortiz", who is nobody by that word alone, and the deputy Jerry Ortiz.
SURNAME = 2.0


def side_agreement(
    left: frozenset[str], right: frozenset[str], left_words: frozenset[str], right_words: frozenset[str], lineage: Lineage
) -> float | None:
    """Return the points for one side of two mentions, by actors or else by words; None when that is two sides."""
    if left and right:
        if not left.isdisjoint(right):
            return SAME
        if is_one_side(left, right, lineage):
            return 2.0
        if any(lineage.is_akin(one, other) for one in left for other in right):
            return AKIN
        return 0.0 if any(lineage.may_be_of(one, other) for one in left for other in right) else None
    if (left and right_words) or (right and left_words):
        return SURNAME if _is_named(left or right, right_words or left_words, lineage) else 0.0
    if left_words and right_words and 2 * len(left_words & right_words) >= min(len(left_words), len(right_words)):
        return 1.5
    return 0.0


def source_agreement(left: Profile, right: Profile, lineage: Lineage) -> float | None:
    """Doers, of whom the police of one town, which has no name of its own, are not those of another."""
    same = side_agreement(left.sources, right.sources, left.source_words, right.source_words, lineage)
    if same is not None and same >= SAME and left.article_id != right.article_id:
        towns = town_of_police(left.row["source_text"]), town_of_police(right.row["source_text"])
        return same if None in towns or towns[0] == towns[1] else 0.0
    if not same and _are_one_police(left, right, "source_text"):
        return ONE_POLICE
    return same


def _are_one_police(left: Profile, right: Profile, side: str) -> bool:
    """Whether one article names a side as police both times, once at least without a name ("Police shot a man. Two officers fired")."""
    actors = (left.sources, right.sources) if side == "source_text" else (left.targets, right.targets)
    if left.article_id != right.article_id or not (are_nameless(actors[0]) or are_nameless(actors[1])):
        return False
    if is_exchange(left.row) or is_exchange(right.row) or "crowd-control" in (left.mode, right.mode):
        return False  # in a riot there are many police
    return is_of_police(left.row[side]) and is_of_police(right.row[side])


def is_one_side(one: Set[str], other: Set[str], lineage: Lineage) -> bool:
    """Whether two sides have an actor in common, or one of the one stands above one of the other: Iran above the IRGC, but not two
    groups that share a sponsor."""
    return any(line in other for actor in one for line in lineage.up(actor)) or any(
        line in one for actor in other for line in lineage.up(actor)
    )


def _is_named(actors: Set[str], words: Set[str], lineage: Lineage) -> bool:
    """Whether words hold the last name of one of the persons."""
    return any(lineage.surnames.get(actor) in words for actor in actors)


def target_agreement(left: Profile, right: Profile, lineage: Lineage) -> float | None:
    """Targets, where "strikes on Pakistan" and "strikes on militants in Pakistan" agree through the place."""
    same = side_agreement(left.targets, right.targets, left.target_words, right.target_words, lineage)
    if same == 0.0 and (_is_one_building(left, right) or _is_told_again(left, right)):
        return 1.5
    if not same and _are_one_police(left, right, "target_text"):
        return ONE_POLICE
    if (same is None or same == 0.0) and _are_harmed_together(left, right):
        return 1.5
    if same is not None and same < SAME and left.article_id != right.article_id and _are_two_people(left, right):
        return OTHER_TARGET
    if same is None and all("peacekeeper" in (item.row["target_text"] or "").lower() for item in (left, right)):
        return AKIN  # the United Nations', and the country's that sent them
    if (same is None or same == 0.0) and (is_country_of(left, right, lineage) or is_country_of(right, left, lineage)):
        return 1.0
    if same is None and _is_people_of(left.targets, right.targets, lineage):
        return AKIN
    if same is None and (_are_of_no_state(left.targets, lineage) or _are_of_no_state(right.targets, lineage)):
        return 0.0
    if same is None and not (_states(left, lineage) and _states(right, lineage)):
        return OTHER_TARGET
    return same


def is_harm_of_one(left: Profile, right: Profile, lineage: Lineage) -> bool:
    """Return whether two mentions of an article harm one person in one way, kill him both times, or say in one breath what was done to him
    ("was shot and killed"): who is shot dead is so once."""
    if not any(lineage.kinds.get(target) == "person" for target in left.targets & right.targets):
        return False
    same_mode = left.mode is not None and left.mode == right.mode
    in_one_breath = left.sentence == right.sentence and all(left.row[side] == right.row[side] for side in ("source_text", "target_text"))
    return same_mode or in_one_breath or (is_killing(left.row) and is_killing(right.row))


def _are_harmed_together(left: Profile, right: Profile) -> bool:
    """Whether one sentence says of two people in one breath what became of them ("Diaz was killed and Mena
    was wounded"), by nobody named."""
    if left.article_id != right.article_id or left.sentence != right.sentence or any(item.row["source_text"] for item in (left, right)):
        return False
    first, second = sorted((left, right), key=lambda item: item.order)
    start = first.row["trigger_start"] + len(first.row["trigger"]) - first.row["span_start"]
    between = first.row["evidence"][max(start, 0) : max(second.row["trigger_start"] - second.row["span_start"], 0)]
    return HARMED.match(first.trigger) is not None and HARMED.match(second.trigger) is not None and BREATH.fullmatch(between) is not None


def _are_two_people(left: Profile, right: Profile) -> bool:
    return are_two_people(left.row["target_text"], right.row["target_text"])


def _is_one_building(left: Profile, right: Profile) -> bool:
    """Whether one target is told by its name and the other by its noun ("a hospital", "the Saudi Teaching Maternal Hospital")."""
    if bool(left.targets) == bool(right.targets):
        return False
    named = left if left.targets else right
    head = head_of(left.row["target_text"])
    is_found = all(target.startswith(FOUND) for target in named.targets)
    return is_found and head is not None and head == head_of(right.row["target_text"])


def _is_told_again(left: Profile, right: Profile) -> bool:
    """Whether an article names by one noun what nobody owns, first as new and then as known ("a tea shop", "the shop in X village")."""
    return not (left.targets or right.targets) and is_known_thing(left, right)


def is_known_thing(left: Profile, right: Profile) -> bool:
    """Whether an article names the target of two deeds by one noun, first as new and then as known ("a convoy", "the convoy")."""
    if left.article_id != right.article_id:
        return False
    first, later = sorted((left, right), key=lambda item: item.order)
    text, head = later.row["target_text"] or "", head_of(later.row["target_text"])
    is_new = not (first.row["target_text"] or "the ").lower().startswith("the ")
    return is_new and text.lower().startswith("the ") and head is not None and head == head_of(first.row["target_text"])


def _is_people_of(one: Set[str], other: Set[str], lineage: Lineage) -> bool:
    """Whether one side is a state and the other its people: whom a deed in a country harms is called by either."""
    pairs = [(one, other), (other, one)]
    return any(
        lineage.kinds.get(people) == "population" and lineage.countries.get(people) == lineage.countries.get(state, "")
        for left, right in pairs
        for people in left
        for state in right & lineage.states
    )


def _are_of_no_state(targets: Set[str], lineage: Lineage) -> bool:
    """Whether a side is a people without a state ("Kurdish targets"), some of whom are told by another name."""
    return all(lineage.kinds.get(actor) == "population" and not lineage.countries.get(actor) for actor in targets)


def _states(item: Profile, lineage: Lineage) -> bool:
    """Whether all targets are states: an attack on one state is no attack on another. Who is abducted is never a state."""
    return item.mode != "abduct" and all(lineage.root(actor) == actor and actor in lineage.states for actor in item.targets)


def is_country_of(state: Profile, other: Profile, lineage: Lineage) -> bool:
    """Whether one mention lies in the country of a state that the other names as target."""
    if other.place is None or other.place["country_iso3"] is None:
        return False
    return any(lineage.root(actor) == actor and lineage.countries.get(actor) == other.place["country_iso3"] for actor in state.targets)
