"""Names, roles and affiliations of speakers, and the reason codes of words that nobody says."""

from __future__ import annotations

from typing import Any

import pytest

from tests.transforms.quotes.test_cases import quotes_in
from transforms.quotes.set_aside import set_aside
from transforms.quotes.speakers import role_and_body


@pytest.mark.parametrize(
    ("phrase", "role", "body"),
    [
        ("Leila Haddad, a deminer at the Mines Advisory Group", "deminer", "the Mines Advisory Group"),
        ("Ali Rahimi, director of research at the Kabul Institute, a think tank", "director of research", "the Kabul Institute"),
        ("Omar Saleh, an analyst with Crisis Watch", "analyst", "Crisis Watch"),
        ("Omar Saleh, Iraq's defence minister until May", "defence minister", "Iraq"),
        ("Iraq's foreign ministry spokesperson, Omar Saleh", "foreign ministry spokesperson", "Iraq"),
        ("Omar Saleh", None, None),
        ("Hawa Brahim, a 46-year-old trader", "trader", None),
        ("Omar Saleh, UNIFIL Head of Mission and Force Commander", "Head of Mission and Force Commander", "UNIFIL"),
        ("Omar Saleh, in a message read by a priest", None, None),
        ("One of them, Omar Saleh", None, None),
        ("a senior security official", None, None),
    ],
)
def test_role_and_body(phrase: str, role: str | None, body: str | None) -> None:
    assert role_and_body(phrase) == (role, body)


@pytest.mark.parametrize(
    ("text", "evidence", "name"),
    [
        ('Ali Rahimi runs the clinic. "We have no bandages," he said.', "We have no bandages,", "Ali Rahimi"),
        ('"We waited," said Mr Ali Rahimi, the director.\n\n"Nobody came," Mr Rahimi said.', "Nobody came,", "Ali Rahimi"),
        ('"We go on," a senior official said.', "We go on,", "a senior official"),
    ],
)
def test_names_are_resolved_over_the_article(read: Any, text: str, evidence: str, name: str) -> None:
    assert [q.speaker_name for q in quotes_in(read, text) if q.evidence == evidence] == [name]


def test_the_hearer_that_relays_is_kept(read: Any) -> None:
    quote = next(q for q in quotes_in(read, '"The line is holding," Omar Saleh told Reuters.') if q.kind == "direct")
    assert quote.via_text == "Reuters"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('Omar Saleh appeared on CNN\'s "State of the World" in January.', "title"),
        ('Troops began what is known as "Operation Falcon" in the north.', "name"),
        ('The report, titled "Silence," describes the siege.', "name"),
        ('The word "martyr" appears in many papers.', "term"),
        ('Farmers crossed the "border" at noon.', "scare"),
        ('Trenches "everywhere one looks" and mud.', "no speaker"),
    ],
)
def test_words_that_nobody_says_have_a_reason(read: Any, text: str, reason: str) -> None:
    assert [code for *_, code in set_aside(read(text))] == [reason]
