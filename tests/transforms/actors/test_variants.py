"""Spellings of one name, and names that only look alike."""

from __future__ import annotations

import pytest

from transforms.actors.variants import same_name, same_person
from transforms.records import Actor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nasser Kanaani", "Nasser Kanani"),
        ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Muammar Gaddafi", "Muammar Qaddafi"),
        ("Khawaja Asif", "Khwaja Asif"),
        ("Slobodan Milošević", "Slobodan Milosevic"),
        ("Abdel Fattah al-Sisi", "Abdel-Fattah el-Sissi"),
        ("Recep Tayyip Erdogan", "Recep Erdogan"),
        ("J. Kabila", "Joseph Kabila"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joseph Kabila", "Laurent Kabila"),
        ("Ali Karimi", "Ali Rahimi"),
        ("Hassan Rouhani", "Hossein Rouhani"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kakar", "Kakaro"),
        ("Michel Aoun", "Joseph Aoun"),
    ],
)
def test_different_names(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


def person(name: str, country: str | None, parent: str | None = None) -> Actor:
    return Actor(actor_id=f"actor_{name}_{country}_{parent}", name=name, kind="person", country_iso3=country, parent_actor_id=parent)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (person("Nasser Kanaani", "IRN"), person("Nasser Kanani", "IRN"), True),
        (person("Nasser Kanaani", "IRN"), person("Nasser Kanaani", "IRQ"), False),
        (person("Nasser Kanaani", "IRN"), person("Nasser Kanani", None), True),
        (person("Ana Silva", None, "reuters"), person("Ana Silva", None, "afp"), False),
        (person("Ana Silva", None, "reuters"), person("Ana Silva", None), True),
        (person("Ana Silva", "BRA"), Actor("x", "Ana Silva", "other", "BRA"), False),
    ],
)
def test_same_person_never_crosses_countries(one: Actor, other: Actor, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same
