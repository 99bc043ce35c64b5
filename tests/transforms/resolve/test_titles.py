"""Titles as an analyst would write them."""

from __future__ import annotations

import pytest

from transforms.resolve.titles import event_title, is_plural_name, is_plural_phrase


@pytest.mark.parametrize(
    ("kind", "sources", "targets", "place", "layer", "title"),
    [
        (("ASSAULT", "aerial"), ["Pakistan"], ["Baloch militants"], "Saravan", "real", "Pakistan strikes Baloch militants in Saravan"),
        (("ASSAULT", None), ["Iran", "Syria"], ["Islamic State"], None, "real", "Iran and Syria attack Islamic State"),
        (("ASSAULT", None), ["Iran", "Pakistan"], ["Pakistan", "Iran"], None, "real", "Iran and Pakistan attack each other"),
        (("ASSAULT", "explosives"), [], [], "Kerman", "real", "Bombing in Kerman"),
        (("ASSAULT", "explosives"), [], ["a market in Kerman"], "Kerman", "real", "Bombing of a market in Kerman"),
        (("ACCUSE", "disapprove"), ["China"], ["Israel"], None, "real", "China condemns Israel"),
        (("ACCUSE", "summon"), ["Chad"], ["Envoy of Libya"], None, "real", "Chad summons an envoy of Libya"),
        (("SANCTION", "withdraw"), ["Iraq"], ["Iran"], None, "real", "Iraq cuts back ties with Iran"),
        (("COERCE", "arrest"), ["Turkish police"], [], "Ankara", "real", "Detention by Turkish police in Ankara"),
        (("ASSAULT", "aerial"), ["Israel"], ["Iran"], None, "planned", "Planned: Israel strikes Iran"),
        (("THREATEN", None), ["Pakistan"], ["Israel"], None, "threatened", "Pakistan threatens Israel"),
        (("ASSAULT", "aerial"), ["Israel"], [], "Israel", "real", "Air strike by Israel"),
        (("CONSULT", "unknown mode"), ["Iran"], ["Oman"], "Muscat", "real", "Iran meets Oman in Muscat"),
    ],
)
def test_title(kind: tuple[str, str | None], sources: list[str], targets: list[str], place: str | None, layer: str, title: str) -> None:
    assert event_title(kind, sources, targets, place, layer) == title


@pytest.mark.parametrize(
    ("name", "kind", "plural"),
    [("Houthis", "armed_group", True), ("United States", "state", False), ("United Nations", "igo", False), ("Hamas", "armed_group", False),
     ("Rapid Support Forces", "armed_group", True), ("Charles Jones", "person", False), ("ELN", "armed_group", False),
     ("Kenyan police", "state_forces", True)],
)  # fmt: skip
def test_plural_names(name: str, kind: str, plural: bool) -> None:
    assert is_plural_name(name, kind) is plural


@pytest.mark.parametrize(
    ("side", "plural"),
    [
        ("Gunmen on motorbikes", True),
        ("several hundred people", True),
        ("Hundreds of residents", True),
        ("police", True),
        ("masked men in two cars", True),
        ("students, teachers", True),
        ("a group of men", False),
        ("a gunman", False),
        ("the crisis", False),
        ("one of the soldiers", False),
    ],
)
def test_a_side_in_words_takes_the_verb_of_its_head(side: str, plural: bool) -> None:
    assert is_plural_phrase(side) is plural
