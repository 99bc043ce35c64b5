"""Two noun phrases side by side for the same people: a name and an office, households and the people in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import noun_of
from transforms.casualties.names import is_name
from transforms.tokens import Token

HOMES = ("household", "family")


def people_of_homes(homes: Token) -> Iterator[Token]:
    """Yield the people counted in brackets behind households: "3,475 households (about 17,000 people)"."""
    at = homes.i + 1
    if homes.lemma_.lower() not in HOMES or at >= homes.sent.end or homes.doc[at].text != "(":
        return
    inside = takewhile(lambda token: token.text != ")", homes.doc[at + 1 : homes.sent.end])
    yield from (token for token in inside if token.pos_ == "NOUN" and any(child.dep_ == "nummod" for child in token.children))


def without_appositions(harms: list[Harm]) -> list[Harm]:
    """Return the harms without a bare second noun that only says who the first is: "Commander X, leader of the front, was wounded"."""
    kept: list[Harm] = []
    for harm in harms:
        if kept and _counts_homes(kept[-1], harm):
            kept.pop()
        before = next((known for known in reversed(kept) if known.trigger.i == harm.trigger.i), None)
        if before is None or not _says_again(before, harm):
            kept.append(harm)
    return kept


def _counts_homes(first: Harm, second: Harm) -> bool:
    """Return whether people are told first as households and then by head: "15,400 households, or about 77,000 people"."""
    one, other = first.victims, second.victims
    if one is None or other is None or first.outcome != second.outcome or (second.count.first < 0 or first.count.first < 0):
        return False
    noun = noun_of(one.head)
    between = {token.lower_ for token in first.trigger.doc[one.last + 1 : other.first]}
    return noun is not None and noun.noun in HOMES and bool(between) and between <= {",", "or", "(", "some", "about"}


def _says_again(first: Harm, second: Harm) -> bool:
    one, other = first.victims, second.victims
    if one is None or other is None or first.trigger.i != second.trigger.i:
        return False
    if second.trigger.i < other.head.i:
        return _is_said_of_name(first, second)
    if first.count.best != 1 or second.count.best != 1 or second.count.first >= 0 or second.by_list or other.is_definite:
        return False
    doc = first.trigger.doc
    between = doc[one.last + 1 : other.first]
    closes = any(token.text == "," for token in doc[other.last + 1 : second.trigger.i])
    return len(between) == 1 and between[0].text == "," and (closes or bool(one.head.ent_type_ == "PER" or is_name(one.head)))


def _is_said_of_name(first: Harm, second: Harm) -> bool:
    """Return whether a noun behind a name and a comma says who it is, with no list: "killed Paul Riva, the commander of the rebels"."""
    one, other = first.victims, second.victims
    if one is None or other is None or second.by_list or other.head.dep_ == "conj" or not is_name(one.head):
        return False
    is_single = first.count.best == second.count.best == 1 and second.count.first < 0 and other.head.pos_ == "NOUN"
    return is_single and [token.text for token in first.trigger.doc[one.last + 1 : other.first]] == [","]
