"""Codes of other systems, from the reviewed table `seeds/event_codes.csv`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from transforms.seed_tables import read_seed

STATE = frozenset({"state", "state_forces"})
ARMED = frozenset({"armed_group"})
CIVILIAN = frozenset({"population", "person", "media", "ngo", "party"})
# The words by which a text says that an attack was aimed at civilians, when the target is not a known actor.
CIVILIAN_WORDS = (
    "civilian",
    "villager",
    "resident",
    "worshipper",
    "passenger",
    "pilgrim",
    "student",
    "children",
    "journalist",
    "market",
    "school",
    "hospital",
    "mosque",
    "church",
)


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of one event type and mode."""

    cameo_code: str | None
    acled_event_type: str | None
    acled_sub_event_type: str | None


@cache
def event_codes() -> Mapping[tuple[str, str, str], Codes]:
    """Return the codes by event type, mode and kind of target ("" where it does not matter)."""
    return {
        (row["event_type"], row["event_mode"], row["target"]): Codes(
            row["cameo_code"] or None, row["acled_event_type"] or None, row["acled_sub_event_type"] or None
        )
        for row in read_seed("event_codes")
    }


@cache
def _types_by_sub_type() -> Mapping[str, str]:
    return {codes.acled_sub_event_type: codes.acled_event_type or "" for codes in event_codes().values() if codes.acled_sub_event_type}


def codes_of(event_type: str, mode: str | None, cameo_code: str | None = None, is_civilian_target: bool | None = None) -> Codes:
    """Return the codes of an event; a trigger's own CAMEO code is kept, a mode unknown to the table falls back to its type."""
    target = {True: "civilian", False: "combatant", None: ""}[is_civilian_target]
    table = event_codes()
    keys = [(event_type, mode or "", target), (event_type, mode or "", ""), (event_type, "", target), (event_type, "", "")]
    found = next((table[key] for key in keys if key in table), Codes(None, None, None))
    return Codes(cameo_code or found.cameo_code, found.acled_event_type, found.acled_sub_event_type)


def acled_event_type(sub_event_type: str) -> str | None:
    """Return the ACLED event type of a sub-event type ("Air/drone strike" -> "Explosions/Remote violence"), None if unknown."""
    return _types_by_sub_type().get(sub_event_type)


def ucdp_type_of_violence(source_kinds: Sequence[str], target_kinds: Sequence[str], target_texts: Sequence[str]) -> int | None:
    """Return UCDP's type of violence: 1 state-based (a state against an armed group or a state), 2 between non-state groups,
    3 one-sided against civilians; None when a side is unknown or several readings are left (the intended target is contested)."""
    source_state, source_armed = bool(STATE & set(source_kinds)), bool(ARMED & set(source_kinds))
    target_state, target_armed = bool(STATE & set(target_kinds)), bool(ARMED & set(target_kinds))
    words = " ".join(target_texts).lower()
    civilian = bool(CIVILIAN & set(target_kinds)) or any(word in words for word in CIVILIAN_WORDS)
    if not (source_state or source_armed):
        return None
    if target_armed and civilian:
        return None
    if target_armed:
        return 1 if source_state else 2
    if target_state and source_armed:
        return 1
    if target_state and source_state:
        return 1 if not civilian else None
    return 3 if civilian else None
