"""Whether two mentions can be of one event, told in one article."""

from __future__ import annotations

from transforms.casualties.days import are_apart
from transforms.casualties.draft import Draft
from transforms.records import EventMention

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
    if _other_hands(one, other) or are_apart(one.date, other.date):
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
    return here.precision in ("city", "point", "admin2") and there.precision == here.precision and here.place_id != there.place_id


def are_of_one(one: Draft, other: Draft) -> bool:
    """Return whether two claims can be of one event: their events fit, and the days that they or these give."""
    if not events_fit(one.event, other.event):
        return False
    days = [draft.day or (draft.event.date if draft.event is not None else None) for draft in (one, other)]
    return not are_apart(days[0], days[1])


def told_as_one(one: Draft, other: Draft) -> bool:
    """Return whether the events of two claims fit and are told with the same or with kindless words ("the raids" is no "bombing")."""
    if not are_of_one(one, other):
        return False
    words = [draft.event.trigger.lower().split()[-1] for draft in (one, other) if draft.event is not None]
    return len(words) < 2 or one.event is other.event or any(word.startswith(KINDLESS) for word in words) or words[0][:4] == words[1][:4]


def _other_hands(one: EventMention, other: EventMention) -> bool:
    """Return whether two mentions name different attackers (states, forces, groups), none of whom belongs to another."""
    hands = [
        {name for actor in event.source_actors if actor.is_curated for name in (actor.actor_id, actor.parent_actor_id) if name}
        for event in (one, other)
    ]
    return bool(hands[0]) and bool(hands[1]) and not hands[0] & hands[1]
