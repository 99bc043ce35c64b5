"""Each check finds the fault it is named after, and finds none in a sound world."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.sql.test_statements import filled
from tests.warehouse.world import database
from warehouse.checks import ChecksFailedError, run_checks

World = dict[str, list[dict[str, Any]]]


def set_value(table: str, number: int, **values: Any) -> Callable[[World], None]:
    """Return the change of one row's values."""
    return lambda rows: rows[table][number].update(values)


FAULTS = [
    pytest.param("spans_equal_evidence", set_value("quotes", 0, evidence="We shall answer"), id="another evidence"),
    pytest.param("spans_equal_evidence", set_value("date_mentions", 0, span_end=3, span_start=3, evidence=""), id="empty span"),
    pytest.param("inner_spans_equal_text", set_value("event_mentions", 0, trigger="killed"), id="another trigger"),
    pytest.param("inner_spans_equal_text", set_value("quotes", 0, speaker_start=None), id="half a span"),
    pytest.param("inner_spans_equal_text", set_value("casualties", 0, count_text="Ten"), id="another count"),
    pytest.param("dates_in_order", set_value("events", 0, date_end=date(2024, 1, 17)), id="ends before it begins"),
    pytest.param("dates_in_order", set_value("date_mentions", 0, date_end=None), id="no end"),
    pytest.param("counts_in_order", set_value("casualties", 0, count_low=10), id="low above best"),
    pytest.param("counts_in_order", set_value("events", 0, killed_best=None, killed_low=9, killed_high=8), id="low above high"),
    pytest.param("references_whole", set_value("casualties", 0, event_id="nowhere"), id="no such event"),
    pytest.param("references_whole", set_value("quotes", 0, version=2), id="no such version"),
    pytest.param("references_whole", set_value("event_actors", 0, actor_id="nobody"), id="no such actor"),
    pytest.param("references_whole", set_value("events", 0, place_id="nowhere"), id="no such place"),
    pytest.param("references_whole", set_value("articles", 1, duplicate_of="a9"), id="copy of nothing"),
    pytest.param("references_whole", set_value("casualties", 1, related_claim_id="c9"), id="revises nothing"),
    pytest.param("mentions_of_known_things", set_value("quotes", 0, speaker_actor_id="nobody"), id="unknown speaker"),
    pytest.param("mentions_of_known_things", set_value("place_mentions", 0, place_id="nowhere"), id="unknown place"),
    pytest.param("one_current_version", set_value("articles", 0, is_current=False), id="no current version"),
    pytest.param("countries_agree", set_value("places", 0, country_iso3="ir"), id="no country code"),
]


def test_a_sound_world_has_no_fault() -> None:
    with database(filled()) as connection:
        run_checks(connection)


@pytest.mark.parametrize(("check", "change"), FAULTS)
def test_the_fault_is_found(check: str, change: Callable[[World], None]) -> None:
    rows = filled()
    change(rows)
    with database(rows) as connection, pytest.raises(ChecksFailedError) as raised:
        run_checks(connection)
    assert check in raised.value.faults


@pytest.mark.parametrize("table", [name for name in filled() if name != "rejects"])
def test_a_key_that_occurs_twice_is_found(table: str) -> None:
    with database(filled()) as connection:
        connection.execute(f"insert into {table} from (select * from {table} limit 1)")
        with pytest.raises(ChecksFailedError) as raised:
            run_checks(connection)
    assert [fault["table_name"] for fault in raised.value.faults["keys_unique"]] == [table]


def test_a_code_that_is_not_declared_is_found() -> None:
    with database(filled()) as connection:
        connection.execute("update casualties set outcome = 'hurt' where claim_id = 'c1'")
        with pytest.raises(ChecksFailedError, match="hurt"):
            run_checks(connection)


def test_numbers_of_one_country_that_disagree_are_found() -> None:
    with database(filled()) as connection:
        connection.execute("insert into events select * replace ('e2' as event_id, 770 as country_gwno) from events")
        with pytest.raises(ChecksFailedError, match="has several numbers"):
            run_checks(connection)


def test_what_is_unknown_refers_to_nothing() -> None:
    rows = {"articles": filled()["articles"], "quotes": [filled()["quotes"][0] | {"event_id": None, "speaker_actor_id": None}]}
    with database(rows) as connection:
        run_checks(connection)
