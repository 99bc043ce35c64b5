"""Which event of its own article does a mention mean that says too little by itself: "the attack", "the men were detained"?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from transforms.resolve.compatibility import is_same_word
from transforms.resolve.evidence import agreement_with
from transforms.resolve.groups import Cluster
from transforms.resolve.pointing import is_long_past, words_before, words_of
from transforms.resolve.profile import Lineage, Profile
from transforms.resolve.story import Stories

# Only in these first sentences a word may point to what is told after it.
OPENING = 2
# Sentences on in which it is told.
NEXT = 2
# How a side begins that was told before.
DEFINITE = re.compile(r"(?:the|this|that|these|those|its|their|his|her|it|they|he|she|them|him)\b", re.IGNORECASE)


def may_repeat(item: Profile, told: Sequence[Profile]) -> bool:
    """Whether a mention can be of an event told before without a fact in common: a noun that points back, or a verb that names no actor,
    place or day. What names both sides in words, a place or a day is news, unless it names its sides as those told just before ("The
    missile struck the building at noon")."""
    if item.is_backward:
        return True
    if item.sources or item.targets:
        return False
    if item.is_placed or item.date_start is not None or item.weekday is not None:
        return _are_sides_known(item) and _goes_on_from(item, told)
    if not (item.source_words and item.target_words):
        return True
    return (item.row["source_text"] or "").lower().startswith("the ") and _goes_on_from(item, told)


def _are_sides_known(item: Profile) -> bool:
    """Whether every side that the words name is named as one that the reader knows."""
    texts = [item.row[side] for side in ("source_text", "target_text") if item.row[side]]
    return bool(texts) and all(DEFINITE.match(text) for text in texts)


def _goes_on_from(item: Profile, told: Sequence[Profile]) -> bool:
    return any(0 <= item.sentence - one.sentence <= 1 for one in told)


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
    before: tuple[tuple[int, bool, int, bool, int], int] | None = None
    after: tuple[tuple[int, int], int] | None = None
    named = words_before(item) if item.is_backward else frozenset()
    for index in sorted(told_here):
        group = clusters[index]
        own = [member for member in group.members if member.article_id == item.article_id]
        found = agreement_with(item, group, lineage, stories)
        if found is None or (found.facts == found.is_alike and not may_repeat(item, own)):
            continue
        # That which has the pointer's own words ("the school attack"); news before what is long past; the last sentence that tells one, and
        # in it the one in the same word ("that attack"), or else the event told first: that is what the sentence is about.
        meant = max(len(named & words_of(member)) for member in own)
        is_near = not any(map(is_long_past, own)) or (not is_answered and _goes_on_from(item, own))
        earlier = [
            (meant, is_near, member.sentence, is_same_word(member, item), -member.order[1]) for member in own if member.order < item.order
        ]
        later = [
            (member.sentence, member.order[1])
            for member in own
            if member.order[1] - item.order[1] > 0 and member.sentence - item.sentence <= NEXT
        ]
        if earlier and (before is None or max(earlier) > before[0]):
            before = (max(earlier), index)
        elif not earlier and later and (found.facts > 0 or item.sentence < OPENING) and (after is None or min(later) < after[0]):
            after = (min(later), index)
    chosen = before or after
    return chosen[1] if chosen else None
