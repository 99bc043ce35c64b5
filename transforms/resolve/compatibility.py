"""Can two mentions be one event, and how much speaks for it?

A single contradiction (other sides, another country or province, other days) keeps them apart, whatever else agrees: merging two
different strikes is worse than keeping one twice. Points, not probabilities: they order candidates and meet one threshold.
"""

from __future__ import annotations

import re
from collections.abc import Set
from datetime import timedelta
from typing import NamedTuple

from transforms.resolve.nearness import place_agreement, points_of_places
from transforms.resolve.profile import Lineage, Profile, is_loss_in, is_one_war, is_own_loss

# Two different facts must agree, one of them strongly; within one article the narrative itself is evidence.
THRESHOLD_ACROSS = 5.0
THRESHOLD_WITHIN = 4.0
# Sources that name other victims of what may still be one operation ("the BLF", "the BLA") weigh against it without excluding it.
OTHER_TARGET = -2.0
# The same number of people harmed, in the same way; a number that is neither small nor round is hardly chance.
SAME_TOLL = 1.5
SAME_ODD_TOLL = 2.5
SMALL = 10
# Modes that are told of nothing else: a suicide attack is no missile strike.
OWN_KIND = frozenset({"suicide-attack", "abduct", "sexual", "torture", "crowd-control", "unconventional", "beat"})
# Types whose modes are told of different acts.
ACTS = frozenset({"ACCUSE", "COERCE", "SANCTION"})
FURTHER = re.compile(r"\b(?:another|more|further)\b(?! than)", re.IGNORECASE)
# Deeds that the same two sides repeat day after day.
FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
EXCHANGE_DAYS = 3
# News goes on about an event for some weeks; an undated mention in a later article is not about it.
NEWS_DAYS = 30
# An undated mention tells of the days before its article; one that another article of other days tells is rather another.
CURRENT_DAYS = 3
OTHER_DAYS = -2.5
# What an article tells as its news, without a day, is at most so much older than the article.
NEWS = timedelta(days=7)


class Agreement(NamedTuple):
    """Points for, and the number of independent facts (source, target, place, day) that agree. An overlap of weeks or months counts
    points, but is no fact: most things of one month are not one event. `is_anchored`: the place, the day, the story or the toll
    agree; two forces that fight each other all year meet in many events. `is_grounded`: the place or the day agree. `is_held`: these,
    a known side or the toll agree, or nothing in the two texts around puts them apart: like words in like articles are then no sign."""

    points: float
    facts: int
    is_anchored: bool
    is_grounded: bool
    is_held: bool


def agreement(left: Profile, right: Profile, lineage: Lineage, story: float = 0.0) -> Agreement | None:
    """Return what speaks for one event, or None when something contradicts it. Symmetric.

    `story`: the weight of rare names that the two articles share (`Stories.shared`)."""
    if left.event_type != right.event_type or left.layer != right.layer:
        return None
    war = is_one_war(left, right)
    if left.is_mutual != right.is_mutual and not war and not (is_loss_in(left, right) or is_loss_in(right, left)):
        return None
    if is_own_loss(left, right) or is_own_loss(right, left):
        return None
    if _other_kind(left.mode, right.mode) or _is_other_act(left, right) or _is_further(left, right) or _is_further(right, left):
        return None
    # What most often contradicts is looked at first.
    if (days := _days(left, right)) is None:
        return None
    sources = 3.0 if war else _sides(left.sources, right.sources, left.source_words, right.source_words, lineage)
    if sources is None:
        return None
    if (places := place_agreement(left, right)) is None:
        return None
    targets = 3.0 if war else _targets(left, right, lineage)
    if targets is None:
        return None
    if targets and places and _is_country_of(left, right, lineage) and _is_country_of(right, left, lineage):
        # "Strikes on Iran" and "strikes on Iran" place themselves there: one fact, not two.
        places = min(places, 0.5) if left.place and left.place["precision"] == "country" else places
    tolls = _tolls(left.tolls & right.tolls) if left.tolls and right.tolls else 0.0
    same_trigger = is_same_word(left, right)
    same_mode = left.mode is not None and left.mode == right.mode
    other_mode = left.mode is not None and right.mode is not None and not same_mode and "suicide-attack" not in {left.mode, right.mode}
    # Within one story the same kind of deed is one deed; without it, half the world's attacks are "strikes".
    own_kind = same_mode and left.mode in OWN_KIND and left.article_id == right.article_id
    alike = 1.0 if own_kind or (story and (same_trigger or same_mode)) else 0.5 * same_trigger + 0.5 * same_mode
    grounded = places >= 1.0 or days >= 1.0
    anchored = war or grounded or story >= 1.0 or tolls >= 1.0 or _is_one_exchange(left, right, sources, targets)
    points = sources + targets + places + days + story + tolls + alike - 0.5 * other_mode
    facts = (sources >= 1.0) + (targets >= 1.0) + (places >= 1.0) + (days >= 1.0) + (story >= 1.0) + (tolls >= 1.0) + (alike >= 1.0)
    held = grounded or war or max(sources, targets) >= 2.0 or tolls > 0 or not _is_elsewhere(left, right)
    return Agreement(points, facts, anchored, grounded, held)


def _is_one_exchange(left: Profile, right: Profile, sources: float, targets: float) -> bool:
    """Whether two acts between the same two actors stand in the same days' news: who condemns whom, once a day. Of articles without
    a date of publication that cannot be told, and then the sides decide."""
    if sources < 2.0 or targets < 2.0:
        return False
    if left.published is None or right.published is None:
        return True
    return left.event_type not in FORCEFUL and abs(left.published - right.published) <= timedelta(days=EXCHANGE_DAYS)


def _other_kind(left: str | None, right: str | None) -> bool:
    """Whether two modes are told of different deeds; a bombing may turn out a suicide attack."""
    if left is None or right is None or left == right or {left, right} == {"suicide-attack", "explosives"}:
        return False
    return left in OWN_KIND or right in OWN_KIND


def _is_other_act(left: Profile, right: Profile) -> bool:
    """Whether two modes of a type tell of two acts: to condemn is not to blame, to arrest is not to search."""
    return left.event_type in ACTS and left.mode is not None and right.mode is not None and left.mode != right.mode


def _is_further(left: Profile, right: Profile) -> bool:
    """Whether one mention tells of more people harmed in a way that the other tells too ("killed two more insurgents")."""
    if left.article_id != right.article_id or FURTHER.search(left.row["target_text"] or "") is None:
        return False
    return bool({outcome for outcome, _ in left.tolls} & {outcome for outcome, _ in right.tolls})


def _is_elsewhere(left: Profile, right: Profile) -> bool:
    """Whether what two articles tell around two mentions puts them in two places or on other days."""
    if left.article_id == right.article_id:
        return False
    if points_of_places(left.place or left.context_place, right.place or right.context_place) is None:
        return True
    (first, last, _), (start, end, _) = left.context_days, right.context_days
    return bool(first and last and start and end and (last < start or end < first))


def is_same_word(left: Profile, right: Profile) -> bool:
    """Whether two mentions name their event by one word, its plural aside."""
    return left.trigger.removesuffix("s") == right.trigger.removesuffix("s")


def is_enough(found: Agreement, is_one_story: bool) -> bool:
    """Whether the agreement makes two mentions of one article, or of two articles on one story, or of any two articles one event."""
    if is_one_story:
        return found.facts >= (2 if found.is_held else 3) and found.points >= THRESHOLD_WITHIN
    return found.facts >= 2 and found.is_anchored and found.points >= THRESHOLD_ACROSS


def _sides(
    left: frozenset[str], right: frozenset[str], left_words: frozenset[str], right_words: frozenset[str], lineage: Lineage
) -> float | None:
    if left and right:
        if not left.isdisjoint(right):
            return 3.0
        return 2.0 if is_one_side(left, right, lineage) else None
    if left_words and right_words and 2 * len(left_words & right_words) >= min(len(left_words), len(right_words)):
        return 1.5
    return 0.0


def is_one_side(one: Set[str], other: Set[str], lineage: Lineage) -> bool:
    """Whether two sides have an actor in common, or one of the one stands above one of the other: Iran above the IRGC, but not two
    groups that share a sponsor."""
    return any(line in other for actor in one for line in lineage.up(actor)) or any(
        line in one for actor in other for line in lineage.up(actor)
    )


def _targets(left: Profile, right: Profile, lineage: Lineage) -> float | None:
    """Targets, where "strikes on Pakistan" and "strikes on militants in Pakistan" agree through the place."""
    same = _sides(left.targets, right.targets, left.target_words, right.target_words, lineage)
    if (same is None or same == 0.0) and (_is_country_of(left, right, lineage) or _is_country_of(right, left, lineage)):
        return 1.0
    if same is None and not (_states(left, lineage) and _states(right, lineage)):
        return OTHER_TARGET
    return same


def _states(item: Profile, lineage: Lineage) -> bool:
    """Whether all targets are states: an attack on one state is no attack on another."""
    return all(lineage.root(actor) == actor and actor in lineage.states for actor in item.targets)


def _is_country_of(state: Profile, other: Profile, lineage: Lineage) -> bool:
    if other.place is None or other.place["country_iso3"] is None:
        return False
    return any(lineage.root(actor) == actor and lineage.countries.get(actor) == other.place["country_iso3"] for actor in state.targets)


def _tolls(same: frozenset[tuple[str, int]]) -> float:
    if any(count > SMALL and count % 5 for _, count in same):
        return SAME_ODD_TOLL
    return SAME_TOLL if same else 0.0


def is_current_elsewhere(left: Profile, right: Profile) -> bool:
    """Whether two mentions of two articles, not both of them dated, would tell of other days if each tells of its article's own."""
    if left.article_id == right.article_id or (left.date_start and right.date_start):
        return False
    one, other = left.date_end or left.published, right.date_end or right.published
    return bool(one and other and abs(one - other) > timedelta(days=CURRENT_DAYS))


def _is_other_news(left: Profile, right: Profile) -> bool:
    """Whether two articles each tell something as their news, and the news of one is more than a week older than that of the other."""
    if {left.date_precision, right.date_precision} & {"week", "month", "year"}:
        return False
    first, second = left.date_start or left.context_days[0], right.date_start or right.context_days[0]
    return left.article_id != right.article_id and first is not None and second is not None and abs(first - second) > NEWS


def _days(left: Profile, right: Profile) -> float | None:
    points = _stated_days(left, right)
    return points + OTHER_DAYS if points is not None and points < 1.0 and is_current_elsewhere(left, right) else points


def _stated_days(left: Profile, right: Profile) -> float | None:
    if left.date_start and right.date_start and left.date_end and right.date_end:
        if left.date_end < right.date_start or right.date_end < left.date_start:
            return None
        if left.date_precision == right.date_precision:
            return 3.0 if left.date_precision == "day" else 1.0
        return 0.5
    if _is_other_news(left, right):
        return None
    dated, undated = (left, right) if left.date_start else (right, left)
    if dated.date_start and dated.date_end:
        if undated.weekday is not None and dated.date_precision == "day" and dated.date_start.weekday() != undated.weekday:
            return None
        if undated.published and not dated.date_start - timedelta(days=1) <= undated.published <= dated.date_end + timedelta(
            days=NEWS_DAYS
        ):
            return None if undated.article_id != dated.article_id else 0.0
        return 1.5 if undated.weekday is not None and dated.date_precision == "day" else 0.0
    if left.weekday is not None and right.weekday is not None and left.weekday != right.weekday:
        return None
    if left.published and right.published and abs(left.published - right.published) > timedelta(days=NEWS_DAYS):
        return None
    return 0.0
