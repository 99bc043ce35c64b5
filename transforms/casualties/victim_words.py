"""The words for the victims that a claim is given: as written, or, for people told again, as the article names them most fully."""

from __future__ import annotations

from transforms.casualties.draft import GENERAL, Draft
from transforms.casualties.lexicon import word_set
from transforms.casualties.names import is_name
from transforms.casualties.number_words import has_digit_or_number_word
from transforms.casualties.phrases import left_edge, name_end
from transforms.casualties.victims import PERSONAL, SHARES
from transforms.parse import ParsedArticle, end_of, start_of

ANYBODY = word_set("person people victim other individual one body dead wounded injured casualty fatality subject")


def victim_text(parsed: ParsedArticle, draft: Draft, meant: list[Draft]) -> str | None:
    """Return the victims as written, or, for people told again, as the article names them most fully."""
    root = draft.root()
    told = [other for other in meant if other.root() is root and other.harm.victims is not None and _is_as_many(other, draft)]
    best = max(
        told or [draft],
        key=lambda other: (
            len(other.names),
            other.age is not None,
            _says_who(other, draft),
            not other.is_definite,
            -other.sentence.index,
        ),
    )
    victims = best.stands_for or best.harm.victims
    if victims is None:
        return None
    doc = victims.head.doc
    first, last = _name_beside(best) or (victims.first, victims.last)
    is_cut = doc[last + 1].text == '"' and sum(word.text == '"' for word in doc[first : last + 1]) == 1 if last + 1 < len(doc) else False
    last += is_cut  # 'six "bandits"'
    return parsed.text(start_of(doc[first]), end_of(doc[last]))


def _is_as_many(other: Draft, draft: Draft) -> bool:
    """Return whether another telling counts people alike, bounds too: "nine" are no "at least nine people"."""
    if draft.noun in PERSONAL:
        return True
    return other.number == draft.number and (other is draft or other.harm.count.qualifier == draft.harm.count.qualifier)


def _says_who(draft: Draft, borrower: Draft) -> int:
    """Return how far the words say what people they are: "four men" more than "four people", these more than a bare number or "the
    victims", and a pronoun least."""
    victims = draft.harm.victims
    if draft.noun in PERSONAL:
        return -1
    if (
        victims is None
        or victims.head.pos_ in ("NUM", "PRON", "DET")
        or draft.noun in SHARES
        or has_digit_or_number_word(victims.head.text)
    ):
        return 0
    if draft.is_definite and draft.noun in GENERAL:
        return 0
    if draft.noun in ANYBODY:
        return 1 if draft is borrower or borrower.is_headline else 0  # "people" are worth borrowing in a headline alone
    return 2


def _name_beside(draft: Draft) -> tuple[int, int] | None:
    """Return the first and last position of the name set beside a noun that says nothing of its own ("the victim, Peter Novak,")."""
    victims = draft.harm.victims
    if victims is None or draft.noun not in GENERAL or not draft.is_definite or not draft.names:
        return None
    behind = victims.head.i if victims.head.pos_ == "PRON" else victims.last  # "he [Haddad]"
    beside = next((child for child in victims.head.children if child.dep_ == "appos" and child.i > behind and is_name(child)), None)
    return (left_edge(beside), name_end(beside)) if beside is not None else None
