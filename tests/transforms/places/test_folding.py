"""Names that differ only in spelling fold to one key; acronyms keep their capitals."""

from __future__ import annotations

import pytest

from transforms.places.folding import fold, is_acronym, look_up_keys, name_key


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Sarāvān", "saravan"),
        ("Sistan-Baluchestan", "sistan baluchestan"),
        ("Côte d’Ivoire", "cote divoire"),
        ("the Netherlands", "netherlands"),
        ("The", "the"),
        ("Sana'a", "sanaa"),
        ("St. Petersburg", "saint petersburg"),
        ("Main St.", "main st"),
        ("Łódź", "lodz"),
        ("Diyarbakır", "diyarbakir"),
        ("Muş  Province", "mus province"),
        ("", ""),
    ],
)
def test_fold(name, folded):
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("name", "acronym"), [("U.S.", True), ("UAE", True), ("LoC", True), ("Iran", False), ("us", False), ("KABUL", True), ("Congo", False)]
)
def test_acronyms(name, acronym):
    assert is_acronym(name) is acronym


def test_an_acronym_is_filed_by_its_letters_and_looked_up_as_a_name_too():
    assert name_key("U.S.") == "US"
    assert look_up_keys("IRAN") == ("IRAN", "iran")
    assert look_up_keys("Iran") == ("iran",)
