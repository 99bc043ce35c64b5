"""Whose day and place stands before the noun of a deed."""

from __future__ import annotations

import pytest

from transforms.resolve.borrowed import is_of_another


@pytest.mark.parametrize(
    ("evidence", "trigger", "text", "wanted"),
    [
        ("Hundreds marched in Bunia on Tuesday to protest against the killing of priests.", "killing", "Tuesday", True),
        ("Hundreds marched in Bunia on Tuesday to protest against the killing of priests.", "killing", "Bunia", True),
        ("Kyiv struck Kursk early Friday in response to the bombardment of Sumy.", "bombardment", "early Friday", True),
        ("Kyiv struck Kursk early Friday in response to the bombardment of Sumy.", "bombardment", "Sumy", False),
        ("The minister on Monday condemned the deadly attack in Sumy.", "attack", "Monday", True),
        ("The minister condemned the attack on Monday.", "attack", "Monday", False),
        ("On Monday gunmen killed three people in the attack.", "attack", "Monday", False),
        ("On Monday the army bombed the camp and then attacked the town.", "attacked", "Monday", False),
        ("In Bunia, after Sunday shooting began.", "shooting", "Bunia", False),
    ],
)
def test_what_leads_to_a_deed_leaves_day_and_place_to_what_it_leads_from(evidence: str, trigger: str, text: str, wanted: bool) -> None:
    row = {"evidence": evidence, "span_start": 100, "trigger_start": 100 + evidence.index(trigger)}
    assert is_of_another(row, text) == wanted
