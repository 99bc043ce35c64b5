"""Numbers that share out people told of as a group: "two of the victims were children, and three were women"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from transforms.casualties.counts import count_in
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import word_set
from transforms.casualties.nouns import noun_words
from transforms.casualties.verb_reading import verb_word
from transforms.casualties.victims import Victims, people_in
from transforms.tokens import Token

GROUPS = word_set(
    "those people victims dead casualties fatalities wounded injured killed them deaths persons detainees detained arrested"
    " missing hostages martyrs"
)

# What those in a state are called, and the outcome that it tells.
STATES = {
    "dead": "killed",
    "martyrs": "killed",
    "wounded": "injured",
    "injured": "injured",
    "missing": "missing",
    "displaced": "displaced",
}
# What deaths do in a place, and people from one.
FALLING = word_set("occur happen come hail")


def share_as(share: Token, noun: Token, places: frozenset[int], earlier: str | None) -> Iterator[Harm]:
    """Yield the people of "two of the victims were children": so many of that kind, a part."""
    group = _group_shared(share, noun)
    outcome = outcome_of_group(group, earlier) if group is not None else None
    count = count_in(share.doc, share.left_edge.i, share.i + 1)
    people = people_in(noun, places, True)
    if outcome is None or count is None or people is None:
        return
    yield Harm(
        outcome,
        share,
        Victims(noun, count.first, group.i if group is not None and group.i > share.i else share.i, count),
        count,
        is_part=True,
    )


def share_told(share: Token, earlier: str | None) -> Iterator[Harm]:
    """Yield a part told by where it is from or fell: "34 of the martyrs were from Gaza City", "eight of the deaths occurred in Nairobi"."""
    group = next((child for child in share.children if child.dep_ == "nmod" and child.lower_ in GROUPS | {"killings"}), None)
    clause = share.head
    is_from = any(child.dep_ == "case" and child.lower_ == "from" for child in clause.children)
    if group is None or not (is_from or clause.lemma_.lower() in FALLING):
        return
    outcome = outcome_of_group(group, earlier)
    count = count_in(share.doc, share.left_edge.i, share.i + 1)
    if outcome is not None and count is not None and count.best != 0:
        yield Harm(outcome, share, Victims(group, count.first, group.i, count, is_definite=True, is_share=True), count, is_part=True)


def _group_shared(share: Token, noun: Token) -> Token | None:
    """Return "the victims" that a number is a share of, in its own clause or in one before it: "..., eight were women and two children"."""
    clause: Token = noun
    while True:
        group = next((child for child in share.children if child.dep_ == "nmod" and child.lower_ in GROUPS), None)
        if group is not None or clause.dep_ != "conj" or clause.head.i >= clause.i:
            return group or _group_opening(noun)
        clause = clause.head
        share = next((child for child in clause.children if child.dep_.startswith("nsubj") and child.i < clause.i), share)


def _group_opening(noun: Token) -> Token | None:
    """Return the group that a sentence opens with, whose shares its clauses count ("Of the dead, 127 are children and 61 are women")."""
    start = noun.sent.start
    if noun.doc[start].lower_ != "of":
        return None
    before = takewhile(lambda token: token.text != ",", noun.doc[start + 1 : noun.i])
    return next((token for token in before if token.lower_ in GROUPS), None)


def outcome_of_group(token: Token, earlier: str | None) -> str | None:
    """Return the outcome of "the dead", "those killed"; of "the victims", "the casualties" the one told before (`earlier`), if any."""
    outcome = _outcome_told(token)
    return earlier if outcome == "casualties" and earlier is not None else outcome


def _outcome_told(token: Token) -> str | None:
    for word in noun_words(token):
        if word.frame == "people":
            return word.outcome
    if token.lower_ in ("victims", "casualties"):
        return "casualties"
    for near in [token, *token.children]:
        found = verb_word(near) if near.pos_ in ("VERB", "ADJ") else None
        if found is not None:
            return found.outcome
        if near.lower_ in STATES:
            return STATES[near.lower_]
    return None
