"""When numbers of two articles may be of the same people: truth table over what each article says of day, place and publication."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from transforms.casualties.occasions import Occasion, is_one_occasion


def said(day: int | None = None, place: str | None = None, published: int | None = None, original: str = "") -> Occasion:
    return Occasion(
        days={(date(2024, 5, day), date(2024, 5, day))} if day else set(),
        places={place} if place else set(),
        published_at=datetime(2024, 5, published, tzinfo=UTC) if published else None,
        original=original or None,
    )


@pytest.mark.parametrize(
    ("one", "other", "number", "expected"),
    [
        pytest.param(said(day=2), said(day=2), 2, True, id="a shared day carries a small number"),
        pytest.param(said(day=2), said(day=3), 40, False, id="other days part even a telling number"),
        pytest.param(said(day=2, place="north"), said(day=2, place="south"), 2, False, id="other towns on one day part a small number"),
        pytest.param(said(day=2, place="north"), said(day=2, place="camp"), 40, True, id="a telling number may be placed in two ways"),
        pytest.param(said(published=2), said(published=4), 2, False, id="a small number in one week is chance"),
        pytest.param(said(published=2), said(published=4), 12, True, id="a telling number in one week is not"),
        pytest.param(said(published=2), said(published=20), 12, False, id="nothing shared, weeks apart"),
        pytest.param(said(place="north", published=2), said(place="north", published=4), 2, True, id="a shared town in one week"),
        pytest.param(said(place="north", published=2), said(place="north", published=20), 2, False, id="a shared town, weeks apart"),
        pytest.param(said(day=2), said(day=2), None, False, id="a vague number asks for day and place"),
        pytest.param(said(day=2, place="north"), said(day=2, place="north"), None, True, id="a vague number, same day and town"),
        pytest.param(said(original="a"), said(original="a"), 1, True, id="copies"),
    ],
)
def test_is_one_occasion(one: Occasion, other: Occasion, number: int | None, expected: bool) -> None:
    assert is_one_occasion(one, other, number) is expected
    assert is_one_occasion(other, one, number) is expected
