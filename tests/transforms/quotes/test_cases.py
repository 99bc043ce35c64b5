"""The cases in `cases/*.jsonl`: one text a line with the quotations and statements that must come out of it.

`speaker` must stand in `speaker_text`; `evidence` is compared without marks at its end. Quotations (direct and mixed) must be
exactly those expected; of statements, those expected must be among what is found. Add a line to add a case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from transforms.actors.find import find_actors
from transforms.attribution.find import find_attributions
from transforms.places.find import find_places
from transforms.quotes.find import find_quotes
from transforms.records import Quote

CASES = Path(__file__).parent / "cases"


def cases() -> list[Any]:
    """Return every case as a pytest parameter named after its file, line and note."""
    found = []
    for path in sorted(CASES.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            case = json.loads(line)
            found.append(pytest.param(case, id=f"{path.stem}-{number}-{case['note']}"))
    return found


def quotes_in(read: Any, text: str) -> list[Quote]:
    parsed = read(text)
    actors = find_actors(parsed, find_places(parsed))
    return find_quotes(parsed, actors, find_attributions(parsed, actors))


def bare(text: str) -> str:
    return text.rstrip(" ,.!?;:").casefold()


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any], read: Any) -> None:
    found = quotes_in(read, case["text"])
    for quote in found:
        assert case["text"][quote.span_start : quote.span_end] == quote.evidence
    quoted = {(bare(q.evidence), q.speaker_text) for q in found if q.kind != "indirect"}
    wanted = {bare(row["evidence"]) for row in case["expect"] if row["kind"] != "indirect"}
    assert {evidence for evidence, _ in quoted} == wanted
    for row in case["expect"]:
        kinds = ("indirect",) if row["kind"] == "indirect" else ("direct", "mixed")
        said = [q for q in found if q.kind in kinds and bare(q.evidence) == bare(row["evidence"])]
        assert said, [(q.kind, q.evidence) for q in found]
        assert any(row["speaker"].casefold() in (q.speaker_text or "").casefold() for q in said), [q.speaker_text for q in said]


def test_there_are_enough_cases() -> None:
    assert len(cases()) >= 300
