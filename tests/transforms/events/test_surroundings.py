"""Where and when the text around puts a deed, and whom an operation is after: short articles and what one trigger in each is given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from transforms.annotate import annotate
from transforms.parse import ParsedArticle
from transforms.records import EventMention

Read = Callable[..., ParsedArticle]


def told(read: Read, text: str, trigger: str, published: str | None = "2024-03-14", **fields: object) -> EventMention:
    """Return the mention of an article with a trigger."""
    found = annotate(read(text, published, **fields)).events
    return next(event for event in found if event.trigger == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Rebels advanced near Goma on Monday. They killed two guards.", "killed", "Goma"),
        ("Residents of Kaduna mourned. Gunmen had stormed a school in Zaria.\n\nThey abducted ten pupils.", "abducted", "Zaria"),
        ("Colombia is tense. The Colombian army spoke of calm.\n\nGuerrillas blew up a bridge.", "blew up", "Colombia"),
        ("Student groups in Mexico protested. Gunmen killed a priest.", "killed", "Mexico"),
        (
            "Talks being held in Oslo went on. The FARC and the ELN met.\n\nThe ELN and the FARC blew up a bridge.",
            "blew up",
            "Colombia",
        ),
        ("Fighters of the FARC met.\n\nThey blew up a bridge near the U.S. embassy.", "blew up", "Colombia"),
        ("Rebels in Sudan shot down a drone over Merowe, and the army retook the town of Kazgeil.", "retook", "Sudan"),
        ("Rebels attacked a convoy near Kadiolo, Mali.\n\nNiger sent troops to escort the trucks.", "sent", "Mali"),
    ],
)
def test_a_deed_without_place_lies_where_the_text_around_is(read: Read, text: str, trigger: str, place: str) -> None:
    event = told(read, text, trigger)
    assert event.place is None
    assert event.context_place is not None
    assert event.context_place.name == place


def test_the_whole_article_gives_no_more_than_a_country(read: Read) -> None:
    event = told(
        read,
        "Cali is in Colombia. Bogota is its capital.\n\nIt rained. It was cold. Nobody spoke. Nobody came.\n\nRebels blew up a bridge.",
        "blew up",
    )
    assert event.context_place is not None
    assert event.context_place.precision == "country"


@pytest.mark.parametrize(
    ("text", "trigger", "day", "precision"),
    [
        ("Rebels attacked a bridge near Goma.", "attacked", date(2024, 3, 14), "week"),
        ("Rebels entered Goma on Monday and killed a guard. They attacked a bridge.", "attacked", date(2024, 3, 11), "week"),
    ],
)
def test_news_without_a_day_is_of_the_day_told_last(read: Read, text: str, trigger: str, day: date, precision: str) -> None:
    assert told(read, text, trigger).context_days == (day, day, precision)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police arrested a man who had killed two guards.", "killed"),
        ("The court spoke of the murder of a priest.", "murder"),
    ],
)
def test_background_is_given_no_day(read: Read, text: str, trigger: str) -> None:
    assert told(read, text, trigger).context_days is None


@pytest.mark.parametrize(
    ("text", "trigger", "group"),
    [
        ("Troops detained several insurgents during a search for a Taliban leader in Zabul.", "detained", "taliban"),
        ("Troops killed two insurgents in pursuit of a Haqqani facilitator in Khost.", "killed", "haqqani_network"),
        ("Troops killed a Taliban commander in Zabul. Two insurgents were detained.", "detained", "taliban"),
        ("Police arrested three militants linked to Boko Haram in Lagos.", "arrested", "boko_haram"),
        ("Troops arrested a Haqqani leader in Khost.", "arrested", "haqqani_network"),
    ],
)
def test_nameless_fighters_are_of_the_group_that_is_sought(read: Read, text: str, trigger: str, group: str) -> None:
    assert [actor.actor_id for actor in told(read, text, trigger).target_actors] == [group]


def test_a_leader_stands_with_the_group_he_leads(read: Read) -> None:
    event = told(read, "Troops killed the Taliban commander Fayez Karim in Zabul.", "killed")
    assert [actor.kind for actor in event.target_actors] == ["person", "armed_group"]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Guerrillas blew up a bridge in El Salvador. The FMLN said nothing.", ["fmln"]),
        ("Three gunmen blew up a bridge in El Salvador. The FMLN said nothing.", []),
        ("Rebels blew up a bridge in Colombia. The FARC and the ELN said nothing.", []),
    ],
)
def test_rebels_are_the_one_group_that_the_article_names(read: Read, text: str, group: list[str]) -> None:
    assert [actor.actor_id for actor in told(read, text, "blew up").source_actors] == group


def test_what_somebody_told_on_an_earlier_day_had_happened_by_then(read: Read) -> None:
    event = told(read, "The U.N. force said on Monday that a patrol had come under fire from a tank near Sarda.", "come under fire")
    assert event.date is None
    assert event.context_days == (date(2024, 3, 11), date(2024, 3, 11), "week")
