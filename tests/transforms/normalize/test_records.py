"""Records that come with metadata: their words stay, their fields are taken, what cannot be used is set aside and said."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from transforms.normalize.article import normalize, set_aside
from transforms.records import Article, RawRecord, Reject

TODAY = date(2026, 1, 1)
TEXT = (
    "GOMA, Congo (Reuters) - Rebels shelled a camp near Goma on Friday, killing nine people, aid workers said.\n\nThe army blamed the M23."
)


def record(text: str = TEXT, **fields: Any) -> Article:
    article = normalize(RawRecord("batch.jsonl#1", "text", text, "0", fields), TODAY)
    assert isinstance(article, Article)
    return article


def test_words_stay_and_the_headline_comes_first() -> None:
    article = record(id="7", title="Rebels shell camp near Goma")
    assert article.text.startswith("Rebels shell camp near Goma\n\nGOMA, Congo (Reuters)\nRebels shelled")
    assert article.text.endswith("The army blamed the M23.")
    assert article.external_id == "7"


def test_a_headline_repeated_in_the_text_stands_once() -> None:
    article = record("Nine die in Goma. Rebels shelled a camp on Friday, aid workers said.", id="1", title="Nine die in Goma")
    assert article.text == "Nine die in Goma\n\nRebels shelled a camp on Friday, aid workers said."


def test_a_text_that_is_its_headline_is_kept() -> None:
    assert record("Nine die in Goma", id="1", title="Nine die in Goma").text == "Nine die in Goma"


def test_a_short_list_at_the_end_of_a_record_stays() -> None:
    text = (
        "The ministry gave these figures for the three districts on Monday.\n- Helmand: 3 killed\n- Kandahar: 5 killed\n- Zabul: 1 killed"
    )
    assert record(text, id="1", title="Figures").text.endswith("- Zabul: 1 killed")


def test_unknown_fields_are_kept() -> None:
    assert record(id="1", desk="Africa", score=3).extra == {"desk": "Africa", "score": 3}


@pytest.mark.parametrize(
    ("given", "at", "precision"),
    [
        ("2024-01-18", datetime(2024, 1, 18, tzinfo=UTC), "day"),
        ("2024-01", datetime(2024, 1, 1, tzinfo=UTC), "month"),
        ("2024-01-18T22:30:00-05:00", datetime(2024, 1, 19, 3, 30, tzinfo=UTC), "second"),
        ("2024-01-18T10:00", datetime(2024, 1, 18, 10, tzinfo=UTC), "second"),
        ("Thu, 18 Jan 2024 10:00:00 GMT", datetime(2024, 1, 18, 10, tzinfo=UTC), "second"),
        ("18 January 2024", datetime(2024, 1, 18, tzinfo=UTC), "day"),
    ],
)
def test_given_dates(given: str, at: datetime, precision: str) -> None:
    article = record(id="1", published_at=given)
    assert (article.published_at, article.published_precision, article.published_basis) == (at, precision, "metadata")


def test_the_day_as_written_is_kept_where_utc_has_another() -> None:
    assert record(id="1", published_at="2024-01-18T22:30:00-05:00").extra["published_local_day"] == "2024-01-18"


@pytest.mark.parametrize(
    ("given", "reason"),
    [("2031-05-01", "date in the future (metadata)"), ("soon", "unreadable date (metadata)"), ("0001-01-01", "unreadable date (metadata)")],
)
def test_a_date_that_cannot_be_is_set_aside(given: str, reason: str) -> None:
    article = record(id="1", published_at=given)
    assert article.published_at is None
    assert [(row.field, row.value, row.reason, row.article_id) for row in set_aside(article)] == [
        ("published_at", given, reason, article.article_id)
    ]


def test_the_next_witness_serves_after_a_date_that_cannot_be() -> None:
    article = record(id="1", published_at="2031-05-01", url="https://example.org/2024/01/18/rebels-shell-camp")
    assert article.published_at == datetime(2024, 1, 18, tzinfo=UTC)
    assert article.published_basis == "inferred"


@pytest.mark.parametrize("text", ["", "   \n\n ", "\ufeff"])
def test_no_text_is_a_reject(text: str) -> None:
    assert normalize(RawRecord("empty.txt", "text", text, "0"), TODAY) == Reject("normalize", "empty text", raw_uri="empty.txt")


def test_a_page_without_an_article_is_a_reject() -> None:
    found = normalize(RawRecord("menu.html", "html", "<html><body></body></html>", "0"), TODAY)
    assert isinstance(found, Reject)
    assert found.reason == "no article in the page"


def test_ids_come_from_address_then_id_then_text() -> None:
    by_address = record(url="https://Example.org/a?utm_source=mail#top", id="1")
    assert by_address.article_id == record("Other words.", url="https://example.org/a", id="2").article_id
    assert record(id="1", publisher="X").article_id == record("Other words.", id="1", publisher="X").article_id
    assert record(id="1", publisher="X").article_id != record(id="1", publisher="Y").article_id
    assert record().article_id == record().article_id != record("Other words were said here.").article_id


@pytest.mark.parametrize(
    ("fields", "publisher", "domain", "country"),
    [
        ({"url": "https://www.dawn.com/news/1"}, "Dawn", "dawn.com", "PAK"),
        ({"publisher": "aljazeera.com"}, "Al Jazeera", "aljazeera.com", "QAT"),
        ({"publisher": "Associated Press"}, "Associated Press", "apnews.com", "USA"),
        ({"publisher": "The Hill Country Echo"}, "The Hill Country Echo", None, None),
        ({"url": "https://news.example.pk/1"}, None, "news.example.pk", "PAK"),
        ({}, None, None, None),
    ],
)
def test_publishers(fields: dict[str, str], publisher: str | None, domain: str | None, country: str | None) -> None:
    article = record(**fields)
    assert (article.publisher, article.publisher_domain, article.publisher_country_iso3) == (publisher, domain, country)
