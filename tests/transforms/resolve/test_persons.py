"""Whether two texts name two people by sex and age."""

from __future__ import annotations

import pytest

from transforms.resolve.persons import are_two_people


@pytest.mark.parametrize(
    ("left", "right", "are_two"),
    [
        ("a man", "a 31-year-old woman", True),
        ("a 16-year-old boy", "a 42-year-old man", True),
        ("her father", "his girlfriend", True),
        ("Ruth Adeyemi, 24", "a 51-year-old victim", True),
        ("a female clerk", "a man", True),
        ("a 31-year-old man", "a 32-year-old man", False),
        ("a man", "a 20-year-old victim", False),
        ("a boy", "a man", False),
        ("a man and a woman", "a man", False),
        ("two women", "a man", False),
        ("the victim", "a woman", False),
        ("the mother of a man", "a woman", False),
        (None, "a woman", False),
    ],
)
def test_two_people(left: str | None, right: str | None, are_two: bool) -> None:
    assert are_two_people(left, right) is are_two
    assert are_two_people(right, left) is are_two
