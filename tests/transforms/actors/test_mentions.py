"""Sentences in, actors out: `cases/mentions.csv` says whom each phrase means ("none": no mention; "unresolved": a mention of nobody)."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from transforms.actors.find import find_actors
from transforms.parse import ParsedArticle
from transforms.places.find import find_places
from transforms.records import ActorMention

with (Path(__file__).parent / "cases" / "mentions.csv").open(encoding="utf-8", newline="") as lines:
    CASES = list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def mentions_of(read: Callable[..., ParsedArticle]) -> Callable[[str], tuple[ActorMention, ...]]:
    @cache
    def find(sentence: str) -> tuple[ActorMention, ...]:
        parsed = read(sentence)
        return tuple(find_actors(parsed, find_places(parsed)))

    return find


def test_the_table_is_broad() -> None:
    assert len(CASES) >= 300
    assert len({case["country_iso3"] for case in CASES} - {""}) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['phrase']} -> {case['expected']}")
def test_phrase_means_actor(case: dict[str, str], mentions_of: Callable[[str], tuple[ActorMention, ...]]) -> None:
    found = [mention for mention in mentions_of(case["sentence"]) if mention.evidence == case["phrase"]]
    if case["expected"] == "none":
        assert not found
        return
    assert found, f"no mention {case['phrase']!r}"
    actor = found[-1].actor
    if case["expected"] == "unresolved":
        assert actor is None
        return
    assert actor is not None
    assert case["expected"] in (actor.actor_id, actor.name)
    assert (actor.kind, actor.country_iso3 or "") == (case["kind"], case["country_iso3"])


@pytest.mark.parametrize("case", CASES[::9], ids=lambda case: case["phrase"])
def test_mentions_are_traced(case: dict[str, str], mentions_of: Callable[[str], tuple[ActorMention, ...]]) -> None:
    for mention in mentions_of(case["sentence"]):
        assert case["sentence"][mention.span_start : mention.span_end] == mention.evidence
        assert mention.span_start <= mention.head_start < mention.span_end
