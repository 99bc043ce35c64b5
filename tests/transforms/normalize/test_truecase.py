"""Upper-case wire copy: small letters for the parser, offsets as they were."""

from __future__ import annotations

import pytest

from transforms.normalize.truecase import is_upper_case, truecase

WIRE = (
    "HEAVY FIGHTING RAGED LAST NIGHT IN SANTA TECLA, WHEN GUERRILLAS OF THE FMLN ATTACKED AN ARMY POST. COLONEL BENAVIDES SAID ON 16 MAY "
    'THAT TWO SOLDIERS DIED IN COLOMBIA. "WE WILL NOT LEAVE," THE U.S. DIPLOMAT SAID, WHO IS NEAR TEHRAN.'
)


def test_the_length_never_changes() -> None:
    assert len(truecase(WIRE)) == len(WIRE)
    assert truecase(WIRE).upper() == WIRE


@pytest.mark.parametrize(
    "part",
    [
        "Heavy fighting raged last night in Santa Tecla, when",
        "of the FMLN attacked",
        "Colonel Benavides",
        "16 May",
        "Colombia",
        '"We will',
        "U.S.",
        "who is near Tehran",
    ],
)
def test_names_and_starts_get_their_capitals(part: str) -> None:
    assert part in truecase(WIRE)


@pytest.mark.parametrize("text", ["A mixed text stays AS IT IS, with all of its capitals and small letters in place.", "SHORT HEADING", ""])
def test_other_texts_stay(text: str) -> None:
    assert truecase(text) == text
    assert not is_upper_case(text)
