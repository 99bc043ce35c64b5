"""Words of force in a figure of speech, and harm that nobody did: no attack is written for it, and what is meant as said stays."""

from __future__ import annotations

from typing import Any

import pytest

from transforms.annotate import annotate
from transforms.events.themes import theme_of
from transforms.records import Annotations

GAME = (
    "Harbour City strike twice to sink Rovers\n\nHarbour City struck twice late to beat Rovers and go top of the league.\n\n"
    "Their striker, under fire after a poor season, shot past the goalkeeper from 20 metres.\n\n"
    '"They killed us on the wings," the Rovers coach said. "It was a battle."'
)
PLOT = (
    "Review: 'The Long March'\n\nIn the director's new film a band of outlaws attacks a fort and slaughters 40 guards.\n\n"
    "The hero, played by a singer, kills his brother in the last scene. The dialogue is thin.\n\nThe movie opens on Friday."
)
PRICES = (
    "Shares in chipmaker hit a record\n\nShares of Quill exploded after the chipmaker crushed forecasts, analysts said.\n\n"
    "Its rival launched an attack on its dominance last month, and investors fear for its profit."
)
STOPPAGE = (
    "Rail workers strike over pensions\n\nRail workers went on strike on Tuesday, hitting commuters across the north.\n\n"
    "The union said the walkout, over wages and overtime, would end at midnight. The strike was called after talks failed."
)
NETWORKS = (
    "Hackers attack ministry\n\nA ransomware attack on the health ministry in September paralysed its servers and its website.\n\n"
    "The malware locked the ministry's data, and no ransom was paid."
)
PIT = (
    "Coal mine blast kills 11\n\nAn explosion at a coal mine near Hegang killed 11 workers on Sunday, state television said.\n\n"
    "The blast occurred while 120 people were underground. Rescuers looked for four miners."
)
SHARK = (
    "Surfer killed by shark\n\nA surfer was killed by a shark near Esperance on Saturday, the third fatal attack this year.\n\n"
    "The man was attacked at about 7 a.m., and a drone looked for the animal."
)
STADIUM = (
    "Bomb kills nine at football match\n\nA bomb killed nine players and fans at a football stadium in Baidoa on Friday, police said.\n\n"
    "The match between two clubs of the league had just begun when militants attacked the gate. Soldiers shot two of the gunmen."
)
STAR = (
    "Basketball star shot dead\n\nGunmen shot dead a former captain of the national basketball team in Lagos on Monday.\n\n"
    "The player, a champion in 2011, was leaving a game when the men attacked his car, his coach said."
)


WALKOUT = (
    "Thousands march as ferries stay in port\n\nThousands marched through Piraeus on Wednesday in a 24-hour walkout against cuts.\n\n"
    "Wednesday's strike grounded flights and shut shops. Youths threw stones at police, who fired tear gas."
)
RAID = (
    "African Union condemns strike\n\nThe union of Sahel states, which meets on Friday, blamed Mali's army. The strike killed three.\n\n"
    "A drone was seen over the camp before the strike."
)
STABBING = (
    "Novelist stabbed at book fair\n\nThe novelist Farid Hossain was fighting for his life after a man stabbed him in the neck.\n\n"
    "The author was reading from his new book when the man ran on to the stage, his publisher said. The audience fled."
)


def _attacks(found: Annotations) -> list[str]:
    return [event.trigger for event in found.events if event.event_type in ("ASSAULT", "THREATEN", "MOBILIZE")]


@pytest.mark.parametrize(
    ("text", "theme"),
    [(GAME, "sport"), (PLOT, "stage"), (PRICES, "market"), (STOPPAGE, "labour"), (NETWORKS, "cyber"), (PIT, None), (SHARK, None)],
)
def test_nobody_is_attacked(read: Any, text: str, theme: str | None) -> None:
    assert theme_of(read(text)) == theme
    assert _attacks(annotate(read(text))) == []


@pytest.mark.parametrize(("text", "attacks"), [(STADIUM, ["kills", "attacked"]), (STAR, ["shot dead"]), (STABBING, ["stabbed"])])
def test_what_is_meant_as_said_stays(read: Any, text: str, attacks: list[str]) -> None:
    assert set(attacks) <= set(_attacks(annotate(read(text))))


def test_networks_are_attacked_as_networks(read: Any) -> None:
    assert [(event.event_type, event.event_mode) for event in annotate(read(NETWORKS)).events] == [("COERCE", "cyber")]


def test_a_plot_kills_nobody_and_a_pit_does(read: Any) -> None:
    assert annotate(read(PLOT)).casualties == ()
    assert {claim.count_low for claim in annotate(read(PIT)).casualties if claim.outcome == "killed"} == {11}


def test_work_that_is_left_strikes_nobody(read: Any) -> None:
    assert "strike" not in _attacks(annotate(read(WALKOUT)))
    assert "strike" in _attacks(annotate(read(RAID)))
