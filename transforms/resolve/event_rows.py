"""From a group of mentions to a row of `events` and its rows of `event_actors`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from transforms.actors.curated import state_of
from transforms.places.countries import country_by_iso3
from transforms.places.priogrid import priogrid_gid
from transforms.resolve.groups import Cluster
from transforms.resolve.lineage import Lineage
from transforms.resolve.means import event_codes_of, event_mode, violence
from transforms.resolve.precision import acled_geo_precision, ucdp_date_precision, ucdp_where_precision
from transforms.resolve.profile import PRECISION_ORDER, Days, Profile, Row, is_selfsame
from transforms.resolve.title_sides import title_of

# How `articles.origin` notes "(With input from agencies)".
UNNAMED_AGENCIES = "agencies"


def event_row(
    event_id: str, group: Cluster, articles: Mapping[str, Row], actors: Mapping[str, Row], lineage: Lineage, tolls: Mapping[str, Any]
) -> Row:
    """Return the row of `events` without clock columns. `articles` and `actors` are rows by id; `tolls` has `killed` and
    `injured`, each (low, best, high)."""
    rows = sorted(map(_as_deed, group.members), key=lambda row: (row["article_id"], row["trigger_start"]))
    layer = group.members[0].layer
    start, end, precision = best_days(group)
    place = best_place(group)
    country = country_by_iso3(place["country_iso3"]) if place and place["country_iso3"] else None
    sources, targets = _ranked(rows, "source_actor_ids"), _ranked(rows, "target_actor_ids")
    mode = event_mode(rows, sources, actors)
    type_of_violence = violence(rows, sources, targets, actors)
    codes = event_codes_of(rows, mode, type_of_violence)
    told_by = [articles[article_id] for article_id in sorted(group.articles)]
    published = [article["published_at"] for article in told_by if article["published_at"]]
    point = place is not None and place["latitude"] is not None
    return {
        "event_id": event_id,
        "event_type": rows[0]["event_type"],
        "event_mode": mode,
        "cameo_code": codes.cameo_code,
        "acled_event_type": codes.acled_event_type,
        "acled_sub_event_type": codes.acled_sub_event_type,
        "ucdp_type_of_violence": type_of_violence,
        "title": title_of(rows, mode, (sources, targets), actors, lineage, place, layer),
        "date_start": start,
        "date_end": end,
        "date_precision": precision,
        "ucdp_date_prec": ucdp_date_precision(start, end, precision),
        "place_id": place["place_id"] if place else None,
        "place_name": place["name"] if place else None,
        "admin1_name": place["admin1_name"] if place else None,
        "geonames_id": place["geonames_id"] if place else None,
        "country_iso3": place["country_iso3"] if place else None,
        "country_iso_numeric": country.iso_numeric if country else None,
        "country_gwno": country.gwno if country else None,
        "country_cow": country.cow if country else None,
        "latitude": place["latitude"] if place else None,
        "longitude": place["longitude"] if place else None,
        "place_precision": place["precision"] if place else None,
        "ucdp_where_prec": ucdp_where_precision(place["precision"], place["feature"]) if place else None,
        "acled_geo_precision": acled_geo_precision(place["precision"]) if place else None,
        "priogrid_gid": priogrid_gid(place["latitude"], place["longitude"]) if place and point else None,
        "source_actor_ids": sources,
        "target_actor_ids": targets,
        "status": status_of(
            layer, {row["stance"] for row in rows if row["stance"] != "denied" or row["source_text"] or row["claimant_text"]}
        ),
        "article_count": len(told_by),
        "publisher_count": len({article["publisher"] or article["article_id"] for article in told_by}),
        "independent_count": independent_count(told_by),
        "first_published_at": min(published, default=None),
        "last_published_at": max(published, default=None),
        **{
            f"{outcome}_{part}": value
            for outcome in ("killed", "injured")
            for part, value in zip(("low", "best", "high"), tolls[outcome], strict=True)
        },
        "confidence": confidence(told_by, sources, targets, place, start, layer),
    }


def _as_deed(member: Profile) -> Row:
    """Return a mention's row under the type and mode by which it was compared."""
    if (member.event_type, member.mode) == (member.row["event_type"], member.row["event_mode"]):
        return member.row
    return member.row | {"event_type": member.event_type, "event_mode": member.mode, "cameo_code": None}


def event_actor_rows(event: Row, group: Cluster) -> list[Row]:
    """Return one row per actor and role of an event, with the number of mentions that name the actor so."""
    counts: Counter[tuple[str, str]] = Counter()
    for member in group.members:
        row = member.row
        role = {"claimed_responsibility": "claimed_responsibility", "accused": "accused", "denied": "denied"}.get(row["stance"])
        for actor in row["source_actor_ids"]:
            counts[actor, "source"] += 1
            if role:
                counts[actor, role] += 1
        for actor in row["target_actor_ids"] if not is_selfsame(row) else ():
            counts[actor, "target"] += 1
    if event["country_iso3"]:
        state = state_of(event["country_iso3"])
        if state is not None:
            counts[state.actor.actor_id, "location_state"] += sum(
                (member.place or member.context_place) is not None for member in group.members
            )
    return [
        {"event_id": event["event_id"], "actor_id": actor, "role": role, "mention_count": count}
        for (actor, role), count in sorted(counts.items())
    ]


def best_days(group: Cluster) -> Days:
    """Return the interval most mentions give, days before weeks before months; the earlier among equals."""
    own: Iterable[Days] = [(m.date_start, m.date_end, m.date_precision) for m in group.members if m.date_start is not None]
    given = Counter(own or [m.context_days for m in group.members if m.context_days[0] is not None])
    if not given:
        return None, None, None
    order = {"day": 0, "week": 1, "month": 2, "year": 3}
    (start, end, precision), _ = min(given.items(), key=lambda item: (order.get(item[0][2] or "", 4), -item[1], str(item[0][0])))
    return start, end, precision


def best_place(group: Cluster) -> Row | None:
    """Return the finest place the mentions name, the most frequent among equally fine ones; where none names a place, that which the
    texts around them give."""
    named = [m.place for m in group.members if m.place is not None]
    named = named or [m.context_place for m in group.members if m.context_place is not None]
    if not named:
        return None
    counts = Counter(place["place_id"] for place in named)
    return min(named, key=lambda place: (PRECISION_ORDER.get(place["precision"], 5), -counts[place["place_id"]], place["place_id"]))


def status_of(layer: str, stances: set[str]) -> str:
    """Return asserted, contested (some deny what others tell), denied or planned. "No one was killed" is a count, not a denial:
    what has neither a doer nor somebody who denies is not among `stances`."""
    if layer not in {"real", "general"}:
        return "planned"
    if stances == {"denied"}:
        return "denied"
    return "contested" if "denied" in stances else "asserted"


def independent_count(articles: Sequence[Row]) -> int:
    """Return the number of independent origins: near-duplicates are left out, and what credits one agency counts once.

    A credit to unnamed agencies says nothing of which, so the publisher stands for itself."""
    origins = {
        (row["origin"] if row["origin"] != UNNAMED_AGENCIES else None) or row["publisher"] or row["article_id"]
        for row in articles
        if row["duplicate_of"] is None
    }
    return max(1, len(origins))


def confidence(
    articles: Sequence[Row], sources: Sequence[str], targets: Sequence[str], place: Row | None, day: date | datetime | None, layer: str
) -> float:
    """Return 0 to 1: how well the event is supported. Starts at 0.3; each of source, target, place and day known adds 0.1, each further
    independent origin 0.1 up to three; what has not happened is halved. A rank, not a probability."""
    known = sum((bool(sources), bool(targets), place is not None, day is not None))
    score = 0.3 + 0.1 * known + 0.1 * min(3, independent_count(articles) - 1)
    return round(score if layer == "real" else score / 2, 2)


def _ranked(rows: Sequence[Row], column: str) -> list[str]:
    counts = Counter(actor for row in rows if not (column == "target_actor_ids" and is_selfsame(row)) for actor in row[column])
    return sorted(counts, key=lambda actor: (-counts[actor], actor))
