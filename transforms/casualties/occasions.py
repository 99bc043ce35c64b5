"""What each article says of when and where an event was: the ground on which numbers of two articles may be of the same people.

Events are merged on what their mentions share, at times on little; an equal small number alone does not make two claims one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

Row = dict[str, Any]
FINE_PLACES = ("point", "city", "admin3", "admin2")
# News of one event follows within a week; two forces that fight all year make the same small numbers again and again.
NEWS_DAYS = 7
TELLING_NUMBER = 5


@dataclass(slots=True)
class Occasion:
    """The days and the towns or districts that one article gives for one event, when it was published, and of which it is a copy."""

    days: set[tuple[date, date]] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    published_at: datetime | None = None
    original: str | None = None


def occasions(mentions: Iterable[Row], articles: Mapping[str, Row], places: Mapping[str, Row]) -> dict[str, dict[str, Occasion]]:
    """Return event_id -> article_id -> what the article's own mentions of the event say of when and where it was."""
    found: dict[str, dict[str, Occasion]] = {}
    for row in mentions:
        if not row["event_id"]:
            continue
        article = articles[row["article_id"]]
        original = article.get("duplicate_of") or row["article_id"]
        said = found.setdefault(row["event_id"], {}).setdefault(
            row["article_id"], Occasion(published_at=article.get("published_at"), original=original)
        )
        if row["date_start"] is not None:
            said.days.add((row["date_start"], row["date_end"] or row["date_start"]))
        if places.get(row["place_id"], {}).get("precision") in FINE_PLACES:
            said.places.add(row["place_id"])
    return found


def is_one_occasion(one: Occasion | None, other: Occasion | None, number: int | None) -> bool:
    """Return whether two articles tell of one occasion, so that an equal number (`number`, None for a vague one) is of the same people.

    Copies do. Else days or places that exclude each other part them, and a number met with by chance asks for a shared day or place,
    a vague one for both; a telling number for one of the two, or for news of the same week."""
    if one is None or other is None or (one.original is not None and one.original == other.original):
        return True
    same_day = any(first[0] <= second[1] and second[0] <= first[1] for first in one.days for second in other.days)
    if one.days and other.days and not same_day:
        return False
    same_place = bool(one.places & other.places)
    apart = bool(one.places and other.places and not same_place)
    if number is None:
        return same_day and same_place
    if number < TELLING_NUMBER:
        return not apart and (same_day or (same_place and _same_week(one, other)))
    return same_day or same_place or (not apart and _same_week(one, other))


def _same_week(one: Occasion, other: Occasion) -> bool:
    if one.published_at is None or other.published_at is None:
        return False
    return abs((one.published_at - other.published_at).days) <= NEWS_DAYS
