"""What a verb that only sometimes tells of harm needs beside it: gunfire or a part of the body, a home to be driven from, a throat."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.casualties.lexicon import word_set
from transforms.casualties.number_words import number_value
from transforms.casualties.relatives import relative_antecedent
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

BODY = word_set(
    "leg legs arm arms head chest back neck shoulder shoulders stomach abdomen foot feet hand hands thigh face torso hip hips knee kneecap"
    " groin cheek jaw wrist elbow ankle eye buttocks forehead throat midsection pelvis calf ear finger"
)
KIN = word_set(
    "wife husband mother father parent son daughter child brother sister grandmother grandfather grandson granddaughter uncle aunt cousin"
    " nephew niece sibling relative baby"
)
RESIDENTS = word_set("resident villager family household person people civilian inhabitant refugee")
# Who flees these is no refugee.
GUARDED = word_set("scene prison jail custody detention hospital vehicle car stadium venue")
WANTED = word_set("suspect gunman attacker killer murderer fugitive convict prisoner inmate driver criminal robber smuggler dealer")
PLACES = word_set("home house village area region country town city")
MANY = 20
OTHERWISE = word_set("divorce illness cancer accident supermarket crowd childbirth pandemic")
SHOTS = word_set("gunfire bullet bullets shrapnel shots gunshot gunshots slug slugs pellet pellets")
FIRED = word_set("fired fires shot shoots round rounds")
HOMES = word_set("home house village land farm neighborhood neighbourhood")


def has_gunfire(token: Token) -> bool:
    """Return whether shots hit somebody: gunfire, bullets or shrapnel under the verb, or a part of the body ("hit in the leg")."""
    words = {word.lower_ for word in token.subtree if word.i > token.i}
    words |= {child.lower_ for child in token.children if child.dep_ == "nsubj"}
    words |= {token.head.lower_} if token.dep_ == "acl" else set()  # "with one bullet hitting a customer"
    where = [child for child in token.children if child.dep_ == "obl" and child.left_edge.lower_ == "in"]
    parts = [
        part for child in where for part in (child, *child.children) if part is child or part.dep_ == "compound"
    ]  # "in the chest area"
    is_body = any(part.lower_ in BODY for part in parts)
    return is_body or bool(words & SHOTS) or _is_of_shots(token)


def _is_of_shots(verb: Token) -> bool:
    """Return whether people were hit so many times, or as somebody fired ("fired at the car, hitting the driver")."""
    is_counted = any(child.lemma_.lower() in ("time", "once", "twice") for child in verb.children if child.i > verb.i)
    if is_counted and any(child.dep_ == "aux:pass" for child in verb.children):
        return True
    if not (verb.tag_ == "VBG" and verb.dep_ == "advcl") and not (verb.tag_ == "VBD" and verb.dep_ == "conj"):
        return False
    told = [word for word in verb.sent if word.i < verb.i and (word.lower_ in SHOTS or word.lower_ in FIRED)]
    return any(word.pos_ != "VERB" or not any(child.lower_ in ("not", "n't") for child in word.children) for word in told)


def has_fled_home(verb: Token, people: Token) -> bool:
    """Return whether people fled where they live, or their country, for which they are not wanted for something."""
    left = any(child.dep_ == "obj" and child.lemma_ in PLACES for child in verb.children)
    abroad = any(child.dep_ == "obl" and child.lemma_ in ("country", "border", "state", "camp") for child in verb.children)
    if (left or abroad) and not _is_wanted(relative_antecedent(people) or people):
        return True
    return not left and _is_flight(verb, people)


def _is_flight(verb: Token, people: Token) -> bool:
    """Return whether residents in numbers fled: "more than 200 villagers have fled", but not "two men fled the scene"."""
    is_many = any((number_value(child.text) or 0) >= MANY for child in people.children if child.dep_ == "nummod")
    whence = {child.lemma_.lower() for child in verb.children if child.dep_ in ("obj", "obl") and child.i > verb.i}
    return is_many and people.lemma_.lower() in RESIDENTS and not whence & GUARDED


def _is_wanted(people: Token) -> bool:
    """Return whether those who fled the country are wanted for something ("another suspect, who had fled the country")."""
    return "wanted" in classes_of(people) or people.lemma_.lower() in WANTED


def is_from_home(token: Token) -> bool:
    """Return whether people are driven or forced out of where they live: "from their homes", "off their land"."""
    return any(
        child.dep_ in ("obl", "nmod")
        and child.i > token.i
        and child.lemma_ in HOMES
        and any(mark.dep_ == "case" and mark.lower_ in ("from", "out", "off") for mark in child.children)
        for child in token.children
    )


def is_own_kin(lost: Token) -> bool:
    """Return whether somebody lost one of their own family: "lost his wife and five of his children"."""
    told = [child for word in (lost, lost.head) for child in word.children if child.dep_ in ("obl", "nmod")]
    if any(child.lemma_.lower() in OTHERWISE or any(mark.lower_ == "to" for mark in child.children) for child in told):
        return False  # "lost his wife to cancer", "in a divorce"
    of = [child for child in lost.children if child.dep_ == "nmod" and any(mark.lower_ == "of" for mark in child.children)]
    kin = of[0] if of and (lost.pos_ == "NUM" or lost.lower_ in ("some", "several", "all", "both", "many")) else lost
    if kin is lost and kin.lower_ != kin.lemma_.lower() and not any(child.dep_ == "nummod" for child in kin.children):
        return False  # "mothers who lost their sons" over the years
    is_family = any(child.dep_ == "nsubj" and child.lemma_.lower() == "family" for child in lost.head.children)
    if is_family and kin.lemma_.lower() == "member":
        return True
    is_counted = any(child.dep_ == "nummod" for child in kin.children)
    if is_counted and kin.lemma_.lower() in ("friend", "colleague", "neighbour", "neighbor", "comrade"):
        return True  # "said he lost four friends"
    return kin.lemma_.lower() in KIN and (
        (is_counted and kin.lemma_.lower() == "relative") or any(child.dep_ == "nmod:poss" for child in kin.children)
    )


def owners_of_throats(token: Token) -> Iterator[Token]:
    """Yield whose throats are cut: "the throats of 17 pupils", "the man's throat"."""
    for throat in token.children:
        if throat.lower_ in ("throat", "throats"):
            owners = [child for child in throat.children if child.dep_ == "nmod:poss"]
            yield from owners or [child for child in throat.children if child.dep_ == "nmod" and child.i > throat.i]


def owner_of_times(times: Token) -> Token | None:
    """Return "her" of "shot her multiple times", where the parse makes it the owner of the times."""
    return next((child for child in times.children if times.lemma_ == "time" and child.lower_ == "her"), None)


def is_aimed_at(noun: Token) -> bool:
    """Return whether "at" stands before an object ("shot at the guards"), and not "at least"."""
    return noun.left_edge.lower_ == "at" and noun.left_edge.nbor(1).lower_ != "least"
