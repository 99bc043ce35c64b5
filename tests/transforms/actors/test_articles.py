"""Whole short articles: names, later short forms, pronouns, and what stays unknown."""

from __future__ import annotations

from collections.abc import Callable

from transforms.actors.find import find_actors
from transforms.parse import ParsedArticle
from transforms.places.find import find_places
from transforms.records import ActorMention

ARTICLE = """Lakeland Rebels Seize Border Town

Lieutenant Colonel Tomasi Bakari, spokesman for the Kenyan army, said fighters of the Upper Lake Salvation Front (ULSF) had entered Moyale.

"They came in trucks," Bakari told reporters. He said the army would answer.

The ULSF denied that it had killed prisoners. Its leader, Deng Okello, accused Nairobi of bombing a market. Mr Okello spoke by telephone.

Kenya's defence ministry rejected the charge. The ministry said it had struck only the group's trucks."""


def names(mentions: list[ActorMention], evidence: str) -> set[str | None]:
    return {mention.actor.name if mention.actor else None for mention in mentions if mention.evidence == evidence}


def test_an_article_is_read_as_one(read: Callable[..., ParsedArticle]) -> None:
    parsed = read(ARTICLE)
    mentions = find_actors(parsed, find_places(parsed))
    assert names(mentions, "Bakari") == {"Tomasi Bakari"}
    assert names(mentions, "He") == {"Tomasi Bakari"}
    assert names(mentions, "ULSF") == {"Upper Lake Salvation Front"}
    assert names(mentions, "Mr Okello") == {"Deng Okello"}
    assert names(mentions, "Nairobi") == {"Kenya"}
    assert names(mentions, "army") == {"Kenyan forces"}
    assert names(mentions, "ministry") == {"Kenyan Defence Ministry"}
    assert names(mentions, "group") == {"Upper Lake Salvation Front"}
    bakari = next(mention.actor for mention in mentions if mention.actor and mention.actor.name == "Tomasi Bakari")
    assert (bakari.kind, bakari.country_iso3, bakari.parent_actor_id) == ("person", "KEN", "kenya_forces")
    assert "Bakari" in bakari.aliases


def test_one_actor_object_for_all_mentions(read: Callable[..., ParsedArticle]) -> None:
    parsed = read(ARTICLE)
    by_id: dict[str, set[int]] = {}
    for mention in find_actors(parsed, find_places(parsed)):
        if mention.actor:
            by_id.setdefault(mention.actor.actor_id, set()).add(id(mention.actor))
    assert all(len(objects) == 1 for objects in by_id.values())


def test_ambiguous_family_name_stays_unresolved(read: Callable[..., ParsedArticle]) -> None:
    text = "Senator Maria Ortega met General Pedro Ortega in the capital of Honduras. Ortega left early."
    parsed = read(text)
    assert names(find_actors(parsed, find_places(parsed)), "Ortega") == {None}


def test_no_text_no_mentions(read: Callable[..., ParsedArticle]) -> None:
    assert find_actors(read(""), []) == []


HOLDERS = """Gunmen took thirty pupils from a college in Kaduna, Nigeria, police said. A gang led by a man from the north is suspected.

Governor Uba Sani visited the college. "We will bring them back," the governor said. He came with Major General Valentine Okoro.

Boko Haram fights farther east. The gang is accused of older raids in Nigeria.

The Transport Workers' Association of Kaduna (Tawak) closed roads. Drivers of Tawak burned tyres in Abuja.
Amina Bello, a student, was among them. She joined Boko Haram in Nigeria last year, her brother said."""


def test_an_article_tells_whose_officers_they_are(read: Callable[..., ParsedArticle]) -> None:
    parsed = read(HOLDERS)
    mentions = find_actors(parsed, find_places(parsed))
    known = {mention.actor.name: mention.actor for mention in mentions if mention.actor}
    assert (known["Uba Sani"].country_iso3, known["Uba Sani"].parent_actor_id) == ("NGA", "nigeria")
    assert known["Valentine Okoro"].parent_actor_id == "nigeria_forces"
    assert names(mentions, "governor") == names(mentions, "He") == {"Uba Sani"}
    assert names(mentions, "gang") == {None}
    assert names(mentions, "Tawak") == {"Transport Workers' Association of Kaduna"}
    assert known["Amina Bello"].parent_actor_id == "boko_haram"


ABROAD = """At least 11 people were killed when a drone struck a market in El Fasher, a doctor in Sudan said. El Fasher is in Sudan's west.

The army bombed convoys north of El Fasher. Egypt called for a truce in Sudan."""


def test_an_army_is_that_of_the_country_told_of_and_not_of_where_the_story_was_written(read: Callable[..., ParsedArticle]) -> None:
    text = f"CAIRO, Nov 20 (Reuters) - {ABROAD}"
    parsed = read(text, dateline_place="CAIRO")
    assert names(find_actors(parsed, find_places(parsed)), "army") == {"Sudanese Armed Forces"}


def test_a_government_is_not_that_of_the_capital_where_it_met_its_foes(read: Callable[..., ParsedArticle]) -> None:
    parsed = read("Fighters of the M23 took a town in North Kivu. The government and the M23 signed a truce in Doha on Saturday.")
    assert names(find_actors(parsed, find_places(parsed)), "government") <= {None, "Democratic Republic of the Congo"}


def test_soldiers_are_of_the_land_that_their_sentence_opens_in(read: Callable[..., ParsedArticle]) -> None:
    text = """Ukrainian soldiers held Kupiansk. The soldiers said that all was calm in Ukraine.

In Russia's Belgorod region, guardsmen and troops were killed in a fire.

The troops in Kupiansk said nothing."""
    parsed = read(text)
    found = [
        mention.actor.actor_id for mention in find_actors(parsed, find_places(parsed)) if mention.actor and mention.evidence == "troops"
    ]
    assert found == ["russia_forces", "ukraine_forces"]


def test_he_may_be_somebody_without_a_name(read: Callable[..., ParsedArticle]) -> None:
    text = "Police chief John Odera spoke in Lagos. He was calm.\n\nA student was shot dead in Kano. He had marched on Monday."
    parsed = read(text)
    found = [mention.actor for mention in find_actors(parsed, find_places(parsed)) if mention.evidence == "He"]
    assert found[0] is not None
    assert found[1] is None


def test_the_organisation_may_be_a_group_without_a_name(read: Callable[..., ParsedArticle]) -> None:
    text = "The Arakan Army, a rebel group, held Sittwe. An aid group said that its nurses were held. The organisation left the town."
    parsed = read(text)
    found = [mention.actor for mention in find_actors(parsed, find_places(parsed)) if mention.evidence.lower() == "the organisation"]
    assert not any(found)


def test_those_taken_are_not_who_took_them(read: Callable[..., ParsedArticle]) -> None:
    parsed = read("Ukrainian troops captured two gunmen in Kupiansk. They were held at a base.")
    found = [mention.actor for mention in find_actors(parsed, find_places(parsed)) if mention.evidence == "They"]
    assert not any(found)
