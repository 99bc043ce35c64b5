"""What a deed is called, by who does it and to whom."""

from __future__ import annotations

import pytest

from transforms.resolve.deed import deed_of

KINDS = {"boko_haram": "armed_group", "nigeria_police": "state_forces", "nigeria": "state"}


@pytest.mark.parametrize(
    ("deed", "by", "words", "target", "wanted"),
    [
        (("COERCE", "seize"), (), "gunmen on motorbikes", "40 pupils", ("ASSAULT", "abduct")),
        (("COERCE", "seize"), (), "masked men", "the nine people", ("ASSAULT", "abduct")),
        (("COERCE", "seize"), (), "gunmen", "two trucks", ("COERCE", "seize")),
        (("COERCE", "seize"), (), "soldiers", "three men", ("COERCE", "seize")),
        (("COERCE", "seize"), (), None, "three men", ("COERCE", "seize")),
        (("COERCE", "seize"), ("boko_haram",), "Boko Haram", "two drivers", ("ASSAULT", "abduct")),
        (("COERCE", "seize"), ("nigeria_police",), "Police", "two drivers", ("COERCE", "seize")),
        (("COERCE", "seize"), ("boko_haram",), "Boko Haram", "a border guard post", ("COERCE", "seize")),
        (("COERCE", "arrest"), ("boko_haram",), "Boko Haram", "two drivers", ("COERCE", "arrest")),
        (("COERCE", "arrest"), ("nigeria_police",), "Police", "two bandits", ("COERCE", "arrest")),
        (("ASSAULT", "abduct"), ("nigeria_police",), "Police", "a leader of the gang", ("ASSAULT", "abduct")),
        (("COERCE", "restrict"), (), "gunmen", "villagers", ("COERCE", "restrict")),
    ],
)
def test_people_seized_by_others_than_forces_of_a_state_are_abducted(
    deed: tuple[str, str], by: tuple[str, ...], words: str | None, target: str, wanted: tuple[str, str]
) -> None:
    row = {"event_type": deed[0], "event_mode": deed[1], "source_actor_ids": list(by), "source_text": words, "target_text": target}
    row |= {"trigger": "seized"}
    assert deed_of(row, KINDS) == wanted


def test_fighters_driven_from_their_ground_are_not_abducted() -> None:
    row = {"event_type": "COERCE", "event_mode": "seize", "source_actor_ids": ["boko_haram"], "source_text": "Boko Haram"}
    row |= {"target_text": "the soldiers", "trigger": "drove the soldiers out of"}
    assert deed_of(row, KINDS) == ("COERCE", "seize")
