"""What is embedded in the page: events with tolls, claims and evidence, as plain JSON values.

Unknown values are left out, never written as zero. Articles are listed once, and pointed to by their place in the list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flows.report.evidence import evidence_of
from flows.report.read import Row, Snapshot, read_snapshot
from transforms.places.countries import country_by_iso3

# Columns of events that the page takes as they are.
EVENT_COLUMNS = (
    "event_id", "title", "event_type", "event_mode", "acled_event_type", "acled_sub_event_type", "ucdp_type_of_violence",
    "date_start", "date_end", "date_precision", "place_name", "admin1_name", "country_iso3", "latitude", "longitude", "place_precision",
    "status", "article_count", "publisher_count", "independent_count", "confidence",
    "killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high",
)  # fmt: skip
CLAIM_COLUMNS = (
    "claim_id", "outcome", "count_text", "count_low", "count_best", "count_high", "qualifier", "victim_text", "victim_group",
    "victim_age_sex", "claimant_text", "via_text", "asserted_on", "relation", "related_claim_id", "is_aggregate",
)  # fmt: skip
TOLL_COLUMNS = ("outcome", "policy", "low", "best", "high", "grade")


def read_report(warehouse: Path) -> dict[str, Any]:
    """Return what the page over a warehouse shows; `events` is empty where the warehouse has none."""
    return shape(read_snapshot(warehouse))


def shape(rows: Snapshot) -> dict[str, Any]:
    """Return the rows as the page wants them."""
    names = {row["actor_id"]: row["name"] for row in rows.actors}
    numbers = {row["article_id"]: number for number, row in enumerate(rows.articles)}
    mentions, claims, tolls, sides = (_by_event(part) for part in (rows.mentions, rows.claims, rows.tolls, rows.sides))
    events = []
    for event in rows.events:
        key = event["event_id"]
        left_out = _left_out(tolls[key])
        events.append(
            {
                **_known(event, EVENT_COLUMNS),
                "sides": _sides(sides[key], names),
                "is_disputed": _is_disputed(claims[key], tolls[key]),
                "tolls": [_known(toll, TOLL_COLUMNS) for toll in tolls[key]],
                "claims": [_claim(claim, names, left_out, numbers) for claim in claims[key]],
                "evidence": evidence_of(mentions[key], claims[key], numbers, names),
            }
        )
    countries = sorted({event["country_iso3"] for event in rows.events if event["country_iso3"]})
    return {
        "articles": [_article(row) for row in rows.articles],
        "countries": {iso3: _country_name(iso3) for iso3 in countries},
        "events": events,
    }


def _by_event(rows: list[Row]) -> Mapping[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["event_id"]].append(row)
    return grouped


def _known(row: Row, columns: tuple[str, ...]) -> dict[str, Any]:
    """Return the columns that have a value, days as text."""
    return {name: _plain(row[name]) for name in columns if row[name] is not None and row[name] is not False}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _sides(rows: list[Row], names: Mapping[str, str]) -> dict[str, list[str]]:
    sides: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        sides[row["role"]].append(names.get(row["actor_id"], row["actor_id"]))
    return dict(sides)


def _is_disputed(claims: list[Row], tolls: list[Row]) -> bool:
    """Whether a source contradicts another's number."""
    return any(claim["relation"] == "disputes" for claim in claims) or any(toll["grade"] == "contested" for toll in tolls)


def _left_out(tolls: list[Row]) -> dict[str, str]:
    """Return why claims are in no toll, by claim; the reasons are the same under every policy."""
    return {left["claim_id"]: left["reason"] for toll in tolls for left in toll["claims_left_out"] or []}


def _claim(row: Row, names: Mapping[str, str], left_out: Mapping[str, str], numbers: Mapping[str, int]) -> dict[str, Any]:
    claim = _known(row, CLAIM_COLUMNS)
    claim["article"] = numbers.get(row["article_id"])
    if row["claimant_actor_id"] in names:
        claim["claimant"] = names[row["claimant_actor_id"]]
    if row["claim_id"] in left_out:
        claim["left_out"] = left_out[row["claim_id"]]
    return claim


def _article(row: Row) -> dict[str, Any]:
    article = {
        "title": row["title"],
        "publisher": row["publisher"] or row["publisher_domain"],
        "published_on": row["published_at"] and row["published_at"].date().isoformat(),
        "url": _safe_link(row["url"]),
        "origin": row["origin"],
        "is_copy": row["duplicate_of"] is not None or None,
    }
    return {name: value for name, value in article.items() if value is not None}


def _safe_link(url: str | None) -> str | None:
    """Return an address that a reader may follow: http and https only."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _country_name(iso3: str) -> str:
    country = country_by_iso3(iso3)
    return country.name if country else iso3
