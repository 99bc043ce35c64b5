"""Whom a pronoun or "the priest" stands for: the person whom the article's names give it to, else who was told of last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transforms.casualties.draft import Draft
from transforms.casualties.kinds import PRONOUNS
from transforms.parse import start_of
from transforms.records import ActorMention

# Names shorter than this are initials.
SHORTEST = 3


def names_meant(draft: Draft, actors: Sequence[ActorMention]) -> frozenset[str]:
    """Return the words of the name of the person whom "he" or "him" stands for, in lower case; none for another word or nobody known."""
    victims = draft.harm.victims
    if victims is None or victims.head.lower_ not in PRONOUNS:
        return frozenset()
    at = start_of(victims.head)
    meant = next((mention.actor for mention in actors if mention.is_pronoun and mention.span_start == at), None)
    if meant is None or meant.kind != "person":
        return frozenset()
    return frozenset(word for word in meant.name.lower().split() if len(word) >= SHORTEST)


def means_another(draft: Draft, names: frozenset[str], all_names: Iterable[frozenset[str]]) -> bool:
    """Return whether a pronoun stands for somebody who goes by another name than a claim's person (`names`), and whom another claim
    tells of by that name (`all_names`): without one, or a name in its own sentence, the pronoun may have been given to a bystander."""
    if not draft.meant or not names or draft.meant & names:
        return False
    return draft.is_meant_here or any(draft.meant & others for others in all_names)


def is_called_by(draft: Draft, names: frozenset[str]) -> bool:
    """Return whether a word that the tagger takes for a place or a body is one of a person's names ("the death of Espinosa")."""
    victims = draft.harm.victims
    return victims is not None and draft.number == 1 and victims.head.text[0].isupper() and victims.head.lower_ in names


def latest_first(draft: Draft, told: Sequence[Draft]) -> list[Draft]:
    """Return what was told before, the last first: for a pronoun by when the people were told of last, else first."""
    if draft.noun not in PRONOUNS:
        return list(reversed(told))
    position = {id(known): number for number, known in enumerate(told)}
    last = {id(known.root()): number for number, known in enumerate(told)}
    return sorted(told, key=lambda known: -max(position[id(known)], last.get(id(known), 0)))


def points_nearer(draft: Draft, known: Draft, told: Sequence[Draft]) -> bool:
    """Return whether "the priest" takes up a priest told of since, so that it is no teacher told of before that."""
    if not draft.points_back or draft.is_general or draft.noun in (known.noun, *PRONOUNS):
        return False
    return any(
        other.noun == draft.noun
        and other.number == draft.number
        and other.outcome != draft.outcome
        and _is_after(other, known)
        and other.root() is not known
        for other in told
    )


def _is_after(one: Draft, other: Draft) -> bool:
    return (one.sentence.index, one.harm.key) > (other.sentence.index, other.harm.key)
