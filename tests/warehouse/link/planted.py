"""A planted truth for links: events, and UCDP rows of which four in five are jittered copies of events and the rest of something else.

As dense as the world's worst wars: 100,000 events in twenty countries within three years, which is two events a day in the reach of a
district. A copy moves by its precision and often by a day, every third has sides that no crosswalk knows, every second another toll.
"""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.warehouse.world import Row, run, unstamped
from warehouse.link.layouts import UCDP_GED
from warehouse.store import open_store

GW_NUMBERS = {
    "SYR": 652, "IRN": 630, "PAK": 770, "UKR": 369, "SDN": 625, "COD": 490, "MEX": 70, "NGA": 475, "SOM": 520, "AFG": 700,
    "IRQ": 645, "YEM": 678, "ETH": 530, "MMR": 775, "COL": 100, "BFA": 439, "MLI": 432, "IND": 750, "PHL": 840, "LBY": 620,
}  # fmt: skip
EVENTS_A_DAY = 100_000 / 1095
TOWNS, GROUPS = 150, 6
FIRST_DAY = date(2021, 1, 1)
KM_A_DEGREE = 111
# How far a copy lies from its event, in kilometres along each axis, by UCDP's where_prec; 6 is the country's middle.
JITTER_KM = {1: 0.5, 2: 6.0, 3: 12.5, 4: 35.0, 6: 0.0}


@dataclass(frozen=True, slots=True)
class Planted:
    """Events with their sides and actors, UCDP rows, and which event each copied row was made of (`external_id` to `event_id`)."""

    events: list[Row]
    event_actors: list[Row]
    actors: list[Row]
    externals: list[Row]
    truth: dict[str, str]


@dataclass(frozen=True, slots=True)
class Land:
    """A country with the middle of it, its towns and groups."""

    iso3: str
    middle: tuple[float, float]
    towns: list[tuple[float, float]]
    groups: list[Row]
    state: Row


def plant(count: int, seed: int) -> Planted:
    """Return a world of `count` events and as many UCDP rows; the same for the same seed."""
    chance = random.Random(seed)
    lands = [_land(number, iso3, chance) for number, iso3 in enumerate(GW_NUMBERS)]
    days = max(30, round(count / EVENTS_A_DAY))
    planted = Planted([], [], [actor for land in lands for actor in (land.state, *land.groups)], [], {})
    for number in range(count):
        land, town, day = _anywhere(lands, days, chance)
        group = chance.choice(land.groups)
        killed = chance.choice([None, 0, 1, 2, 3, 5, 9, 20])
        event = _event(f"e{number}", land, town, day, killed, chance)
        sides = {"source": land.state["actor_id"], "target": group["actor_id"]}
        planted.events.append(event | {f"{role}_actor_ids": [actor] for role, actor in sides.items()})
        planted.event_actors.extend(
            unstamped("event_actors", event_id=event["event_id"], actor_id=actor, role=role, mention_count=1)
            for role, actor in sides.items()
        )
        if chance.random() < 0.8:
            planted.truth[str(number)] = event["event_id"]
            planted.externals.append(_copy(number, land, town, day, group, killed, chance))
        else:
            land, town, day = _anywhere(lands, days, chance)
            other = chance.choice(land.groups)
            planted.externals.append(_ucdp_row(number, land, 1, town, (day, day), other, chance.choice([1, 2, 5])))
    return planted


def load(planted: Planted, directory: Path) -> Path:
    """Load the events into a new warehouse and return the file with the UCDP rows, beside it and without a header row."""
    with open_store(directory, wait_seconds=0) as store:
        tables = {"events": planted.events, "event_actors": planted.event_actors, "actors": planted.actors}
        store.load(tables, run("r1"))
    file = directory.parent / f"{directory.name}.csv"
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.DictWriter(lines, UCDP_GED).writerows(planted.externals)
    return file


def _anywhere(lands: list[Land], days: int, chance: random.Random) -> tuple[Land, tuple[float, float], date]:
    land = chance.choice(lands)
    return land, chance.choice(land.towns), FIRST_DAY + timedelta(days=chance.randrange(days))


def _land(number: int, iso3: str, chance: random.Random) -> Land:
    middle = (chance.uniform(-30, 50), chance.uniform(-80, 100))
    towns = [(middle[0] + chance.gauss(0, 2.5), middle[1] + chance.gauss(0, 2.5)) for _ in range(TOWNS)]
    known: dict[str, Any] = {"country_iso3": iso3, "is_curated": True}
    state = unstamped(
        "actors", actor_id=f"s_{iso3}", name=f"State of {iso3}", kind="state", gwno=GW_NUMBERS[iso3], ucdp_actor_id=number + 1, **known
    )
    groups = [
        unstamped("actors", actor_id=f"g_{iso3}_{n}", name=f"{iso3} {n}", kind="armed_group", ucdp_actor_id=1000 + 10 * number + n, **known)
        for n in range(GROUPS)
    ]
    return Land(iso3, middle, towns, groups, state)


def _event(event_id: str, land: Land, town: tuple[float, float], day: date, killed: int | None, chance: random.Random) -> Row:
    place_precision = chance.choices(["city", "admin2", "admin1", "country"], [75, 12, 8, 5])[0]
    date_precision = chance.choices(["day", "week"], [92, 8])[0]
    latitude, longitude = land.middle if place_precision == "country" else town
    return unstamped(
        "events",
        event_id=event_id,
        event_type=chance.choices(["ASSAULT", "COERCE"], [9, 1])[0],
        status="asserted",
        date_start=day,
        date_end=day if date_precision == "day" else day + timedelta(days=6),
        date_precision=date_precision,
        country_iso3=land.iso3,
        country_gwno=GW_NUMBERS[land.iso3],
        latitude=latitude,
        longitude=longitude,
        place_precision=place_precision,
        killed_low=killed,
        killed_best=killed,
    )


def _copy(number: int, land: Land, town: tuple[float, float], day: date, group: Row, killed: int | None, chance: random.Random) -> Row:
    where_prec = chance.choices(list(JITTER_KM), [60, 20, 10, 7, 3])[0]
    spread = JITTER_KM[where_prec] / KM_A_DEGREE
    place = land.middle if where_prec == 6 else (town[0] + chance.gauss(0, spread), town[1] + chance.gauss(0, spread))
    first = day + timedelta(days=chance.choice([0, 0, 0, 0, 1, -1]))
    last = first + timedelta(days=chance.choices([0, 4], [9, 1])[0])
    deaths = max(0, (chance.choice([1, 2, 5]) if killed is None else killed) + chance.choice([0, 0, 0, 1, -1, 2]))
    return _ucdp_row(number, land, where_prec, place, (first, last), group if chance.random() < 0.7 else None, deaths)


def _ucdp_row(
    number: int, land: Land, where_prec: int, place: tuple[float, float], days: tuple[date, date], group: Row | None, deaths: int
) -> Row:
    """Return a row in UCDP's columns; a group of None has a name and an id that no crosswalk knows."""
    gwno = GW_NUMBERS[land.iso3]
    given = {
        "id": number, "type_of_violence": 1, "where_prec": where_prec, "latitude": f"{place[0]:.4f}", "longitude": f"{place[1]:.4f}",
        "date_prec": 1 if days[0] == days[1] else 2, "date_start": f"{days[0]} 00:00:00.000", "date_end": f"{days[1]} 00:00:00.000",
        "country": land.iso3, "country_id": gwno, "gwnoa": gwno, "side_a": "Government", "side_a_new_id": land.state["ucdp_actor_id"],
        "side_b": f"Renamed {number}" if group is None else group["name"],
        "side_b_new_id": 90_000 + number % 500 if group is None else group["ucdp_actor_id"],
        "low": deaths, "best": deaths, "high": deaths + 1,
    }  # fmt: skip
    return dict.fromkeys(UCDP_GED, "") | given
