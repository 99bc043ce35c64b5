"""Whether two mentions can be of one event, told in one article."""

from __future__ import annotations

from transforms.records import DateMention, EventMention

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
    if _other_hands(one, other):
        return False
    first, second = one.date, other.date
    if _other_days(first, second):
        return False
    here, there = one.place, other.place
    if here is not None and there is not None:
        if here.country_iso3 and there.country_iso3 and here.country_iso3 != there.country_iso3:
            return False
        if here.admin1_code and there.admin1_code and here.admin1_code != there.admin1_code:
            return False
        if here.precision in ("city", "point", "admin2") and there.precision == here.precision and here.place_id != there.place_id:
            return False
    return True


def _other_days(first: DateMention | None, second: DateMention | None) -> bool:
    """Return whether two dates have no day in common."""
    if first is None or second is None or first.date_start is None or second.date_start is None:
        return False
    return (first.date_end or first.date_start) < second.date_start or (second.date_end or second.date_start) < first.date_start


def told_as_one(one: EventMention | None, other: EventMention | None) -> bool:
    """Return whether two mentions fit and are told with the same or with kindless words ("the raids" is no "suicide bombing")."""
    if one is None or other is None or one is other:
        return True
    words = [event.trigger.lower().split()[-1] for event in (one, other)]
    kindless = any(word.startswith(KINDLESS) for word in words)
    return events_fit(one, other) and (kindless or words[0][:4] == words[1][:4])


def _other_hands(one: EventMention, other: EventMention) -> bool:
    """Return whether two mentions name different attackers (states, forces, groups), none of whom belongs to another."""
    hands = [
        {name for actor in event.source_actors if actor.is_curated for name in (actor.actor_id, actor.parent_actor_id) if name}
        for event in (one, other)
    ]
    return bool(hands[0]) and bool(hands[1]) and not hands[0] & hands[1]
