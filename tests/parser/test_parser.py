"""The shipped parser: its scores on a treebank it never saw, its size, and the frames that reading news stands on."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from spacy.language import Language

from transforms.parse import ParsedArticle, end_of, paragraphs, plain, start_of
from transforms.seed_tables import SEEDS

PARSER = SEEDS / "parser"
FLOORS = {"pud_las": 83.5, "pud_upos": 95.0}
MOST_MEGABYTES = 15.0
CASES = list(csv.DictReader((Path(__file__).parent / "cases.csv").open(encoding="utf-8")))


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items())
def test_scores_on_pud_are_above_their_floor(figure: str, floor: float) -> None:
    assert json.loads((PARSER / "scores.json").read_text())[figure] >= floor


def test_the_model_is_small() -> None:
    assert sum(path.stat().st_size for path in (PARSER / "model").rglob("*") if path.is_file()) / 1e6 < MOST_MEGABYTES


def test_the_model_has_every_part(parser: Language) -> None:
    assert {"tagger", "morphologizer", "parser", "lemmatizer", "ner"} <= set(parser.pipe_names)
    assert set(parser.get_pipe("ner").labels) == {"PER", "ORG", "LOC", "NORP"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['word']} in {case['sentence'][:40]}")
def test_frames_of_news(case: dict[str, str], parser: Language) -> None:
    token = next(token for token in parser(case["sentence"]) if token.text == case["word"])
    assert (token.dep_, token.head.text) == (case["label"], case["head"])


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [("The strikes killed nine men.", ["the", "strike", "kill", "nine", "man", "."]), ("They were fleeing.", ["they", "be", "flee", "."])],
)
def test_lemmas(text: str, lemmas: list[str], parser: Language) -> None:
    assert [token.lemma_.lower() for token in parser(text)] == lemmas


def test_offsets_lead_back_to_the_text(read) -> None:
    text = "A headline — with ‘quotes’\n\n  “We attacked,” he said…  Then ``they'' fled.\n\nEnd\u00a0of story."
    parsed: ParsedArticle = read(text)
    assert parsed.sentences[0].start == 0
    for sentence in parsed.sentences:
        for token in sentence.span:
            assert plain(text)[start_of(token) : end_of(token)] == token.text
        assert parsed.sentence_at(sentence.start) is sentence
    assert parsed.sentence_at(text.index("\n\nEnd")) is None


def test_paragraphs_are_lines_that_hold_something() -> None:
    assert list(paragraphs("\n\n a b \n\t\nc")) == [(3, "a b"), (10, "c")]
