"""How an event was done: the mode that its mentions give."""

from __future__ import annotations

from typing import Any

import pytest

from transforms.resolve.means import event_mode

ACTORS = {"forces": {"kind": "state_forces"}, "rebels": {"kind": "armed_group"}}


def told(trigger: str, mode: str | None, source: str | None = "Fighters", target: str | None = None) -> dict[str, Any]:
    sides = {"source_text": source, "target_text": target}
    return {"event_type": "ASSAULT", "event_mode": mode, "instrument_text": None, "trigger": trigger, **sides}


@pytest.mark.parametrize(
    ("rows", "source", "mode"),
    [
        ([told("stormed", None), told("took", "abduct")], "rebels", None),
        ([told("took", "abduct"), told("attack", None, None)], "rebels", "abduct"),
        ([told("bombed", "explosives")], "forces", "aerial"),
        ([told("bombed", "explosives")], "rebels", "explosives"),
        ([told("raid", None)], "forces", None),
        ([told("killed", None, target="nine farmers"), told("burnt", "destroy", target="houses")], "rebels", None),
        ([told("car bomb", "explosives", None), told("blew up", "suicide-attack")], "rebels", "suicide-attack"),
    ],
    ids=[
        "people taken in an attack",
        "an abduction pointed at",
        "bombed by an army",
        "bombed by rebels",
        "a raid on foot",
        "houses burnt in a killing",
        "a car bomb by one who died",
    ],
)
def test_the_mode_is_that_of_most_mentions(rows: list[dict[str, Any]], source: str, mode: str | None) -> None:
    assert event_mode(rows, [source], ACTORS) == mode
