"""People in the hands of the law, by what they are in or under: "taken into police custody", "is in custody", "was placed under arrest"."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.casualties.lexicon import noun_of, word_set
from transforms.casualties.neighbours import subjects_of
from transforms.casualties.phrases import has_case
from transforms.casualties.verb_reading import is_passive
from transforms.tokens import Token

PUTTING = word_set("take place put remand bring release book transfer")
STAYING = word_set("remain stay")
HOLDING = word_set("hold keep")
FORMS = word_set(
    "custody arrest place places placing put puts bring brings brought remanded released booked transferred"
    " remands remain remains remained stays stayed"
)
# Whose custody is no prison.
CARERS = word_set("child children family welfare youth parent mother father grandmother grandparent relative")


def victims_in_custody(token: Token) -> Iterator[Token]:
    """Yield whom a verb puts or leaves in custody or under arrest, and of whom a sentence says that they are there."""
    if token.pos_ == "VERB":
        yield from _put_there(token)
    elif _is_custody(token):
        if any(child.dep_ == "cop" for child in token.children):
            yield from (child for child in token.children if child.dep_ == "nsubj" and _is_somebody(child))
        elif token.dep_ == "nmod" and _is_of_headline(token.head):
            yield token.head


def _put_there(verb: Token) -> Iterator[Token]:
    lemma = verb.lemma_.lower()
    if lemma not in PUTTING | STAYING | HOLDING or not any(_is_custody(child) for child in verb.children):
        return
    if lemma in STAYING or is_passive(verb):
        held = [verb.head] if verb.dep_ in ("acl", "acl:relcl") else list(subjects_of(verb))
    else:
        held = [child for child in verb.children if child.dep_ == "obj" and child.i > verb.i]
    yield from filter(_is_somebody, held)


def _is_custody(noun: Token) -> bool:
    """Return whether a noun with its preposition stands for the hands of the law."""
    if noun.lower_ == "arrest":
        return has_case(noun, "under")
    if noun.lower_ != "custody" or not has_case(noun, "in", "into"):
        return False
    keepers = [word for child in noun.children if child.dep_ in ("nmod", "nmod:poss", "compound") for word in child.subtree]
    return not any(word.lemma_.lower() in CARERS or word.dep_ == "nmod:poss" for word in keepers)


def _is_somebody(people: Token) -> bool:
    """Return whether a word stands for a person: a noun for people, a number, a pronoun or a name."""
    noun = noun_of(people)
    return noun.kind != "thing" if noun is not None else people.pos_ in ("PROPN", "NUM", "PRON")


def _is_of_headline(holder: Token) -> bool:
    """Return whether a noun without article stands as a headline's does ("Man in custody after raid", "one dead, suspect in custody")."""
    noun = noun_of(holder)
    is_person = holder.pos_ == "NUM" or (noun is not None and noun.kind == "person")
    is_free = holder.dep_ in ("ROOT", "parataxis", "conj", "appos", "nsubj", "dep")
    return (
        is_person and is_free and not any(child.dep_ == "det" for child in holder.children) and not holder.sent.text.rstrip().endswith(".")
    )
