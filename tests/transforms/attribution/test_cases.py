"""The cases in `cases.jsonl`: one text a line with an act of reporting that must be found in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from transforms.actors.find import find_actors
from transforms.attribution.cues import cue_named, noun_cues, verb_cues
from transforms.attribution.find import claimant_at, find_attributions
from transforms.places.find import find_places
from transforms.seed_tables import read_seed

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_case(case: dict[str, Any], read: Any) -> None:
    parsed = read(case["text"])
    attributions = find_attributions(parsed, find_actors(parsed, find_places(parsed)))
    for item in attributions:
        assert all(0 <= start < end <= len(case["text"]) for start, end in item.content)
    start = case["text"].index(case["content"])
    item = claimant_at(attributions, start, start + len(case["content"]))
    assert item is not None, attributions
    assert (item.source_text, item.polarity, item.via_text) == (case["source"], case["polarity"], case["via"])


@pytest.mark.parametrize(
    "text", ["Nine people died in the raid.", "The dam broke on Monday and the town was flooded.", "Troops recalled the convoy."]
)
def test_the_narrator_has_no_attribution(text: str, read: Any) -> None:
    parsed = read(text)
    assert claimant_at(find_attributions(parsed, []), 0, 4) is None


def test_the_innermost_claimant_wins(read: Any) -> None:
    text = "The ministry said the rebels claimed that nine soldiers had died."
    attributions = find_attributions(read(text), [])
    start = text.index("nine soldiers")
    assert (claimant_at(attributions, start, start + 13) or attributions[0]).source_text == "the rebels"


def test_every_cue_has_its_reason_and_known_values() -> None:
    rows = read_seed("speech_cues")
    assert len(rows) >= 250
    assert len({(row["cue"], row["part_of_speech"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["reason"]
        assert row["part_of_speech"] in ("verb", "noun", "phrase")
        assert row["kind"] in ("speech", "manner", "showing", "thought")
        assert row["strength"] in ("strong", "neutral", "weak")
        assert row["polarity"]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("denies", "deny"),
        ("quipped", "quip"),
        ("admitting", "admit"),
        ("threatened", "threaten"),
        ("swore", "swear"),
        ("told", "tell"),
    ],
)
def test_inflected_forms_find_their_verb(form: str, lemma: str) -> None:
    assert lemma in {cue.lemma for cue in verb_cues()[form]}


def test_nouns_and_phrases_are_found_by_their_first_word() -> None:
    assert "allegation" in {cue.lemma for cue in noun_cues()["allegations"]}
    assert (cue_named("According to") or next(iter(noun_cues()["claim"]))).lemma == "according to"
