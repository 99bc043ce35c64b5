"""Places that only say where somebody is from, goes, meets or speaks, or whose something is: no deed is put there."""

from __future__ import annotations

from itertools import takewhile

from transforms.events.frames import candidate_at
from transforms.events.prospect import SPEECH
from transforms.events.reading import Reading
from transforms.events.setting import first_of
from transforms.events.subjects import SUBJECTS, case_of
from transforms.events.word_classes import classes_of
from transforms.records import PlaceMention
from transforms.tokens import Token

STEPS = 5
CROWDS = frozenset({"crowd", "marcher"})  # where they are is where they march
WAYS = frozenset({"to", "from", "for"})


def is_of_party(reading: Reading, token: Token) -> bool:
    """Whether a place says where somebody is from or speaks ("student groups in Mexico", "said in Kabul"), or what a noun is about
    ("gangs operating in Colombia", "talks being held in Oslo"); "a strike on a camp in Lebanon" is a deed there."""
    word = first_of(token)
    for _ in range(STEPS):
        if word.dep_ in SUBJECTS and word != token:
            return not classes_of(word) & CROWDS and candidate_at(reading, word) is None
        if word.head is word or word.pos_ in ("VERB", "AUX"):
            break
        word = word.head
    return word.lemma_.lower() in SPEECH or (word.dep_ in ("acl", "acl:relcl") and word.tag_ != "VB")


def is_way(token: Token) -> bool:
    """Whether a place is where somebody goes or is brought to or from ("was flown to a prison in Mexico City")."""
    above = [word for _, word in zip(range(STEPS), (token, *token.ancestors), strict=False)]
    phrases = takewhile(lambda word: word.pos_ not in ("VERB", "AUX"), above)
    return any(case_of(word) in WAYS for word in phrases)


def is_of_talks(reading: Reading, token: Token) -> bool:
    """Whether a place is where people met or spoke, so that no deed told after it is put there ("met in Washington")."""
    for word in (token, *token.ancestors):
        told = candidate_at(reading, word)
        if told is not None or word.pos_ == "VERB":
            return told is not None and told.event_type == "CONSULT"
    return False


def is_owner(token: Token, mention: PlaceMention) -> bool:
    """Whether a country stands for whose something is ("the U.S. embassy")."""
    is_modifier = token.dep_ in ("compound", "amod", "nmod:poss") and token.head.pos_ == "NOUN"
    return is_modifier and mention.place is not None and mention.place.precision == "country"
