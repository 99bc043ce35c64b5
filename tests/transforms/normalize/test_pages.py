"""Saved pages, each with another kind of furniture: what the cleaned article keeps, what it drops, and what the furniture said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from transforms.normalize.article import normalize
from transforms.records import Article, RawRecord

PAGES = Path(__file__).parent / "pages"
TODAY = date(2026, 1, 1)


def read(name: str) -> Article:
    media = "html" if name.endswith(".html") else "text"
    article = normalize(RawRecord(name, media, (PAGES / name).read_text(encoding="utf-8"), "0"), TODAY)
    assert isinstance(article, Article)
    return article


FIELDS = [
    ("cards_between.txt", "title", "Shelling kills four at market in Lozova, governor says"),
    ("cards_between.txt", "byline", "Vantage Staff"),
    ("cards_between.txt", "publisher", "Vantage"),
    ("cards_between.txt", "origin", "agencies"),
    ("wire_on_portal.txt", "title", "Thirteen soldiers killed in ambush near Turbat"),
    ("wire_on_portal.txt", "publisher", "The Quetta Mail"),
    ("wire_on_portal.txt", "origin", "Agence France-Presse"),
    ("wire_on_portal.txt", "dateline_place", "QUETTA"),
    ("broadcaster.txt", "title", "Sudan war: Dozens flee as fighters enter Um Sidra"),
    ("broadcaster.txt", "byline", "Tarig Osman"),
    ("broadcaster.txt", "publisher", "BBC News"),
    ("trailing_cards.txt", "title", "Truce holds in Abyei as elders meet"),
    ("trailing_cards.txt", "publisher", "Nile Courier"),
    ("trailing_cards.txt", "byline", None),
    ("trailing_cards.txt", "origin", "Reuters"),
    ("hard_wrapped.txt", "dateline_place", "MOGADISHU, Somalia"),
    ("hard_wrapped.txt", "origin", "Associated Press"),
    ("depot.html", "title", "Drones hit depot near Kupiansk"),
    ("depot.html", "publisher", "Border Post"),
    ("depot.html", "byline", "Jane Roe"),
    ("depot.html", "url", "https://www.borderpost.example/a/1"),
    ("depot.html", "origin", "Reuters"),
]

DATES = [
    ("cards_between.txt", "2024-08-14", "day", "text"),
    ("wire_on_portal.txt", "2025-01-09", "day", "text"),
    ("broadcaster.txt", "2024-06-03", "day", "text"),
    ("trailing_cards.txt", "2024-03-03", "month", "inferred"),
    ("hard_wrapped.txt", None, None, None),
    ("depot.html", "2024-03-06", "second", "html"),
]

DROPPED = {
    "cards_between.txt": ["Skip", "list 1 of 3", "Heatwave", "end of list", "Petro Hnatiuk", "Published On", "share"],
    "wire_on_portal.txt": ["E-Paper", "Facebook", "Also Read", "Published in", "Copyright", "Web Desk", "January 9"],
    "broadcaster.txt": ["Homepage", "Image source", "By Tarig", "Related Topics", "A simple guide", "12 April"],
    "trailing_cards.txt": ["cookies", "NCP", "Deng Akol", "With inputs", "More from", "Teachers", "Cattle", "Achol"],
    "depot.html": ["Home", "Most read", "All rights", "Photo by"],
}

KEPT_ONCE = {
    "cards_between.txt": ["A burned stall at the market", "Melnyk said the shells", "tomatoes and shoes"],
    "wire_on_portal.txt": ["Thirteen soldiers killed in ambush near Turbat", "No group has claimed the attack."],
    "broadcaster.txt": ["Families walked for two days", "counted 41 bodies", "The army has not commented."],
    "trailing_cards.txt": ["Truce holds in Abyei as elders meet", "Peacekeeper patrols the market", "agreed to meet again."],
    "hard_wrapped.txt": [
        "in a crowded teashop near the presidential palace on Friday night",
        "football on the shop's only television set.",
    ],
    "depot.html": ["Drones struck a fuel depot", "What comes next"],
}


@pytest.mark.parametrize(("name", "field", "value"), FIELDS)
def test_a_page_says_who_wrote_what(name: str, field: str, value: str | None) -> None:
    assert getattr(read(name), field) == value


@pytest.mark.parametrize(("name", "day", "precision", "basis"), DATES)
def test_a_page_says_when(name: str, day: str | None, precision: str | None, basis: str | None) -> None:
    article = read(name)
    found = article.published_at.date().isoformat() if article.published_at else None
    assert (found, article.published_precision, article.published_basis) == (day, precision, basis)


@pytest.mark.parametrize(("name", "part"), [(name, part) for name, parts in DROPPED.items() for part in parts])
def test_furniture_goes(name: str, part: str) -> None:
    assert part not in read(name).text


@pytest.mark.parametrize(("name", "part"), [(name, part) for name, parts in KEPT_ONCE.items() for part in parts])
def test_the_article_stays_once(name: str, part: str) -> None:
    assert read(name).text.count(part) == 1


def test_captions_are_named_apart() -> None:
    assert read("depot.html").extra["captions"] == ["Smoke rises over the depot, March 5, 2024."]
    assert read("broadcaster.txt").extra["captions"] == ["Families walked for two days to reach the camp"]


def test_a_glued_heading_is_a_paragraph_of_its_own() -> None:
    assert "Why Um Sidra matters" in read("broadcaster.txt").text.split("\n")


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.iterdir()))
def test_a_page_reads_the_same_twice_and_its_text_again(name: str) -> None:
    article = read(name)
    assert article == read(name)
    again = normalize(RawRecord("again", "text", article.text, "0", {"title": article.title, "id": "1"}), TODAY)
    assert isinstance(again, Article)
    assert again.text == article.text
