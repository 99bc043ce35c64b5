"""Places where no sentence ends, told to the parser before it splits: after a word, inside a hyphenated name, after a rank."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.seed_tables import read_seed
from transforms.tree_nicknames import MARKS

# Titles written with a full stop, which `seeds/ranks.csv` writes without.
STOPPED = frozenset({"mr", "mrs", "ms", "dr", "prof", "st", "no", "jr", "hon", "rev"})


SENTENCE_BREAKS = "casus_sentence_breaks"


@Language.component(SENTENCE_BREAKS)
def forbid_breaks(doc: Doc) -> Doc:
    """Forbid a sentence to begin after a word or comma ("in Lima Wednesday by ..."), a hyphen within a word ("Anwaar-ul-haq") and a rank
    before a name ("Col. Sani Usman")."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        goes_on = before.text[-1].isalnum() or before.text[-1] == "," or _closes_short_name(doc, token.i) or _is_in_nickname(doc, token.i)
        if goes_on or (not before.whitespace_ and (before.text == "-" or token.text == "-")) or _is_rank(doc, token):
            token.is_sent_start = False
    return doc


def _closes_short_name(doc: Doc, at: int) -> bool:
    """Whether the short form of a name in brackets stands right before a word: "the International Organization for Migration (IOM)
    Displacement Matrix". An agency's in a dateline opens its sentence."""
    if at < 4 or doc[at - 1].text != ")" or doc[at - 3].text != "(" or not doc[at].text[0].isalpha():
        return False
    short = doc[at - 2].text
    return short.isupper() and short.isalpha() and doc[at - 4].is_alpha and not any(name.fullmatch(short) for name in _agencies())


def _is_in_nickname(doc: Doc, at: int) -> bool:
    """Whether a word stands within a name with a nickname in quotation marks, behind the first mark ('Antonio "Tony" Reyes')."""
    opening = next((n for n in range(at - 1, max(at - 5, 0), -1) if doc[n].text in MARKS and doc[n - 1].whitespace_), None)
    if opening is None or doc[opening].whitespace_ or not (doc[opening - 1].is_alpha and doc[opening - 1].text[0].isupper()):
        return False
    closing = next((n for n in range(opening + 2, min(opening + 5, len(doc) - 1)) if doc[n].text in MARKS), None)
    if closing is None or at > closing + 1 or not doc[closing].whitespace_:
        return False
    inner = doc[opening + 1 : closing]
    return doc[closing + 1].text[0].isupper() and all(word.text[0].isupper() and word.is_alpha for word in inner)


@cache
def _agencies() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"]) for row in read_seed("agencies"))


def _is_rank(doc: Doc, token: Token) -> bool:
    """Whether what stands before a capitalised token is an abbreviated title."""
    if not token.text[:1].isupper():
        return False
    before = doc[token.i - 1]
    word = before.text if before.text != "." or token.i < 2 else doc[token.i - 2].text + "."
    return word.endswith(".") and word[:-1].lower() in _abbreviations() and word[:1].isupper()


@cache
def _abbreviations() -> frozenset[str]:
    """Return the short titles of `seeds/ranks.csv`, lower-case: those that are written with a full stop."""
    short = {row["title"].lower() for row in read_seed("ranks") if len(row["title"]) <= 4 and " " not in row["title"]}
    return STOPPED | short - {"king", "sir", "lord", "pope", "don", "pak", "head", "miss", "lady", "dame", "amir", "emir", "mp", "daw"}
