"""Whose word a number is, where the sentence's shape tells it rather than the parse's clause of saying."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from transforms.attribution import find_attributions
from transforms.casualties import find_casualties
from transforms.parse import ParsedArticle


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Gunmen attacked a village on Monday, killing at least 30 people, local elders said.", ["local elders"]),
        ("Militia raid kills 40 in border town, residents say", ["residents"]),
        ("Jets strike border camp: Ankara says two children killed", ["Ankara"]),
        ("Interior Minister Jan Novak put the death toll at nine.", ["Interior Minister Jan Novak"]),
        ("Officials had earlier put the toll at more than 100.", ["Officials"]),
        ("The number of people killed by the blast rose to 34 on Monday, the governor said.", ["the governor"]),
        ("The attack killed nine people.", [None]),
    ],
)
def test_claimants(read: Callable[..., ParsedArticle], text: str, claimants: list[str | None]) -> None:
    parsed = read(text)
    claims = find_casualties(parsed, [], [], find_attributions(parsed, []), [])
    assert [claim.claimant_text for claim in claims] == claimants
