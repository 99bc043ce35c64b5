"""What the views give for rows worked out by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.warehouse.world import answers, database

STRIKE = {
    "event_id": "e1", "event_type": "ASSAULT", "status": "asserted", "date_start": date(2024, 1, 16), "date_end": date(2024, 1, 16),
    "date_precision": "day", "country_iso3": "PAK", "country_gwno": 770, "country_cow": 770, "country_iso_numeric": 586,
    "place_precision": "city", "priogrid_gid": 168249, "source_actor_ids": ["iran"], "target_actor_ids": ["jaish", "pakistan"],
    "killed_low": 2, "killed_best": 2, "killed_high": 2,
}  # fmt: skip
ANSWER = STRIKE | {
    "event_id": "e2", "date_start": date(2024, 1, 18), "date_end": date(2024, 1, 18), "country_iso3": "IRN", "country_gwno": 630,
    "country_cow": 630, "country_iso_numeric": 364, "priogrid_gid": 168965, "source_actor_ids": ["pakistan"], "target_actor_ids": ["iran"],
    "status": "contested", "killed_low": 9, "killed_best": 9, "killed_high": None,
}  # fmt: skip
ACTORS = [
    {
        "actor_id": "iran",
        "name": "Iran",
        "kind": "state",
        "country_iso3": "IRN",
        "gwno": 630,
        "cow": 630,
        "iso_numeric": 364,
        "is_curated": True,
        "cameo_code": "IRN",
    },
    {"actor_id": "irgc", "name": "IRGC", "kind": "state_forces", "country_iso3": "IRN", "parent_actor_id": "iran", "is_curated": True},
    {"actor_id": "pakistan", "name": "Pakistan", "kind": "state", "country_iso3": "PAK", "gwno": 770, "is_curated": True},
    {"actor_id": "actor_9", "name": "Somebody", "kind": "person", "is_curated": False},
]


def test_dyad_day_has_each_pair_of_sides() -> None:
    with database(
        {"events": [STRIKE, ANSWER, STRIKE | {"event_id": "e3", "killed_low": None, "killed_best": None}], "actors": ACTORS}
    ) as connection:
        found = answers(
            connection,
            "select day, source_actor_id, target_actor_id, target_gwno, event_count, contested_count, killed_low "
            "from dyad_day order by all",
        )
    assert [tuple(row.values()) for row in found] == [
        (date(2024, 1, 16), "iran", "jaish", None, 2, 0, 2),
        (date(2024, 1, 16), "iran", "pakistan", 770, 2, 0, 2),
        (date(2024, 1, 18), "pakistan", "iran", 630, 1, 1, 9),
    ]


def test_nobody_is_a_dyad_with_itself() -> None:
    mutual = STRIKE | {"source_actor_ids": ["iran", "pakistan"], "target_actor_ids": ["iran", "pakistan"]}
    with database({"events": [mutual], "actors": ACTORS}) as connection:
        found = answers(connection, "select source_actor_id, target_actor_id from dyad_day order by all")
    assert [tuple(row.values()) for row in found] == [("iran", "pakistan"), ("pakistan", "iran")]


@pytest.mark.parametrize(
    ("tolls", "summed"),
    [
        ([(2, 2, 2), (3, None, None)], (5, 5, None)),
        ([(2, 2, 2), (9, 9, 12)], (11, 11, 14)),
        ([(2, 2, 2), (None, None, None)], (2, 2, 2)),
        ([(None, None, None)], (None, None, None)),
    ],
)
def test_sums_of_tolls_keep_their_order(tolls: list[tuple[int | None, ...]], summed: tuple[int | None, ...]) -> None:
    events = [
        STRIKE | {"event_id": f"e{number}"} | dict(zip(("killed_low", "killed_best", "killed_high"), toll, strict=True))
        for number, toll in enumerate(tolls)
    ]
    with database({"events": events, "actors": ACTORS}) as connection:
        for view in ("country_month", "priogrid_month", "dyad_day where target_actor_id = 'pakistan'"):
            (found,) = answers(connection, f"select killed_low, killed_best, killed_high from {view}")
            assert tuple(found.values()) == summed


@pytest.mark.parametrize("left_out", [{"date_precision": "week"}, {"status": "planned"}, {"status": "denied"}, {"target_actor_ids": []}])
def test_dyad_day_leaves_out_what_has_no_day_or_did_not_happen(left_out: dict[str, object]) -> None:
    with database({"events": [STRIKE | left_out]}) as connection:
        assert answers(connection, "select day from dyad_day") == []


@pytest.mark.parametrize(
    ("day", "month_id"), [(date(1980, 1, 31), 1), (date(1989, 12, 1), 120), (date(2024, 1, 16), 529), (date(2024, 12, 31), 540)]
)
def test_month_id_counts_from_january_1980(day: date, month_id: int) -> None:
    with database({"events": [STRIKE | {"date_start": day, "date_end": day}]}) as connection:
        assert answers(connection, "select month_id from country_month") == [{"month_id": month_id}]
        assert answers(connection, "select month_id from priogrid_month") == [{"month_id": month_id}]


def test_country_month_adds_up_a_country_and_keeps_unknown_apart_from_zero() -> None:
    with database(
        {"events": [STRIKE, STRIKE | {"event_id": "e3", "killed_low": None, "killed_best": None, "killed_high": None}, ANSWER]}
    ) as connection:
        found = answers(
            connection,
            "select country_iso3, country_gwno, event_count, killed_best, killed_high, injured_best from country_month order by all",
        )
    assert [tuple(row.values()) for row in found] == [("IRN", 630, 1, 9, None, None), ("PAK", 770, 2, 2, 2, None)]


@pytest.mark.parametrize(("place_precision", "cells"), [("point", 1), ("city", 1), ("admin1", 0), ("country", 0)])
def test_priogrid_month_has_only_places_known_to_the_town(place_precision: str, cells: int) -> None:
    with database({"events": [STRIKE | {"place_precision": place_precision}]}) as connection:
        assert len(answers(connection, "select priogrid_gid from priogrid_month")) == cells


def test_actor_crosswalk_has_curated_actors_with_the_numbers_of_their_country_and_the_codes_of_their_state() -> None:
    columns = "actor_id, gwno, country_iso_numeric, country_gwno, country_cow, parent_name, parent_cameo_code"
    with database({"actors": ACTORS}) as connection:
        found = answers(connection, f"select {columns} from actor_crosswalk order by actor_id")
    assert [tuple(row.values()) for row in found] == [
        ("iran", 630, 364, 630, 630, None, None),
        ("irgc", None, 364, 630, 630, "Iran", "IRN"),
        ("pakistan", 770, None, 770, None, None, None),
    ]


def test_quotes_by_actor_gives_a_spokesman_the_side_he_speaks_for() -> None:
    quote = {"article_id": "a1", "evidence": "We will answer", "speaker_actor_id": "actor_9", "affiliation_actor_id": "irgc"}
    quotes = [
        quote | {"quote_id": "q1"},
        {"quote_id": "q2", "affiliation_actor_id": "irgc", "article_id": "a1"},
        {"quote_id": "q3", "article_id": "a1"},
    ]
    with database({"quotes": quotes, "actors": ACTORS, "articles": [{"article_id": "a1", "publisher": "Dawn"}]}) as connection:
        found = answers(connection, "select quote_id, actor_id, for_actor_id, publisher from quotes_by_actor order by quote_id")
    assert [tuple(row.values()) for row in found] == [("q1", "actor_9", "irgc", "Dawn"), ("q2", "irgc", "irgc", "Dawn")]


@pytest.mark.parametrize(("day", "killed"), [(15, []), (16, [4]), (17, [4]), (18, [9]), (19, [])])
def test_history_tells_how_a_claim_stood_on_a_day(day: int, killed: list[int]) -> None:
    first = {"claim_id": "c1", "count_best": 4, "recorded_at": datetime(2024, 1, 16, tzinfo=UTC)}
    second = first | {"count_best": 9, "recorded_at": datetime(2024, 1, 18, tzinfo=UTC)}
    log = [
        first | {"superseded_at": datetime(2024, 1, 18, tzinfo=UTC), "change": "changed"},
        second | {"superseded_at": datetime(2024, 1, 19, tzinfo=UTC), "change": "removed"},
    ]
    moment = f"timestamptz '2024-01-{day}'"
    as_of = (
        f"select count_best from casualties_history where recorded_at <= {moment} and (superseded_at is null or superseded_at > {moment})"
    )
    with database({"casualties_log": log}) as connection:
        assert [row["count_best"] for row in answers(connection, as_of)] == killed
