"""Which times of one day are two."""

from __future__ import annotations

import pytest

from transforms.resolve.hours import are_other_hours


@pytest.mark.parametrize(
    ("left", "right", "are_two"),
    [
        ("Tuesday night", "early Tuesday morning", True),
        ("Thursday afternoon", "Thursday night", True),
        ("around 4:30 p.m. Friday", "about 9:15 p.m. Friday", True),
        ("at 7 a.m.", "on Monday afternoon", True),
        ("around 4:30 p.m. Friday", "shortly before 5 p.m.", False),
        ("Monday evening", "Monday night", False),
        ("Monday afternoon", "Monday evening", False),
        ("late Saturday", "Saturday night", False),
        ("Friday", "Friday night", False),
        ("overnight", "early on Friday", False),
        ("from Sunday morning until noon", "Sunday night", False),
        ("10 May", "on the night of 10 May", False),
    ],
)
def test_two_times_of_one_day(left: str, right: str, are_two: bool) -> None:
    assert are_other_hours(left, right) is are_two
    assert are_other_hours(right, left) is are_two


def test_no_time_is_no_other_time() -> None:
    assert not are_other_hours(None, "Friday night")
