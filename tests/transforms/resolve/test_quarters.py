"""Whether two sentences tell of two parts of a town."""

from __future__ import annotations

import pytest

from transforms.resolve.quarters import are_two_quarters


@pytest.mark.parametrize(
    ("left", "right", "are_two"),
    [
        ("A man was shot on the city's east side.", "Gunfire on the near southwest side wounded one.", True),
        ("A man was shot on the far east side.", "One dead after an eastside shooting", False),
        ("A man was shot on the north side.", "A man was shot on the northwest side.", True),
        ("One was shot in the city's Alder Hill section.", "One was shot in the Marsh Lane neighborhood.", True),
        ("One was shot in the city's Alder Hill section.", "Police searched the Alder Hill neighbourhood.", False),
        ("In Nahr-e Saraj district, a patrol was hit.", "A patrol was hit in Nahri Saraj district, Helmand.", False),
        ("In Nahr-e Saraj district, a patrol was hit.", "A patrol was hit in Garmser district, Helmand.", True),
        ("One was shot on the east side, one on the west side.", "One was shot on the north side.", False),
        ("One was shot.", "One was shot on the north side.", False),
    ],
)
def test_two_parts_of_a_town(left: str, right: str, are_two: bool) -> None:
    assert are_two_quarters(left, right) is are_two
    assert are_two_quarters(right, left) is are_two
