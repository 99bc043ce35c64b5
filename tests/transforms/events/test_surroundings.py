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
        ("Rebels advanced near Goma on Monday. Shells killed two guards.", "killed", "Goma"),
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
        ("Gunmen stormed the town of Cabaret, north of Port-au-Prince.\n\nFighters overran a post.", "overran", "Cabaret"),
        ("The army bombed Mellit in Sudan.\n\nLast week, rebels shelled a camp.", "shelled", "Sudan"),
        (
            "Rebels attacked Goma on Monday. A guard died in Bunia. Last Friday crowds burned a bank.",
            "burned",
            "Democratic Republic of the Congo",
        ),
        (
            "Rebels attacked Goma on Monday. A guard died in Bunia. On Tuesday crowds burned a bank.",
            "burned",
            "Democratic Republic of the Congo",
        ),
        ("Youths blocked the road to a farm in Zaria, Nigeria. A crowd burned a bank.", "burned", "Zaria"),
        ("Troops killed a man in Zaria, Nigeria. Separately, gunmen burned a bank.", "burned", "Nigeria"),
        (
            "Rebels attacked a post near Goma on Monday. The army fired.\n\nIn Bunia, looters broke into a shop.\n\nYouths burned a bank.",
            "burned",
            "Goma",
        ),
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
    ("text", "place"),
    [
        ("Kisumu police look for a gunman.\n\nIt rained. Nobody spoke. Nobody came. It was cold.\n\nA teacher was shot.", "Kisumu"),
        ("Nairobi is far.\n\nIt rained. Nobody spoke. Nobody came. It was cold.\n\nA teacher was shot.", "Kenya"),
        (
            "Rain fell in Kisumu and in Mombasa, Kenya.\n\nIt rained. Nobody spoke. Nobody came. It was cold.\n\nA teacher was shot.",
            "Kenya",
        ),
        ("Kisumu police are looking for a gunman.\n\nIt rained. Nobody came. It was cold.\n\nSeparately, a teacher was shot.", "Kenya"),
    ],
)
def test_news_of_an_article_that_names_one_town_is_of_that_town(read: Read, text: str, place: str) -> None:
    event = told(read, text, "shot")
    assert event.context_place is not None
    assert event.context_place.name == place


@pytest.mark.parametrize(
    ("text", "trigger", "day", "precision"),
    [
        ("Rebels attacked a bridge near Goma.", "attacked", date(2024, 3, 14), "week"),
        ("Rebels entered Goma on Monday and killed a guard. Gunmen attacked a bridge.", "attacked", date(2024, 3, 11), "week"),
        ("Rebels entered Goma on Monday and killed a guard. France condemned the attack.", "condemned", date(2024, 3, 14), "week"),
        (
            "Rebels bombed Goma on Wednesday. A guard was shot by gunmen on March 9. Crowds blocked a bridge.",
            "blocked",
            date(2024, 3, 13),
            "week",
        ),
        ("Rebels entered Goma on Monday. Separately, gunmen attacked a bridge.", "attacked", date(2024, 3, 14), "week"),
        ("Rebels entered Goma on Monday. Separately, gunmen attacked a bus on Tuesday. A man was shot.", "shot", date(2024, 3, 12), "week"),
        ("Two people died, doctors said, as Israel accused Hamas of firing rockets.", "accused", date(2024, 3, 14), "week"),
    ],
)
def test_news_without_a_day_is_of_the_day_told_last(read: Read, text: str, trigger: str, day: date, precision: str) -> None:
    assert told(read, text, trigger).context_days == (day, day, precision)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police arrested a man who had killed two guards.", "killed"),
        ("Rebels took Goma on Monday. In June, bombers struck a bank. The army fired rockets.", "fired"),
        ("The court spoke of the murder of a priest.", "murder"),
    ],
)
def test_background_is_given_no_day(read: Read, text: str, trigger: str) -> None:
    assert told(read, text, trigger).context_days is None


def test_what_is_done_has_no_day_to_come(read: Read) -> None:
    assert told(read, "The rebel commander was arrested, and she was scheduled to appear Tuesday in court.", "arrested").date is None


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


@pytest.mark.parametrize(
    ("text", "trigger", "owner"),
    [
        (
            "The attack on a convoy of Kenyan soldiers near Goma was condemned. The convoy was ambushed on Monday.",
            "ambushed",
            "kenya_forces",
        ),
        ("The attack on a convoy of Kenyan soldiers near Goma was condemned. The bridge was bombed.", "bombed", None),
    ],
)
def test_a_thing_that_is_known_is_theirs_whose_it_was(read: Read, text: str, trigger: str, owner: str | None) -> None:
    assert [actor.actor_id for actor in told(read, text, trigger).target_actors] == ([owner] if owner else [])


def test_both_sides_of_a_civil_war_are_who_fight(read: Read) -> None:
    text = "Fighting between the Sudanese army and the RSF went on. The general met the President of Kenya. Both sides resumed talks."
    event = told(read, text, "resumed talks")
    assert {actor.actor_id for actor in event.source_actors} == {"sudan_forces", "rapid_support_forces"}


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


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The port has been shelled since a deal broke down in July 2023. Peru sent two jets during the attack.", "sent", None),
        (
            "In May, rebels took Goma. On Monday, a bomb killed a guard near Sake, police said. Troops fired rockets in the area.",
            "fired",
            date(2024, 3, 11),
        ),
        ("Last month gunmen stormed a temple in Goma.\n\nThe army deployed a battalion.", "deployed", None),
        ("The raid comes two months after gunmen seized a priest.", "seized", date(2024, 1, 14)),
    ],
)
def test_a_scene_is_that_told_last_and_no_background(read: Read, text: str, trigger: str, day: date | None) -> None:
    found = told(read, text, trigger).date
    assert (found.date_start if found is not None else None) == day


def test_what_is_condemned_was_done_by_who_did_it_to_the_same(read: Read) -> None:
    event = told(read, "Ukraine bombed a hospital. Rebels fled. France condemned the hospital bombing.", "condemned")
    assert [actor.actor_id for actor in event.target_actors] == ["ukraine"]


def test_they_go_on_with_the_scene_before(read: Read) -> None:
    event = told(read, "Houthi forces entered a compound in Sanaa on Sunday. They detained five clerks.", "detained", "2024-03-13")
    assert event.date is not None
    assert (event.date.date_start, event.place_text) == (date(2024, 3, 10), "Sanaa")


@pytest.mark.parametrize("words", ["Police called on both sides to halt.", "France called on both sides to halt."])
def test_both_sides_are_the_two_who_fight_each_other(read: Read, words: str) -> None:
    text = f"Thai and Cambodian forces clashed on Monday. Rebels in Chad shelled Niger. {words}"
    assert sorted(actor.actor_id for actor in told(read, text, "called on").target_actors) == ["cambodia_forces", "thailand_forces"]


def test_bare_troops_are_of_the_land_that_all_the_lead_is_in(read: Read) -> None:
    event = told(
        read, "Bomb kills nine in northwestern Pakistan\n\nA bomb killed nine guards in Bajaur, Pakistan. Troops killed two men.", "killed"
    )
    assert event.target_text is not None
    last = annotate(
        read("Bomb kills nine in northwestern Pakistan\n\nA bomb killed nine in Bajaur, Pakistan. Troops killed two men.", "2024-03-14")
    ).events[-1]
    assert [actor.actor_id for actor in last.source_actors] == ["pakistan_forces"]


def test_whom_an_enemy_killed_is_no_officer_of_the_land(read: Read) -> None:
    event = told(read, "Hezbollah said it had answered Israel's assassination of a commander in Beirut on Monday.", "assassination")
    assert event.target_actors == ()


def test_the_authorities_are_no_foreign_ambassadors(read: Read) -> None:
    text = "Tehran summoned the French and British ambassadors in Iran. Last week the authorities in Tehran hanged a man."
    assert "united_kingdom" not in [actor.actor_id for actor in told(read, text, "hanged").source_actors]
