"""What a reading process does with articles and records: one that breaks a rule of ours is set aside, and the rest is read."""

from __future__ import annotations

import json
from datetime import date

import pytest

from flows.normalizing import normalize_records
from flows.worker import annotate_articles
from transforms.annotate import annotate
from transforms.normalize.article import normalize
from transforms.parse import parse_articles
from transforms.records import Article, RawRecord, Reject

TEXTS = ("Rebels killed two soldiers near Goma on Monday, an official said.", "The river rose on Tuesday.")
ARTICLES = [Article(article_id=f"a{n}", text=text, text_sha256=f"{n}", raw_sha256="", raw_uri=f"{n}.txt") for n, text in enumerate(TEXTS)]


def rejects(payload: str) -> list[str]:
    return [row["reason"] for row in json.loads(payload)["rejects"]]


def test_an_article_that_breaks_a_rule_is_set_aside_with_the_place_in_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    calm = annotate_articles(ARTICLES)
    monkeypatch.setattr("flows.worker.annotate", lambda parsed: 1 / 0 if "river" in parsed.article.text else annotate(parsed))
    first, second = annotate_articles(ARTICLES)
    assert first == calm[0]
    (reason,) = rejects(second)
    assert reason.startswith("internal error: ZeroDivisionError") and "test_worker.py" in reason


def test_an_article_that_the_parser_cannot_take_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(parser: object, articles: list[Article]) -> object:
        if any("river" in article.text for article in articles):
            raise ValueError("text too long")
        return parse_articles(parser, articles)  # type: ignore[arg-type]

    calm = annotate_articles(ARTICLES)
    monkeypatch.setattr("flows.worker.parse_articles", parse)
    first, second = annotate_articles(ARTICLES)
    assert (first, rejects(second)) == (calm[0], ["the parser could not read it"])


def test_a_record_that_breaks_the_cleaning_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [RawRecord(raw_uri=f"{n}.txt", media="text", body=text, raw_sha256=f"{n}") for n, text in enumerate(TEXTS)]
    monkeypatch.setattr("flows.normalizing.normalize", lambda record, today: 1 / 0 if "river" in record.body else normalize(record, today))
    first, second = normalize_records(records, date(2024, 1, 18))
    assert isinstance(first, Article)
    assert isinstance(second, Reject)
    assert (second.stage, second.raw_uri) == ("normalize", "1.txt")
