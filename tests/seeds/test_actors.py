"""The actor seeds hold together: ids, parents, countries, aliases, UCDP names."""

from __future__ import annotations

from collections import defaultdict

import pytest

from transforms.actors.curated import actors, split, states
from transforms.actors.folding import slug, squash
from transforms.actors.name_index import is_acronym
from transforms.seed_tables import read_seed

KINDS = {"state", "state_forces", "armed_group", "party", "igo", "ngo", "media", "person", "population", "other"}
ROWS = read_seed("actors")


def test_breadth() -> None:
    assert len(ROWS) >= 400
    assert len({row["country_iso3"] for row in ROWS if row["kind"] == "armed_group"} - {""}) >= 60


def test_ids_are_unique_slugs_and_no_state_is_repeated() -> None:
    ids = [row["actor_id"] for row in ROWS]
    assert len(ids) == len(set(ids))
    assert [actor_id for actor_id in ids if slug(actor_id) != actor_id] == []
    assert set(ids) & set(states()) == set()


def test_kinds_parents_and_countries_exist() -> None:
    countries = {row["iso3"] for row in read_seed("countries")} | {""}
    assert {row["kind"] for row in ROWS} <= KINDS
    assert [row["actor_id"] for row in ROWS if row["parent_actor_id"] and row["parent_actor_id"] not in actors()] == []
    assert [row["actor_id"] for row in ROWS if row["country_iso3"] not in countries] == []


def test_no_actor_is_its_own_ancestor() -> None:
    for actor_id in actors():
        seen = {actor_id}
        parent = actors()[actor_id].parent_actor_id
        while parent:
            assert parent not in seen
            seen.add(parent)
            parent = actors()[parent].parent_actor_id


def test_a_name_of_two_actors_is_told_apart_by_country() -> None:
    bearers: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in ROWS:
        for name in (row["name"], *split(row["aliases"])):
            bearers[squash(name)].add((row["actor_id"], row["country_iso3"]))
    shared = {key: found for key, found in bearers.items() if len(found) > 1}
    assert len(shared) <= 8
    assert all(len({country for _, country in found}) == len(found) for found in shared.values())


def test_ucdp_ids_come_with_the_name_they_have_there() -> None:
    with_id = [row for row in ROWS if row["ucdp_actor_id"]]
    assert len(with_id) >= 200
    assert [row["actor_id"] for row in with_id if not row["ucdp_name"] or not row["ucdp_actor_id"].isdigit()] == []
    assert [row["actor_id"] for row in ROWS if row["ucdp_name"] and not row["ucdp_actor_id"]] == []


@pytest.mark.parametrize(
    ("actor_id", "ucdp"), [("jaish_al_adl", 4364), ("balochistan_liberation_front", 1166), ("hamas", 209), ("farc", 743)]
)
def test_known_ucdp_ids(actor_id: str, ucdp: int) -> None:
    assert actors()[actor_id].ucdp_actor_id == ucdp


@pytest.mark.parametrize(
    "seed",
    ["actors", "agent_nouns", "offices", "ranks", "organisation_nouns", "person_nouns", "personal_verbs", "actor_words", "actor_anaphors"],
)
def test_every_row_says_why(seed: str) -> None:
    assert [row for row in read_seed(seed) if not row["reason"]] == []


def test_every_actor_has_a_source_and_a_day() -> None:
    assert [row["actor_id"] for row in ROWS if not row["source"] or not row["checked_on"]] == []


def test_acronyms_have_capitals() -> None:
    short = [name for row in ROWS for name in split(row["aliases"]) if len(name) <= 3 and name.isalpha() and row["kind"] != "person"]
    assert [name for name in short if not is_acronym(name) and not name[0].isupper()] == ["dpa"]


def test_states_have_the_ucdp_ids_of_their_governments() -> None:
    assert actors()["iran"].ucdp_actor_id is not None
    assert sum(state.actor.ucdp_actor_id is not None for state in states().values()) >= 150
