"""What relative dates count from: publication, a day that the text gives, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from transforms.dates.mentions import find_dates
from transforms.parse import ParsedArticle
from transforms.records import DateMention

Read = Callable[..., ParsedArticle]
CAPTION = "Rescuers search a house in Azaz, Syria, February 14, 2023."


def mentions(parsed: ParsedArticle) -> dict[str, DateMention]:
    return {mention.evidence: mention for mention in find_dates(parsed)}


def test_a_published_article_counts_from_its_day(read: Read) -> None:
    found = mentions(read("Jets struck on Tuesday.", "2024-01-18"))
    assert (found["Tuesday"].date_start, found["Tuesday"].anchor) == (date(2024, 1, 16), "published_at")


def test_the_day_as_written_counts_not_the_day_in_utc(read: Read) -> None:
    found = mentions(read("The army said today that it had left.", "2024-01-19", extra={"published_local_day": "2024-01-18"}))
    assert found["today"].date_start == date(2024, 1, 18)


def test_a_caption_dates_the_weekdays_of_an_undated_article(read: Read) -> None:
    parsed = read(
        f"Shells hit the market on Wednesday.\n\n{CAPTION}\n\nA truce was agreed on Monday.",
        "2023-02-14",
        published_precision="month",
        published_basis="inferred",
        extra={"captions": [CAPTION]},
    )
    found = mentions(parsed)
    assert (found["Wednesday"].date_start, found["Wednesday"].anchor) == (date(2023, 2, 15), "text")
    assert (found["Monday"].date_start, found["Monday"].anchor) == (date(2023, 2, 13), "text")


@pytest.mark.parametrize("weekday", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
def test_a_weekday_is_always_that_weekday(read: Read, weekday: str) -> None:
    for published in ("2024-01-15", "2024-02-29", "2024-12-31", None):
        for mention in find_dates(read(f"Shells hit Azaz on {weekday}. On March 3, 2024, the road reopened.", published)):
            if mention.evidence == weekday and mention.date_start:
                assert f"{mention.date_start:%A}" == weekday


def test_without_any_day_weekdays_stay_open_and_in_step(read: Read) -> None:
    found = mentions(read("Jets struck on Thursday. Iran had struck two days prior. The war began on October 7."))
    assert (found["Thursday"].date_start, found["Thursday"].weekday, found["Thursday"].anchor) == (None, 3, "none")
    assert (found["two days prior"].date_start, found["two days prior"].weekday) == (None, 1)
    assert found["October 7"].date_start is None


def test_a_story_told_much_later_is_not_dated_by_its_publication(read: Read) -> None:
    text = "The events of mid-March 2023 are still told.\n\nOn a Tuesday, shells hit Azaz. On Thursday, the army answered."
    found = mentions(read(text, "2025-06-20"))
    assert found["Tuesday"].date_start == date(2023, 3, 14)
    assert found["Thursday"].date_start == date(2023, 3, 16)


def test_any_such_weekday_is_never_the_last_one(read: Read) -> None:
    found = mentions(read("On a Tuesday, shells hit Azaz.", "2025-06-20"))
    assert (found["Tuesday"].date_start, found["Tuesday"].weekday) == (None, 1)


def test_a_weekday_far_from_the_story_stays_open(read: Read) -> None:
    filler = "\n\n".join(f"Paragraph {word} speaks of other things." for word in ("one", "two", "three", "four", "five"))
    text = f"The events of mid-March 2023 are still told.\n\nOn a Tuesday, shells hit Azaz.\n\n{filler}\n\nThe king arrived on Saturday."
    found = mentions(read(text))
    assert found["Tuesday"].date_start == date(2023, 3, 14)
    assert (found["Saturday"].date_start, found["Saturday"].weekday) == (None, 5)


def test_a_weekday_beside_its_date_decides_the_year(read: Read) -> None:
    found = mentions(read("Shells hit Azaz on Friday, March 1.", "2025-02-20"))
    assert found["Friday, March 1"].date_start == date(2024, 3, 1)
