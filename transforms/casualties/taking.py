"""People taken away by armed men, told with verbs that take towns too: "287 pupils seized by gunmen", "the rebels took two nurses"."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.casualties.lexicon import noun_of, word_set
from transforms.casualties.neighbours import subjects_of
from transforms.casualties.verb_reading import is_passive
from transforms.tokens import Token

TAKE = word_set("seize take snatch")
FORMS = word_set("seize seizes seized seizing take takes took taken taking snatch snatches snatched snatching")


def victims_taken(verb: Token) -> Iterator[Token]:
    """Yield whom fighters or kidnappers took: people as the object, or the subject of the passive, of a verb with such a doer."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in TAKE:
        return
    if is_passive(verb):
        doers = [child for child in verb.children if child.dep_ in ("obl:agent", "obl") and child.left_edge.lower_ == "by"]
        taken = [verb.head] if verb.dep_ in ("acl", "acl:relcl") else list(subjects_of(verb))
    else:
        doers = list(subjects_of(verb))
        taken = [child for child in verb.children if child.dep_ == "obj" and child.i > verb.i]
    if any(_takes_people(doer) for doer in doers):
        yield from (people for people in taken if _is_person(people))


def _takes_people(doer: Token) -> bool:
    noun = noun_of(doer)
    return noun is not None and noun.group == "combatant"


def _is_person(people: Token) -> bool:
    noun = noun_of(people)
    return noun is not None and noun.kind in ("person", "plural") and noun.noun not in ("hostage", "life")
