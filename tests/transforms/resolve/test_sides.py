"""Whether sides of two mentions are one, and what that says."""

from __future__ import annotations

import pytest

from tests.transforms.resolve.test_cluster import mention
from transforms.resolve.lineage import Lineage
from transforms.resolve.sides import AKIN, OTHER_TARGET, SURNAME, side_agreement, target_agreement

LINEAGE = Lineage(
    parents={"nigeria_forces": "nigeria"},
    countries={"nigeria": "NGA", "nigeria_population": "NGA", "nigeria_militants": "NGA", "boko_haram": "NGA", "chad": "TCD",
               "nigeria_forces": "NGA", "chad_militants": "TCD", "pakistan_interior_minister": "PAK"},
    states=frozenset({"nigeria", "chad"}),
    kinds={"nigeria": "state", "chad": "state", "nigeria_population": "population", "nigeria_militants": "armed_group",
           "boko_haram": "armed_group", "chad_militants": "armed_group", "ansaru": "armed_group"},
    roles={"pakistan_interior_minister": "interior minister", "bugti": "interior minister", "naqvi": "interior minister"},
    surnames={"bugti": "bugti", "naqvi": "naqvi"},
)  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "points"),
    [
        ("nigeria", "nigeria", 3.0),
        ("nigeria", "nigeria_forces", 2.0),
        ("nigeria_militants", "boko_haram", AKIN),
        ("chad_militants", "boko_haram", 0.0),
        ("ansaru", "boko_haram", None),
        ("pakistan_interior_minister", "bugti", AKIN),
        ("naqvi", "bugti", None),
        ("nigeria", "nigeria_population", None),
    ],
)
def test_a_vaguer_name_may_mean_the_same_actor(left: str, right: str, points: float | None) -> None:
    one, other, nothing = frozenset({left}), frozenset({right}), frozenset[str]()
    assert side_agreement(one, other, nothing, nothing, LINEAGE) == points
    assert side_agreement(other, one, nothing, nothing, LINEAGE) == points


def test_a_person_is_known_by_the_last_name() -> None:
    bugti, nothing = frozenset({"bugti"}), frozenset[str]()
    assert side_agreement(bugti, nothing, nothing, frozenset({"minister", "bugti"}), LINEAGE) == SURNAME
    assert side_agreement(bugti, nothing, nothing, frozenset({"minister"}), LINEAGE) == 0.0


@pytest.mark.parametrize(
    ("left", "right", "mode", "points"),
    [
        ("nigeria", "nigeria_population", None, AKIN),
        ("chad", "nigeria_population", None, OTHER_TARGET),
        ("chad", "nigeria", None, None),
        ("chad", "nigeria", "abduct", OTHER_TARGET),
    ],
)
def test_whom_a_deed_harms_is_called_by_the_state_or_its_people(left: str, right: str, mode: str | None, points: float | None) -> None:
    one, other = mention(targets=left, mode=mode), mention(targets=right, mode=mode, article="b")
    assert target_agreement(one, other, LINEAGE) == target_agreement(other, one, LINEAGE) == points


def test_a_woman_whom_another_article_tells_of_is_not_the_man_of_this_one() -> None:
    one = mention(texts=(None, "a 34-year-old man"))
    assert target_agreement(one, mention(texts=(None, "a woman"), article="b"), LINEAGE) == OTHER_TARGET
    assert target_agreement(one, mention(texts=(None, "a woman"), at=1), LINEAGE) == 0.0  # of one shooting, as its article may tell it
