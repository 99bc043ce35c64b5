"""How the golden rows are compared with what Casus wrote: recall by fields, precision by what no golden row explains."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

Row = dict[str, Any]


def fold(text: str | None) -> str:
    """Return lower-case words without accents or punctuation."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode()
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", plain.lower())).strip()


def names(wanted: str | Iterable[str], *found: str | None) -> bool:
    """Whether one of the wanted names stands in one of the found texts; an empty name matches anything."""
    wanted = wanted.split("|") if isinstance(wanted, str) else wanted
    haystack = " | ".join(fold(text) for text in found if text)
    return any(fold(name) in haystack for name in wanted)


def find_event(want: Row, events: list[Row]) -> Row | None:
    """Return the event that fits a golden one on type, sides and country, preferring the right day and more of its articles."""
    fitting = [
        event
        for event in events
        if re.fullmatch(want["event_type"], event["event_type"])
        and names(want["source"], *event["sources"])
        and (want["target"] == [""] or names(want["target"], *event["targets"], *event["evidence"]))
        and ("country" not in want or event["country_iso3"] in (want["country"], None))
        and set(want["articles"]) & set(event["articles"])
    ]
    return max(
        fitting, key=lambda e: (str(e["date_start"]) == want.get("date"), len(set(want["articles"]) & set(e["articles"]))), default=None
    )


def event_fields(want: Row, event: Row) -> dict[str, bool]:
    """Return which of the golden event's fields hold."""
    held = {}
    if "date" in want:
        held["date"] = str(event["date_start"]) == want["date"]
    if "country" in want:
        held["country"] = event["country_iso3"] == want["country"]
    if "admin1" in want:
        held["admin1"] = names(want["admin1"], event["admin1_name"])
    held["articles"] = set(want["articles"]) <= set(event["articles"])
    return held


def find_claim(want: Row, claims: list[Row], used: set[str]) -> Row | None:
    """Return the unused claim with the golden outcome, number and words."""
    return next(
        (
            claim
            for claim in claims
            if claim["claim_id"] not in used
            and claim["article"] == want["article"]
            and claim["outcome"] == want["outcome"]
            and (want["low"] is None or claim["count_low"] == want["low"])
            and want.get("age_sex") in (None, claim["victim_age_sex"])
            and fold(want["words"]) in fold(claim["evidence"])
        ),
        None,
    )


def find_quote(want: Row, quotes: list[Row], used: set[str]) -> Row | None:
    """Return the unused quotation with the golden words."""
    return next(
        (
            quote
            for quote in quotes
            if quote["quote_id"] not in used and quote["article"] == want["article"] and fold(quote["evidence"]) == fold(want["text"])
        ),
        None,
    )
