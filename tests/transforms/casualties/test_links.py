"""Which event a number is tied to, and which numbers of one article are never added up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from transforms.annotate import annotate
from transforms.parse import ParsedArticle
from transforms.records import CasualtyClaim


def _killed(parsed: ParsedArticle) -> list[CasualtyClaim]:
    return [claim for claim in annotate(parsed).casualties if claim.outcome == "killed"]


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        # a toll goes back to the dead counted before, not to the last deed told since
        (
            "A car bomb killed eight cadets in Marib on Monday, police said.\n\nGuards shot dead two gunmen at the gate.\n\n"
            "The toll rose to 11 in the evening, police said.",
            ["bomb", "shot dead", "bomb"],
        ),
        # what nature does, and what happens elsewhere, is of no event told before
        ("Shells hit a market in Marib on Monday and killed nine people.\n\nCholera killed 24 people in the camps.", ["killed", None]),
        ("Shells hit a market in Marib on Monday and killed nine people.\n\nElsewhere, four people died.", ["killed", None]),
        ("Shells hit a market in Marib on Monday and killed nine people.\n\nForty migrants drowned off the coast.", ["killed", None]),
        ("Gunmen killed nine people in Homs on Monday.\n\nA lorry crash on the same road claimed five lives.", ["killed", None]),
        (
            "Eighteen migrants drowned when two boats went down off Sfax.\n\nThe bodies of eleven people were found.\n\n"
            "Clashes in Zawiya killed three people.",
            [None, None, "Clashes"],
        ),
        (
            "Eight people died when a driver fled and slammed into a truck.\n\nA day before, gunmen shot dead a trooper in Uvalde.",
            [None, "shot dead"],
        ),
        # what somebody was arrested for or after is another deed than the arrest
        ("Rami Okoro, 31, was arrested on Monday after police found two women dead in a house in Homs.", [None]),
        # nobody was harmed in what is only tried; who did it may be asked of what was done
        (
            "Protesters tried to storm the bank in Homs on Monday.\n\nThree clerks died after men set the bank on fire.",
            ["set the bank on fire"],
        ),
        ("Police are trying to find out who stabbed to death a shopkeeper in Homs on Monday.", ["stabbed"]),
        # a car that blew up is who did it to nobody
        ("A car packed with explosives exploded outside a barracks in Marib on Monday, killing nine people.", ["exploded"]),
        # where no attack is told, a siege or a march is what people were harmed in
        (
            "A bomb killed four people in Aleppo on Monday.\n\nThe rebels besieged Homs for two years, leaving 2,200 people dead.",
            ["killed", "besieged"],
        ),
        # a deed that only dates another has its own dead; what the news is ranked against, or a march remembers, has none of today's
        ("The raid came four days after shelling in Aleppo, held by the army, killed eight people at a funeral.", ["shelling"]),
        (
            "Shells hit a market in Marib on Monday and killed nine people. It was the worst attack in the city since twin car bombs in "
            "2019 left 90 people dead.",
            ["killed", None],
        ),
        (
            "The march marked a year since the storming of the palace, when 60 people were killed. Police shot dead two protesters in "
            "Homs on Monday.",
            [None, "dead"],
        ),
        # a day that a gathering is held for is no deed of today
        ("Gunmen attacked a march for the anniversary of a poet's death and killed three people.", [None, "killed"]),
    ],
)
def test_the_event_of_each_number(read: Callable[..., ParsedArticle], text: str, triggers: list[str | None]) -> None:
    found = [claim.event.trigger if claim.event is not None else None for claim in _killed(read(text))]
    assert [word if word is None else word.split()[-1] for word in found] == [
        word if word is None else word.split()[-1] for word in triggers
    ]


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("The raid killed 21 bandits, the army said. The teacher, who was ill, died in captivity.", [None, None]),
        ("Strikes across Mali killed at least 37 people, the ministry said. In the capital, 27 people died, the mayor said.", [None, 0]),
        ("Nine people were killed in the raid, the governor said, after two of the wounded died in hospital.", [None, 0]),
        (
            "The gang beheaded six villagers in Palma. Rwandan troops pursued the assailants and killed four of them, a source said.",
            [None, None],
        ),
        # a sum of years has none of the dead of one attack as its part
        (
            "Amnesty said more than 10,000 people had been killed in Nigeria in two years.\n\nBoko Haram killed five loggers near Dikwa.",
            [None, None],
        ),
        # one of the strikes that a total adds up, by another voice
        (
            "Israeli strikes across Gaza killed 26 people on Monday, the agency said. Its spokesman said ten people died in a strike on a "
            "tent, and eight others in an air strike on a house.",
            [None, 0, 0],
        ),
        # "two of them" are of those told last, by whatever name they were told first
        (
            "Four soldiers and five rebels were killed in two gun battles in Homs. Three militants were shot dead in a forest. The "
            "soldiers died in the second clash. Two of them died on the spot.",
            [None, None, None, None, 0],
        ),
        # the kinds by sex that a list gives are parts, whoever gives it
        (
            "Twelve people were killed when gunmen opened fire, police said. The office said eight men, two women and a boy died.",
            [None, 0, 0, 0],
        ),
        # those who are shot at in answer are the attackers
        (
            "Three policemen were killed when militants attacked a post in Bannu. The attackers used grenades, and the police retaliated, "
            "killing two of them.",
            [None, None],
        ),
    ],
)
def test_parts_and_others(read: Callable[..., ParsedArticle], text: str, wholes: list[int | None]) -> None:
    claims = annotate(read(text)).casualties
    assert [claim.subset_of for claim in claims] == wholes


def test_a_total_of_another_scope_stands_under_no_event(read: Callable[..., ParsedArticle]) -> None:
    text = "Police shot dead three men in a raid on Monday.\n\nCampaigners said the real toll was as high as 30,000."
    assert [(claim.count_best, claim.is_aggregate) for claim in _killed(read(text))] == [(3, False), (30000, True)]


def test_the_hurt_of_several_raids_of_a_year_stand_under_none(read: Callable[..., ParsedArticle]) -> None:
    text = "Men robbed a bank in Leeds on Monday.\n\nThere were 31 such raids in 2021, in which nine villagers were killed."
    assert [(claim.count_best, claim.is_aggregate) for claim in _killed(read(text))] == [(9, True)]


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("President Ana Cruz put the rebels' losses at more than 3,000 killed or wounded.", ["President Ana Cruz"]),
        ("Authorities initially said 10 people had been killed, then raised the number to 15.", ["Authorities", "Authorities"]),
        ("Nine rebels were killed in May, according to army figures.", ["army figures"]),
        ("The Red Cross counted more than a hundred bodies in two morgues.", ["The Red Cross"]),
        ("Ali Raza, a police spokesman, said six people died. He put the number of wounded at nine.", ["Ali Raza, a police spokesman"] * 2),
        ("The monitoring group has also registered 4,236 arrests and the disappearance of 31 people.", ["The monitoring group"] * 2),
        ("Shelling from rebel positions claimed the lives of seven villagers.", [None]),
        ("Romania said its mercenaries had been escorted to the border, none of them hurt.", ["Romania"]),
        (
            "Minister Joan Otieno said three officers were hurt and that the force had shown restraint, adding that nobody was abducted.",
            ["Minister Joan Otieno"] * 2,
        ),
    ],
)
def test_who_gives_a_number(read: Callable[..., ParsedArticle], text: str, claimants: list[str]) -> None:
    assert [claim.claimant_text for claim in annotate(read(text)).casualties] == claimants


def test_who_is_called_by_the_name_of_an_armed_group_bears_arms(read: Callable[..., ParsedArticle]) -> None:
    claims = annotate(read("Strikes killed 12 Houthis and a child.")).casualties
    assert [(claim.count_best, claim.victim_group) for claim in claims] == [(12, "combatant"), (1, "civilian")]


def test_the_remains_of_some_of_them_are_of_their_event(read: Callable[..., ParsedArticle]) -> None:
    text = (
        "A raid on a school killed 22 pupils.\n\nOn 9 May, soldiers detained 17 men. The remains of 11 of them were found two days later."
    )
    triggers = [claim.event.trigger if claim.event is not None else None for claim in annotate(read(text)).casualties]
    assert triggers == ["raid", "detained", "detained"]


def test_who_died_of_the_wounded_is_the_word_of_who_told_of_them(read: Callable[..., ParsedArticle]) -> None:
    text = "A nurse at the local clinic said it had received 11 wounded, four of whom later died."
    assert [claim.claimant_text for claim in annotate(read(text)).casualties] == ["A nurse at the local clinic"] * 2


def test_the_dead_of_deeds_untold_are_none_of_another(read: Callable[..., ParsedArticle]) -> None:
    text = (
        "The military said its forces killed 22 insurgents during a raid in Bannu on Tuesday.\n\n"
        "The two countries agreed to a ceasefire in Doha after a week of border clashes that killed dozens."
    )
    claims = annotate(read(text)).casualties
    assert [(claim.count_low, claim.event is not None) for claim in claims] == [(22, True), (24, False)]


@pytest.mark.parametrize("told", ["Among them were two children.", "Two children were among them."])
def test_people_among_those_of_the_paragraph_before(read: Callable[..., ParsedArticle], told: str) -> None:
    claims = annotate(read(f"Nine people were killed in an attack in Goma.\n\n{told}")).casualties
    assert [(claim.count_best, claim.subset_of) for claim in claims] == [(9, None), (2, 0)]


def test_names_given_to_others_are_none_of_those_killed(read: Callable[..., ParsedArticle]) -> None:
    text = (
        "Two people were killed in a shooting in Goma.\n\nPolice identified a victim as John Smith, 40.\n\n"
        "One man was injured in a stabbing in Beni.\n\nPolice identified the man as Adam Novak, 30."
    )
    named = {claim.victim_text: claim.outcome for claim in annotate(read(text)).casualties if "Novak" in (claim.victim_text or "")}
    assert set(named.values()) <= {"injured"}


def test_a_headline_is_told_again_of_one_day(read: Callable[..., ParsedArticle]) -> None:
    text = (
        "Three officers killed\n\nThree police officers were shot dead on 3 March 2021 at a farmhouse.\n\n"
        "It was the deadliest day since 2009, when three city officers were ambushed and killed."
    )
    assert [claim.repeats for claim in _killed(read(text))] == [None, 0, None]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # a pronoun stands for whom the text told of last, and for the one whose name the sentence gives it to
        (
            "Police shot dead John Carver in Salem on 3 May.\n\nIn Lund, Peter Novak was killed by police on 9 May.\n\n"
            "Carver was killed near a bridge. He was shot as he left his car.",
            ["John Carver", "Peter Novak", "John Carver", "John Carver"],
        ),
        # who is named far on is nobody told of without a name in the midst of an article
        (
            "Protests went on in Lund. The city was calm. Shops opened. Schools stayed shut. The mayor spoke. Trams ran.\n\n"
            "A demonstrator was shot dead in a clash.\n\nThe council met. It rose at noon. Nobody spoke. Rain fell. Buses ran. "
            "The bridge opened. Snow came. A fair began. Boats left.\n\nAn officer shot and killed John Carver in Salem last week.",
            ["A demonstrator", "John Carver"],
        ),
        # the number of another year is nobody told of without a date
        (
            "A man was charged in the slaying of Barnett Sloane, a doctor. He is also charged in the 1996 bombing of a fair that killed "
            "one person.",
            ["Barnett Sloane", "one person"],
        ),
    ],
)
def test_whom_later_words_tell_of(read: Callable[..., ParsedArticle], text: str, people: list[str]) -> None:
    assert [claim.victim_text for claim in _killed(read(text))] == people


def test_who_tells_of_his_own_deeds_tells_of_each_apart(read: Callable[..., ParsedArticle]) -> None:
    text = (
        "At 0640 our unit attacked a battalion near Lislique. We killed three and took four prisoners. A chief of section is among the "
        "dead.\n\n"
        "At 0900 our units attacked a company at the river. We killed one and wounded four."
    )
    assert [(claim.count_best, claim.subset_of, claim.repeats) for claim in _killed(read(text))] == [
        (3, None, None),
        (1, 0, None),
        (1, None, None),
    ]


def test_nobody_harmed_in_an_arrest_is_of_the_arrest(read: Callable[..., ParsedArticle]) -> None:
    text = (
        "Troops detained two men in Badakhshan on Monday. No civilians were harmed during the operation.\n\n"
        "The movement kidnapped four nurses in May."
    )
    claims = annotate(read(text)).casualties
    assert [claim.event.trigger for claim in claims if claim.event is not None] == ["detained", "detained", "kidnapped"]


def test_what_people_are_arrested_for_is_none_of_the_arrest(read: Callable[..., ParsedArticle]) -> None:
    text = "The president announced the arrest of 45 soldiers for killing six clergymen on 16 November."
    claims = annotate(read(text)).casualties
    assert [(claim.outcome, claim.event.trigger if claim.event else None) for claim in claims] == [
        ("detained", "arrest"),
        ("killed", "killing"),
    ]


def test_a_deed_that_only_dates_another_has_its_own_dead(read: Callable[..., ParsedArticle]) -> None:
    text = (
        "A worker executed two of her foes at a plant in Lund on Thursday, police said.\n\n"
        "Thursday's shooting came just weeks after a driver in Salem fatally shot eight people."
    )
    assert [(claim.count_best, claim.subset_of) for claim in _killed(read(text))] == [(2, None), (8, None)]
