"""Doers who are two though no two names tell them apart."""

from __future__ import annotations

import pytest

from tests.transforms.resolve.test_cluster import mention
from transforms.resolve.doers import are_two, is_loss_of_doers, is_other_than_dispersal
from transforms.resolve.lineage import Lineage
from transforms.resolve.profile import Profile

LINEAGE = Lineage(
    parents={"colombia_forces": "colombia"},
    countries={},
    states=frozenset({"colombia", "kenya"}),
    kinds={"colombia_forces": "state_forces", "eln": "armed_group", "farc": "armed_group", "kenya_police": "state_forces"},
    surnames={"odinga": "odinga"},
)


def by_words(text: str, kind: str = "ASSAULT") -> Profile:
    return mention(kind=kind, texts=(text, None), targets="kenya_parliament")


@pytest.mark.parametrize(
    ("one", "other", "is_two"),
    [
        (mention(sources="kenya_police"), by_words("Protesters"), True),
        (mention(sources="kenya_police"), by_words("two suicide bombers"), True),
        (mention(sources="kenya_police"), by_words("one of his captors"), True),
        (mention(sources="kenya_police"), by_words("officers in uniform"), False),
        (mention(sources="eln"), by_words("resistance forces"), False),
        (mention(sources="eln"), by_words("the soldiers"), True),
        (by_words("gunmen on motorcycles"), by_words("the police"), True),
    ],
)
def test_whom_a_state_sends_is_not_who_acts_against_it(one: Profile, other: Profile, is_two: bool) -> None:
    assert are_two(one, other, LINEAGE) is is_two
    assert are_two(other, one, LINEAGE) is is_two


def test_two_fights_with_one_side_in_common_are_two() -> None:
    with_army = mention(sources="eln colombia_forces", targets="eln colombia_forces")
    with_farc = mention(sources="eln farc", targets="eln farc")
    assert are_two(with_army, with_farc, LINEAGE)
    assert not are_two(with_army, mention(sources="eln colombia", targets="eln colombia"), LINEAGE)


@pytest.mark.parametrize(
    ("text", "is_two"),
    [("Church leaders", True), ("The opposition politician Odinga", False), ("he", False), ("an opposition leader", False)],
)
def test_who_asks_is_one_speaker(text: str, is_two: bool) -> None:
    named = mention(kind="REQUEST", sources="odinga", targets="ruto", texts=("The opposition leader, Raila Odinga", None))
    assert are_two(named, mention(kind="REQUEST", texts=(text, None), targets="ruto"), LINEAGE) is is_two


def test_the_dead_among_those_who_attacked_are_of_another_deed() -> None:
    ambush = mention(texts=("gunmen", "a patrol"))
    assert is_loss_of_doers(mention(texts=(None, "Three of the gunmen")), ambush)
    assert not is_loss_of_doers(mention(texts=(None, "Three officers")), ambush)
    assert not is_loss_of_doers(mention(texts=("police", "Three of the gunmen")), ambush)


def test_who_was_killed_by_others_after_his_attack() -> None:
    attack = mention(texts=("A man and a woman", "the gate"), trigger="detonated")
    killed = mention(sources="kenya_police", texts=("police", "A man and a woman"), trigger="killed")
    assert is_loss_of_doers(killed, attack)
    assert not is_loss_of_doers(mention(sources="kenya_police", texts=("police", "a driver"), trigger="killed"), attack)


def test_a_gang_is_no_army() -> None:
    assert are_two(mention(sources="kenya_police"), by_words("some 20 armed men of a rival gang"), LINEAGE)


def test_the_gunman_whom_others_killed() -> None:
    ambush = by_words("a lone attacker")
    assert is_loss_of_doers(mention(texts=("partner forces", "The gunman"), trigger="killed"), ambush)
    assert not is_loss_of_doers(mention(texts=("partner forces", "A guard"), trigger="killed"), ambush)


@pytest.mark.parametrize(("harmed", "is_other"), [("two men at a roadblock", True), ("three protesters", False), (None, False)])
def test_who_is_killed_elsewhere_is_no_crowd_driven_apart(harmed: str | None, is_other: bool) -> None:
    dispersal = mention(sources="kenya_police", mode="crowd-control", at=9, trigger="fired")
    killing = mention(sources="kenya_police", texts=("Police", harmed), at=1, trigger="killed")
    assert is_other_than_dispersal(dispersal, killing) is is_other
    assert not is_other_than_dispersal(killing, dispersal)


def test_attackers_killed_are_those_who_made_the_attack() -> None:
    ambush = mention(texts=("jihadists", "a convoy"), at=1, trigger="ambushed")
    assert is_loss_of_doers(mention(texts=(None, "Seven attackers"), at=40, trigger="killed"), ambush)
    assert not is_loss_of_doers(mention(texts=(None, "Seven soldiers"), at=40, trigger="killed"), ambush)


def test_fire_that_others_return_is_another_deed() -> None:
    attack = by_words("A group of insurgents")
    assert are_two(
        mention(texts=("An air weapons team", "several insurgents"), trigger="returned fire"),
        mention(texts=("Insurgents", "the patrol")),
        LINEAGE,
    )
    assert not are_two(mention(texts=("Afghan forces", "a commander")), mention(texts=("A team", "two insurgents")), LINEAGE)
    assert not are_two(mention(texts=("A rival gang", "several insurgents")), attack, LINEAGE)
