"""One bombing told over five days by nine articles: the three policies' figures on each day, worked out by hand.

Day 1: an official says seven, a paper hands that on. Day 2: the same official says nine, and the wire's story is printed twice more.
Day 3: local sources say ten. Day 4: the other side speaks of a number of terrorists. Day 5: the wire details three women and four children,
and ends on an older bombing with its own toll, which stays its own.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.warehouse.world import answers, database
from transforms.casualties.relations import relate
from transforms.casualties.toll import toll
from transforms.seed_tables import read_seed
from warehouse.queries import SQL

Row = dict[str, Any]
FIRST = date(2031, 5, 1)
EVENTS = [
    {"event_id": "market", "event_type": "ASSAULT", "status": "asserted", "date_start": FIRST, "source_actor_ids": ["northern_army"]},
    {"event_id": "older", "event_type": "ASSAULT", "status": "asserted", "date_start": date(2029, 8, 3)},
]


def article(article_id: str, day: int, origin: str, duplicate_of: str | None = None) -> Row:
    published = datetime(2031, 5, day, 9, tzinfo=UTC)
    return {
        "article_id": article_id, "version": 1, "is_current": True, "text": "x", "origin": origin, "published_at": published,
        "duplicate_of": duplicate_of,
    }  # fmt: skip


ARTICLES = [
    article("a1", 1, "Wire"),
    article("a2", 1, "Paper"),
    article("a3", 2, "Wire"),
    article("a4", 2, "Wire", duplicate_of="a3"),
    article("a5", 2, "Wire", duplicate_of="a3"),
    article("a6", 3, "Local"),
    article("a7", 4, "Herald"),
    article("a8", 5, "Wire"),
]
PUBLISHED = {row["article_id"]: row for row in ARTICLES}


def claim(claim_id: str, article_id: str, low: int | None, words: str, **given: Any) -> Row:
    day = PUBLISHED[article_id]["published_at"].date()
    return {
        "claim_id": claim_id, "event_id": "market", "article_id": article_id, "version": 1, "outcome": "killed", "count_text": words,
        "count_low": low, "count_best": low, "count_high": low, "qualifier": "exact", "victim_group": "unknown",
        "victim_age_sex": "unknown",
        "asserted_on": day, "is_aggregate": False, "sentence_index": 0, "span_start": 0, "count_start": 0, "relation": None,
        "related_claim_id": None, "claimant_text": None, "claimant_actor_id": None,
    } | given  # fmt: skip


GOVERNOR = {"claimant_text": "the governor"}
CLAIMS = [
    claim("c1", "a1", 7, "seven", **GOVERNOR),
    claim("c2", "a2", 7, "seven", **GOVERNOR),
    claim("c3", "a3", 9, "nine", **GOVERNOR),
    claim("c4", "a4", 9, "nine", **GOVERNOR),
    claim("c5", "a5", 9, "nine", **GOVERNOR),
    claim("c6", "a6", 10, "ten", claimant_text="local sources"),
    claim(
        "c7",
        "a7",
        None,
        "a number",
        qualifier="vague",
        victim_group="combatant",
        claimant_text="the army",
        claimant_actor_id="northern_army",
    ),
    claim("c8", "a8", 9, "nine", **GOVERNOR),
    claim("c9", "a8", 3, "three", victim_age_sex="woman", is_part=True, subset_of_claim_id="c8", sentence_index=1),
    claim("c10", "a8", 4, "four", victim_age_sex="child", victim_group="civilian", is_part=True, subset_of_claim_id="c8", sentence_index=1),
    claim("c11", "a8", 31, "31", event_id="older", sentence_index=9),
]


def related(claims: list[Row]) -> list[Row]:
    """Return the claims with the relations that the rules give them, event by event."""
    found = {}
    for event in ("market", "older"):
        found |= relate([row for row in claims if row["event_id"] == event], PUBLISHED)
    return [row | dict(zip(("relation", "related_claim_id"), found.get(row["claim_id"], (None, None)), strict=True)) for row in claims]


def stored(claims: list[Row]) -> list[Row]:
    return [{name: value for name, value in row.items() if name not in ("is_part", "subset_of_claim_id")} for row in claims]


def tolls(claims: list[Row], sql: str) -> list[Row]:
    with database({"events": EVENTS, "articles": ARTICLES, "casualties": stored(related(claims))}) as connection:
        return answers(connection, sql)


@pytest.mark.parametrize(
    ("claim_id", "relation"),
    [
        ("c1", (None, None)),
        ("c2", ("repeats", "c1")),
        ("c3", ("revises", "c1")),
        ("c4", ("repeats", "c3")),
        ("c5", ("repeats", "c3")),
        ("c6", ("disputes", "c3")),
        ("c7", (None, None)),
        ("c8", ("repeats", "c3")),
        ("c9", ("subset_of", "c8")),
        ("c10", ("subset_of", "c8")),
        ("c11", (None, None)),
    ],
)
def test_relations(claim_id: str, relation: tuple[str | None, str | None]) -> None:
    row = next(row for row in related(CLAIMS) if row["claim_id"] == claim_id)
    assert (row["relation"], row["related_claim_id"]) == relation


def test_relations_do_not_depend_on_the_order_of_rows() -> None:
    forward = {row["claim_id"]: row["relation"] for row in related(CLAIMS)}
    assert {row["claim_id"]: row["relation"] for row in related(CLAIMS[::-1])} == forward


# day, policy -> low, best, high, grade
BY_DAY = {
    (1, "ucdp"): (7, 7, 7, None),
    (1, "acled"): (7, 7, 7, None),
    (1, "airwars"): (7, None, 7, "fair"),
    (2, "ucdp"): (9, 9, 9, None),
    (2, "acled"): (9, 9, 9, None),
    (2, "airwars"): (9, None, 9, "weak"),
    (3, "ucdp"): (9, 10, 10, None),
    (3, "acled"): (9, 9, 9, None),
    (3, "airwars"): (9, None, 10, "contested"),
    (4, "ucdp"): (9, 10, 10, None),
    (4, "acled"): (9, 9, 9, None),
    (4, "airwars"): (9, None, 10, "contested"),
    (5, "ucdp"): (9, 9, 10, None),
    (5, "acled"): (9, 9, 9, None),
    (5, "airwars"): (9, None, 10, "contested"),
}


def test_each_policy_on_each_day() -> None:
    found = tolls(CLAIMS, "select day(as_of) as day, policy, low, best, high, grade from event_tolls_by_day where event_id = 'market'")
    assert {(row["day"], row["policy"]): (row["low"], row["best"], row["high"], row["grade"]) for row in found} == BY_DAY


def test_the_current_toll_says_what_it_uses_and_leaves_out() -> None:
    found = tolls(CLAIMS, "select claims_used, claims_left_out from event_tolls where event_id = 'market' and policy = 'ucdp'")
    assert found[0]["claims_used"] == ["c3", "c6", "c7", "c8"]
    assert {row["claim_id"]: row["reason"] for row in found[0]["claims_left_out"]} == {
        "c1": "revised by its claimant",
        "c10": "part of another claim",
        "c2": "revised by its claimant",
        "c4": "syndicated copy",
        "c5": "syndicated copy",
        "c9": "part of another claim",
    }


def test_the_older_bombing_keeps_its_own_toll() -> None:
    found = tolls(CLAIMS, "select policy, low, best, high, as_of from event_tolls where event_id = 'older' order by policy")
    assert [(row["policy"], row["low"], row["best"], row["high"]) for row in found] == [
        ("acled", 31, 31, 31),
        ("airwars", 31, None, 31),
        ("ucdp", 31, 31, 31),
    ]


@pytest.mark.parametrize("day", range(1, 6))
def test_the_default_policy_is_the_same_in_python_and_in_sql(day: int) -> None:
    known = [row for row in CLAIMS if row["asserted_on"] < FIRST + timedelta(days=day)]
    expected = BY_DAY[day, "ucdp"][:3]
    assert toll([row for row in related(known) if row["event_id"] == "market"], "killed", PUBLISHED) == expected
    found = tolls(known, "select low, best, high from event_tolls where event_id = 'market' and policy = 'ucdp'")
    assert [tuple(row.values()) for row in found] == [expected]


@pytest.mark.parametrize(
    ("words", "acled"), [("dozens", 12), ("hundreds", 100), ("tens", 10), ("several", 3), ("a number", 3), (None, 3), ("scores", 20)]
)
def test_vague_words_become_numbers_only_for_acled(words: str | None, acled: int) -> None:
    vague = claim("v1", "a1", None, "x", qualifier="vague") | {"count_text": words}
    found = tolls([vague], "select policy, low, best, high from event_tolls order by policy")
    assert [tuple(row.values()) for row in found] == [
        ("acled", acled, acled, acled),
        ("airwars", None, None, None),
        ("ucdp", None, None, None),
    ]


def test_what_a_vague_word_implies_is_a_bound_and_no_estimate() -> None:
    claims = [claim("v1", "a1", 24, "dozens", qualifier="vague", count_best=None, count_high=None)]
    assert tolls(claims, "select low, best, high from event_tolls where policy = 'ucdp'") == [{"low": 24, "best": None, "high": None}]
    assert toll(related(claims), "killed", PUBLISHED) == (24, None, None)


def test_low_best_and_high_stay_in_order_with_vague_words_beside_numbers() -> None:
    vague = {"qualifier": "vague", "count_best": None, "count_high": None}
    claims = [
        claim("v1", "a1", 2, "two"),
        claim("v2", "a1", 3, "several", **vague, sentence_index=1),
        claim("v3", "a6", 24, "dozens", **vague),
    ]
    assert tolls(claims, "select low, best, high from event_tolls where policy = 'ucdp'") == [{"low": 5, "best": 5, "high": 5}]
    assert toll(related(claims), "killed", PUBLISHED) == (5, 5, 5)


def test_a_vague_word_gives_way_to_a_number() -> None:
    claims = [claim("v1", "a1", None, "several", qualifier="vague"), claim("v2", "a6", 12, "twelve")]
    assert tolls(claims, "select low from event_tolls where policy = 'acled'") == [{"low": 12}]


def test_the_words_for_acled_are_those_of_the_seed() -> None:
    statement = (SQL / "views" / "toll_totals_by_day.sql").read_text(encoding="utf-8")
    for row in read_seed("number_words"):
        if row["kind"] == "vague" and row["acled"] != "3":
            assert f"('{row['words']}', {row['acled']})" in statement


# One article: the UN says at least 16, local officials 35, a doctor counts 4 policemen among the dead.
BOUNDED = [
    claim("u1", "a1", 16, "at least 16", qualifier="at_least", count_high=None, claimant_text="the UN"),
    claim("u2", "a1", 35, "35", sentence_index=1, claimant_text="local officials"),
    claim("u3", "a1", 4, "four", sentence_index=2, victim_group="security_forces", victim_text="four policemen", claimant_text="a doctor"),
]


def test_numbers_of_two_claimants_in_one_article_are_two_totals() -> None:
    rows = related(BOUNDED)
    assert [(row["relation"], row["related_claim_id"]) for row in rows] == [(None, None), ("disputes", "u1"), ("subset_of", "u2")]
    found = tolls(BOUNDED, "select low, best, high from event_tolls where policy = 'ucdp'")
    assert [tuple(row.values()) for row in found] == [(16, 16, 35)] == [toll(rows, "killed", PUBLISHED)]


def test_an_attacker_who_admits_it_confirms_it() -> None:
    claims = [claim("v1", "a1", 4, "four", claimant_actor_id="northern_army")]
    assert tolls(claims, "select grade from event_tolls where policy = 'airwars'") == [{"grade": "confirmed"}]


def test_nobody_harmed_is_discounted() -> None:
    assert tolls([claim("v1", "a1", 0, "no")], "select grade from event_tolls where policy = 'airwars'") == [{"grade": "discounted"}]


def test_an_aggregate_stands_under_no_event() -> None:
    assert tolls([claim("v1", "a1", 400, "400", is_aggregate=True)], "select low from event_tolls") == []


def test_a_claim_that_nothing_calls_an_aggregate_counts() -> None:
    assert tolls([claim("v1", "a1", 4, "four", is_aggregate=None)], "select low from event_tolls where policy = 'ucdp'") == [{"low": 4}]


def test_a_vague_word_that_acled_does_not_list_counts_as_what_it_implies() -> None:
    vague = claim("v1", "a1", 36, "several dozen", qualifier="vague", count_best=None, count_high=None)
    assert tolls([vague], "select low from event_tolls where policy = 'acled'") == [{"low": 36}]
