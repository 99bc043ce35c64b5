"""By which names an article calls the police of one deed."""

from __future__ import annotations

import pytest

from tests.transforms.resolve.test_cluster import mention
from transforms.resolve.lineage import Lineage
from transforms.resolve.police import is_of_police, town_of_police
from transforms.resolve.sides import ONE_POLICE, source_agreement

LINEAGE = Lineage(
    parents={"brazil_police": "brazil", "brazil_forces": "brazil", "actor_1": "brazil", "actor_2": "brazil"},
    countries=dict.fromkeys(("brazil", "brazil_police", "brazil_forces", "actor_1", "actor_2"), "BRA"),
    states=frozenset({"brazil"}),
    kinds={"brazil": "state"} | dict.fromkeys(("brazil_police", "brazil_forces", "actor_1", "actor_2"), "state_forces"),
)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Two officers", True), ("Alder Creek Police", True), ("one of the deputies", True), ("army officers", False), ("riot police", False),
     ("the police station", False), ("a customs officer", False), (None, False)],
)  # fmt: skip
def test_police_by_rank(text: str | None, is_one: bool) -> None:
    assert is_of_police(text) is is_one


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Alder Creek police", "Creek"),
        ("the Recife police", "Recife"),
        ("Brazilian police", None),
        ("Police", None),
        ("State Police", None),
    ],
)
def test_the_town_of_the_police(text: str, town: str | None) -> None:
    assert town_of_police(text) == town


@pytest.mark.parametrize(
    ("left", "right", "texts", "points"),
    [
        pytest.param("actor_1", "brazil_forces", ("Alder Creek Police", "One of the officers"), ONE_POLICE, id="a town's and its officers"),
        pytest.param("", "brazil_police", ("the three troopers", "state police"), ONE_POLICE, id="one time without an actor"),
        pytest.param("actor_1", "actor_2", ("Alder Creek Police", "Recife Police"), None, id="two towns"),
        pytest.param("brazil_police", "brazil_forces", ("Police", "soldiers"), None, id="soldiers"),
    ],
)
def test_police_of_one_article(left: str, right: str, texts: tuple[str, str], points: float | None) -> None:
    one, other = mention(left, texts=(texts[0], None)), mention(right, texts=(texts[1], None), at=3)
    assert source_agreement(one, other, LINEAGE) == source_agreement(other, one, LINEAGE) == points


def test_police_of_two_towns_are_two_though_one_table_has_both_under_one_name() -> None:
    one = mention("brazil_police", texts=("Recife police", None))
    for text, points in (("Olinda police", 0.0), ("Recife police", 3.0), ("police", 3.0)):
        assert source_agreement(one, mention("brazil_police", texts=(text, None), article="b"), LINEAGE) == points
