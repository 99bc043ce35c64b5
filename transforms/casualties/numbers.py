"""Numbers told of by the word itself: "the number of people killed rose to 52", "the number injured topped 2,200"."""

from __future__ import annotations

from transforms.casualties.aggregates import SUMMING
from transforms.casualties.counts import Count, count_in
from transforms.casualties.lexicon import word_set
from transforms.casualties.phrases import has_case
from transforms.tokens import Token

# How a number comes to be what it is.
LINKS = word_set(
    "rise climb stand reach increase jump grow soar hit be bring take put raise mount total go come revise pass top exceed fall drop"
    " decline decrease"
)


def number_of(people: Token) -> Count | None:
    """Return the number of "the number of people killed rose to 52", or None when no number of these people is told that way."""
    number = people if people.lower_ == "number" else people.head
    if number is people and (total := _total_beside(number)) is not None:
        return total
    if number is people:
        people = next((child for child in number.children if child.dep_ == "nmod" and has_case(child, "of")), people)
    if number.lower_ != "number" or people.dep_ != "nmod" or not has_case(people, "of"):
        return None
    verb = number.head
    if number.dep_ not in ("nsubj", "nsubj:pass", "obj") or str(verb.lemma_).lower() not in LINKS:
        return None
    is_summed = number.dep_ == "obj" and str(verb.lemma_).lower() in SUMMING
    if is_summed and (before := count_in(number.doc, verb.i + 1, number.left_edge.i)) is not None:
        return before
    return count_after(number, max(verb.i, people.right_edge.i))


def _total_beside(number: Token) -> Count | None:
    """Return the number of "the number injured rose to 51" and, where the parse makes the harmed the verb, "topped 2,200", or None."""
    if number.dep_ == "nsubj" and any(child.dep_ == "acl" for child in number.children) and number.head.lemma_.lower() in LINKS:
        return count_after(number, number.head.i)
    harm = number.nbor(1) if number.i + 1 < number.sent.end else number
    verb = harm.nbor(1) if harm.i + 1 < number.sent.end else harm
    is_verb = number.head is harm and number.dep_ in ("nsubj", "nsubj:pass") and verb.head is harm
    return count_after(number, verb.i) if is_verb and verb.lemma_.lower() in LINKS else None


def people_of_number(word: Token) -> Token:
    """Return the people of "the number of people", or the word itself where it is no number."""
    of = (child for child in word.children if child.dep_ == "nmod" and has_case(child, "of"))
    return next(of, word) if word.lower_ == "number" else word


def count_after(token: Token, start: int) -> Count | None:
    """Return the number after "to", "at" or nothing in the rest of the clause, the last one of "from seven to nine"."""
    doc, end = token.doc, token.sent.end
    for at in range(start + 1, min(end, start + 12)):
        if doc[at].pos_ == "VERB" or doc[at].text in ".;":
            end = at
            break
    for at in range(start + 1, end):
        if doc[at].lower_ in ("to", "at", "of", ":") and (found := count_in(doc, at + 1, min(end, at + 8))) is not None:
            return found
    return count_in(doc, start + 1, min(end, start + 7))
