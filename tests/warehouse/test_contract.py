"""The contract says all that it must of every table and column, and the dictionary is what it renders."""

from __future__ import annotations

import pytest

from warehouse.contract import CURRENT_TABLES, TABLES
from warehouse.declare import Table
from warehouse.dictionary import DICTIONARY, dictionary

EVERY_TABLE = [pytest.param(table, id=name) for name, table in TABLES.items()]
PROMISED = (
    *("articles", "event_mentions", "events", "event_actors", "actors", "casualties", "quotes", "actor_mentions", "place_mentions"),
    *("date_mentions", "places", "external_events", "event_links", "rejects", "runs"),
)


def test_every_promised_table_is_declared() -> None:
    assert [name for name in PROMISED if name not in TABLES] == []


@pytest.mark.parametrize("table", EVERY_TABLE)
def test_names_are_declared_once_and_the_key_among_them(table: Table) -> None:
    assert len(set(table.column_names)) == len(table.column_names)
    assert set(table.key) <= set(table.column_names)
    assert not any(table.column(name).nullable for name in table.key)


@pytest.mark.parametrize("table", EVERY_TABLE)
def test_every_description_is_a_sentence(table: Table) -> None:
    for column in table.columns:
        assert column.description.endswith("."), column.name
        assert column.description[0].isupper(), column.name


@pytest.mark.parametrize("table", EVERY_TABLE)
def test_offsets_counts_times_and_coordinates_have_units(table: Table) -> None:
    for column in table.columns:
        measured = column.name.endswith(("_start", "_end", "_count", "_km", "_days", "_low", "_best", "_high")) and column.type in (
            "integer",
            "number",
        )
        if measured or column.type == "time" or column.name in ("latitude", "longitude"):
            assert column.unit is not None, column.name


@pytest.mark.parametrize("table", [t for t in CURRENT_TABLES if "evidence" in t.column_names], ids=lambda t: t.name)
def test_rows_from_text_can_be_traced(table: Table) -> None:
    for name in ("article_id", "version", "span_start", "span_end", "evidence"):
        assert not table.column(name).nullable


def test_the_dictionary_is_the_contract() -> None:
    assert DICTIONARY.read_text(encoding="utf-8") == dictionary(), "run: python -m warehouse.dictionary"
