"""Links lead from events to the same events of other datasets, each score explained by its parts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.warehouse.world import run, unstamped
from warehouse.connect import connected
from warehouse.link import link_file, relink
from warehouse.link.geometry import create_functions
from warehouse.link.read import LinkFileError
from warehouse.publish import publish
from warehouse.store import open_store

FILES = Path(__file__).parent / "files"
ACTORS: list[dict[str, Any]] = [
    {"actor_id": "iran", "name": "Iran", "kind": "state", "country_iso3": "IRN", "gwno": 630, "cameo_code": "IRN", "ucdp_actor_id": 114},
    {"actor_id": "irgc", "name": "IRGC", "kind": "state_forces", "country_iso3": "IRN", "parent_actor_id": "iran"},
    {"actor_id": "pakistan", "name": "Pakistan", "kind": "state", "country_iso3": "PAK", "gwno": 770, "cameo_code": "PAK"},
    {
        "actor_id": "jaish_al_adl",
        "name": "Jaish al-Adl",
        "kind": "armed_group",
        "country_iso3": "IRN",
        "ucdp_actor_id": 4364,
        "aliases": ["JAA"],
    },
    {"actor_id": "blf", "name": "Balochistan Liberation Front", "kind": "armed_group", "ucdp_actor_id": 1166},
]
PANJGUR: dict[str, Any] = {
    "event_id": "e_panjgur", "event_type": "ASSAULT", "status": "asserted", "date_start": date(2024, 1, 16), "date_end": date(2024, 1, 16),
    "date_precision": "day", "country_iso3": "PAK", "latitude": 26.97, "longitude": 64.09, "place_precision": "city", "killed_low": 2,
    "killed_best": 2, "killed_high": 2, "source_actor_ids": ["irgc"], "target_actor_ids": ["jaish_al_adl"],
}  # fmt: skip
SARAVAN = PANJGUR | {
    "event_id": "e_saravan", "date_start": date(2024, 1, 18), "date_end": date(2024, 1, 18), "country_iso3": "IRN",
    "latitude": 27.37, "longitude": 62.33, "killed_low": 9, "killed_best": 9, "killed_high": None,
    "source_actor_ids": ["pakistan"], "target_actor_ids": ["blf"],
}  # fmt: skip

SIDES = [
    {"event_id": "e_saravan", "actor_id": "pakistan", "role": "source", "mention_count": 1},
    {"event_id": "e_saravan", "actor_id": "blf", "role": "target", "mention_count": 1},
]


def warehouse(directory: Path, *events: dict[str, Any]) -> Path:
    """Return a warehouse that holds the events and the actors above."""
    actors = [
        {"event_id": event["event_id"], "actor_id": actor, "role": role, "mention_count": 1}
        for event in events
        for role in ("source", "target")
        for actor in event[f"{role}_actor_ids"]
    ]
    with open_store(directory, wait_seconds=0) as store:
        rows = {"events": list(events), "event_actors": actors, "actors": ACTORS}
        store.load({name: [unstamped(name, **row) for row in given] for name, given in rows.items()}, run("r1"))
    return directory


def links(directory: Path) -> list[dict[str, Any]]:
    with open_store(directory, wait_seconds=0) as store:
        return list(store.read_table("event_links").to_pylist())


@pytest.mark.parametrize(
    ("name", "dataset", "external_id"),
    [
        ("ucdp_ged.csv", "ucdp-ged", "900001"),
        ("ucdp_candidate.csv", "ucdp-ged", "800001"),
        ("acled.csv", "acled", "PAK99001"),
        ("gdelt.export.CSV", "gdelt", "1150000001"),
        ("polecat.txt", "polecat", "20240116-1-abc"),
    ],
)
def test_the_strike_is_found_in_every_dataset(tmp_path: Path, name: str, dataset: str, external_id: str) -> None:
    folder = warehouse(tmp_path, PANJGUR)
    result = link_file(folder, FILES / name, dataset, run("r2"))
    best = max(links(folder), key=lambda link: float(link["score"]))
    assert (best["event_id"], best["external_id"], best["day_gap"], best["is_best"]) == ("e_panjgur", external_id, 0, True)
    assert best["score"] > 0.7
    assert (result.links, result.linked_events) == (len(links(folder)), 1)


def test_the_parts_explain_the_score(tmp_path: Path) -> None:
    folder = warehouse(tmp_path, PANJGUR, SARAVAN)
    link_file(folder, FILES / "ucdp_ged.csv", "ucdp-ged", run("r2"))
    exact, vague = links(folder)
    assert (exact["external_id"], exact["distance_km"], exact["type_score"], exact["toll_score"]) == ("900001", 0.0, 1.0, 1.0)
    assert exact["actor_score"] == 0.9  # the group itself, and Iran as the state of its IRGC
    assert (vague["event_id"], vague["external_id"], vague["distance_km"], vague["actor_score"]) == ("e_saravan", "900002", None, 1.0)
    assert vague["score"] < exact["score"]  # a week and a country say less than a day and a town


@pytest.mark.parametrize(
    ("change", "linked"),
    [
        ({}, True),
        ({"date_start": date(2024, 1, 18), "date_end": date(2024, 1, 18)}, True),
        ({"date_start": date(2024, 1, 19), "date_end": date(2024, 1, 19)}, False),
        ({"date_start": date(2024, 1, 10), "date_end": date(2024, 1, 20), "date_precision": "week"}, True),
        ({"latitude": 27.8}, False),
        ({"latitude": 27.8, "place_precision": "admin1"}, True),
        ({"event_type": "CONSULT"}, False),
        ({"status": "planned"}, False),
        ({"date_start": None, "date_end": None}, False),
        ({"latitude": None, "longitude": None, "place_precision": "country"}, True),
        ({"latitude": None, "longitude": None, "place_precision": None, "country_iso3": None}, False),
    ],
)
def test_what_is_near_enough_is_a_candidate(tmp_path: Path, change: dict[str, Any], linked: bool) -> None:
    folder = warehouse(tmp_path, PANJGUR | change)
    link_file(folder, FILES / "ucdp_candidate.csv", "ucdp-ged", run("r2"))
    assert [link["event_id"] for link in links(folder)] == (["e_panjgur"] if linked else [])


@pytest.mark.parametrize(
    ("preset", "offset", "linked"), [("xsub-1km-1day", 0.005, True), ("xsub-1km-1day", 0.02, False), ("xsub-5km-2days", 0.02, True)]
)
def test_presets_keep_to_their_windows(tmp_path: Path, preset: str, offset: float, linked: bool) -> None:
    folder = warehouse(tmp_path, PANJGUR | {"latitude": 26.97 + offset})
    link_file(folder, FILES / "ucdp_candidate.csv", "ucdp-ged", run("r2"), preset=preset)
    assert bool(links(folder)) == linked


def test_an_unknown_preset_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LinkFileError, match="xsub-1km-1day"):
        link_file(tmp_path, FILES / "ucdp_ged.csv", "ucdp-ged", run("r2"), preset="near")


def test_a_generic_file_links_by_name_though_its_types_are_unknown(tmp_path: Path) -> None:
    folder = warehouse(tmp_path, PANJGUR)
    link_file(folder, FILES / "generic.csv", "generic", run("r2"), mapping=FILES / "generic_mapping.csv")
    with open_store(folder, wait_seconds=0) as store:
        (row,) = store.read_table("external_events").to_pylist()
    assert (row["source_actor_id"], row["target_actor_id"]) == ("iran", "jaish_al_adl")
    assert [link["type_score"] for link in links(folder)] == [None]


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [
        ("Jaish al Adl", "jaish_al_adl"),
        ("JAA: Army of Justice", "jaish_al_adl"),
        ("XYZ: Jaish al-Adl", "jaish_al_adl"),
        ("Jaish al-Adl (Iran)", "jaish_al_adl"),
        ("Military Forces of Iran (1989-) IRGC", "irgc"),
        ("Jaish al-Adl - Sistan branch", "jaish_al_adl"),
        ("IRAN", "iran"),
        ("Civilians (Iran)", None),
        ("", None),
    ],
)
def test_a_side_is_known_by_its_name_or_the_parts_of_it(tmp_path: Path, name: str, actor_id: str | None) -> None:
    folder = warehouse(tmp_path / "w", PANJGUR)
    file = tmp_path / "named.csv"
    file.write_text((FILES / "generic.csv").read_text().replace(",JAA,", f",{name},"), encoding="utf-8")
    link_file(folder, file, "generic", run("r2"), mapping=FILES / "generic_mapping.csv")
    with open_store(folder, wait_seconds=0) as store:
        assert store.read_table("external_events")["target_actor_id"].to_pylist() == [actor_id]


def test_the_first_of_several_names_counts(tmp_path: Path) -> None:
    folder = warehouse(tmp_path / "w", PANJGUR)
    file = tmp_path / "polecat.txt"
    file.write_text((FILES / "polecat.txt").read_text().replace("\tJaish al-Adl\t", "\tJaish al-Adl; Iran\t"), encoding="utf-8")
    link_file(folder, file, "polecat", run("r2"))
    with open_store(folder, wait_seconds=0) as store:
        assert store.read_table("external_events")["target_actor_id"].to_pylist() == ["jaish_al_adl"]


@pytest.mark.parametrize("preset", ["xsub-1km-1day", "xsub-5km-2days"])
def test_presets_with_fixed_windows_leave_out_what_is_known_to_the_country_only(tmp_path: Path, preset: str) -> None:
    folder = warehouse(tmp_path, SARAVAN)
    link_file(folder, FILES / "ucdp_ged.csv", "ucdp-ged", run("r2"), preset=preset)
    assert links(folder) == []


def test_many_reports_of_one_event_do_not_take_it_from_each_other(tmp_path: Path) -> None:
    folder = warehouse(tmp_path / "w", PANJGUR)
    row = (FILES / "gdelt.export.CSV").read_text()
    file = tmp_path / "many.export.CSV"
    file.write_text("".join(row.replace("1150000001", f"115000000{number}") for number in range(5)), encoding="utf-8")
    link_file(folder, file, "gdelt", run("r2"))
    found = links(folder)
    assert len(found) == 5
    assert len({link["score"] for link in found}) == 1
    assert found[0]["score"] > 0.5


def test_two_rows_that_fit_one_event_equally_share_it(tmp_path: Path) -> None:
    folder = warehouse(tmp_path / "w", PANJGUR)
    row = (FILES / "ucdp_candidate.csv").read_text()
    file = tmp_path / "twice.csv"
    file.write_text(row + row.replace("800001,", "800002,", 1), encoding="utf-8")
    link_file(folder, file, "ucdp-ged", run("r2"))
    assert [(round(link["score"], 1), link["is_best"]) for link in links(folder)] == [(0.5, True), (0.5, True)]


def test_the_same_file_again_changes_nothing_and_a_better_one_replaces_rows(tmp_path: Path) -> None:
    folder = warehouse(tmp_path, PANJGUR, SARAVAN)
    for number in (2, 3):
        link_file(folder, FILES / "ucdp_ged.csv", "ucdp-ged", run(f"r{number}"))
        assert {link["run_id"] for link in links(folder)} == {"r2"}
    moved = tmp_path / "moved.csv"
    moved.write_text((FILES / "ucdp_ged.csv").read_text().replace("2024-01-16 00", "2024-02-16 00"), encoding="utf-8")
    link_file(folder, moved, "ucdp-ged", run("r4"))
    assert [link["event_id"] for link in links(folder)] == ["e_saravan"]


def test_links_of_an_event_that_left_leave_and_new_events_are_linked_anew(tmp_path: Path) -> None:
    folder = warehouse(tmp_path, PANJGUR)
    link_file(folder, FILES / "ucdp_ged.csv", "ucdp-ged", run("r2"))
    with open_store(folder, wait_seconds=0) as store:
        sides = [unstamped("event_actors", **side) for side in SIDES]
        store.load({"events": [unstamped("events", **SARAVAN)], "event_actors": sides}, run("r3"))
        assert store.read_table("event_links").num_rows == 0
        assert relink(store, run("r4")) == 1
    assert [link["event_id"] for link in links(folder)] == ["e_saravan"]


def test_links_are_made_anew_only_where_a_changed_event_may_meet_a_row(tmp_path: Path) -> None:
    folder = warehouse(tmp_path, PANJGUR)
    link_file(folder, FILES / "ucdp_ged.csv", "ucdp-ged", run("r2", 21))
    before = links(folder)
    later = unstamped("events", **PANJGUR | {"event_id": "e_later", "date_start": date(2024, 6, 1), "date_end": date(2024, 6, 2)})
    near = unstamped("events", **PANJGUR | {"event_id": "e_near", "date_start": date(2024, 1, 17), "date_end": date(2024, 1, 17)})
    with open_store(folder, wait_seconds=0) as store:
        store.load({"events": [later]}, run("r3", 22), looked_at={"events": ["e_later"]})
        assert relink(store, run("r3", 22)) == 0
    assert links(folder) == before
    with open_store(folder, wait_seconds=0) as store:
        store.load({"events": [near]}, run("r4", 23), looked_at={"events": ["e_near"]})
        assert relink(store, run("r4", 23)) == 2
    assert {link["event_id"] for link in links(folder)} == {"e_panjgur", "e_near"}


def test_links_made_anew_keep_to_the_preset_that_was_asked_for(tmp_path: Path) -> None:
    folder = warehouse(tmp_path, SARAVAN)
    link_file(folder, FILES / "ucdp_ged.csv", "ucdp-ged", run("r2"), preset="xsub-1km-1day")
    with open_store(folder, wait_seconds=0) as store:
        assert relink(store, run("r2")) == 0
    assert links(folder) == []


def test_links_to_acled_are_not_published(tmp_path: Path) -> None:
    folder = warehouse(tmp_path, PANJGUR)
    link_file(folder, FILES / "acled.csv", "acled", run("r2"))
    published = publish(folder)
    assert pq.read_table(published / "external_events").num_rows == pq.read_table(published / "event_links").num_rows == 0
    assert b"Invented Gazette" not in b"".join(path.read_bytes() for path in published.resolve().rglob("*.parquet"))


@pytest.mark.parametrize(
    ("here", "there", "kilometres"),
    [((26.97, 64.09), (27.37, 62.33), 180), ((0, 179.9), (0, -179.9), 22), ((51.5, -0.1), (48.9, 2.4), 341), ((89.9, 0), (89.9, 180), 22)],
)
def test_distances(tmp_path: Path, here: tuple[float, float], there: tuple[float, float], kilometres: int) -> None:
    with open_store(tmp_path, wait_seconds=0), connected(tmp_path, read_only=True) as connection:
        create_functions(connection)
        ((found,),) = connection.execute("select kilometres(?, ?, ?, ?)", [*here, *there]).fetchall()
    assert abs(found - kilometres) < 2


@pytest.mark.parametrize(
    ("latitude", "longitude", "offset"),
    [(0.0, 179.99, 0.03), (0.0, -179.99, -0.03), (68.0, 179.99, 0.04), (-1.99, 0.0, 0.1), (1.999, 0.001, -0.01)],
)
def test_neighbours_meet_across_cells_and_the_date_line(tmp_path: Path, latitude: float, longitude: float, offset: float) -> None:
    other = (longitude + offset + 180) % 360 - 180
    folder = warehouse(tmp_path / "w", PANJGUR | {"latitude": latitude, "longitude": other})
    file = tmp_path / "moved.csv"
    file.write_text((FILES / "ucdp_candidate.csv").read_text().replace(",26.97,64.09,", f",{latitude},{longitude},"), encoding="utf-8")
    link_file(folder, file, "ucdp-ged", run("r2"))
    assert [link["event_id"] for link in links(folder)] == ["e_panjgur"]
