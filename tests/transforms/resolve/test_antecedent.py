"""Which event of its own article a mention means that says too little by itself."""

from __future__ import annotations

import pytest

from tests.transforms.resolve.test_cluster import LINEAGE, NO_STORIES, mention
from transforms.resolve.cluster import cluster
from transforms.resolve.profile import Profile

STRIKE = mention("russia", "ukraine", "kharkiv", "2024-05-01", at=1, published="2024-05-02")
OLD = mention("russia", "ukraine", "odesa", "2023-04-14", at=4, published="2024-05-02")


def told_with(*mentions: Profile) -> list[list[int]]:
    clusters, _ = cluster(mentions, LINEAGE, NO_STORIES)
    return sorted(sorted(member.order[1] for member in group.members) for group in clusters)


@pytest.mark.parametrize(
    ("texts", "at", "is_one"),
    [
        (("The missile", "the building"), 2, True),
        (("A missile", "the building"), 2, False),
        (("The missile", "the building"), 9, False),
        ((None, "them"), 2, True),
    ],
)
def test_sides_named_as_known_go_on_from_the_sentence_before(texts: tuple[str | None, str], at: int, is_one: bool) -> None:
    told = mention(day="2024-05-01", at=at, texts=texts, trigger="hit", published="2024-05-02")
    assert told_with(mention("russia", "ukraine", "kharkiv", at=1, published="2024-05-02"), told) == ([[1, at]] if is_one else [[1], [at]])


@pytest.mark.parametrize(
    ("texts", "at", "mode", "is_one"),
    [
        pytest.param(("the neighbour", "the man"), 12, "firearms", True, id="far below, both named as known"),
        pytest.param(("the neighbour", "the man"), 12, "beat", False, id="another kind of deed"),
        pytest.param(("the neighbour", "a clerk"), 12, "firearms", False, id="somebody else"),
        pytest.param(("a stranger", "them"), 2, "firearms", True, id="done to them by one told as new, in the next sentence"),
        pytest.param(("a stranger", "a clerk"), 2, "firearms", False, id="done to another in the next sentence"),
    ],
)
def test_what_is_done_to_those_told_of_is_told_again(texts: tuple[str, str], at: int, mode: str, is_one: bool) -> None:
    shooting = mention(where="kharkiv", day="2024-05-01", at=1, mode="firearms", trigger="shot", texts=(None, "a man"))
    told = mention(at=at, mode=mode, trigger="opened fire", texts=texts)
    assert any({1, at} <= set(group) for group in told_with(shooting, told)) is is_one


def test_what_is_condemned_is_news() -> None:
    pointer = mention(at=5, backward=True, trigger="attack", published="2024-05-02")
    condemned = mention("pakistan", "russia", kind="ACCUSE", mode="disapprove", at=5, day="2024-05-02", published="2024-05-02")
    assert told_with(STRIKE, OLD, pointer) == [[1], [4, 5]]
    assert told_with(STRIKE, OLD, pointer, condemned) == [[1, 5], [4], [5]]


def test_a_pointer_leaves_the_day_of_what_its_sentence_tells_beside_it() -> None:
    march = mention("ukraine", "russia", kind="PROTEST", mode="demo", day="2024-05-02", at=5, published="2024-05-02")
    pointer = mention(at=5, day="2024-05-02", backward=True, trigger="strike", published="2024-05-02")
    assert told_with(STRIKE, march, pointer) == [[1, 5], [5]]


def test_an_answer_is_not_what_it_answers() -> None:
    sentence = ("Kyiv shelled Odesa in retaliation for the ", "")
    shelled = mention("ukraine", at=5, day="2024-05-01", texts=(None, "a family"), trigger="shelled")
    killing = mention(at=60, day="2024-05-01", texts=(None, "a family"), trigger="killing", sentence=sentence)
    for item in (shelled, killing):
        item.sentence = 3
        item.row |= {"span_start": 0, "evidence": "Kyiv shelled a base on Wednesday in retaliation for the killing of a family."}
    assert told_with(shelled, killing) == [[5], [60]]


def test_a_like_deed_of_another_actor_is_another() -> None:
    kidnapped = mention(where="kharkiv", day="2024-05-01", mode="abduct", texts=("Gunmen", "nine people"), at=1, trigger="kidnapped")
    first = mention("jaish", mode="abduct", at=4, trigger="kidnappings")
    assert told_with(kidnapped, first) == [[1]]


def test_an_abduction_is_none_of_what_was_told_without_one() -> None:
    abducted = mention(at=2, mode="abduct", texts=(None, "six people"), trigger="abducted", killed=None)
    assert told_with(STRIKE, abducted) == [[1]]
    assert told_with(mention("jaish", where="kharkiv", mode="abduct", at=1), abducted) == [[1, 2]]


def test_what_states_a_day_of_its_own_is_news() -> None:
    undated = mention("russia", where="kharkiv", at=1, published="2024-05-02")
    told = {"where": "kharkiv", "at": 2, "published": "2024-05-02", "trigger": "killed"}
    assert told_with(undated, mention(day="2024-04-25", texts=("gunmen", "a woman"), **told)) == [[1], [2]]
    assert told_with(undated, mention(texts=("gunmen", "a woman"), **told)) == [[1, 2]]


def test_a_pointer_means_the_event_of_the_town_that_its_sentence_names() -> None:
    pointer = mention(at=9, backward=True, trigger="attack", sentence=("Nobody in odesa was hurt in the ", ""))
    there, here = mention("ukraine", "russia", "odesa", at=1), mention("russia", "ukraine", "kharkiv", at=5)
    assert told_with(there, here, pointer) == [[1, 9], [5]]


def test_an_attack_is_meant_rather_than_an_abduction() -> None:
    attack, abduction = mention("jaish", where="kharkiv", at=1), mention("jaish", where="odesa", mode="abduct", at=5)
    assert told_with(attack, abduction, mention(at=9, backward=True, trigger="attack")) == [[1, 9], [5]]


def test_an_attack_is_meant_rather_than_the_answer_to_it() -> None:
    attack, answer = mention("jaish", where="kharkiv", at=1), mention("russia", where="kharkiv", at=5, trigger="retaliated")
    assert told_with(attack, answer, mention(at=9, backward=True, trigger="attack")) == [[1, 9], [5]]


def test_shootings_are_meant_rather_than_a_stabbing() -> None:
    shooting, stabbing = mention("jaish", where="kharkiv", mode="firearms", at=1), mention("jaish", where="odesa", mode="primitive", at=5)
    assert told_with(shooting, stabbing, mention(at=9, backward=True, mode="firearms", trigger="shootings")) == [[1, 9], [5]]


def test_those_who_die_in_the_fight_of_a_raid_are_of_either_side() -> None:
    raid = mention("russia", "ukraine", "kharkiv", "2024-05-01", at=1)
    loss = {"targets": "russia", "where": "kharkiv", "day": "2024-05-01", "at": 9}
    sentence = ("Two soldiers died in the ", ".")
    assert told_with(raid, mention(**loss, trigger="battle", sentence=sentence)) == [[1, 9]]
    assert told_with(raid, mention(**loss, trigger="killed", sentence=sentence)) == [[1], [9]]


def test_what_is_done_to_the_attackers_is_not_their_attack() -> None:
    attack = mention(targets="ukraine", where="kharkiv", day="2024-05-01", at=1, trigger="attack")
    response = mention("ukraine", where="kharkiv", day="2024-05-01", texts=(None, "all four attackers"), at=9, trigger="killed")
    assert told_with(attack, response) == [[1], [9]]


def test_a_clash_told_by_one_side_is_the_clash_of_both() -> None:
    both = mention("russia ukraine", "russia ukraine", "kharkiv", "2024-05-01", at=4, trigger="clash", published="2024-05-02")
    half = {"where": "kharkiv", "day": "2024-05-01", "texts": (None, "a leader"), "at": 9}
    assert told_with(both, mention("russia", trigger="clash", **half)) == [[4, 9]]
    assert told_with(both, mention("russia", trigger="raid", **half)) == [[4], [9]]


def test_a_crowd_dispersed_is_not_what_it_did() -> None:
    stormed = mention(where="kharkiv", day="2024-05-01", texts=("residents", "the palace"), at=1, trigger="stormed")
    dispersed = mention("ukraine", where="kharkiv", day="2024-05-01", mode="crowd-control", texts=(None, "them"), at=9, trigger="dispersed")
    assert told_with(stormed, dispersed) == [[1], [9]]


def test_an_attack_of_a_day_is_the_one_told_of_that_day() -> None:
    raid = mention("ukraine", at=3, texts=("ukraine", "20 bandits"), published="2024-05-02")
    pointer = mention(at=4, day="2024-05-01", backward=True, trigger="attack", published="2024-05-02")
    assert [1, 4] in told_with(STRIKE, raid, pointer)


def test_a_clash_is_not_the_capture_told_before_it() -> None:
    capture = mention(targets="ukraine", mode="abduct", at=1, trigger="seized", day="2024-05-01", published="2024-05-02")
    clash = mention(at=2, trigger="clash", texts=(None, "guerrillas"), published="2024-05-02")
    assert [1, 2] not in told_with(capture, clash)


def test_whose_victims_are_told_again_is_told_again() -> None:
    shot = mention(targets="ukraine", at=5, where="kharkiv", day="2024-05-01", published="2024-05-02")
    other = mention(targets="israel", at=3, where="odesa", day="2024-04-30", published="2024-05-02")
    again = mention(at=1, texts=(None, "a protester"), trigger="shot dead", published="2024-05-02", retold_in="a-5")
    assert [1, 5] in told_with(shot, other, again)


def test_that_strike_is_the_one_told_last() -> None:
    rockets = mention("russia", "ukraine", at=10, published="2024-05-02", day="2024-05-01", trigger="fire")
    raid = mention("ukraine", "russia", at=30, published="2024-05-02", day="2024-04-30", trigger="raid")
    rockets.sentence = raid.sentence = 1
    known = mention(at=60, backward=True, published="2024-05-02", sentence=("The ", ""))
    shown = mention(at=60, backward=True, published="2024-05-02", sentence=("That ", ""))
    assert told_with(rockets, raid, known) == [[10, 60], [30]]
    assert told_with(rockets, raid, shown) == [[10], [30, 60]]


def test_of_two_in_a_sentence_that_whose_side_is_named() -> None:
    sentence = "A bomb near a school killed six and an attack on a helicopter killed two."
    bomb = mention("ukraine", where="kharkiv", day="2024-05-01", at=10, texts=(None, "six people"), trigger="bomb")
    shot = mention("pakistan", where="odesa", day="2024-05-01", at=30, texts=(None, "a helicopter"), trigger="attack")
    for item in (bomb, shot):
        item.sentence = 1
        item.row |= {"span_start": 0, "evidence": sentence}
    pointer = mention(at=90, backward=True, trigger="attack", sentence=("He blamed the helicopter ", ""))
    assert told_with(bomb, shot, pointer) == [[10], [30, 90]]


def test_the_attacks_are_not_one_murder() -> None:
    murder = mention(targets="ukraine", mode="targeted", at=1, day="2024-05-01", trigger="murder", published="2024-05-02")
    raids = mention("russia", where="kharkiv", at=2, trigger="attacks", published="2024-05-02")
    pointer = mention(at=5, backward=True, trigger="attacks", published="2024-05-02")
    assert told_with(murder, raids, pointer) == [[1], [2, 5]]
    assert told_with(murder, mention(at=5, backward=True, trigger="attack", published="2024-05-02")) == [[1, 5]]
