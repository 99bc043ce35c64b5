"""The tokens that the rules walk say what spaCy's say, and the run's own process does without spaCy."""

import subprocess
import sys

import pytest
from spacy.language import Language

from transforms.parse import plain
from transforms.token_arrays import read_doc
from transforms.tokens import text_of

TEXTS = [
    "Rebels shelled the town of Goma on Monday, killing at least nine civilians, an army spokesman said.",
    '"We won\'t leave," she told reporters.  Two more  buses came; nobody was hurt. Is that true?',
    "A 12-year-old, who had been wounded in the attack that followed, died in hospital - his uncle's, in St. Louis.",
    "",
]
PLAIN = (
    "i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_", "is_sent_start", "is_space",
    "is_punct", "is_alpha", "is_upper", "like_num",
)  # fmt: skip
SEVERAL = ("children", "lefts", "rights", "subtree", "ancestors")
ONE = ("head", "left_edge", "right_edge")


@pytest.mark.parametrize("text", TEXTS)
def test_a_token_says_what_the_parsers_says(parser: Language, text: str) -> None:
    parsed = parser(text)
    doc = read_doc(parsed, start=100)
    assert (doc.text, len(doc)) == (text, len(parsed))
    for token, other in zip(doc, parsed, strict=True):
        assert {name: getattr(token, name) for name in PLAIN} == {name: getattr(other, name) for name in PLAIN}
        assert {n: [t.i for t in getattr(token, n)] for n in SEVERAL} == {n: [t.i for t in getattr(other, n)] for n in SEVERAL}
        assert {n: getattr(token, n).i for n in ONE} == {n: getattr(other, n).i for n in ONE}
        assert (token.start, token.end, len(token)) == (100 + other.idx, 100 + other.idx + len(other), len(other))
        assert str(token.morph) == ("" if str(other.morph) == "_" else str(other.morph))
        assert token.morph.get("VerbForm", []) == other.morph.get("VerbForm", [])
        assert (token.sent.start, token.sent.end, token.sent.root.i) == (other.sent.start, other.sent.end, other.sent.root.i)


def test_sentences_and_runs_have_the_text_they_cover(parser: Language) -> None:
    parsed = parser(TEXTS[1])
    doc = read_doc(parsed, start=0)
    assert [sentence.text for sentence in doc.sents] == [sentence.text for sentence in parsed.sents]
    assert text_of(doc[2:7]) == parsed[2:7].text
    assert text_of(doc[3:3]) == ""


def test_a_neighbour_is_in_the_paragraph(parser: Language) -> None:
    doc = read_doc(parser(TEXTS[0]), start=0)
    assert doc[1].nbor(-1) is doc[0]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)


def test_a_run_that_only_hands_out_work_loads_no_parser() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, flows.run; print('spacy' in sys.modules)"], check=True, capture_output=True, text=True
    )
    assert loaded.stdout.strip() == "False"


@pytest.mark.parametrize("marks", ['"', "(", "\"'", "_", "…"])
def test_thousands_of_marks_in_a_row_are_few_for_the_tokenizer(marks: str) -> None:
    text = marks * 8_000 + "Nine were killed." + marks * 3
    read = plain(text)
    assert len(read) == len(text)
    assert read.index("Nine") == text.index("Nine")
    assert len(read.split(" ")[0]) < 10
    assert plain("killed" + marks * 50).count(" ") == 0
