"""Numbers told place by place without a word of harm of their own: "killed six people in Kharkiv, three in Sumy and one in Izium".

Beside a number that has its own place they are other people; after one that has none, or that they add up to, they are its parts
("killed twelve people, eight in Homs and four in Hama")."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.counts import Count, count_in
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import noun_of, word_set
from transforms.casualties.phrases import DAYS
from transforms.casualties.units import MONTHS
from transforms.casualties.victims import Victims
from transforms.events.word_classes import classes_of
from transforms.tokens import Span, Token

SPOTS = word_set("in at near outside on around")
JOINTS = frozenset((",", "and", ";", ":", "(", "-", "–", "—"))
# From "in" to the name of "in the village of al-Tira".
TO_NAME = 6
OTHERS = frozenset(("others", "more", "other"))
WIDE = frozenset(("across", "throughout", "over"))


def listed_by_place(span: Span, harms: Sequence[Harm], places: frozenset[int], towns: frozenset[int]) -> list[Harm]:
    """Return the people that a sentence tells of by number and place alone, and mark those found already that are parts of others.

    `places`: positions of names of places; `towns`: those of them that are no countries."""
    found: list[Harm] = []
    for harm in harms:
        if harm.victims is None or harm.count.best in (None, 0) or harm.is_part:
            continue
        start = max(harm.trigger.i, harm.victims.last)
        listed = _counted_in_places(start, span, places)
        if not listed:
            continue
        total = sum(count.best or 0 for _, count in listed)
        is_placed = _is_placed(span, start, listed[0][1].first, places, towns)
        is_sum = total == harm.count.best or (not is_placed and total < (harm.count.best or 0))
        if not is_sum and not is_placed:
            continue
        if any(other.count.first == listed[0][1].first for other in found):
            continue
        known = {other.count.first: other for other in harms if other is not harm and other.count.first >= 0}
        for noun, count in listed:
            whole = harm if is_sum else None
            told = known.get(count.first)
            if told is None:
                victims = Victims(noun, count.first, max(noun.i, count.last), count)
                found.append(Harm(harm.outcome, harm.trigger, victims, count, whole=whole, is_part=is_sum, by_list=True))
            elif is_sum and told.outcome == harm.outcome:
                told.whole, told.is_part = whole, True
    return found


def _counted_in_places(start: int, span: Span, places: frozenset[int]) -> list[tuple[Token, Count]]:
    """Return the numbers with a place each after a position, up to the next verb or to a number of anything else."""
    doc, at = span.doc, start + 1
    listed: list[tuple[Token, Count]] = []
    while at < span.end:
        word = doc[at]
        if word.pos_ in ("VERB", "AUX") and word.dep_ not in ("amod", "case", "compound"):
            break
        if word.pos_ != "NUM" or _is_of_a_day(word):
            at += 1
            continue
        count = count_in(doc, at, min(at + 3, span.end))
        noun = _people_after(word)
        if not listed and doc[at - 1].text not in JOINTS and _counts_deeds(word):
            at += 1  # "were killed in two operations on Sunday: eight in ..."
            continue
        if noun is None or count is None or doc[at - 1].text not in JOINTS or count.best is None or not _has_name(noun, span, places):
            break
        listed.append((noun, count))
        at = noun.i + 1
    return listed


def _counts_deeds(number: Token) -> bool:
    """Return whether a number is of attacks or the like and not of who or what was hit."""
    noun = number.head
    return noun.i > number.i and ("assault" in classes_of(noun) or noun.lemma_.lower() in ("operation", "incident", "battle"))


def _is_of_a_day(number: Token) -> bool:
    beside = {word.lower_ for word in number.doc[max(number.i - 1, number.sent.start) : min(number.i + 2, number.sent.end)]}
    return bool(beside & MONTHS) or (number.text.isdecimal() and len(number.text) == 4 and "in" in beside)


def _people_after(number: Token) -> Token | None:
    """Return the number itself or the noun for people after it, where a preposition of place follows; else None."""
    doc, end = number.doc, number.sent.end
    after = doc[number.i + 1] if number.i + 1 < end else None
    if after is None or after.lower_ in SPOTS:
        return number if after is not None else None
    known = noun_of(after)
    is_people = after.lower_ in OTHERS or (known is not None and known.kind in ("person", "plural"))
    return after if is_people and after.i + 1 < end and doc[after.i + 1].lower_ in SPOTS else None


def _has_name(noun: Token, span: Span, places: frozenset[int]) -> bool:
    for word in span.doc[noun.i + 2 : min(noun.i + 2 + TO_NAME, span.end)]:
        if word.text in (",", ";", ".") or word.lower_ == "and" or word.pos_ == "NUM":
            return False
        if word.i in places or _is_name(word):
            return True
    return False


def _is_placed(span: Span, start: int, before: int, places: frozenset[int], towns: frozenset[int]) -> bool:
    """Return whether the first number has a place of its own, finer than a country and not all over it."""
    between = span.doc[start + 1 : before]
    if any(word.lower_ in WIDE for word in between):
        return False
    spots = [word.i for word in between if word.lower_ in SPOTS]
    if (
        len(between) > 2
        and between[0].lower_ in ("on", "in", "aboard")
        and [w.text for w in between if w.text in ",;:(" or w.dep_ == "cc"] == ["and"]
    ):
        return True  # "259 people on the plane and 11 on the ground"
    return any(word.i in towns or (word.i not in places and _is_name(word) and spots and spots[0] < word.i) for word in between)


def _is_name(word: Token) -> bool:
    return word.pos_ == "PROPN" and word.text[0].isupper() and word.lower_ not in DAYS and word.lower_ not in MONTHS
