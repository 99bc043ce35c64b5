"""People taken away by armed men, told with verbs that take towns too: "287 pupils seized by gunmen", "the rebels took two nurses"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms.casualties.draft import Draft
from transforms.casualties.gestures import is_from_home
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import armed_groups, noun_of, word_set
from transforms.casualties.neighbours import subjects_of
from transforms.casualties.phrases import has_case
from transforms.casualties.verb_reading import is_passive
from transforms.events.word_classes import classes_of
from transforms.tokens import Token, text_of

TAKE = word_set("seize take snatch whisk")
CAPTIVES = word_set("prisoner captive")
HIDEOUTS = word_set("bush forest captivity woods")
FORMS = word_set(
    "seize seizes seized seizing take takes took taken taking held snatch snatches snatched snatching whisked whisking placed remanded"
)


def victims_taken(verb: Token) -> Iterator[Token]:
    """Yield whom fighters or kidnappers took: people as the object, or the subject of the passive, of a verb with such a doer."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in TAKE or any(t.lower_ == "over" and t.i == verb.i + 1 for t in verb.children):
        return  # "The commander took over the army"
    if is_passive(verb):
        hung = [*verb.children, *(below for child in verb.children if child.dep_ == "obl" for below in child.children)]
        doers = [word for word in hung if word.dep_ in ("obl:agent", "obl", "nmod") and word.left_edge.lower_ == "by"]
        taken = [verb.head] if verb.dep_ in ("acl", "acl:relcl") else list(subjects_of(verb))
    else:
        doers = list(subjects_of(verb))
        taken = [child for child in verb.children if child.dep_ == "obj" and child.i > verb.i]
    if (
        any(_takes_people(doer) for doer in doers)
        or _is_taken_away(verb)
        or (is_passive(verb) and not doers and _is_taken_from_home(verb))
        or (is_passive(verb) and not doers and verb.lemma_.lower() in ("seize", "snatch"))
    ):
        yield from (people for people in taken if _is_person(people) or (people.pos_ == "NUM" and people is verb.head))


def victims_held(verb: Token) -> Iterator[Token]:
    """Yield whom somebody still holds: "eight worshippers are still being held", "49 remain held in Gaza"."""
    if verb.lower_ != "held" or not is_passive(verb):
        return
    lasts = any(child.lower_ == "still" for child in verb.children) or (verb.dep_ == "xcomp" and verb.head.lemma_ in ("remain", "stay"))
    lasts = lasts or any(child.dep_ == "obl" and child.lemma_.lower() in CAPTIVES for child in verb.children)  # "as prisoners of war"
    if lasts and not any(child.dep_ == "xcomp" for child in verb.children):
        yield from (people for people in subjects_of(verb) if _is_person(people) or people.pos_ == "NUM")


def victims_jailed(verb: Token) -> Iterator[Token]:
    """Yield whom soldiers or police took by force: "soldiers seized 30 villagers"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in ("seize", "snatch") or is_passive(verb):
        return
    if any(_is_of_a_state(doer) for doer in subjects_of(verb)):
        taken = (child for child in verb.children if child.dep_ == "obj" and child.i > verb.i)
        yield from (people for people in taken if _is_person(people) or people.pos_ == "NUM")


def _is_of_a_state(doer: Token) -> bool:
    noun = noun_of(doer)
    return noun is not None and noun.group == "security_forces"


def taken_before(harms: Sequence[Harm], told: Sequence[Draft]) -> None:
    """Make people who are still held abducted ones where the article has told of an abduction."""
    if any(draft.outcome == "abducted" for draft in told):
        for harm in harms:
            by_whom = [child for child in harm.trigger.children if child.dep_ == "obl:agent"]
            if harm.outcome == "detained" and harm.trigger.lower_ == "held" and all(map(_takes_people, by_whom)):
                harm.outcome = "abducted"


def _is_taken_away(verb: Token) -> bool:
    """Return whether people are taken where nobody goes freely: "took about 20 women into the bush"."""
    return any(child.lemma_.lower() in HIDEOUTS and has_case(child, "into", "to", "in") for child in verb.children if child.dep_ == "obl")


def _is_taken_from_home(verb: Token) -> bool:
    """Return whether people were taken from home and no word says to where: a hospital or a police station."""
    spots = [child for child in verb.children if child.dep_ == "obl" and has_case(child, "from")]
    is_from_spot = any("facility" in classes_of(spot) for spot in spots)
    goes_to = any(mark.lower_ in ("to", "into", "in") for child in verb.children for mark in child.children)
    return (is_from_home(verb) or is_from_spot) and not goes_to


def _takes_people(doer: Token) -> bool:
    noun = noun_of(doer)
    return (noun is not None and noun.group == "combatant") or text_of(tuple(_name_of(doer))).lower() in armed_groups()


def _name_of(doer: Token) -> list[Token]:
    return sorted([doer, *(child for child in doer.children if child.dep_ in ("flat", "compound"))], key=lambda word: word.i)


def _is_person(people: Token) -> bool:
    noun = noun_of(people)
    return noun is not None and noun.kind in ("person", "plural") and noun.noun not in ("hostage", "life")
