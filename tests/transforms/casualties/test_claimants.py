"""Whose word a number is, where the sentence's shape tells it rather than the parse's clause of saying."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from transforms.attribution.find import find_attributions
from transforms.casualties.claims import find_casualties
from transforms.parse import ParsedArticle


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Gunmen attacked a village on Monday, killing at least 30 people, local elders said.", ["local elders"]),
        ("Militia raid kills 40 in border town, residents say", ["residents"]),
        ("Jets strike border camp: Ankara says two children killed", ["Ankara"]),
        ("Interior Minister Jan Novak put the death toll at nine.", ["Interior Minister Jan Novak"]),
        ("Officials had earlier put the toll at more than 100.", ["Officials"]),
        ("The number of people killed by the blast rose to 34 on Monday, the governor said.", ["the governor"]),
        ("The attack killed nine people.", [None]),
        # what is said goes on behind "and that", and in a list without "and"
        ("Hospital staff said 12 of the wounded were in critical condition and that two had died.", ["Hospital staff", "Hospital staff"]),
        ("The group claimed that it had killed 22 soldiers, captured eleven and burned 50 lorries.", ["The group", "The group"]),
        (
            "Gunmen killed 12 people in a raid on a village, local militia and a community leader said Wednesday.",
            ["local militia and a community leader"],
        ),
        (
            "Rebels killed at least 11 people on Tuesday, the army said, while a rights group put the death toll at 17.",
            ["the army", "a rights group"],
        ),
        ("Nine people were killed. The governor's office gave a figure of 14.", [None, "The governor's office"]),
        ("Earlier, the head of the rescue service had put the figure at 11 dead.", ["the head of the rescue service"]),
        ("The city was calm on Sunday, police said. At least 40 people had been wounded, they said.", ["police"]),
        ("Captain Ahmed Karo said the market was closed. He said nine people died.", ["Captain Ahmed Karo"]),
        ("Residents said soldiers came at dawn. They said four men were shot dead.", ["Residents"]),
        ("The mayor said the road was closed. They said nine people died.", ["They"]),
        (
            "Nine people were wounded, some of whom lost limbs, said the agency's spokesman, Karim Odeh.",
            ["the agency's spokesman, Karim Odeh"],
        ),
        ("Fighting killed an estimated 60 civilians, the UN humanitarian office OCHA said.", ["the UN humanitarian office OCHA"]),
        ("The aid agency said the road was closed. It said nine people died.", ["The aid agency"]),
        ("The governor said the road was closed. It said nine people died.", ["It"]),
        (
            "Drones hit a funeral in El Obeid, killing more than 40 people, medics and officials said on Sunday.",
            ["medics and officials"],
        ),
        (
            "Gunmen attacked a bus, killing at least 78 people, the governor said, citing figures that were certain to rise.",
            ["the governor"],
        ),
        (
            "The bodies of eleven people were recovered, said Karim Odeh, who heads the service in Sfax; others had been found before.",
            ["Karim Odeh"],
        ),
        # an aside on who says it stands within what is said
        ("The bomb went off near a market, police said, killing nine people.", ["police"]),
        ("The raid, the army said in a statement, killed four rebels.", ["the army"]),
        ("Gunmen attacked a bus, police said, and killed nine people.", ["police"]),
        (
            "Gunmen killed nine people, police said, and the army killed three of the gunmen, rebels said.",
            ["police", "rebels"],
        ),
        ("The prosecutor's office spoke of 32 dead in all.", ["The prosecutor's office"]),
        (
            "The rebels said that their fighters had hit a convoy and put the number of soldiers killed at 40.",
            ["The rebels"],
        ),
        (
            "A spokesman, Karim Odeh, said the beach was packed. Eleven of the wounded were fighting for their lives, he said, adding that"
            " guards shot dead three of the attackers.",
            ["A spokesman, Karim Odeh", None],
        ),
        ("The blasts of Monday, which claimed 28 lives, shook the town.", [None]),
    ],
)
def test_claimants(read: Callable[..., ParsedArticle], text: str, claimants: list[str | None]) -> None:
    parsed = read(text)
    claims = find_casualties(parsed, [], [], find_attributions(parsed, []), [])
    assert [claim.claimant_text for claim in claims] == claimants
