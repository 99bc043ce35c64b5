"""Which numbers of one article dispute, bound, revise or stand for a part of each other, as rows of its event."""

from __future__ import annotations

from typing import Any

import pytest

from transforms.casualties.relations import relate


def row(claim: str, number: int, qualifier: str = "exact", **fields: Any) -> dict[str, Any]:
    low, high = number, None if qualifier == "at_least" else number
    return {
        "claim_id": claim,
        "article_id": "one",
        "outcome": "killed",
        "count_low": low,
        "count_best": number,
        "count_high": high,
        "qualifier": qualifier,
        "victim_group": "unknown",
        "victim_age_sex": "unknown",
        "victim_text": f"{number} people",
        "victim_actor_id": None,
        "claimant_text": None,
        "claimant_actor_id": None,
        "sentence_index": int(claim),
    } | fields


FIRST = row("1", 60, "at_least", claimant_text="the ministry")


@pytest.mark.parametrize(
    ("later", "relation"),
    [
        pytest.param(row("2", 30, claimant_text="the army"), "disputes", id="a number below a rival's bound"),
        pytest.param(row("2", 62, "at_least", claimant_text="medics"), "repeats", id="two bounds so near are of one number"),
        pytest.param(row("2", 68, "at_least", claimant_text="medics"), "disputes", id="two claimants' bounds that are not near"),
        pytest.param(row("2", 140, "at_least", claimant_text="villagers"), "disputes", id="two bounds so far apart are rivals"),
        pytest.param(row("2", 3, claimant_text="a doctor", is_partial=True), "subset_of", id="those who died since dispute nothing"),
        pytest.param(row("2", 9, claimant_text="a doctor", victim_text="nine prisoners"), "subset_of", id="some of a kind"),
        pytest.param(
            row("2", 745, claimant_text="a monitor", victim_text="more than 745 people"), "disputes", id="'more than' sets nobody beside"
        ),
    ],
)
def test_relation_to_the_first_number(later: dict[str, Any], relation: str | None) -> None:
    found = relate([FIRST, later])
    assert found.get("2", (None, None)) == (relation, "1" if relation else None)


@pytest.mark.parametrize(
    ("later", "relation"),
    [
        pytest.param({"town_id": "raqqa"}, None, id="the dead of two towns"),
        pytest.param({"town_id": "homs"}, "disputes", id="two numbers of one town"),
        pytest.param({"town_id": None}, "disputes", id="a number that names no town"),
        pytest.param({"article_id": "two", "town_id": "raqqa"}, "disputes", id="another article, of the same event"),
    ],
)
def test_towns_of_one_article_are_no_rivals(later: dict[str, Any], relation: str | None) -> None:
    first = row("1", 14, claimant_text="the army", town_id="homs")
    found = relate([first, row("2", 4, claimant_text="medics") | later])
    assert found.get("2", (None, None))[0] == relation


def test_two_claimants_in_one_sentence_are_rivals_about_one_more_deed() -> None:
    first = row("2", 65, claimant_text="activists", is_partial=True)
    later = row("3", 20, claimant_text="the army", is_partial=True, sentence_index=2)
    assert relate([FIRST, first, later])["3"] == ("disputes", "2")
