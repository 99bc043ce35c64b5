"""Read how many: numbers in words and figures, ranges, bounds and vague words, with the words kept.

Bounds: "at least nine" is nine or more; "more than 80" is 81 or more, as persons are whole; "up to 40" has no lower bound.
A vague word gives what it implies and nothing more: "dozens" 24 and open ended, "a number of" nothing at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from transforms.casualties.number_words import has_digit_or_number_word, longest, number_value, phrases
from transforms.casualties.units import MONEY, MONTHS, UNITS
from transforms.tokens import Doc

MOST_PERSONS = 10_000_000_000
ROUND = ("hundred", "thousand", "million")
TENS = ("tens", "dozens", "scores", "hundreds", "thousands", "millions")
# As far as from "a" to "number" in "a still unconfirmed number".
TO_NUMBER = 6


@dataclass(frozen=True, slots=True)
class Count:
    """How many persons, as the text says it: token positions `first` to `last` (inclusive) hold the words."""

    low: int | None
    best: int | None
    high: int | None
    qualifier: str
    first: int
    last: int
    is_more: bool = False


def count_in(doc: Doc, first: int, end: int) -> Count | None:
    """Return the count written in the tokens from `first` to before `end`, with bounds that stand before it; None when there is none."""
    at = first
    while at < end:
        found = _range(doc, at, end) or _vague(doc, at, end)
        if found is not None and not _is_other_number(doc, found[0]):
            return _bounded(doc, found[0])
        at = found[0].last + 1 if found is not None else at + 1
    return None


def number_start(doc: Doc, first: int, start: int) -> int:
    """Return where a number begins whose last part stands at `first`: "between 30 and 40", "two or three", "ten or more"."""
    joins = ("and", "or", "to", "-")
    while first - 2 >= start and doc[first - 1].lower_ in joins and has_digit_or_number_word(doc[first - 2].text):
        if not has_digit_or_number_word(doc[first].text) and doc[first].lower_ not in ("more", "so"):
            break
        if doc[first - 1].lower_ == "and" and not (doc[first - 2].lower_ in ROUND or (first >= 3 and doc[first - 3].lower_ == "between")):
            break
        first -= 2
        while first - 1 >= start and has_digit_or_number_word(doc[first - 1].text):
            first -= 1
    return first - 1 if first - 1 >= start and doc[first - 1].lower_ == "between" else first


def _value(doc: Doc, at: int, end: int) -> tuple[int, int] | None:
    """Return a number's value and the position after it, or None: more people than live are no count of persons."""
    found = _number(doc, at, end)
    return found if found is not None and found[0] <= MOST_PERSONS else None


def _number(doc: Doc, at: int, end: int) -> tuple[int, int] | None:
    """Return a number's value and the position after it: "21", "twenty-one", "two hundred and five", "1.2 million"."""
    decimal = re.fullmatch(r"(\d{1,12})\.(\d{1,12})", doc[at].text)
    if decimal and at + 1 < end and doc[at + 1].lower_ in ("million", "thousand"):
        return round(float(decimal.group()) * (1_000_000 if doc[at + 1].lower_ == "million" else 1000)), at + 2
    value = 1 if _is_round_article(doc, at, end) else number_value(doc[at].text)
    if value is None:
        return None
    at += 1
    if value in range(20, 100, 10) and at + 1 < end and doc[at].text == "-" and 0 < (number_value(doc[at + 1].text) or 0) < 10:
        value, at = value + (number_value(doc[at + 1].text) or 0), at + 2
    while at < end:
        words = phrases().get((doc[at].lower_,))
        if words is not None and words.kind == "multiplier" and words.low is not None and doc[at].lower_ != "score":
            value, at = value * words.low, at + 1
        elif (
            doc[at].lower_ == "and"
            and value >= 100
            and at + 1 < end
            and 0 < (number_value(doc[at + 1].text) or 0) < 100
            and value % 100 == 0
            and doc[at - 1].is_alpha
        ):
            value, at = value + (number_value(doc[at + 1].text) or 0), at + 2
        elif value >= 100 and value % 100 == 0 and doc[at - 1].is_alpha and 0 < (number_value(doc[at].text) or 0) < 100:
            value, at = value + (number_value(doc[at].text) or 0), at + 1
        else:
            break
    return value, at


def _is_round_article(doc: Doc, at: int, end: int) -> bool:
    """Return whether "a" stands for one before a round number ("a thousand")."""
    return doc[at].lower_ in ("a", "an") and at + 1 < end and doc[at + 1].lower_ in ROUND


def _range(doc: Doc, at: int, end: int) -> tuple[Count, int] | None:
    """Return an exact number or a range ("30 to 40", "between 30 and 40", "two or three") and the position after it."""
    first = _value(doc, at, end)
    if first is None:
        return None
    low, after = first
    between = at > 0 and doc[at - 1].lower_ == "between"
    if after + 1 < end and (doc[after].lower_ in ("to", "-", "or") or (between and doc[after].lower_ == "and")):
        second = _value(doc, after + 1, end)
        if second is not None and second[0] > low:
            return Count(low, None, second[0], "range", at - between, second[1] - 1), second[1]
    return Count(low, low, low, "about" if _is_round_article(doc, at, end) else "exact", at, after - 1), after


def _vague(doc: Doc, at: int, end: int) -> tuple[Count, int] | None:
    """Return a vague word or a word that is a number in itself ("several", "dozens", "both", "no") and the position after it."""
    for length in range(min(longest(), end - at), 0, -1):
        words = phrases().get(tuple(doc[i].lower_ for i in range(at, at + length)))
        if words is None:
            continue
        last = at + length - 1
        if words.kind == "multiplier" and length == 1 and words.low is not None and doc[at].lower_ not in ("score", "million"):
            return Count(words.low, words.low, words.low, "about", at, last), last + 1
        if words.kind == "exact_word":
            if doc[at].lower_ in ("no", "a", "an") and _begins_bound(doc, at):
                return None
            if doc[at].lower_ in ("a", "an") and (number := _vague_noun(doc, at, end)) is not None:
                return Count(None, None, None, "vague", at, number), number + 1
            if doc[at].lower_ == "both" and doc[at].dep_ == "cc:preconj" and doc[at].head.pos_ == "PROPN":
                return None  # "both Karim Nasser and his son" counts no Nassers
            if doc[at].lower_ == "another" and at + 1 < end and _value(doc, at + 1, end) is not None:
                return None
            return Count(words.low, words.best, words.high, "exact", at, last), last + 1
        if words.kind == "about_word":
            return Count(words.low, words.best, words.high, "about", at, last), last + 1
        if words.kind == "vague":
            if doc[at].lower_ == "some" and last + 1 < end and _value(doc, last + 1, end) is not None:
                return None
            wider = _vague(doc, last + 1, end) if last + 1 < end and doc[last + 1].lower_ in TENS else None
            if wider is not None:
                return replace(wider[0], first=at), wider[1]  # "several tens of thousands"
            factor = phrases().get((doc[last + 1].lower_,)) if last + 1 < end else None
            if factor is not None and factor.kind == "multiplier" and factor.low is not None:
                return Count((words.low or 2) * factor.low, None, None, "vague", at, last + 1), last + 2
            return Count(words.low, None, None, "vague", at, last), last + 1
    return None


def _vague_noun(doc: Doc, at: int, end: int) -> int | None:
    """Return where "number" stands in "a growing number of", "a still disputed number of", or None."""
    for word in doc[at + 1 : min(at + TO_NUMBER, end)]:
        if word.lower_ == "number":
            is_of = word.i + 1 < len(doc) and doc[word.i + 1].lower_ == "of"
            return word.i if is_of and word.i > at + 1 else None
        if word.pos_ not in ("ADJ", "ADV", "VERB") and word.text != "-":
            return None
    return None


def _begins_bound(doc: Doc, at: int) -> bool:
    """Return whether "no" or "a" opens a bound ("no fewer than", "a total of") rather than being the number itself."""
    for length in range(2, longest() + 1):
        words = phrases().get(tuple(token.lower_ for token in doc[at : at + length]))
        if words is not None and words.kind in ("at_least", "at_most", "more_than", "about", "exact"):
            return True
    return False


def _bounded(doc: Doc, count: Count) -> Count:
    """Return the count with the bound written before it ("at least", "no more than") or after it ("or more")."""
    if count.first == count.last and doc[count.first].lower_ in ("a", "an"):
        return count
    first, kind, is_more = count.first, "exact", False
    more = True
    while more:
        more = False
        for length in range(min(longest(), first), 0, -1):
            words = phrases().get(tuple(doc[i].lower_ for i in range(first - length, first)))
            if words is None or words.kind not in ("at_least", "more_than", "at_most", "about", "exact"):
                if not (length == 1 and doc[first - 1].lower_ == "some" and count.qualifier == "exact"):
                    continue
                kind_here = "about"
            else:
                kind_here = words.kind
            if doc[first - length].is_sent_start is False and kind_here == "at_most" and doc[first - length - 1].lower_ in ("no", "not"):
                continue
            is_more = is_more or doc[first - 1].lower_ in ("another", "additional", "further", "other")
            first, kind, more = first - length, kind if kind_here == "exact" else kind_here, True
            break
    last = count.last
    if last + 2 < len(doc) and doc[last + 1].lower_ == "or" and doc[last + 2].lower_ in ("more", "so"):
        kind, last = ("at_least" if doc[last + 2].lower_ == "more" else "about"), last + 2
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    is_more = is_more or after in ("other", "others", "more", "additional", "further") or doc[count.first].lower_ == "another"
    low, best, high, qualifier = count.low, count.best, count.high, count.qualifier
    if qualifier in ("exact", "about") and low is not None and low > 0:
        qualifier = kind if kind != "exact" else qualifier
        if kind == "at_least":
            high = None
        elif kind == "more_than":
            low, best, high = low + 1, low + 1, None
        elif kind == "at_most":
            low, best = None, None
    elif qualifier == "range" and kind in ("at_least", "more_than"):
        high = None
    return Count(low, best, high, qualifier, first, last, is_more)


def _is_other_number(doc: Doc, count: Count) -> bool:
    """Return whether a number counts something else: money, a rate, an age, a time, a rank, a street or a part of a compound."""
    if count.qualifier == "vague":
        return False
    before = doc[count.first - 1].lower_ if count.first > 0 else ""
    after = [doc[i].lower_ for i in range(count.last + 1, min(count.last + 3, len(doc)))]
    if before == "as" and doc[count.first - 2].lower_ in ("young", "old"):
        return True
    if before in MONEY or before in MONTHS or (after and (after[0] in UNITS or after[0] in MONTHS)) or _is_rate(doc, count):
        return True
    if len(after) == 2 and after[0] == "-" and not has_digit_or_number_word(after[1]) and not doc[count.last + 1].whitespace_:
        return True
    return bool(len(after) == 2 and after[0] in ("/", ":") and doc[count.last].text.isdigit() and not doc[count.last + 1].whitespace_)


def _is_rate(doc: Doc, count: Count) -> bool:
    """Return whether a number is the first of a share: "one in six", "three in 100"; not "one in two days"."""
    at = count.last + 2
    second = _value(doc, at, len(doc)) if at < len(doc) and doc[at - 1].lower_ == "in" else None
    if second is None or count.low is None:
        return False
    is_share = count.low < second[0] <= 100 and (count.low == 1 or second[0] in (10, 100))
    return is_share and not (second[1] < len(doc) and doc[second[1]].lower_ in UNITS)
