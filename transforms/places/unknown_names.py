"""Names that no gazetteer row bears, but that the text makes a place: "the village of X", "X district", "X River", "in X, Helmand"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from transforms.parse import Sentence
from transforms.places.area_words import area_words
from transforms.places.gazetteer import load_gazetteer
from transforms.places.longer_names import neighbours
from transforms.places.names import CALENDAR, Name, never_alone, word_beside
from transforms.seed_tables import read_seed
from transforms.tokens import Token

# Area words that are also said of what is no place ("State Department", "division", "zone").
LOOSE = frozenset(
    {"state", "states", "department", "departments", "division", "zone", "territory", "region", "regions", "commune", "locality"}
)
FIRST_WORDS = frozenset({"camp", "lake", "mount", "fort"})
ROADS = frozenset({"highway", "route", "interstate"})
IN = frozenset({"in", "near", "outside", "around", "at", "from"})
LINKS = frozenset({"-", "al", "el", "e", "i", "ul", "ez", "az", "ash", "as", "de", "o"})


def find_unknown(sentence: Sentence, names: Sequence[Name]) -> list[Name]:
    """Return the sentence's runs of capitalised words outside the names already found that its words make a place."""
    taken = {number for name in names for number in range(name.first.i, name.last.i + 1)}
    starts = {name.first.i for name in names}
    found = []
    for run in _runs(sentence, taken):
        level = _level(run, starts)
        if level is not None:
            text = str(run[0].doc.text[run[0].idx : run[-1].idx + len(run[-1])])
            found.append(Name(sentence, run[0], run[-1], text, "unknown", level or None))
    return found


@cache
def facilities() -> frozenset[str]:
    """Return the nouns for buildings, posts and camps, which stand somewhere."""
    return frozenset(row["word"] for row in read_seed("word_classes") if row["word_class"] == "facility")


def with_feature(name: Name) -> Name:
    """Return a name lengthened to what it is part of, as an unknown name: "Memphis Street", "Bala Boluk district"."""
    if load_gazetteer().is_seeded(name.text):
        return name
    token: Token | None = name.last
    area = word_beside(name.last, 1)
    first = _first_of_linked(name.first)
    if first.i != name.first.i and area is not None and area.lower_ in area_words():
        text = str(first.doc.text[first.idx : name.last.idx + len(name.last)])
        return Name(name.sentence, first, name.last, text, "unknown", area_words()[area.lower_])
    for step in range(5):
        token = word_beside(token, 1) if token is not None else None
        if token is None or not (token.text[0].isupper() or token.lower_ in LINKS):
            break
        area = word_beside(token, 1)
        if (
            area is not None
            and (area.lower_ in area_words() or area.lower_ == "camp")
            and area.lower_ not in LOOSE
            and area.text.islower()
            and token.text[0].isupper()
        ):
            text = str(name.first.doc.text[name.first.idx : token.idx + len(token)])
            return Name(name.sentence, name.first, token, text, "unknown", area_words().get(area.lower_))
        if step < 3 and neighbours("after").get(token.lower_.strip(".")) in ("street", "feature"):
            text = str(name.first.doc.text[name.first.idx : token.idx + len(token)])
            return Name(name.sentence, name.first, token, text, "unknown")
    return name


def _first_of_linked(token: Token) -> Token:
    """Return the first word of a linked name that a token ends: Khak in "Khak-e-Safayd"."""
    before = word_beside(token, -1)
    linked = False
    while before is not None and (before.lower_ in LINKS or (linked and before.text[0].isupper())):
        linked = True
        if before.text[0].isupper() and before.lower_ not in LINKS:
            return before
        before = word_beside(before, -1)
    return token


def _runs(sentence: Sentence, taken: set[int]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in sentence.span:
        free = token.i not in taken and not token.is_space
        if not run and not token.text[0].isupper():
            continue
        if free and (_is_name_word(token) or (run and _is_link(token) and token.i == run[-1].i + 1)):
            run.append(token)
            continue
        if free and run and token.like_num and run[-1].lower_ in ROADS:
            run.append(token)
        yield from _trimmed(run)
        run = []
    yield from _trimmed(run)


def _trimmed(run: list[Token]) -> Iterator[list[Token]]:
    while run and _is_link(run[-1]):
        run = run[:-1]
    if run and len(run) <= 6:
        yield run


def _is_name_word(token: Token) -> bool:
    return bool(token.text[0].isupper()) and token.pos_ in ("PROPN", "NOUN", "ADJ", "X") and token.lower_ not in CALENDAR


def _is_link(token: Token) -> bool:
    following = word_beside(token, 1)
    return (
        token.lower_ in LINKS
        and following is not None
        and (following.text == "-" or following.text[0].isupper() or following.lower_ in LINKS)
    )


def _level(run: list[Token], starts: set[int]) -> str | None:
    """Return the level a run has as a place ("" when none is said), or None when nothing makes it one."""
    first, last = run[0], run[-1]
    after, before, owner = word_beside(last, 1), word_beside(first, -1), word_beside(first, -2)
    if after is not None and after.lower_ in area_words() and after.lower_ not in LOOSE and last.lower_ not in never_alone():
        return area_words()[after.lower_]
    if before is not None and owner is not None and before.lower_ == "of" and owner.lower_ in area_words() and owner.lower_ not in LOOSE:
        return area_words()[owner.lower_]
    if first.lower_ in ROADS and last.like_num:
        return ""
    if before is not None and owner is not None and before.lower_ == "of" and owner.lower_ == "battle":
        return ""
    camp = after if after is None or after.lower_ not in ("refugee", "displacement", "idp") else word_beside(last, 2)
    if camp is not None and camp.lower_ == "camp" and before is not None and before.lower_ in ("the", "nearby", *IN):
        return ""  # "the nearby Zamzam camp"
    if len(run) > 1 and (first.lower_ in FIRST_WORDS or neighbours("after").get(last.lower_.strip(".")) in ("street", "feature")):
        return "" if first.ent_type_ != "PER" else None
    if after is not None and after.text in ("'s", "'"):
        return None
    if before is None or before.lower_ not in IN or last.lower_ in never_alone() or last.is_upper:
        return None
    if after is not None and after.text == "," and last.i + 2 in starts:
        return ""
    if owner is not None and owner.lower_ in facilities() and before.lower_ in ("in", "near", "outside") and len(run) > 1:
        return ""  # "a hideout in Shariff Aguak"
    return "" if all(token.ent_type_ == "LOC" for token in (first, last)) and before.lower_ in ("in", "near", "outside") else None
