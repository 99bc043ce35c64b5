"""Numbers given for a toll told before, by a word that says no outcome: "put the figure at 40", "the figure was closer to 600"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.casualties.aggregates import SUMMING
from transforms.casualties.counts import Count, count_in
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import word_set
from transforms.casualties.phrases import has_case
from transforms.tokens import Span, Token

FIGURES = word_set("figure number count total estimate tally")
PUT = word_set("put place set estimate revise raise lower")
GIVE = word_set("give report cite release provide offer announce confirm")
PASSING = word_set("pass top exceed surpass cross")
STANDING = word_set("stand rise climb jump grow increase fall drop")
# "The figure" may stand a few words before its number, as in "gave a much lower figure of at least 40".
REACH = 6


def figures_of(span: Span, harms: Sequence[Harm], earlier: str | None) -> Iterator[Harm]:
    """Yield the numbers that a verb gives as a figure, with the outcome told last: in the sentence, else in those before (`earlier`)."""
    for token in span:
        if token.lemma_.lower() not in FIGURES or token.dep_ not in ("obj", "nsubj"):
            continue
        count = _given(token) if token.dep_ == "obj" else _stated(token)
        if count is None or any(harm.count.first == count.first for harm in harms):
            continue
        told = [harm.outcome for harm in harms if harm.key < token.i]
        outcome = "killed" if "killed" in told else told[-1] if told else earlier  # a toll is of the dead, whoever else was hurt
        if outcome is not None:
            yield Harm(outcome, token, None, count)


def _given(figure: Token) -> Count | None:
    """Return the number a verb gives for "the figure", None where the figure is of something or the number counts something."""
    verb = str(figure.head.lemma_).lower()
    is_former = any(child.lower_ in ("earlier", "previous", "initial") for child in figure.children)
    marks = ("at", "to", *("of",) * is_former) if verb in PUT | SUMMING else ("of",) if verb in GIVE or is_former else ()
    of_what = any(child.dep_ == "nmod" and has_case(child, "of") and child.pos_ != "NUM" for child in figure.children)
    if of_what or not marks:
        return None
    beside = next((child for child in figure.children if child.dep_ == "appos" and child.pos_ == "NUM" and child.i > figure.i), None)
    if verb in GIVE and beside is not None:
        return _number_after(figure, beside.i + REACH)  # "gave a lower figure, 17"
    window = range(figure.i + 1, min(figure.sent.end - 1, figure.i + REACH))
    mark = next((figure.doc[at] for at in window if figure.doc[at].lower_ in marks), None)
    return _number_after(mark, mark.i + REACH) if mark is not None else None


def _stated(figure: Token) -> Count | None:
    """Return the number that "the figure" is said to be: "the true figure was closer to 600"; None where it is a figure of something."""
    verb = next((child for child in figure.head.children if child.dep_ == "cop" and child.i > figure.i), None)
    if figure.head.lemma_.lower() in STANDING:
        verb = next((word for word in figure.head.subtree if word.i > figure.head.i and word.lower_ in ("at", "to")), None)
    if verb is None or not any(child.dep_ in ("det", "nmod:poss") for child in figure.children):
        return None
    if any(child.dep_ == "nmod" and has_case(child, "of", "for") for child in figure.children):
        return None
    return _number_after(verb, verb.i + 1 + REACH)


def _number_after(word: Token, before: int) -> Count | None:
    """Return the number between a word and a position, None where it counts what follows it."""
    doc, end = word.doc, word.sent.end
    count = count_in(doc, word.i + 1, min(end, before))
    after = doc[count.last + 1] if count is not None and count.last + 1 < end else None
    return None if after is not None and after.pos_ in ("NOUN", "ADJ", "PROPN", "SYM") else count


def passed(toll: Token, count: Count | None) -> Count | None:
    """Return a toll's number as a bound where the toll is said to pass it ("the death toll passes 300")."""
    if count is None or count.low is None or count.qualifier != "exact" or toll.head.lemma_.lower() not in PASSING:
        return count
    return replace(count, low=count.low + 1, best=count.low + 1, high=None, qualifier="more_than")
