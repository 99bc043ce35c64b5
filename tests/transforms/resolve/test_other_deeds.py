"""What two mentions of an article say of their being two deeds."""

from __future__ import annotations

from dataclasses import replace

from tests.transforms.resolve.test_cluster import LINEAGE, NO_STORIES, mention
from transforms.resolve.cluster import cluster
from transforms.resolve.other_deeds import are_other_victims, is_another, is_answer, is_part, is_told_ahead, is_turned


def test_one_deed_is_a_part_of_what_several_did() -> None:
    sum_of_day = mention("russia", "ukraine", day="2024-05-01", at=1, trigger="attacks", killed=14)
    one = mention("russia", where="kharkiv", day="2024-05-01", at=2, trigger="hit", killed=6)
    assert is_part(sum_of_day, one)
    assert is_part(one, sum_of_day)
    assert not is_part(one, mention("russia", at=1, trigger="attack", killed=14))
    assert not is_part(sum_of_day, mention("russia", at=2, trigger="hit", killed=14))
    clusters, _ = cluster([sum_of_day, one], LINEAGE, NO_STORIES)
    assert len(clusters) == 2


def test_the_deadliest_of_several_is_one_of_them() -> None:
    sum_of_day = mention("russia", day="2024-05-01", at=1, trigger="attacks")
    worst = mention(where="kharkiv", day="2024-05-01", at=40, trigger="attack", sentence=("The deadliest ", " took place"))
    assert is_part(sum_of_day, worst)
    assert not is_part(sum_of_day, mention(where="kharkiv", day="2024-05-01", at=40, trigger="attack", sentence=("The ", " took place")))


def test_some_of_the_dead_elsewhere_are_a_part() -> None:
    whole = mention("russia", day="2024-05-01", at=1, trigger="opened fire", killed=19)
    some = mention("russia", where="kharkiv", at=40, trigger="fired", killed=2, sentence=("Two of the victims died when troops ", ""))
    assert is_part(whole, some)


def test_of_two_numbers_of_one_outcome_the_higher_is_compared() -> None:
    # A set has no order: which of two numbers came last once depended on the hash seed of the process.
    small, large = frozenset({("killed", 3), ("killed", 30)}), frozenset({("killed", 100)})
    drone = mention("russia", "pakistan", at=1, killed=100)
    for tolls in (small, small | {("killed", 100)}):
        other = replace(mention("russia", "iran", at=40, killed=3), tolls=tolls)
        assert are_other_victims(replace(drone, tolls=large), other) is (("killed", 100) not in tolls)


def test_who_was_attacked_does_another_deed() -> None:
    attack = mention(targets="ukraine", texts=(None, "a convoy of peacekeepers"), at=1, trigger="attack")
    answer = mention(texts=("The peacekeepers", None), at=9, trigger="returned fire")
    assert is_turned(answer, attack)
    assert not is_turned(attack, answer)
    assert not is_turned(mention(texts=("Peacekeepers", None), at=9, trigger="fired"), attack)
    assert not is_turned(mention(texts=("The gunmen", None), at=9, trigger="fired"), attack)


def test_an_answer_is_another_deed_than_that_told_before() -> None:
    raid = mention("israel", where="kharkiv", at=20)
    answer = mention("israel", mode="aerial", at=60, trigger="air strikes", sentence=("A rocket landed. Israel responded with ", ""))
    assert is_another(raid, answer)
    assert not is_another(mention("israel", mode="aerial", at=20), answer)


def test_who_was_hurt_is_none_of_a_deed_told_after() -> None:
    hurt = mention(targets="ukraine", at=40, trigger="wounded")
    assert is_told_ahead(hurt, mention(where="kharkiv", day="2024-05-01", at=60))
    assert not is_told_ahead(hurt, mention(day="2024-05-01", at=60))
    assert not is_told_ahead(hurt, mention(where="kharkiv", day="2024-05-01", at=20))


def test_what_is_told_of_later_is_another_deed() -> None:
    bus = mention(texts=("gunmen", "a bus"), at=20)
    burnt = mention(texts=("gunmen", "nine cars"), at=60, trigger="burned", sentence=("Later, gunmen ", " nine cars."))
    burnt.row["claimant_text"] = None
    assert is_another(bus, burnt)
    burnt.row["claimant_text"] = "police"  # "Later, police said that gunmen had burned ..."
    assert not is_another(bus, burnt)


def test_what_the_same_people_also_did_to_others_is_another_deed() -> None:
    post = mention(texts=("rebels", "a border post"), at=20, trigger="attacked")
    pump = mention(texts=("They", "a filling station"), at=60, trigger="burned", sentence=("They also ", " a filling station."))
    assert is_another(post, pump)
    assert not is_another(mention(texts=("rebels", "two filling stations"), at=20, trigger="burned"), pump)
    hurt = mention(texts=("They", "a driver"), at=60, trigger="wounded", sentence=("They also ", " a driver."))
    assert not is_another(post, hurt)
    bomb = mention(texts=("The bomb", "a filling station"), at=60, trigger="burned", sentence=("The bomb also ", " a filling station."))
    assert not is_another(post, bomb)
    seized = mention(texts=("They", "a clerk"), at=60, trigger="seized", sentence=("In the raid, they also ", " a clerk."))
    assert not is_another(post, seized)


def test_what_somebody_had_done_earlier_is_another_deed() -> None:
    before = "The blast hit policemen who had earlier carried out an "
    blast = mention(at=5, trigger="blast", sentence=("The ", ""))
    raid = mention(at=5, trigger="operation", sentence=(before, ""))
    assert is_answer(blast, raid)
    assert is_answer(raid, blast)
    assert not is_answer(blast, mention(at=5, trigger="operation", sentence=("The blast hit policemen in an ", "")))


def test_other_people_arrested_in_another_number_are_another_arrest() -> None:
    rioters = mention(kind="COERCE", mode="arrest", at=20, trigger="arrested", texts=(None, "rioters"))
    officers = mention(kind="COERCE", mode="arrest", at=60, trigger="arrested", texts=(None, "officers"))
    many, two = frozenset({("detained", 200)}), frozenset({("detained", 2)})
    assert are_other_victims(replace(rioters, tolls=many), replace(officers, tolls=two))
    assert not are_other_victims(replace(rioters, tolls=many), replace(rioters, tolls=two))


def test_fire_at_officers_is_not_the_fire_of_the_officers() -> None:
    shots = mention("", "ukraine", at=20, mode="firearms", trigger="firing", texts=("A driver", "two officers"))
    answer = mention("ukraine", at=60, mode="firearms", trigger="returned fire", texts=("The police", "the driver"))
    assert is_turned(answer, shots)
    assert not is_turned(mention("ukraine", at=60, mode="firearms", texts=("Officers", "a driver")), answer)
    assert not is_turned(mention("ukraine", at=60, mode="firearms", texts=("A guard", "the driver")), shots)
