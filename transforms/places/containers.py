"""Which name says where another lies: "Saravan, Sistan and Baluchestan Province, Iran", "Panjgur district of Balochistan"."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.places.area_words import area_words
from transforms.places.longer_names import neighbours
from transforms.places.names import Name
from transforms.tokens import Token

PREPOSITIONS = frozenset({"in", "of", "within", "inside"})
FILLERS = frozenset(
    {
        "the",
        "'s",
        "'",
        "-",
        "capital",
        "part",
        "parts",
        "area",
        "areas",
        "area,",
        "near",
        "neighbouring",
        "border",
        "largest",
        "second",
        "coastal",
        "tribal",
    }
)
LONGEST_GAP = 6


def containers(names: Sequence[Name]) -> dict[int, list[int]]:
    """Return, for the names of one sentence in order, index -> indexes of the names that may contain it, nearest first."""
    links: dict[int, list[int]] = {}
    for place in range(len(names) - 1):
        gap = [token for token in names[place].last.doc[names[place].last.i + 1 : names[place + 1].first.i] if not token.is_space]
        if names[place].last.doc is not names[place + 1].first.doc:
            continue
        direction = _direction(names[place], gap)
        if any(token.text == "," for token in gap) and _describes(names[place + 1]):
            direction = None  # "In the Donetsk region, Russian forces ...", "near Palmyra, the U.S. military said"
        if direction == "next contains":
            links.setdefault(place, []).append(place + 1)
        elif direction == "previous contains":
            links.setdefault(place + 1, []).append(place)
    if names and _opens(names[0]):
        for place in range(1, len(names)):
            if names[place].kind == "name" and names[place].last.doc is names[0].last.doc:
                links.setdefault(place, []).append(0)  # "In Kharkiv Oblast, a bomb hit the village of Zolochiv"
    for inner in sorted(links, reverse=True):
        for outer in list(links[inner]):
            links[inner] += [further for further in links.get(outer, ()) if further not in links[inner] and further != inner]
    return links


def _opens(name: Name) -> bool:
    """Whether a sentence begins by saying where what it tells happened ("In X, ...")."""
    before = name.first.nbor(-1) if name.first.i > 0 else None
    after = name.last.nbor(1) if name.last.i + 1 < len(name.last.doc) else None
    if after is not None and after.lower_ in area_words() and after.i + 1 < len(after.doc):
        after = after.nbor(1)
    is_first = before is not None and before.lower_ == "in" and (before.is_sent_start or before.i == 0)
    return is_first and after is not None and after.text == ","


def _describes(name: Name) -> bool:
    """Whether a name only says whose a noun behind it is ("Russian forces", "the U.S. military")."""
    word = name.last
    return name.kind == "demonym" or (word.dep_ == "compound" and word.head.i > word.i and word.head.lower_ not in area_words())


def _direction(before: Name, gap: list[Token]) -> str | None:
    words = [token.lower_ for token in gap]
    if len(words) > LONGEST_GAP or not all(_is_filler(word) for word in words):
        return None
    if before.kind == "demonym":
        return "previous contains" if words else None
    if words and words[0] in ("'s", "'"):
        return "previous contains"
    if words and words[0] == "(" and all(word in neighbours("before") for word in words[1:]):
        return "next contains"
    if words == [","] or (words and words[-1] == "," and all(word in area_words() for word in words[:-1])):
        return "next contains"
    return "next contains" if any(word in PREPOSITIONS for word in words) and "near" not in words else None


def _is_filler(word: str) -> bool:
    return word in PREPOSITIONS or word in FILLERS or word in (",", "(") or word in area_words() or word in neighbours("before")
