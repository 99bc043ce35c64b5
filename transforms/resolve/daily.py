"""What forces do day after day: what ties two mentions of it to one deed, and what in two articles worded alike puts them in two towns."""

from __future__ import annotations

import re
from datetime import timedelta

from transforms.resolve.lineage import Lineage
from transforms.resolve.nearness import points_of_places
from transforms.resolve.points import SAME_ODD_TOLL
from transforms.resolve.profile import Profile, Row

# Deeds that the same two sides repeat day after day.
FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
EXCHANGE_DAYS = 3
COARSE = frozenset({"admin1", "country"})
# A day that only who knows the day of the article knows.
OWN_DAY = re.compile(r"\b(?:today|tonight|yesterday|last night|overnight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
# What each article's own town or day, which are two, weighs against a deed that two articles tell in like words.
ELSEWHERE = 4.0


def is_tied_down(left: Profile, right: Profile, lineage: Lineage, grounded: bool, days: float, tolls: float) -> bool:
    """Whether the day, the place or the number of people harmed ties two mentions to one event; what two forces do again and again
    is tied by neither a province nor a small number, and by a town only where one mention points back."""
    if days >= 1.0 or not _is_of_other_news(left, right, lineage):
        return grounded or tolls >= 1.0
    is_there = grounded and not _is_only_of_province(left, right) and not _is_told_as_new(left, right)
    return is_there or tolls >= SAME_ODD_TOLL


def _is_of_other_news(left: Profile, right: Profile, lineage: Lineage) -> bool:
    """Whether two deeds of force are told by two articles in the news of other days, or of unknown ones, unless both name a weekday: two
    forces meet again and again, but who has a name is shot once."""
    if left.event_type not in FORCEFUL or left.article_id == right.article_id:
        return False
    shared = (left.sources & right.sources) | (left.targets & right.targets)
    if any(lineage.kinds.get(actor) == "person" for actor in shared):
        return False
    if left.published is None or right.published is None:
        return left.published != right.published or left.weekday is None or right.weekday is None
    return abs(left.published - right.published) > timedelta(days=EXCHANGE_DAYS)


def _is_told_as_new(left: Profile, right: Profile) -> bool:
    """Whether neither of two mentions points back to what was told before, and the news of one at least is of a known day, or of one that
    is told by a word for it alone ("a compound was searched last night")."""
    if left.is_backward or right.is_backward:
        return False
    return not (left.published is right.published is None) or any(OWN_DAY.search(item.row["date_text"] or "") for item in (left, right))


def _is_only_of_province(left: Profile, right: Profile) -> bool:
    """Whether one of two mentions tells no nearer place than a province or country."""
    return _is_coarse(left.place) or _is_coarse(right.place)


def is_elsewhere(left: Profile, right: Profile) -> bool:
    """Whether what two articles tell around two mentions puts them in two places or on other days."""
    if left.article_id == right.article_id:
        return False
    if points_of_places(left.place or left.context_place, right.place or right.context_place) is None:
        return True
    return _is_around_other_days(left, right)


def is_daily_elsewhere(left: Profile, right: Profile) -> bool:
    """Whether two articles tell of what forces or the police do every day, and each around it of its own town, province or day. In which of
    the countries around a deed it lies is often left open."""
    if left.event_type not in FORCEFUL and not left.mode == right.mode == "investigate":
        return False
    places = left.place or left.context_place, right.place or right.context_place
    if all(place is not None and place["precision"] != "country" for place in places):
        points = points_of_places(*places)
        if points is None or (points == 0.0 and not any(map(_is_coarse, places))):
            return True  # two provinces, or two towns side by side
    return _is_around_other_days(left, right)


def _is_around_other_days(left: Profile, right: Profile) -> bool:
    (first, last, _), (start, end, _) = left.context_days, right.context_days
    return bool(first and last and start and end and (last < start or end < first))


def _is_coarse(place: Row | None) -> bool:
    return place is not None and place["precision"] in COARSE
