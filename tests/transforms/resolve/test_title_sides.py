"""Who and what a title names."""

from __future__ import annotations

from typing import Any

import pytest

from transforms.resolve.lineage import Lineage
from transforms.resolve.title_sides import title_of

ACTORS = {
    "russia": {"name": "Russia", "kind": "state"},
    "kenya_police": {"name": "Kenyan police", "kind": "state_forces"},
    "bugti": {"name": "Sarfraz Bugti", "kind": "person"},
    "pakistan_interior_minister": {"name": "Interior Minister of Pakistan", "kind": "person"},
}
ROLES = {"bugti": "interior minister", "pakistan_interior_minister": "interior minister"}
LINEAGE = Lineage({}, {}, kinds={"bugti": "person"}, roles=ROLES, surnames={"bugti": "bugti"})


def told(
    kind: str, source: str | None = None, target: str | None = None, by: str = "", place: str | None = None, trigger: str = "attack"
) -> dict[str, Any]:
    return {
        "trigger": trigger,
        "trigger_end": len(trigger),
        "evidence": trigger,
        "span_start": 0,
        "stance": "asserted",
        "event_type": kind,
        "event_mode": None,
        "cameo_code": None,
        "source_text": source,
        "target_text": target,
        "source_actor_ids": by.split(),
        "target_actor_ids": [],
        "place_text": place,
    }


@pytest.mark.parametrize(
    ("rows", "mode", "place", "title"),
    [
        (
            [
                told("ASSAULT", "A missile", "40 people", "russia"),
                told("ASSAULT", None, "the building", "russia"),
                told("ASSAULT", None, "a house", "russia"),
            ],
            "heavy-weapons",
            "Kharkiv",
            "Russia strikes a house in Kharkiv",
        ),
        ([told("ASSAULT", "Gunmen on motorbikes", "two drivers")], None, None, "Gunmen on motorbikes attack two drivers"),
        ([told("ASSAULT", None, "Cali", place="Cali")], "explosives", "Cali", "Bombing in Cali"),
        ([told("PROTEST", "Parents", "Kuriga", place="Kuriga")], "demo", "Kuriga", "Protest by parents in Kuriga"),
        ([told("PROTEST", "Demonstrators", None)], "demo", "Bunia", "Protest in Bunia"),
        ([told("PROTEST", "Dozens of people", "the raid")], "demo", "Bunia", "Dozens of people protest against the raid in Bunia"),
        (
            [told("REQUEST", "Britain", "an immediate ceasefire between the two sides")],
            None,
            None,
            "Britain calls for an immediate ceasefire between the two sides",
        ),
        ([told("REQUEST", "China", "all sides")], None, None, "China calls on all sides"),
        ([told("AGREE", "The president", "the displaced", trigger="vowed")], None, None, "The president makes a pledge to the displaced"),
        ([told("AID", "Troops", "14 hostages", trigger="rescued")], None, None, "Troops rescue 14 hostages"),
        ([told("COERCE", "The army", "a camp", trigger="raided")], "seize", None, "The army raids a camp"),
        (
            [told("COERCE", "The army", "a camp", trigger="raided"), told("COERCE", "The army", "a camp", trigger="seized")],
            "seize",
            None,
            "The army seizes a camp",
        ),
        ([told("ASSAULT", "Rebels", "14")], None, None, "Rebels attack 14 people"),
        (
            [told("COERCE", "France", "four men", trigger="imposed") | {"cameo_code": "163"}],
            "restrict",
            None,
            "France imposes sanctions on four men",
        ),
        (
            [told("PROTEST", "Students", "the courthouse", trigger="gathered") | {"evidence": "Students gathered outside the courthouse."}],
            "demo",
            "Tunis",
            "Protest by students in Tunis",
        ),
        ([told("ASSAULT", "Troops", "the ceasefire", trigger="violated")], None, None, "Violation of a ceasefire by troops"),
        ([told("ASSAULT", "Chad", "a war", "russia bugti", trigger="fought")], None, None, "Sarfraz Bugti and Russia attack each other"),
        ([told("COERCE", "Police", "22 of them")], "arrest", None, "Police detain 22 people"),
        ([told("ACCUSE", "Kenya", 'the "heinous act')], "disapprove", None, "Kenya condemns the heinous act"),
        ([told("ASSAULT", "Kenyan police", "a leader", "kenya_police")], "abduct", None, "Kenyan police capture a leader"),
        ([told("ASSAULT", "DELHI, Nov 12 (Agency) - Security forces", "ten men")], None, None, "Security forces attack ten men"),
        (
            [told("ASSAULT", "Marchers", "guards", trigger="clashed"), told("ASSAULT", None, "two men")],
            "firearms",
            None,
            "Marchers clash with guards",
        ),
        ([told("ASSAULT", None, "six people, including two children")], "abduct", "Jiribam", "Abduction of six people in Jiribam"),
        (
            [told("ACCUSE", "Bugti", "the attack", "bugti"), told("ACCUSE", None, None, "pakistan_interior_minister")],
            "disapprove",
            None,
            "Sarfraz Bugti condemns the attack",
        ),
    ],
)
def test_title_names_who_did_what_where(rows: list[dict[str, Any]], mode: str | None, place: str | None, title: str) -> None:
    sources = sorted({actor for row in rows for actor in row["source_actor_ids"]})
    where = {"name": place} if place else None
    assert title_of(rows, mode, (sources, []), ACTORS, LINEAGE, where, "real") == title


def test_an_embassy_is_no_state() -> None:
    rows = [told("COERCE", "Students", "the Russian embassy") | {"target_actor_ids": ["russia"]}]
    assert title_of(rows, "seize", ([], ["russia"]), ACTORS, LINEAGE, None, "real") == "Students seize the Russian embassy"
    rows = [told("ASSAULT", "Students", "Russia") | {"target_actor_ids": ["russia"]}]
    assert title_of(rows, None, ([], ["russia"]), ACTORS, LINEAGE, None, "real") == "Students attack Russia"
