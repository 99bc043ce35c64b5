"""Sentences and what they claim: `cases/*.jsonl`, one text a line with its claims in words (`wording.py` says how they are written).

To add a case, add a line. The texts are read without events and attributions, which have cases of their own.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.transforms.casualties.wording import words_of
from transforms.casualties.claims import find_casualties
from transforms.parse import ParsedArticle

FILES = sorted((Path(__file__).parent / "cases").glob("*.jsonl"))
CASES = [
    pytest.param(case["text"], case["claims"], id=f"{path.stem}-{number}")
    for path in FILES
    for number, case in enumerate(map(json.loads, path.read_text(encoding="utf-8").splitlines()), 1)
]


@pytest.mark.parametrize(("text", "claims"), CASES)
def test_sentence(read: Callable[..., ParsedArticle], text: str, claims: list[str]) -> None:
    assert [words_of(claim) for claim in find_casualties(read(text), [], [], [], [])] == claims


def test_there_are_enough_cases_and_none_twice() -> None:
    texts = [case.values[0] for case in CASES]
    assert len(texts) >= 300
    assert len(set(texts)) == len(texts)
