"""How an event was done, from all its mentions, and the codes that follow from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from transforms.events.codes import Codes, codes_of, ucdp_type_of_violence
from transforms.resolve.deed import is_of_people
from transforms.resolve.profile import Row

STATE_KINDS = frozenset({"state", "state_forces"})
# What a state's forces do from afar when no weapon is told. ACLED codes cross-border strikes as remote violence.
REMOTE = frozenset({"strike", "strikes", "struck", "strikes back", "bombing", "bombings", "bombed", "bomb", "bombs"})


def event_mode(rows: Sequence[Row], sources: Sequence[str], actors: Mapping[str, Row]) -> str | None:
    """Return the mode most mentions give, the one with a weapon named before others; abduction only where most of them tell it.

    A state that "bombs" or "strikes" without a weapon told does so from the air; without any word on it the mode is None."""
    counts = Counter(row["event_mode"] for row in rows if row["event_mode"])
    armed = Counter(row["event_mode"] for row in rows if row["event_mode"] and row["instrument_text"])
    if counts["abduct"] <= sum(row["event_mode"] != "abduct" and row["source_text"] is not None for row in rows):
        del counts["abduct"]  # people were taken in an attack told as often as one
    if any(row["event_mode"] is None and is_of_people(row["target_text"]) for row in rows):
        del counts["destroy"]  # people were killed, and houses burnt
    chosen = min(counts, key=lambda mode: (-armed[mode], -counts[mode], mode)) if counts else None
    if chosen == "explosives" and counts["suicide-attack"]:
        chosen = "suicide-attack"  # "a car bomb", by one who died in it
    by_state = any(actors[actor]["kind"] in STATE_KINDS for actor in sources if actor in actors)
    untold = rows[0]["event_type"] == "ASSAULT" and by_state and chosen in {None, "explosives"}
    return "aerial" if untold and any(row["trigger"].lower() in REMOTE for row in rows) else chosen


def violence(rows: Sequence[Row], sources: Sequence[str], targets: Sequence[str], actors: Mapping[str, Row]) -> int | None:
    """Return UCDP's type of violence of an attack; None for other events and where a side is unknown or contested."""
    if rows[0]["event_type"] != "ASSAULT":
        return None
    kinds = [[actors[actor]["kind"] for actor in side if actor in actors] for side in (sources, targets)]
    return ucdp_type_of_violence(kinds[0], kinds[1], [row["target_text"] or "" for row in rows])


def event_codes_of(rows: Sequence[Row], mode: str | None, type_of_violence: int | None) -> Codes:
    """Return CAMEO and ACLED codes of an event of that mode; a mention's own finer CAMEO code is kept where its mode is the event's."""
    own = Counter(row["cameo_code"] for row in rows if row["event_mode"] == mode and row["cameo_code"])
    civilian = {3: True, 1: False, 2: False}.get(type_of_violence or 0)
    return codes_of(rows[0]["event_type"], mode, min(own, key=lambda code: (-own[code], code)) if own else None, civilian)
