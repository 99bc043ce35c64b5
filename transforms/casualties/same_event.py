"""Whether two mentions can be of one event, told in one article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from transforms.casualties.draft import Draft
from transforms.casualties.news_days import is_before_news
from transforms.dates.intervals import are_apart
from transforms.places.resolve import distance_km
from transforms.records import EventMention, Place

# How far the day that the text around gives an event may be off.
AROUND = timedelta(days=7)
# Towns and districts farther from each other than this are two places of attack.
BESIDE_KM = 15
APART = re.compile(r"\b(?:another|separate|second|third) (?:\w+ ){0,2}$", re.IGNORECASE)
# Deeds in the plural.
DEEDS = re.compile(r"(?:attack|strike|raid|bombing|bombardment|assault|ambushe|clashe|killing|massacre|incident)s$", re.IGNORECASE)
SHOTS = frozenset({"firearms", "primitive"})
# Shots and blows that answer an attack.
ARMED_ANSWER = re.compile(r"(?:retaliat|hit(?:s|ting)? back|fir(?:e|es|ed|ing) back|return(?:s|ed|ing)? fire)", re.IGNORECASE)
# A "strike" may be any of these.
FROM_AFAR = frozenset({"aerial", "drone", "heavy-weapons"})
FINE = ("city", "point", "admin2")
# Words for an attack that say nothing of its kind: any other word may tell of the same one.
KINDLESS = (
    "attack",
    "incident",
    "violence",
    "assault",
    "operation",
    "action",
    "clash",
    "fight",
    "kill",
    "death",
    "die",
    "wound",
    "injur",
    "murder",
    "assassinat",
    "shot",
    "shoot",
    "slay",
    "dead",
)


def events_fit(one: EventMention | None, other: EventMention | None) -> bool:
    """Return whether two mentions can be of one event: neither date nor place nor kind sets them apart."""
    if one is None or other is None or one is other:
        return True
    if _other_hands(one, other) or _is_answered(one, other) or are_apart(one.date, other.date):
        return False
    here, there = one.place, other.place
    if here is not None and there is not None:
        if here.country_iso3 and there.country_iso3 and here.country_iso3 != there.country_iso3:
            return False
        if here.admin1_code and there.admin1_code and here.admin1_code != there.admin1_code:
            return False
        if one.date is None and other.date is None and in_two_towns(one, other):
            return False
    return True


def in_two_towns(one: EventMention | None, other: EventMention | None) -> bool:
    """Return whether two mentions name two towns or districts; headlines and leads may do so for one event."""
    here, there = one.place if one is not None else None, other.place if other is not None else None
    if here is None or there is None:
        return False
    if here.precision not in FINE or there.precision not in FINE or here.place_id == there.place_id:
        return False
    km = distance_km(here, there)
    return there.precision == here.precision or (km is not None and km > BESIDE_KM)


def are_far(here: Place, there: Place) -> bool:
    """Return whether two places lie in two countries or provinces."""
    if here.country_iso3 and there.country_iso3 and here.country_iso3 != there.country_iso3:
        return True
    return bool(here.admin1_code and there.admin1_code and here.admin1_code != there.admin1_code)


def _set_apart(one: EventMention, other: EventMention) -> bool:
    """Return whether the text around sets two mentions apart: weeks, provinces, or two ways of attacking in two towns."""
    if _weeks_apart(one, other):
        return True
    here, there = one.place or one.context_place, other.place or other.context_place
    told = [event for event in (one, other) if event.place is None]
    if here is None or there is None or len(told) == 2 or any(event.sentence_index == 0 for event in told):
        return False
    if here.country_iso3 and there.country_iso3 and here.country_iso3 != there.country_iso3:
        return True
    if here.admin1_code and there.admin1_code and here.admin1_code != there.admin1_code:
        return True
    modes = {one.event_mode, other.event_mode} - {None}
    km = distance_km(here, there) if here.precision in FINE and there.precision in FINE else None
    return len(modes) == 2 and km is not None and km > BESIDE_KM


def are_of_one(one: Draft, other: Draft) -> bool:
    """Return whether two claims can be of one event: their events fit, and the days that they or these give."""
    if is_before_news(one, other) or is_before_news(other, one) or one.is_apart != other.is_apart or not events_fit(one.event, other.event):
        return False
    if one.where is not None and other.where is not None and are_far(one.where, other.where):
        abroad = one.where.country_iso3 != other.where.country_iso3 and not any(t.lower_ == "hospital" for t in one.sentence.span)
        if one.is_apart or abroad:
            return False
    if (
        one.event is not None
        and other.event is not None
        and one.is_event_own
        and other.is_event_own
        and _weeks_apart(one.event, other.event)
    ):
        return False  # "Last month a mob attacked a man, who later died" is not the man burned this week
    if one.is_event_own and other.is_event_own and _are_two_arms(one.event, other.event):
        return False
    days = [draft.day or (draft.event.date if draft.event is not None else None) for draft in (one, other)]
    return not are_apart(days[0], days[1])


def _are_two_arms(one: EventMention | None, other: EventMention | None) -> bool:
    """Return whether one deed is told of a drone and the other of missiles or shells, or each by its doer and one of shots, each as news of
    its own."""
    if one is None or other is None or one.backward or other.backward:
        return False
    modes = {one.event_mode, other.event_mode}
    if modes == {"drone", "heavy-weapons"}:
        return True
    return len(modes & SHOTS) == len(modes & FROM_AFAR) == 1 and None not in {one.source_text, other.source_text}


def told_as_one(one: Draft, other: Draft) -> bool:
    """Return whether the events of two claims fit and are told with the same or with kindless words ("the raids" is no "bombing")."""
    if not are_of_one(one, other) or one.is_preceding != other.is_preceding:
        return False
    first, second = (draft.retold_with or draft.event for draft in (one, other))
    if first is None or second is None or first is second:
        return True
    if _is_told_apart(first) or _is_told_apart(second):
        return False
    if _set_apart(first, second):
        return False
    words = [event.trigger.lower().split()[-1] for event in (first, second)]
    return any(word.startswith(KINDLESS) for word in words) or words[0][:4] == words[1][:4]


def _is_told_apart(event: EventMention) -> bool:
    """Return whether a mention's own words say that it is another deed than those told ("another strike hit a warehouse")."""
    return APART.search(event.evidence[: event.trigger_start - event.span_start]) is not None


def _weeks_apart(one: EventMention, other: EventMention) -> bool:
    """Return whether the date of one mention lies more than a week off the days that the text around gives the other, without a date.

    Nothing stands before a headline: its day is that of publication, whatever it tells of."""
    dated, plain = (one, other) if one.date is not None else (other, one)
    if dated.date is None or plain.date is not None or plain.context_days is None or plain.sentence_index == 0:
        return False
    first, last = plain.context_days[:2]
    start = dated.date.date_start
    end = dated.date.date_end or start
    if first is None or start is None or end is None:
        return False
    return end < first - AROUND or start > (last or first) + AROUND


def lend_event(known: Draft, draft: Draft) -> None:
    """Note with a claim the event it is told again with, where that is told in its own sentence, dated or placed, and its own is not.

    With a headline, also who tells it again."""
    if draft.event is not None and _worth(draft)[:3] < _worth(known)[:3]:
        known.retold_with = draft.event
    if known.is_headline:
        known.retold_by = known.retold_by or draft.claimant


def share_events(drafts: Sequence[Draft]) -> None:
    """Give claims that are tied together one event: the one told with them and dated, placed and told first.

    A toll told later without its event goes to the event that its first telling, or parts told before it, were told with; a part told
    after its whole goes to the event of the whole."""
    groups: dict[int, list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(id(_top(draft)), []).append(draft)
    for group in groups.values():
        top = _top(group[0])
        told = [draft for draft in group if draft.event is not None and (draft.whole is None or draft.sentence.index <= top.sentence.index)]
        if len(group) < 2 or not told:
            continue
        best = min(told, key=_worth)
        for draft in group:
            if draft is not best and are_of_one(draft, best) and not _is_one_of_several(draft, best):
                draft.event = best.event


def _is_one_of_several(part: Draft, whole: Draft) -> bool:
    """Return whether a part of a number is told with a deed of its own and the number with several ("Attacks killed 14 people", "six of
    them died when a drone hit a tent")."""
    if part.whole is None or part.event is None or whole.event is None or not part.is_event_own or part.event.backward:
        return False
    return DEEDS.search(whole.event.trigger) is not None and DEEDS.search(part.event.trigger) is None


def _top(draft: Draft) -> Draft:
    """Return the claim at the top of what a claim is tied to: the first telling, and the whole of it."""
    step, seen = draft, {id(draft)}
    while (above := step.repeats or step.whole) is not None and id(above) not in seen:
        seen.add(id(above))
        step = above
    return step


def _worth(draft: Draft) -> tuple[bool, bool, bool, bool, int]:
    event = draft.event
    is_dated = event is not None and event.date is not None
    is_placed = event is not None and event.place is not None
    return not draft.is_event_own, not is_dated, not is_placed, _top(draft) is not draft, draft.sentence.index


def _other_hands(one: EventMention, other: EventMention) -> bool:
    """Return whether two mentions name different attackers (states, forces, groups), none of whom belongs to another."""
    hands = [
        {name for actor in event.source_actors if actor.is_curated for name in (actor.actor_id, actor.parent_actor_id) if name}
        for event in (one, other)
    ]
    return bool(hands[0]) and bool(hands[1]) and not hands[0] & hands[1]


def _is_answered(one: EventMention, other: EventMention) -> bool:
    """Return whether one of two mentions is the armed answer to the other by those whom that harmed ("police retaliated, killing two of
    them")."""
    answers = [event for event in (one, other) if ARMED_ANSWER.match(event.trigger)]
    if len(answers) != 1:
        return False
    attack = other if answers[0] is one else one
    return not set(answers[0].source_actors).isdisjoint(attack.target_actors)
