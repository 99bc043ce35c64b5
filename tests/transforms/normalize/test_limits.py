"""What no article is, is refused in words; what only has a bad value keeps its text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from transforms.normalize.article import normalize
from transforms.normalize.html import read_html
from transforms.normalize.published import date_line
from transforms.records import Article, RawRecord, Reject

SENTENCE = "Two people were killed when rebels shelled the camp near Goma on Tuesday, police said. "
TODAY = date(2026, 1, 1)


def normalized(body: str, media: Any = "text", **fields: Any) -> Article | Reject:
    return normalize(RawRecord("given", media, body, "0", fields, None, None, None), TODAY)


@pytest.mark.parametrize(
    ("body", "media", "words"),
    [
        ("a" * 1_000_001, "text", "1000001 characters"),
        ("a\n" * 20_001, "text", "20001 lines"),
        ("<br>" * 200_001, "html", "200001 tags"),
        ("<p " + " ".join(f"a{number}='1'" for number in range(1500)) + f">{SENTENCE * 9}", "html", "attributes"),
        ("<article>" + "".join(f"<p>{number} {SENTENCE * 20}</p>" for number in range(600)), "html", "characters"),
    ],
)
def test_what_is_no_article_is_refused(body: str, media: str, words: str) -> None:
    found = normalized(body, media)
    assert isinstance(found, Reject)
    assert words in found.reason


def test_linked_data_longer_than_any_article_is_not_read() -> None:
    paragraphs = "".join(f"<p>{number} {SENTENCE}</p>" for number in range(12))
    data = '{"@type": "NewsArticle", "headline": "Wrong", "articleBody": "' + "x " * 1_100_000 + '"}'
    head = f'<head><script type="application/ld+json">{data}</script></head>'
    page = f"<html>{head}<body><h1>Two killed</h1><article>{paragraphs}</article></body></html>"
    found = read_html(page, TODAY)
    assert found is not None
    assert found.title == "Two killed"
    assert "shelled the camp" in found.text


def test_a_tag_with_long_values_is_no_fault() -> None:
    page = f"<html><body data-state='{'word ' * 20_000}'><article><p>{SENTENCE * 9}</p></article></body></html>"
    assert isinstance(normalized(page, "html"), Article)


@pytest.mark.parametrize("linked", ["[" * 100_000, "[" + ",".join(['{"@graph": [{}]}'] * 30_000) + "]", '{"n": ' + "9" * 5000 + "}", "{"])
def test_hostile_metadata_costs_the_metadata_only(linked: str) -> None:
    page = f"<html><script type='application/ld+json'>{linked}</script><body><article><p>{SENTENCE * 9}</p></article></html>"
    found = read_html(page, TODAY)
    assert found is not None
    assert found.text.startswith("Two people were killed")


@pytest.mark.parametrize(
    "page",
    [
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><article><p>&x; %s</p></article></html>',
        "<!DOCTYPE a ["
        + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
        + "]><html><body><article><p>&l9; %s</p></article></body></html>",
    ],
)
def test_entities_are_never_expanded(page: str) -> None:
    found = read_html(page % (SENTENCE * 9), TODAY)
    text = found.text if found else ""
    assert "root:" not in text
    assert len(text) < 2000


@pytest.mark.parametrize("day", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "9" * 4000])
def test_a_day_beyond_the_calendar_costs_the_day_only(day: str) -> None:
    found = normalized(SENTENCE, published_at=day)
    assert isinstance(found, Article)
    assert found.published_at is None
    assert [row["field"] for row in found.extra["set_aside"]] == ["published_at"]


@pytest.mark.parametrize(
    "address", ["http://[::1", "http://[fe80::%25/", "https://news.example:99999/", "http://\u202e/", "javascript:alert(1)"]
)
def test_an_address_that_is_none_costs_the_address_only(address: str) -> None:
    assert isinstance(normalized(SENTENCE, url=address), Article)


def test_marks_that_turn_the_reading_direction_are_taken_out() -> None:
    found = normalized("\u202eTwo \u2066people\u2069 were killed\u061c in Goma\u202c.")
    assert isinstance(found, Article)
    assert found.text == "Two people were killed in Goma."


@pytest.mark.parametrize("line", ["Published " + "9" * 90 + "é", "9" * 100 + "!", "2024 " * 20 + "é"])
def test_a_line_of_digits_costs_no_time(line: str) -> None:
    assert date_line(line) is None
