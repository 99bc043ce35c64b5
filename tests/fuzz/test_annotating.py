"""Whatever words follow one another, the rules read them without a fault, and every value lies in its text."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.worker import annotate_articles
from tests.fuzz.test_inputs import CALM
from transforms.records import Article

TOLD = "Iran Pakistan Goma Hamas army rebels police officials protesters he they it who that which Ali Khan spokesman said told Reuters"
DEEDS = (
    "killed wounded attacked struck shelled denied blamed accused condemned met signed in by near on from to after before while and or not"
)
COUNTS = "at least nine 12 1,200 dozens hundreds no none of people civilians children women men soldiers the a its $5m 7.5% 0 -1"
DAYS = "Monday Tuesday yesterday 18 January 2024 last week"
MARKS = "“ ” \" ' ( ) , , . . : ; – — ... ? ! ½ ② ٣ é 喀布尔 😀 \u0301 \u202e http://x.y/z @"
WORDS = [*f"{TOLD} {DEEDS} {COUNTS} {DAYS} {MARKS}".split(" "), "\n", "\n\n"]
CASES = Path(__file__).parent.parent / "transforms"
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)


def article(text: str, number: int = 0) -> Article:
    return Article(article_id=f"a{number}", text=text, text_sha256=f"{number}", raw_sha256="0", raw_uri="x.txt")


@given(st.lists(TEXTS, min_size=1, max_size=4))
@CALM
def test_rules_never_fail(texts: list[str]) -> None:
    articles = [
        Article(article_id=f"a{number}", text=text, text_sha256=f"{number}", raw_sha256="0", raw_uri="x.txt")
        for number, text in enumerate(texts)
    ]
    for text, payload in zip(texts, annotate_articles(articles), strict=True):
        payload.encode("utf-8")
        assert "internal error" not in payload, json.loads(payload)["rejects"]
        for rows in json.loads(payload).values():
            for row in rows if isinstance(rows, list) else ():
                if isinstance(row, dict) and row.get("evidence"):
                    assert text[row["span_start"] : row["span_end"]] == row["evidence"]


@cache
def sentences() -> list[list[str]]:
    """Return the words of every sentence case of the project's own."""
    files = sorted([*CASES.glob("events/cases/*.jsonl"), *CASES.glob("casualties/cases/*.jsonl")])
    return [json.loads(line)["text"].split() for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]


@given(st.data())
@CALM
def test_rules_read_sentences_cut_anywhere(data: st.DataObject) -> None:
    """A paragraph may be half of a sentence: no rule reaches over its ends ("Half of them were women.", "of")."""
    drawn = data.draw(st.lists(st.sampled_from(sentences()), min_size=8, max_size=8))
    cuts = [sorted(data.draw(st.tuples(*[st.integers(0, len(words))] * 2))) for words in drawn]
    pieces = [" ".join(words[first:last]) for words, (first, last) in zip(drawn, cuts, strict=True)]
    (payload,) = annotate_articles([article("\n\n".join(piece for piece in pieces if piece) or "of")])
    assert "internal error" not in payload, json.loads(payload)["rejects"]


@pytest.mark.parametrize(
    "number", ["1" * 5000, "9" * 22, "1" * 400 + ".5 million", "9999999999 million", "②②", "²²²²", "9,999,999,999,999,999"]
)
def test_a_number_beyond_all_people_is_no_count(number: str) -> None:
    text = f"Rebels killed {number} people in Goma, police said on {number} January. A {number}-year-old boy was killed in {number}."
    (payload,) = annotate_articles([article(text)])
    read = json.loads(payload)
    assert read.get("rejects", []) == []
    assert all((claim["count_low"] or 0) < 10**11 for claim in read.get("casualties", []))
