"""Names with a nickname in quotation marks (`Antonio "Tony" Reyes`) and "brother-in-law", which the parser takes for two names or nouns,
and a noun before another one, which it takes for a verb."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_edits import make_nominal, move

MARKS = frozenset("\"“”'‘’`")
IN_LAW = ["-", "in", "-", "law"]
NAME_PARTS = frozenset({"flat", "compound", "list", "appos", "dep"})
# Where a name hangs that the parser did not find a place for.
LOOSE = frozenset({"vocative", "discourse", "parataxis", "list", "dep"})
MOST_WORDS = 3


def join_nicknames(sentence: Span) -> bool:
    """Make one name of what stands before, in and behind quotation marks, one noun of in-laws, and nouns of verbs within noun phrases;
    return whether any was."""
    is_changed = False
    for kin in sentence:
        if kin.dep_ == "compound" and kin.tag_ in ("VB", "VBP"):
            is_changed |= _make_part(kin)
        if kin.pos_ == "NOUN" and kin.i + 4 < sentence.end and [t.lower_ for t in kin.doc[kin.i + 1 : kin.i + 5]] == IN_LAW:
            is_changed |= _join_in_law(kin)
    for opening in sentence:
        closing = _closing(opening) if opening.text in MARKS and opening.i > sentence.start else None
        if closing is not None:
            is_changed |= _join(opening, closing)
    return is_changed


def _make_part(word: Token) -> bool:
    """Make a noun of a word before another one that is taken for a verb ("a bomb squad technician"); return whether it did."""
    if word.pos_ != "VERB" or any(t.dep_ not in ("compound", "amod", "det", "nmod") for t in word.children):
        return False
    make_nominal(word)
    return True


def _join_in_law(kin: Token) -> bool:
    """Make one noun of "brother-in-law", which the parser takes for a brother in a law; return whether it did."""
    law = kin.nbor(4)
    if kin in law.ancestors and law.dep_ == "flat":
        return False
    if law in kin.ancestors:
        move(kin, kin if law.head is law else law.head, law.dep_)
    for word in [t for t in law.children if t.i < kin.i or t.i > law.i]:
        move(word, kin, word.dep_)
    move(law, kin, "flat")
    for mark in kin.doc[kin.i + 1 : law.i]:
        move(mark, law, "punct")
    return True


def _closing(opening: Token) -> Token | None:
    """Return the mark that closes a nickname between two parts of a name, or None."""
    before, end = opening.nbor(-1), opening.sent.end
    if opening.whitespace_ or not before.whitespace_ or not _is_name(before):
        return None
    for at in range(opening.i + 2, min(opening.i + MOST_WORDS + 2, end - 1)):
        token = opening.doc[at]
        if token.text in MARKS:
            is_within = all(word.text[0].isupper() and word.is_alpha for word in opening.doc[opening.i + 1 : at])
            return token if is_within and token.whitespace_ and _is_name(token.nbor(1)) else None
    return None


def _is_name(token: Token) -> bool:
    return token.pos_ in ("PROPN", "NOUN") and token.text[0].isupper() and token.is_alpha and len(token.text) > 1


def _join(opening: Token, closing: Token) -> bool:
    first, last = opening.nbor(-1), closing.nbor(1)
    while first.dep_ in NAME_PARTS and _is_name(first.head) and first.head.i == first.i - 1:
        first = first.head
    while last.dep_ in ("flat", "compound") and _is_name(last.head) and last.head.i == last.i + 1:
        last = last.head
    if last.dep_ == "flat" and last.head is first:
        return False
    is_loose = (first.head is first or first.dep_ in LOOSE) and first not in last.ancestors
    if last.head is last or last in first.ancestors or (is_loose and first in (last.head, last.head.head)):
        return False
    if is_loose:
        move(first, last.head, last.dep_)
    for word in [*last.children]:
        if word.i > last.i and word.dep_ != "flat" and word is not first:
            move(word, first, word.dep_)
    for word in opening.doc[opening.i + 1 : closing.i]:
        move(word, first, "flat")
    move(last, first, "flat")
    for mark in (opening, closing):
        move(mark, opening.doc[opening.i + 1], "punct")
    return True
