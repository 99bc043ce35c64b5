"""Clauses told so many days from another deed: "The attack came a day after Iran fired missiles at ...".

Such a clause has a day and a place of its own: neither is that of the clause it hangs on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from transforms.events.frames import candidate_at
from transforms.events.reading import Reading
from transforms.events.subjects import SUBJECTS
from transforms.events.word_classes import classes_of
from transforms.parse import Sentence, end_of, start_of
from transforms.records import DateMention, DatePrecision, EventMention
from transforms.tokens import Token

DIRECTIONS = {"after": -1, "before": 1}
NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: number for number, word in enumerate(NUMBER_WORDS, start=1)} | {"a": 1, "the": 1, "just": 1}
DAYS = {"day": 1, "week": 7, "month": 30}
# "Weeks after", "several months before": how many is not said.
UNCOUNTED = frozenset({"days", "weeks", "months", "years"})
STEPS = 8
TOLD = ("advcl", "ccomp", "acl", "obl", "nmod", "conj")


@dataclass(frozen=True, slots=True)
class Offset:
    """The words "a day after", how many days from the other deed they put the clause (None of "weeks after"), whether to the day, and the
    clause's head."""

    first: Token
    marker: Token
    days: int | None
    is_exact: bool
    head: Token


def offset_of(word: Token) -> Offset | None:
    """Return the words that put a clause, or the clause that it hangs in, so many days from another deed; None where there are none."""
    for _ in range(STEPS):
        if word.dep_ in TOLD and (found := _opening(word)) is not None:
            return found
        is_another = word.dep_ == "advcl" and any(t.dep_ in SUBJECTS for t in word.children)
        if word.head.i == word.i or is_another:
            return None
        word = word.head
    return None


def is_of_other_deed(word: Token, deed: Token, clause: Token) -> bool:
    """Whether a word stands behind "a day after" in the clause of a deed told before these words: it is of the deed counted from."""
    verb = clause.head if clause.dep_ in SUBJECTS else clause
    openings = [_opening(t) for t in verb.children if t.dep_ in TOLD and t.i > verb.i]
    return any(found is not None and deed.i < found.first.i and found.marker.i < word.i for found in openings)


def _opening(head: Token) -> Offset | None:
    marker = next((t for t in head.children if t.dep_ in ("mark", "case", "advmod") and t.lower_ in DIRECTIONS and t.i < head.i), None)
    if marker is None or marker.i - 2 < marker.sent.start:
        return None
    unit, number = marker.nbor(-1), marker.nbor(-2)
    if unit.lower_ in UNCOUNTED and number.pos_ != "NUM":
        return Offset(unit, marker, None, False, head)
    days = DAYS.get(unit.lemma_.lower())
    if days is None:
        return None
    many = int(number.text) if number.text.isdigit() else NUMBERS.get(number.lower_)
    if many is None:
        return None
    return Offset(number, marker, DIRECTIONS[marker.lower_] * many * days, days == 1, head)


def offset_date(
    reading: Reading, offset: Offset, other: DateMention | None, sentence: Sentence, before: Sequence[EventMention]
) -> DateMention | None:
    """Return the day that an offset counts to: from the day of the clause it hangs on (`other`), else from that of the deed which the
    clause's subject points back to ("The attack came a day after ..."); None when neither is known to the day."""
    if offset.days is None:
        return None
    known = other if other is not None else _pointed_to(reading, offset, [told for told in before if told.sentence_index < sentence.index])
    counted_from = known.date_start if known is not None and known.date_precision == "day" else None
    unit = offset.marker.nbor(-1).lemma_.lower()
    published = reading.parsed.article.published_at
    if known is None and unit != "day" and published is not None:
        counted_from = published.date()  # news is of the days before it is told
    if counted_from is None:
        return None
    day = counted_from + timedelta(days=offset.days)
    start, end = start_of(offset.first), end_of(offset.marker)
    last = day + timedelta(days=DAYS[unit] - 1)
    precision: DatePrecision = "day" if unit == "day" else "week" if unit == "week" else "month"
    return DateMention(start, end, reading.parsed.text(start, end), day, last, precision, "text")


def _pointed_to(reading: Reading, offset: Offset, before: Sequence[EventMention]) -> DateMention | None:
    verb = offset.head.head
    subject = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < verb.i), None)
    if subject is None:
        return None
    pointed = candidate_at(reading, subject)
    meant = "ASSAULT" if "assault" in classes_of(subject) else pointed.event_type if pointed is not None else None
    return next((told.date for told in reversed(before) if told.event_type == meant and told.date is not None), None)
