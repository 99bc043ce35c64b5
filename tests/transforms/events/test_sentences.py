"""Sentences and the event each tells, in `cases/*.jsonl`: one line a case, read and added to by hand.

A case names the trigger, the type, the words that each side must hold (None: no source named, target not judged) and the
stance, and may name its mode, the words of its date, place and claimant (null: none) and the actor of its source; `"type": null`
says that the sentence tells of no event (a long war in general does not count).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from transforms.actors.find import find_actors
from transforms.attribution.find import find_attributions
from transforms.dates.mentions import find_dates
from transforms.events.find import find_events
from transforms.parse import parse_articles
from transforms.places.find import find_places
from transforms.records import Article, EventMention

CASES = [
    (file.stem, json.loads(line))
    for file in sorted((Path(__file__).parent / "cases").glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def mentions(parser: Language) -> dict[str, list[EventMention]]:
    """Return the events of every case's sentence, all parsed in one batch."""
    texts = sorted({case["text"] for _, case in CASES})
    articles = [Article(article_id=text, text=text, text_sha256="0", raw_sha256="0", raw_uri="case") for text in texts]
    found = {}
    for parsed in parse_articles(parser, articles):
        places = find_places(parsed)
        actors = find_actors(parsed, places)
        found[parsed.article.text] = find_events(parsed, actors, places, find_dates(parsed), find_attributions(parsed, actors))
    return found


@pytest.mark.parametrize(("kind", "case"), CASES, ids=[f"{kind}: {case['text'][:60]}" for kind, case in CASES])
def test_sentence(kind: str, case: dict[str, Any], mentions: dict[str, list[EventMention]]) -> None:
    found = mentions[case["text"]]
    if case["type"] is None:
        assert [event.trigger for event in found if not event.is_general] == []
        return
    told = [event for event in found if case["trigger"] in event.trigger]
    assert told, f"{case['trigger']!r} is no trigger among {[event.trigger for event in found]}"
    event = told[0]
    assert (event.event_type, event.stance) == (case["type"], case["stance"])
    assert (case["source"] or "") in (event.source_text or "")
    assert case["source"] is not None or event.source_text is None
    assert (case["target"] or "") in (event.target_text or "")
    if "mode" in case:
        assert event.event_mode == case["mode"]
    if "date" in case:
        assert (event.date.evidence if event.date is not None else None) == case["date"]
    if "place" in case:
        assert event.place_text == case["place"]
    if "source_actor" in case:
        assert [actor.actor_id for actor in event.source_actors] == [case["source_actor"]]
    if "target_actor" in case:
        assert [actor.actor_id for actor in event.target_actors] == [case["target_actor"]]
    if "claimant" in case:
        assert event.claimant_text == case["claimant"]


def test_every_mention_points_into_its_sentence(mentions: dict[str, list[EventMention]]) -> None:
    for text, found in mentions.items():
        for event in found:
            assert text[event.span_start : event.span_end] == event.evidence
            assert text[event.trigger_start : event.trigger_end] == event.trigger
            assert event.span_start <= event.trigger_start < event.trigger_end <= event.span_end


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 400
    assert len({case["text"] for _, case in CASES}) >= 395
