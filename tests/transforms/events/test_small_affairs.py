"""Acts of words and help in which no political actor has a part are no events; in news of public affairs less is asked of who acts."""

from __future__ import annotations

from typing import Any

import pytest

from transforms.annotate import annotate
from transforms.records import Annotations

TOWN = (
    "Council weighs new library\n\nThe town council rejected a zoning plan for the old mill on Monday night after two hours of debate.\n\n"
    "The mayor welcomes feedback on the plan, and a local bank has agreed to finance the library next to the fire station.\n\n"
    "Neighbors asked for more time. Anyone with questions should call the clerk. Parents met the school principal and thanked "
    "volunteers, who donated books to the children's room last spring."
)
CRIME = (
    "Man shot outside bar\n\nA man was shot outside a bar on Elm Street early on Sunday, police said.\n\n"
    "Police told bystanders to leave and offered a reward for any tip. Neighbors called for help and the family requested privacy "
    "at the hospital. Detectives are investigating the shooting.\n\nA 20-year-old man was charged with murder on Tuesday."
)
GOVERNOR = (
    "Governor turns down road money\n\nThe governor rejected the road plan of the state on Friday, and a bank offered to lend the county "
    "what it needs for its bridges and for the school buses that use them each day of the week in every season."
)
WAR = (
    "Rebels near the city\n\nRebels shelled the city on Monday as government troops withdrew towards the border.\n\n"
    "Residents appealed for help. The spokesman of the movement rejected the accusation. The army asked the United Nations for aid, "
    "and a doctor thanked his colleagues."
)


@pytest.fixture
def types(read: Any) -> Any:
    def found(text: str) -> list[tuple[str, str]]:
        told: Annotations = annotate(read(text))
        return [(event.event_type, event.trigger) for event in told.events]

    return found


def test_what_a_town_and_its_people_do_among_themselves_is_no_event(types: Any) -> None:
    assert types(TOWN) == []


def test_a_crime_keeps_its_inquiry_and_its_charge_and_no_more(types: Any) -> None:
    assert [kind for kind, _ in types(CRIME) if kind != "ASSAULT"] == ["ACCUSE", "ACCUSE"]


def test_who_holds_an_office_of_state_acts_wherever_it_is_told(types: Any) -> None:
    assert {kind for kind, _ in types(GOVERNOR)} == {"REJECT"}


def test_in_news_of_public_affairs_people_and_spokesmen_act_but_not_a_private_man(types: Any) -> None:
    told = types(WAR)
    assert {"REQUEST", "REJECT", "RETREAT", "ASSAULT"} <= {kind for kind, _ in told}
    assert "thanked" not in [trigger for _, trigger in told]


def test_armed_men_are_no_private_people(types: Any) -> None:
    text = "Army out\n\nThe army shelled the town of Kutkai on Monday.\n\nArmed men retreated from a village near Lashio on Saturday."
    assert ("RETREAT", "retreated") in types(text)
