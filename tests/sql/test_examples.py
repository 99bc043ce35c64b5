"""What the example queries answer in the small world."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sql.test_statements import filled
from tests.warehouse.world import answers, database
from warehouse.queries import SQL, read_query


def answer(name: str, change: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """Return what an example answers; `change` maps a table to values put into all its rows."""
    rows = filled()
    for table, values in (change or {}).items():
        for row in rows[table]:
            row.update(values)
    with database(rows) as connection:
        return answers(connection, read_query(SQL / "examples" / f"{name}.sql").statement)


def test_events_of_a_dyad_by_day() -> None:
    (found,) = answer("events_of_a_dyad_by_day")
    assert (found["source_name"], found["target_name"], found["event_count"], found["killed_low"]) == ("Pakistan", "Iran", 1, 9)


def test_contested_events_show_who_stands_where() -> None:
    assert [(row["claimant"], row["stance"]) for row in answer("contested_events")] == [
        ("Iran", "accused"),
        ("the article itself", "asserted"),
        ("the article itself", "asserted"),
    ]
    assert answer("contested_events", {"events": {"status": "asserted"}}) == []


def test_who_accused_whom() -> None:
    (found,) = answer("who_accused_whom")
    assert (found["accuser"], found["accused"], found["accused_of"], found["first_evidence"]) == (
        "Iran",
        "Pakistan",
        "ASSAULT",
        "Iran blamed Pakistan.",
    )


def test_the_first_report_is_the_earliest_that_is_no_copy() -> None:
    (found,) = answer("first_report_of_each_event")
    assert (found["first_publisher"], found["minutes_to_the_next"], found["evidence"]) == ("Dawn", 180, "Nine people died in Saravan.")


@pytest.mark.parametrize(("change", "origins"), [({}, []), ({"origin": "Reuters"}, ["Reuters"]), ({"duplicate_of": "a1"}, ["Reuters"])])
def test_events_with_one_origin(change: dict[str, str], origins: list[str]) -> None:
    assert [row["only_origin"] for row in answer("events_with_one_origin", {"articles": change})] == origins


def test_what_each_side_said_by_day() -> None:
    (found,) = answer("what_each_side_said_by_day")
    assert (found["side"], found["evidence"], found["publisher"]) == ("Iran", "We will answer,", "Dawn")


def test_evidence_of_one_event_is_in_the_order_of_publication() -> None:
    assert [row["trigger"] for row in answer("evidence_of_one_event")] == ["died", "blamed", "struck"]


def test_set_aside_counts_the_reasons() -> None:
    assert [(row["reason"], row["row_count"], row["example"]) for row in answer("set_aside")] == [("a PDF", 1, "a3.pdf")]


@pytest.mark.parametrize(("last_run", "titles"), [("x", ["Pakistan strikes Saravan"]), ("y", [])])
def test_new_events_are_those_that_the_last_run_told_of_first(last_run: str, titles: list[str]) -> None:
    rows = filled() | {"runs": [{"run_id": last_run}]}
    statement = read_query(SQL / "examples" / "new_events.sql").statement
    with database(rows) as connection:
        assert [row["title"] for row in answers(connection, statement)] == titles
    rows["events_log"] = [{"event_id": "event_strike"}]
    with database(rows) as connection:
        assert answers(connection, statement) == [], "an event that an earlier run told of otherwise is not new"
