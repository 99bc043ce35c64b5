"""Tell a place from a part of a longer name: "Kabul University", "Washington Post", "Paris Hilton", "Georgia Smith".

The words that leave the place standing ("Kabul Police", "northern Iraq") are in `seeds/places/name_neighbours.csv`.
"""

from __future__ import annotations

from functools import cache

from transforms.places.area_words import area_words
from transforms.places.countries import demonyms
from transforms.places.folding import fold
from transforms.places.names import CALENDAR, Name, word_beside
from transforms.places.regions import region_demonyms
from transforms.seed_tables import read_seed
from transforms.tokens import Token

NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "X"})


@cache
def neighbours(side: str) -> dict[str, str]:
    """Return word in lower case -> effect on a place name that it stands before or after."""
    return {row["word"]: row["effect"] for row in read_seed("places/name_neighbours") if row["side"] == side}


def follower_effect(name: Name, headline: bool) -> str:
    """Return what the capitalised words after a name make of it: keep, street, feature, or longer (part of another name)."""
    token = _next(name.last)
    if name.full_text is not None and name.level in ("admin1", "admin2"):
        return "keep"
    if token is None or not _continues(token):
        return "keep"
    run: list[Token] = []
    while token is not None and _continues(token) and len(run) < 6:
        run.append(token)
        token = _next(token)
    first = run[0]
    word = first.lower_.strip(".")
    if word in CALENDAR or word in area_words() or fold(first.text) in demonyms():
        return "keep"
    for later in run[:3]:
        effect = neighbours("after").get(later.lower_.strip("."))
        if effect is not None and (later is first or effect != "keep"):
            return effect
    if headline and first.pos_ not in ("PROPN",):
        return "keep"
    return "keep" if first.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ", "DET", "PRON") else "longer"


def is_tail_of_longer_name(name: Name, headline: bool) -> bool:
    """Return whether the capitalised word before a name makes it the end of another name ("Michael Jordan", "Bank of America")."""
    before = _previous(name.first)
    if before is None:
        return False
    if before.lower_ == "of":
        owner = _previous(before)
        if owner is not None and owner.lower_ == "the":
            return False
        return owner is not None and owner.text[0].isupper() and owner.pos_ == "PROPN" and not headline and not _keeps(owner)
    if not before.text[0].isupper() and not (before.text.endswith(".") and before.text[:1].isupper()):
        return before.text == "&"
    if not before.text[0].isalpha() or before.pos_ not in NAME_TAGS or _keeps(before):
        return False
    if headline and not (before.pos_ == "PROPN" and name.head.dep_ in ("flat", "compound", "flat:name")):
        return False
    return not (before.is_sent_start and before.pos_ != "PROPN")


def _keeps(token: Token) -> bool:
    word = token.lower_.strip(".")
    known = fold(token.text) in demonyms() or fold(token.text) in region_demonyms()
    return known or word in neighbours("before") or word in CALENDAR or word in area_words() or word in ("us", "government", "republic")


def _continues(token: Token) -> bool:
    return bool(token.text[0].isupper()) and token.doc[token.i - 1].text not in ",;:.()-\"'"


def _next(token: Token) -> Token | None:
    return word_beside(token, 1)


def _previous(token: Token) -> Token | None:
    return word_beside(token, -1)
