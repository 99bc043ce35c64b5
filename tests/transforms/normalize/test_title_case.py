"""Headlines in title case, as the parser reads them."""

from __future__ import annotations

import pytest

from transforms.normalize.title_case import is_title_case, small_titles

STORY = "A court in Gulu found a member of the Blue Lake gang guilty on Friday of the murder of Deputy Okot, whose family had long waited."


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("Blue Lake Gang Member Found Guilty Of Murder", "Blue Lake gang member found guilty of murder"),
        ("Gunmen Kill Two In Off-Duty Deputy Shooting", "Gunmen kill two in off-duty Deputy shooting"),
        ("Taliban Leader Captured During Raid: His Family Waited", "Taliban leader captured during raid: His family waited"),
        ("Rebels Free Captives After L.A. Talks on March 10", "Rebels free captives after L.A. talks on March 10"),
        ("Driver Dies In Gulu's Worst Attack", "Driver dies in Gulu's worst attack"),
    ],
)
def test_a_headline_reads_as_a_sentence(headline: str, read: str) -> None:
    assert small_titles(f"{headline}\n\n{STORY}") == f"{read}\n\n{STORY}"


@pytest.mark.parametrize(
    "line",
    [
        "Two killed in Gulu as gunmen storm a bank",
        "Commander Jorge Shafik Handal",
        "GUNMEN STORM A BANK IN GULU",
        "President Yoweri Museveni Met Prime Minister Abiy Ahmed in Addis Ababa.",
        "",
    ],
)
def test_other_lines_stay(line: str) -> None:
    assert not is_title_case(line)
    assert small_titles(f"{line}\n\n{STORY}") == f"{line}\n\n{STORY}"
