"""What a title says that somebody will do, in the words of the text."""

from __future__ import annotations

from typing import Any

import pytest

from transforms.resolve.title_clauses import clause_of


def said(evidence: str, trigger: str, stance: str = "asserted", target: str | None = None) -> dict[str, Any]:
    start = evidence.index(trigger)
    end = 100 + start + len(trigger)
    return {"evidence": evidence, "span_start": 100, "trigger": trigger, "trigger_end": end, "stance": stance, "target_text": target}


@pytest.mark.parametrize(
    ("kind", "evidence", "trigger", "told"),
    [
        ("AGREE", "Oman said on Monday that it had offered to mediate.", "offered", ("offers", "to mediate")),
        ("AGREE", "The junta vowed to hold elections after the war.", "vowed", ("vows", "to hold elections")),
        ("THREATEN", "Rebels vowed on Friday to march on the capital, a spokesman said.", "vowed", ("vows", "to march on the capital")),
        (
            "THREATEN",
            "Paris threatened to restore U.N. sanctions unless Tehran talks.",
            "threatened",
            ("threatens", "to restore U.N. sanctions"),
        ),
        ("AGREE", "They agreed to swap 1,000 prisoners on Monday.", "agreed", ("agrees", "to swap 1,000 prisoners")),
        ("AGREE", "Kenya pledged 600 officers to the mission.", "pledged", None),
        ("AGREE", "France made a pledge to Chad.", "pledge", None),
        ("THREATEN", "They vowed to avenge them.", "vowed", None),
        ("ACCUSE", "They vowed to accuse France.", "vowed", None),
    ],
)
def test_what_is_offered_or_vowed(kind: str, evidence: str, trigger: str, told: tuple[str, str] | None) -> None:
    assert clause_of(kind, [said(evidence, trigger)]) == told


def test_what_is_asked_and_of_whom() -> None:
    asked = said("Kenya urged both sides to lay down their arms on Monday.", "urged", target="both sides")
    own = said("France urged its citizens to leave Mali.", "urged", target="its citizens")
    assert clause_of("REQUEST", [said("The party called for a boycott of firms.", "called for")]) == ("calls for", "a boycott of firms")
    assert clause_of("REQUEST", [own]) == ("urges", "its citizens to leave Mali")
    assert clause_of("REQUEST", [said("France urged them to talk.", "urged", target="them")]) is None
    assert clause_of("REQUEST", [asked]) is None  # "their": whose, another sentence tells
    assert clause_of("REQUEST", [said("Kenya urged all sides to talk.", "urged", target="all sides")]) == ("urges", "all sides to talk")


def test_what_is_denied_is_not_said_so() -> None:
    assert clause_of("AGREE", [said("He denied that he had agreed to talk.", "agreed", "denied")]) is None
