"""Bare numbers that another is compared with: "killed 23, up from nine in August", "148 killed and 929 injured, compared with 214 and 916".

With a time of its own such a number is of that time; without one it is what was told before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms.casualties.counts import Count, count_in
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import word_set
from transforms.casualties.time_spans import MONTH, TIMES, YEAR
from transforms.tokens import Span, Token

MARKS = frozenset({("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from")})
# How far a bare number, with words such as "just" and "at least", may stand from its mark, and its time from the number.
REACH, TO_TIME = 5, 7
# What the number may be of; any other noun is counted for itself ("compared with 12 attacks").
OF = word_set("people deaths killed dead injured wounded casualties fatalities")


def compared_with(span: Span, harms: Sequence[Harm]) -> Iterator[Harm]:
    """Yield the numbers that those told before in the sentence are compared with, each with the outcome of the one it is set beside."""
    known = {harm.count.first for harm in harms}
    for mark in span:
        if mark.i + 2 >= span.end or (mark.lower_, mark.nbor(1).lower_) not in MARKS:
            continue
        told = [harm for harm in harms if -1 < harm.count.first < mark.i and not harm.is_part and (harm.count.best or 0) > 1]
        counts = list(_counts_after(mark, span.end))
        if not told or not counts or any(count.first in known for count in counts):
            continue
        beside = told[-len(counts) :] if len({harm.outcome for harm in told[-len(counts) :]}) == len(counts) else told[-1:]
        is_of_a_time = _has_time(span, counts[-1].last + 1)
        for harm, count in zip(beside, counts, strict=False):
            yield Harm(harm.outcome, harm.trigger, None, count, is_open_list=is_of_a_time, is_compared=True)


def _counts_after(mark: Token, end: int) -> Iterator[Count]:
    """Yield the number behind a mark, and a second one that "and" joins to it."""
    doc, start = mark.doc, mark.i + 2
    first = count_in(doc, start, min(end, start + REACH))
    if first is None or first.best is None or not _is_bare(doc[first.last], end):
        return
    if any(word.pos_ in ("NOUN", "PROPN", "VERB") or word.is_punct for word in doc[start : first.first]):
        return
    yield first
    at = first.last + 1
    if at + 1 < end and doc[at].lower_ == "and" and doc[at + 1].pos_ == "NUM":
        second = count_in(doc, at + 1, at + 2)
        if second is not None and _is_bare(doc[second.last], end):
            yield second


def _is_bare(number: Token, end: int) -> bool:
    """Return whether a number counts no other noun: "nine in August", and no "nine attacks" or "9 per cent"."""
    after = number.doc[number.i + 1] if number.i + 1 < end else None
    return after is None or after.lower_ in OF or (after.pos_ not in ("NOUN", "PROPN", "SYM", "ADJ") and after.lower_ not in ("per", "%"))


def _has_time(span: Span, at: int) -> bool:
    """Return whether a month, a year or "last week" stands close behind a number."""
    near = [word.lower_ for word in span.doc[at : min(at + TO_TIME, span.end)]]
    return any(word in TIMES or word in MONTH.strip("()").split("|") or YEAR.fullmatch(word) for word in near)
