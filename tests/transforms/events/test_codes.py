"""Codes of other systems: test vectors of the reviewed table."""

from __future__ import annotations

import pytest

from transforms.events.codes import acled_event_type, codes_of, ucdp_type_of_violence

REMOTE = "Explosions/Remote violence"


@pytest.mark.parametrize(
    ("event_type", "mode", "civilian", "cameo", "acled_type", "acled_sub_type"),
    [
        ("ASSAULT", "aerial", None, "195", REMOTE, "Air/drone strike"),
        ("ASSAULT", "drone", False, "195", REMOTE, "Air/drone strike"),
        ("ASSAULT", "heavy-weapons", False, "194", REMOTE, "Shelling/artillery/missile attack"),
        ("ASSAULT", "suicide-attack", True, "1831", REMOTE, "Suicide bomb"),
        ("ASSAULT", "explosives", None, "183", REMOTE, "Remote explosive/landmine/IED"),
        ("ASSAULT", None, True, "190", "Violence against civilians", "Attack"),
        ("ASSAULT", None, False, "190", "Battles", "Armed clash"),
        ("ASSAULT", "abduct", True, "181", "Violence against civilians", "Abduction/forced disappearance"),
        ("ASSAULT", "firearms", True, "193", "Violence against civilians", "Attack"),
        ("COERCE", "arrest", None, "173", "Strategic developments", "Arrests"),
        ("PROTEST", "demo", None, "141", "Protests", "Peaceful protest"),
        ("PROTEST", "riot", None, "145", "Riots", "Violent demonstration"),
        ("RETREAT", "ceasefire", None, "0871", "Strategic developments", "Agreement"),
        ("ACCUSE", "allege", None, "112", None, None),
        ("SANCTION", "withdraw", None, "161", None, None),
    ],
)
def test_codes(
    event_type: str, mode: str | None, civilian: bool | None, cameo: str, acled_type: str | None, acled_sub_type: str | None
) -> None:
    codes = codes_of(event_type, mode, None, civilian)
    assert (codes.cameo_code, codes.acled_event_type, codes.acled_sub_event_type) == (cameo, acled_type, acled_sub_type)
    if acled_sub_type is not None:
        assert acled_event_type(acled_sub_type) == acled_type


def test_a_trigger_keeps_its_own_cameo_code() -> None:
    assert codes_of("ASSAULT", "targeted", "202").cameo_code == "202"


def test_an_unknown_mode_falls_back_to_its_type() -> None:
    assert codes_of("REJECT", "never heard of").cameo_code == "120"
    assert codes_of("NO SUCH TYPE", None).cameo_code is None


@pytest.mark.parametrize(
    ("source", "target", "texts", "expected"),
    [
        (["state"], ["armed_group"], [], 1),
        (["state_forces"], ["state"], [], 1),
        (["armed_group"], ["state_forces"], [], 1),
        (["armed_group"], ["armed_group"], [], 2),
        (["armed_group"], ["population"], [], 3),
        (["state"], [], ["a crowd of villagers"], 3),
        (["state"], ["armed_group"], ["militants", "two children"], None),
        (["state"], ["armed_group", "population"], [], None),
        ([], ["population"], [], None),
        (["state"], [], ["a hill"], None),
        (["person"], ["person"], [], None),
    ],
)
def test_ucdp_type_of_violence(source: list[str], target: list[str], texts: list[str], expected: int | None) -> None:
    assert ucdp_type_of_violence(source, target, texts) == expected
