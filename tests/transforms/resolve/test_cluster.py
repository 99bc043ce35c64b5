"""Which mentions become one event: a truth table of pairs, then the order-free and pointing behaviour of groups."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from transforms.resolve.cluster import cluster
from transforms.resolve.compatibility import agreement
from transforms.resolve.identity import event_ids
from transforms.resolve.lineage import Lineage
from transforms.resolve.points import is_enough
from transforms.resolve.profile import Profile, profile
from transforms.resolve.story import Stories

LINEAGE = Lineage(
    {"irgc": "iran", "quds": "irgc", "rsf": "sudan"},
    {"iran": "IRN", "pakistan": "PAK", "irgc": "IRN", "russia": "RUS", "ukraine": "UKR", "israel": "ISR"},
    frozenset({"iran", "pakistan", "russia", "ukraine", "israel", "sudan", "iraq"}),
    {"lanza": "person"},
)


def place(place_id: str, country: str, precision: str, admin1: str | None = None, at: tuple[float, float] = (30.0, 60.0)) -> dict[str, Any]:
    return {
        "place_id": place_id,
        "name": place_id,
        "country_iso3": country,
        "precision": precision,
        "admin1_name": admin1,
        "latitude": at[0],
        "longitude": at[1],
    }


NO_STORIES = Stories({}, {}, {})
PLACES = {
    "pakistan": place("pakistan", "PAK", "country", at=(30.0, 70.0)),
    "balochistan": place("balochistan", "PAK", "admin1", "Balochistan", (28.0, 66.0)),
    "panjgur": place("panjgur", "PAK", "city", "Balochistan", (26.97, 64.09)),
    "punjab": place("punjab", "PAK", "admin1", "Punjab", (31.0, 72.0)),
    "iran": place("iran", "IRN", "country", at=(32.0, 53.0)),
    "saravan": place("saravan", "IRN", "city", "Sistan and Baluchestan", (27.37, 62.33)),
    "kharkiv": place("kharkiv", "UKR", "city", "Kharkiv", (49.98, 36.25)),
    "odesa": place("odesa", "UKR", "city", "Odesa", (46.48, 30.73)),
}


def mention(  # one argument a fact
    sources: str = "",
    targets: str = "",
    where: str | None = None,
    day: str | None = None,
    *,
    article: str = "a",
    at: int = 0,
    kind: str = "ASSAULT",
    mode: str | None = None,
    stance: str = "asserted",
    weekday: int | None = None,
    published: str | None = None,
    trigger: str = "strike",
    backward: bool = False,
    general: bool = False,
    texts: tuple[str | None, str | None] = (None, None),
    sentence: tuple[str, str] = ("", ""),
    killed: int | None = None,
    retold_in: str | None = None,
) -> Profile:
    when = datetime.fromisoformat(day).date() if day else None
    row = {
        "mention_id": f"{article}-{at}",
        "article_id": article,
        "event_type": kind,
        "event_mode": mode,
        "stance": stance,
        "source_actor_ids": sources.split(),
        "target_actor_ids": targets.split(),
        "source_text": texts[0],
        "target_text": texts[1],
        "place_id": where if where in PLACES else None,
        "place_text": where,
        "date_start": when,
        "date_end": when,
        "date_precision": "day" if when else None,
        "date_weekday": weekday,
        "date_text": day or ("a weekday" if weekday is not None else None),
        "evidence": f"{sentence[0]}{trigger}{sentence[1]} {where} {day} a weekday",
        "span_start": at - len(sentence[0]),
        "trigger": trigger,
        "trigger_start": at,
        "sentence_index": at,
        "backward": backward,
        "is_general": general,
    }
    claims = [{"outcome": "killed", "count_low": killed, "qualifier": "exact"}] if killed else []
    return profile(row, datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None, PLACES, claims, retold_in=retold_in)


IRAN_HITS = {"sources": "iran", "targets": "jaish", "where": "balochistan", "day": "2024-01-16"}
# fmt: off
PAIRS = [
    ("same facts", mention(**IRAN_HITS), mention(**IRAN_HITS, article="b"), True),
    ("a part of the state", mention(**IRAN_HITS), mention("irgc", "jaish", "balochistan", "2024-01-16", article="b"), True),
    ("the retaliation", mention(**IRAN_HITS), mention("pakistan", "blf", "iran", "2024-01-18", article="b"), False),
    ("sides swapped on one day", mention("iran", "pakistan", None, "2024-01-16"),
     mention("pakistan", "iran", None, "2024-01-16", article="b"), False),
    ("one war, whoever is said to fight it", mention("russia ukraine", "russia ukraine", article="a", trigger="war", general=True),
     mention("ukraine", "russia", article="b", trigger="fighting", general=True), True),
    ("a war and a raid in it", mention("russia ukraine", "russia ukraine", article="a", trigger="war", general=True),
     mention("ukraine", "russia", article="b", trigger="raid"), False),
    ("a headline and what was long before the news", mention("russia", "ukraine", published="2024-05-20", at=0),
     mention("russia", "ukraine", day="2024-05-01", published="2024-05-20", at=9), False),
    ("another day", mention(**IRAN_HITS), mention("iran", "jaish", "balochistan", "2024-01-17", article="b"), False),
    ("another province", mention(**IRAN_HITS), mention("iran", "jaish", "punjab", "2024-01-16", article="b"), False),
    ("a town of the province", mention(**IRAN_HITS), mention("iran", "jaish", "panjgur", "2024-01-16", article="b"), True),
    ("another country", mention("iran", "", "iran", "2024-01-16"),
     mention("iran", "", "pakistan", "2024-01-16", article="b"), False),
    ("target state is where the group lives", mention(**IRAN_HITS),
     mention("iran", "pakistan", "pakistan", "2024-01-16", article="b"), True),
    ("of unknown days, both sides agree", mention(**IRAN_HITS), mention("iran", "jaish", article="b"), False),
    ("undated, source and country agree", mention(**IRAN_HITS), mention("iran", "", "pakistan", article="b"), False),
    ("one word matches", mention("iran", "", None), mention("iran", "", None, article="b"), False),
    ("the weekday of that day", mention(**IRAN_HITS), mention("iran", "jaish", None, weekday=1, article="b"), True),
    ("another weekday", mention(**IRAN_HITS), mention("iran", "jaish", None, weekday=3, article="b"), False),
    ("news of a year later", mention(**IRAN_HITS), mention("iran", "jaish", None, published="2025-03-01", article="b"), False),
    ("a village that no gazetteer has", mention("russia", "", "Hroza"), mention("russia", "", "Hroza", article="b"), True),
    ("two more killed", mention("", "blf", "panjgur", killed=3, texts=("", "three insurgents")),
     mention("", "blf", "panjgur", at=1, killed=2, texts=("", "two more insurgents")), False),
    ("a headline and the sentence below it", mention("iran", "", None, at=0, trigger="ambush"),
     mention("iran", "", "panjgur", "2024-01-16", at=1, trigger="ambush", texts=("Iran", "a patrol")), True),
    ("a headline and the same kind of deed in the sixth sentence",
     mention("iran", "", None, "2024-01-16", at=0, mode="firearms", trigger="shot"),
     mention("", "", "panjgur", at=5, mode="firearms", trigger="shooting", texts=("somebody", "a patrol")), True),
    ("a suspect and an officer", mention("", "", "panjgur", at=1, trigger="shot", texts=("", "an officer")),
     mention("", "", "panjgur", at=3, trigger="shot", texts=("", "the suspect")), False),
    ("a headline and a like deed far below it", mention("iran", "", None, at=0, trigger="ambush"),
     mention("iran", "", "panjgur", "2024-01-16", at=9, trigger="ambush", texts=("Iran", "a patrol")), False),
    ("as many killed as told before", mention("iran", "blf", "panjgur", killed=3),
     mention("", "blf", "panjgur", at=1, killed=3, texts=("", "three insurgents")), True),
    ("to blame is not to condemn", mention("iran", "blf", "panjgur", "2024-01-16", kind="ACCUSE", mode="allege"),
     mention("iran", "blf", "panjgur", "2024-01-16", kind="ACCUSE", mode="disapprove"), False),
    ("like words of like deeds in two towns", mention("", "", "kharkiv", at=1, texts=("the force", "a compound")),
     mention("", "", "odesa", article="b", texts=("the force", "a compound")), False),
    ("two towns, one day", mention("russia", "", "kharkiv", "2024-05-01"),
     mention("russia", "", "odesa", "2024-05-01", article="b"), False),
    ("another type", mention(**IRAN_HITS), mention(**IRAN_HITS, kind="ACCUSE", article="b"), False),
    ("a plan", mention(**IRAN_HITS), mention(**IRAN_HITS, stance="planned", article="b"), False),
    ("a denial of it", mention(**IRAN_HITS), mention(**IRAN_HITS, stance="denied", article="b"), True),
    ("a claim of responsibility", mention(**IRAN_HITS), mention(**IRAN_HITS, stance="claimed_responsibility", article="b"), True),
    ("a habit", mention(**IRAN_HITS), mention("iran", "jaish", "balochistan", general=True, article="b"), False),
    ("traded strikes", mention(**IRAN_HITS), mention("iran pakistan", "iran pakistan", None, "2024-01-16", article="b"), False),
    ("unresolved sides in the same words", mention("jaish", "", "iran", texts=(None, "a police station"), published="2024-01-16"),
     mention("jaish", "", "iran", texts=(None, "the police station"), published="2024-01-17", article="b"), True),
    ("the same in the news of unknown days", mention("jaish", "", "iran", texts=(None, "a police station")),
     mention("jaish", "", "iran", texts=(None, "the police station"), article="b"), False),
    ("a town in other news", mention("iran", "jaish", "panjgur", published="2024-01-16"),
     mention("iran", "jaish", "panjgur", published="2024-01-26", article="b"), False),
    ("a town in other news that points back", mention("iran", "jaish", "panjgur", published="2024-01-16"),
     mention("iran", "jaish", "panjgur", published="2024-01-26", article="b", backward=True), True),
]
# fmt: on


@pytest.mark.parametrize(("left", "right", "one"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS])
def test_two_mentions_are_one_event(left: Profile, right: Profile, one: bool) -> None:
    clusters, loose = cluster([left, right], LINEAGE, NO_STORIES)
    assert sum(len(group.members) for group in clusters) + len(loose) == 2
    assert any(len(group.members) == 2 for group in clusters) is one


def test_who_is_killed_is_killed_once() -> None:
    murdered = mention("", "lanza", trigger="murder", mode="targeted")
    shot_dead = mention("", "lanza", at=9, trigger="shot", mode="firearms", sentence=("", " to death"))
    attacked = mention("", "lanza", at=9, trigger="attack", mode="firearms")
    for other, is_one in ((shot_dead, True), (attacked, False)):
        found = agreement(murdered, other, LINEAGE)
        assert found is not None and is_enough(found, is_one_story=True) is is_one


def test_two_people_harmed_in_one_breath_are_of_one_deed() -> None:
    for between, is_one in ((" and Mena was ", True), (" in Quito; Mena was ", False)):
        killed = mention("", "lanza", trigger="killed", texts=(None, "Lanza"), sentence=("", f"{between}wounded"))
        wounded = mention("", "mena", trigger="wounded", texts=(None, "Mena"), at=len("killed" + between))
        wounded.sentence, wounded.row["span_start"], wounded.row["evidence"] = 0, 0, killed.row["evidence"]
        found = agreement(killed, wounded, LINEAGE)
        assert (found is not None and found.parts[1] > 0) is is_one


def test_days_of_an_untold_year_are_two_days() -> None:
    first, again, other = (mention("", "lanza", at=at, trigger="killed") for at in (0, 3, 9))
    first.row["date_text"], again.row["date_text"], other.row["date_text"] = "Friday, Jan. 1", "1 January", "Oct. 17"
    assert agreement(first, again, LINEAGE) is not None
    assert agreement(first, other, LINEAGE) is None


def test_a_province_alone_ties_no_news_of_other_weeks() -> None:
    news, next_day, next_week, undated, fine = (
        mention("iran", "pakistan", where, article=article, published=published)
        for where, article, published in (
            ("balochistan", "a", "2024-01-14"), ("balochistan", "b", "2024-01-15"), ("balochistan", "c", "2024-01-21"),
            ("balochistan", "d", None), ("panjgur", "e", "2024-01-16"),
        )
    )  # fmt: skip
    for other, is_one in ((next_day, True), (next_week, False), (undated, False), (fine, True)):
        found = agreement(news, other, LINEAGE)
        assert found is not None and is_enough(found, is_one_story=False) is is_one


def test_a_definite_noun_points_to_the_last_event_it_fits() -> None:
    first = mention(**IRAN_HITS, at=10)
    second = mention("pakistan", "blf", "saravan", "2024-01-18", at=50)
    condemned = mention("", "", None, at=80, backward=True)
    from_iran = mention("iran", "", None, at=90, backward=True)
    clusters, _ = cluster([first, second, condemned, from_iran], LINEAGE, NO_STORIES)
    assert [sorted(member.order[1] for member in group.members) for group in clusters] == [[10, 90], [50, 80]]


def test_a_pointer_means_the_event_told_with_its_own_words() -> None:
    metro = mention("", "russia", "kharkiv", at=10, sentence=("A bomb outside the metro station in Kharkiv killed ten: the ", ""))
    jets = mention("", "russia", "odesa", at=90, sentence=("Two jets were blown up near Odesa: the ", ""))
    bombing = mention(at=200, backward=True, trigger="bombing", sentence=("A group claimed the metro ", "."))
    attack = mention(at=150, backward=True, trigger="attack", sentence=("A group claimed the ", "."))
    clusters, _ = cluster([metro, jets, bombing, attack], LINEAGE, NO_STORIES)
    assert [sorted(member.order[1] for member in group.members) for group in clusters] == [[10, 200], [90, 150]]


def test_a_pointer_means_news_rather_than_what_is_long_past() -> None:
    news = mention("iran", "jaish", "panjgur", "2024-01-16", at=0, published="2024-01-17")
    past = mention("iran", "", "saravan", "2023-11-02", at=5, published="2024-01-17")
    pointer = mention(at=8, backward=True, published="2024-01-17")
    clusters, _ = cluster([news, past, pointer], LINEAGE, NO_STORIES)
    assert [sorted(member.order[1] for member in group.members) for group in clusters] == [[0, 8], [5]]


@pytest.mark.parametrize(
    ("told", "events"),
    [
        (mention(at=5, trigger="went off"), 1),  # nobody is named: it can only be what was told before
        (mention(at=5, texts=(None, "four attackers"), trigger="killed"), 1),
        (mention(at=5, texts=("residents", "the control tower"), published="2024-01-17", trigger="hit"), 1),  # told, but no news
        (mention(at=5, backward=True, trigger="attack"), 1),
    ],
)
def test_what_names_both_sides_in_words_repeats_nothing(told: Profile, events: int) -> None:
    clusters, loose = cluster([mention(**IRAN_HITS), told], LINEAGE, NO_STORIES)
    assert len(clusters) == events
    assert (told in loose) == (told.trigger == "hit")


def test_a_definite_noun_without_antecedent_is_no_event() -> None:
    clusters, loose = cluster([mention(backward=True)], LINEAGE, NO_STORIES)
    assert (clusters, len(loose)) == ([], 1)


@pytest.mark.parametrize(
    ("told", "is_event"),
    [
        (mention(where="odesa", day="2024-01-10"), True),
        (mention(day="2024-01-10", texts=(None, "the police station")), True),
        (mention(where="odesa", texts=("the rebels", "the police station")), True),
        (mention(where="odesa", texts=(None, "the police station"), published="2024-01-10"), False),
        (mention(where="odesa", texts=(None, "the police station")), True),  # nobody knows its article's day
        (mention(texts=(None, "the police station")), False),
        (mention(where="odesa", day="2024-01-10", backward=True), False),
        (mention(where="odesa", day="2024-01-10", kind="CONSULT"), False),
    ],
)
def test_a_deed_of_force_without_known_sides_is_an_event_when_its_own_words_set_it(told: Profile, is_event: bool) -> None:
    clusters, _ = cluster([told], LINEAGE, NO_STORIES)
    assert bool(clusters) == is_event


def test_the_order_of_arrival_does_not_matter() -> None:
    mentions = [
        mention(sources, targets, where, day, article=f"art{number}", at=number)
        for number, (sources, targets, where, day) in enumerate(
            [("iran", "jaish", "panjgur", "2024-01-16"), ("irgc", "", "balochistan", "2024-01-16"), ("iran", "pakistan", None, None),
             ("pakistan", "blf", "saravan", "2024-01-18"), ("pakistan", "", "iran", "2024-01-18"),
             ("russia", "ukraine", "kharkiv", "2024-01-16")] * 3
        )
    ]  # fmt: skip
    wanted = {frozenset(m.mention_id for m in group.members) for group in cluster(mentions, LINEAGE, NO_STORIES)[0]}
    for seed in range(5):
        shuffled = mentions[:]
        random.Random(seed).shuffle(shuffled)
        assert {frozenset(m.mention_id for m in group.members) for group in cluster(shuffled, LINEAGE, NO_STORIES)[0]} == wanted


def test_an_event_keeps_its_id_when_it_gains_an_earlier_mention() -> None:
    old, _ = cluster([mention(**IRAN_HITS, article="b", published="2024-01-18")], LINEAGE, NO_STORIES)
    (event_id,) = event_ids(old, {})
    new, _ = cluster(
        [
            mention(**IRAN_HITS, article="b", published="2024-01-18"),
            mention(**IRAN_HITS, article="a", published="2024-01-17"),
        ],
        LINEAGE,
        NO_STORIES,
    )
    assert event_ids(new, {"b-0": event_id}) == [event_id]
    assert event_ids(new, {}) != [event_id]


def test_what_people_without_office_say_to_each_other_is_no_event() -> None:
    kinds = {"mendes": "person", "mayor": "person", "guterres": "person", "un": "igo"}
    lineage = Lineage({"guterres": "un"}, {}, kinds=kinds, roles={"mayor": "mayor"})
    for kind, source, is_kept in (("ACCUSE", "mendes", False), ("ACCUSE", "mayor", True), ("ACCUSE", "guterres", True),
                                  ("ASSAULT", "mendes", True), ("THREATEN", "mendes", True)):  # fmt: skip
        clusters, loose = cluster([mention(source, "", day="2024-01-16", kind=kind, texts=(source, "a man"))], lineage, NO_STORIES)
        assert bool(clusters) is is_kept is not bool(loose), kind


def test_another_strike_is_another() -> None:
    school = mention("israel", "", day="2024-01-16", where="panjgur", texts=(None, "a school"))
    depot = mention(
        "israel", "", day="2024-01-16", where="panjgur", texts=(None, "a depot"), at=40, sentence=("Five died when another ", "")
    )
    assert len(cluster([school, depot], LINEAGE, NO_STORIES)[0]) == 2


def test_a_sentence_that_turns_away_tells_another_deed() -> None:
    told = {"day": "2024-01-16", "where": "panjgur", "texts": (None, "a post")}
    raid = mention("israel", "", **told, sentence=("Gunmen raided", ""), at=20)
    again, other = (mention("israel", "", **told, sentence=(f"{turn}gunmen raided", ""), at=40) for turn in ("", "Separately, "))
    assert agreement(raid, again, LINEAGE) is not None
    assert agreement(raid, other, LINEAGE) is None


def test_a_headline_and_its_lead_tell_one_deed_where_they_tell_of_one_kind() -> None:
    told = ("A bomb went off", " at the station.")
    lead = mention(day="2024-01-16", mode="explosives", texts=(None, "the station"), sentence=told, at=1)
    blast = mention(where="odesa", mode="explosives", texts=(None, "Odesa station"), sentence=("Blast", ""))
    shots = mention(where="odesa", mode="firearms", texts=(None, "Odesa station"), sentence=("Blast", ""))
    same, other = agreement(blast, lead, LINEAGE), agreement(shots, lead, LINEAGE)
    assert same is not None and is_enough(same, is_one_story=True)
    assert other is not None and not is_enough(other, is_one_story=True)


@pytest.mark.parametrize(("target", "is_event"), [("a man", True), ("it", False)])
def test_a_short_word_is_somebody(target: str, is_event: bool) -> None:
    shot = mention(where="kharkiv", texts=(None, target), trigger="shot", published="2024-05-02")
    shot.context_days = (date(2024, 5, 2), date(2024, 5, 2), "week")
    assert bool(cluster([shot], LINEAGE, NO_STORIES)[0]) is is_event


def test_villagers_blocked_a_road_on_a_day_that_is_not_told() -> None:
    blocked = mention(kind="PROTEST", where="kharkiv", texts=("Villagers", "the road"), trigger="blocked", published="2024-05-02")
    assert len(cluster([blocked], LINEAGE, NO_STORIES)[0]) == 1


def test_a_bare_clash_is_that_of_the_two_told_before() -> None:
    scuffle = mention("russia ukraine", "russia ukraine", at=1, trigger="scuffled", published="2024-05-02")
    clash = mention(day="2024-05-01", at=2, backward=True, trigger="clash", published="2024-05-02")
    assert len(cluster([scuffle, clash], LINEAGE, NO_STORIES)[0]) == 1


def test_an_article_of_another_town_tells_of_another_deed() -> None:
    one = mention("russia", "ukraine", None, killed=17, published="2024-05-02")
    other = mention("russia", "ukraine", None, killed=17, published="2024-05-03", article="b")
    found = agreement(one, other, LINEAGE)
    assert found is not None and is_enough(found, is_one_story=False)
    elsewhere = replace(other, context_place=PLACES["odesa"])
    found = agreement(replace(one, context_place=PLACES["kharkiv"]), elsewhere, LINEAGE)
    assert found is None or not is_enough(found, is_one_story=False)
