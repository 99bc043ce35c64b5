"""Which event of its own article does a mention mean that says too little by itself: "the attack", "the men were detained"?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from transforms.casualties.same_event import ARMED_ANSWER, DEEDS, FROM_AFAR
from transforms.resolve.compatibility import OWN_KIND, is_same_word
from transforms.resolve.deed import head_of, is_killing, is_of_parties
from transforms.resolve.evidence import agreement_with
from transforms.resolve.groups import Cluster
from transforms.resolve.lineage import Lineage
from transforms.resolve.nearness import FINE
from transforms.resolve.pointing import is_long_past, words_before, words_of, words_of_sides
from transforms.resolve.points import Agreement
from transforms.resolve.profile import Profile
from transforms.resolve.story import Stories

# What nobody calls "the attack".
NO_ATTACK = OWN_KIND - {"suicide-attack"}
# "The shooting" is no bombing told before, nor "the bombing" a stabbing.
MEANS = {
    "firearms": "gun", "primitive": "hand", "beat": "hand",
    "explosives": "blast", "suicide-attack": "blast", "aerial": "blast", "drone": "blast",
}  # fmt: skip
Told = list[tuple[int, Sequence[Profile]]]

# Only in these first sentences a word may point to what is told after it.
OPENING = 2
# Sentences on in which it is told.
NEXT = 2
# How a side begins that is new to the reader, and how one that was told before.
ONE = re.compile(r"(?:an?|one|another)\b", re.IGNORECASE)
DEFINITE = re.compile(r"(?:the|this|that|these|those|its|their|his|her|it|they|he|she|them|him)\b", re.IGNORECASE)
THEM = re.compile(r"them|him|her|it|the victims?", re.IGNORECASE)
# Whom somebody quoted has lost.
MINE = re.compile(r"(?:my|our) \w+", re.IGNORECASE)
# What was told before, named by its kind alone.
BARE = re.compile(r"the \w+", re.IGNORECASE)
# Before what is told as new.
NEW = re.compile(r"\b(?:an?|another) (?:[\w-]+ )?$", re.IGNORECASE)
# Before what was told last ("That strike killed a commander").
SHOWN = re.compile(r"\b(?:that|this) (?:\w+ )?$", re.IGNORECASE)


def may_repeat(item: Profile, told: Sequence[Profile]) -> bool:
    """Whether a mention can be of an event told before without a fact in common: a noun that points back, or a verb that names no actor,
    place or day. What names both sides in words, a place or a day is news, unless it names its sides as those told just before ("The
    missile struck the building at noon")."""
    if item.is_backward:
        is_other = (is_killing(item.row) and _has_only_hurt(told)) or _are_more_than_a_murder(item, told)
        return not (is_other or _is_of_other_means(item, told))
    if item.sources or item.targets or (item.mode in OWN_KIND and not any(one.mode == item.mode for one in told)):
        return False
    if all(one.mode in OWN_KIND and one.mode != item.mode for one in told):
        return False  # a clash is not the capture told before it
    # "One cartel leader was detained" is not the arrest of a suspect elsewhere, nor "the murder of a colleague" any killing.
    is_new = item.mode == "targeted" and ONE.match(item.row["target_text"] or "") is not None
    if (item.event_type == "COERCE" or is_new) and not item.is_backward and _are_other_people(item, told):
        return False
    if item.sentence > OPENING and NEW.search(item.before_trigger):
        return False  # "a clash that killed 11 rebels"
    if item.is_placed or item.date_start is not None or item.weekday is not None:
        return _are_sides_known(item) and _goes_on_from(item, told)
    if not (item.source_words and item.target_words):
        return True
    if item.row["target_text"] != "them" and _are_sides_known(item) and any(one.mode == item.mode is not None for one in told):
        return True  # far below still "The homeowner told officers that he had shot the man"
    return _goes_on_from(item, told) and ((item.row["source_text"] or "").lower().startswith("the ") or _is_done_to_the_same(item, told))


def _is_done_to_the_same(item: Profile, told: Sequence[Profile]) -> bool:
    """Whether one kind of deed is done to those told of just before ("Two men were shot. A stranger opened fire on them.")."""
    text = item.row["target_text"] or ""
    is_same = THEM.fullmatch(text) is not None or any(head_of(one.row["target_text"]) == head_of(text) for one in told)
    return is_same and DEFINITE.match(text) is not None and any(one.mode == item.mode is not None for one in told)


def _are_more_than_a_murder(item: Profile, told: Sequence[Profile]) -> bool:
    """Whether "the attacks" are pointed to, and all that was told is that somebody was murdered."""
    return DEEDS.search(item.trigger) is not None and all(one.mode == "targeted" and not DEEDS.search(one.trigger) for one in told)


def _is_of_other_means(item: Profile, told: Sequence[Profile]) -> bool:
    """Whether a pointer's word says by what it was done, and all that is told was done by something else."""
    means = MEANS.get(item.mode or "")
    return means is not None and all(MEANS.get(one.mode or "", means) != means for one in told)


def _has_only_hurt(told: Sequence[Profile]) -> bool:
    """Whether all that is said of the people harmed in a deed is that they were hurt, so that it is not "the killings"."""
    outcomes = {outcome for one in told for outcome, _ in one.tolls}
    return "injured" in outcomes and "killed" not in outcomes


def _is_enough(item: Profile, told: Sequence[Profile], found: Agreement) -> bool:
    """Whether a fact is shared, beside the kind of deed, or may be missing; two facts by what states a day that the event is not known to
    have."""
    is_of_its_own_day = item.date_start is not None and not found.has_day and not item.is_backward
    if not item.is_backward and all(_are_two_arms(item, one) for one in told):
        return found.facts - found.is_alike > 1
    needed = 2 if (is_of_its_own_day and not _are_sides_known(item)) or _is_of_others(item, told) else 1
    return found.facts - found.is_alike >= needed or may_repeat(item, told)


def _are_other_people(item: Profile, told: Sequence[Profile]) -> bool:
    """Whether people told of as new to the reader are called otherwise than all those to whom it was done before."""
    text = item.row["target_text"]
    if not is_of_parties(text) or DEFINITE.match(text):
        return False
    return all(one.target_words and head_of(one.row["target_text"]) != head_of(text) for one in told)


def _are_two_arms(left: Profile, right: Profile) -> bool:
    """Whether two are told of two kinds of arms; what is called a strike may be of any that is fired from afar."""
    modes = {left.mode, right.mode}
    return len(modes) == 2 and None not in modes and not ("aerial" in modes and modes <= FROM_AFAR)


def _is_of_others(item: Profile, told: Sequence[Profile]) -> bool:
    """Whether a mention that is no pointer says who did what to whom, and all that is told of the event's targets is others."""
    if item.is_backward or not item.sources or not item.target_words or _are_sides_known(item):
        return False
    if BARE.fullmatch(item.row["target_text"]) and any(0 <= item.sentence - one.sentence <= NEXT for one in told):
        return False  # "The drone set a refinery ablaze. The military confirmed that it had hit the plant."
    return all(item.target_words.isdisjoint(one.target_words) for one in told)


def _are_sides_known(item: Profile) -> bool:
    """Whether every side that the words name is named as one that the reader knows."""
    texts = [item.row[side] for side in ("source_text", "target_text") if item.row[side]]
    return bool(texts) and all(DEFINITE.match(text) for text in texts)


def _goes_on_from(item: Profile, told: Sequence[Profile]) -> bool:
    return any(0 <= item.sentence - one.sentence <= 1 for one in told)


def _is_named_place(told: Profile, item: Profile) -> bool:
    """Whether the sentence of a pointer names the town in which an event is told to be."""
    is_fine = told.place_name is not None or (told.place is not None and told.place["precision"] in FINE)
    return is_fine and str(told.row["place_text"]) in item.row["evidence"]


def _likeness(item: Profile, told: Sequence[Profile]) -> int:
    """Return how well an event's means fit a pointer's: 2 the same ("the bombing" of a suicide attack), 1 told of neither, 0 others."""
    if not item.is_backward or item.mode is None:
        return 2
    modes = {"explosives" if member.mode == "suicide-attack" else member.mode for member in told}
    return 2 if item.mode in modes else int(None in modes)


def _is_no_attack(told: Profile) -> bool:
    """Whether a mention is of what nobody calls "the attack"."""
    return told.mode in NO_ATTACK or ARMED_ANSWER.match(told.row["trigger"]) is not None


def without_borrowed(item: Profile, beside: Iterable[Profile]) -> Profile:
    """Return a pointer without the day and the place that another deed of its sentence has too, and that are rather the other's ("marched
    in the capital on Tuesday against the abduction")."""
    others = [other for other in beside if other.event_type != item.event_type]
    if item.date_start is not None and any(other.date_start == item.date_start for other in others):
        item = replace(item, date_start=None, date_end=None, date_precision=None, weekday=None)
    if item.place is not None and any(other.place is not None and other.place["place_id"] == item.place["place_id"] for other in others):
        item = replace(item, place=None)
    return item


def antecedent(
    item: Profile,
    clusters: Sequence[Cluster],
    told_here: Iterable[int],
    lineage: Lineage,
    stories: Stories,
    *,
    is_answered: bool = False,
) -> int | None:
    """Return the event of the same article that a pointer or a mention of one fact means: the last told before it that nothing
    contradicts, or else the first told after it. What is no pointer must share a fact with it. `is_answered`: its sentence tells who
    condemns it, which is said of news and not of what is long past."""
    before, after = _told_around(item, {index: clusters[index].told_in(item.article_id) for index in sorted(told_here)}, is_answered)
    told: list[int] = []
    for index, own in before:
        found = agreement_with(item, clusters[index], lineage, stories)
        if found is not None and _is_enough(item, own, found):
            if found.has_day or not (item.is_backward and item.date_start is not None):
                return index
            told.append(index)  # "Thursday's attack" is rather one told of Thursday
    if told:
        return told[0]
    for index, own in after:
        found = agreement_with(item, clusters[index], lineage, stories)
        if found is not None and _is_enough(item, own, found) and (found.facts > 0 or item.sentence < OPENING):
            return index
    return None


def _told_around(item: Profile, told: Mapping[int, Sequence[Profile]], is_answered: bool) -> tuple[Told, Told]:
    """Return the events that an article tells before a mention, the likeliest first, and those that it tells only after it, the nearest
    first; each with its mentions in the article. No two mentions are compared for it.

    Likeliest is that which has the pointer's own words ("the school attack", "the attack on the mosque"), or whose town its sentence
    names; news before what is long past; no abduction where "the attack" is meant, nor a stabbing where "the shootings" are; the last
    sentence that tells one, and in it the one in the same word ("that attack"), or else the event told first, which is what the sentence
    is about; of "that strike" the event told last. What is condemned far below all deeds, and whom a witness says he lost ("They killed my
    brother"), is the news of the lead."""
    is_shown = SHOWN.search(item.before_trigger) is not None
    is_known = DEFINITE.match(item.row["target_text"] or "") is not None
    named = words_before(item) | (item.target_words if is_known else frozenset())
    is_fresh = any(0 <= item.sentence - member.sentence <= NEXT for own in told.values() for member in own if member.order < item.order)
    is_of_lead = (is_answered and not is_fresh) or MINE.match(item.row["target_text"] or "") is not None
    before: list[tuple[tuple[int, bool, bool, bool, int, bool, int, bool, int], int]] = []
    after: list[tuple[tuple[int, int], int]] = []
    for index, own in told.items():
        sign = 1 if is_shown else -1
        earlier = [(member.sentence, is_same_word(member, item), sign * member.order[1]) for member in own if member.order < item.order]
        later = [
            (member.sentence, member.order[1]) for member in own if member.order > item.order and member.sentence - item.sentence <= NEXT
        ]
        if earlier:
            # Of two told in one sentence, "the helicopter attack" is that on a helicopter.
            meant = max(len(named & words_of(member)) + len(named & words_of_sides(member)) for member in own) if named else 0
            is_near = not any(map(is_long_past, own)) or (not is_answered and _goes_on_from(item, own))
            is_meant = item.is_backward and any(_is_named_place(member, item) for member in own)
            is_plain = not item.is_backward or item.mode is not None or not any(map(_is_no_attack, own))
            is_lead = is_of_lead and any(member.sentence < OPENING for member in own)
            before.append(((meant, is_meant, is_near, is_plain, 0 if is_shown else _likeness(item, own), is_lead, *max(earlier)), index))
        elif later:
            after.append((min(later), index))
    before.sort(key=lambda one: one[0], reverse=True)  # of two as likely, the one known first stays first
    after.sort()
    return [(index, told[index]) for _, index in before], [(index, told[index]) for _, index in after]
