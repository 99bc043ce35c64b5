"""How much in the sentence speaks for a name being a place: prepositions, area words, the entity labels, what the name is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from transforms.actors.lexicon import word_list
from transforms.places.area_words import area_words
from transforms.places.gazetteer import Candidate, load_gazetteer
from transforms.places.longer_names import neighbours
from transforms.places.names import Name, word_beside
from transforms.seed_tables import read_seed
from transforms.tokens import Token

# Weights in points; a name with ENOUGH points is a place. "in Saravan" alone is enough, "with Saravan" is not.
ENOUGH = 2.0
PREPOSITIONS = {
    "in": 3.0, "near": 3.0, "outside": 2.5, "throughout": 2.5, "around": 2.0, "across": 2.0, "into": 2.0, "within": 2.0, "inside": 2.0,
    "toward": 2.0, "towards": 2.0, "at": 1.5, "from": 1.5, "to": 1.5, "through": 1.5, "off": 1.5, "along": 1.5, "via": 1.5, "beyond": 1.0,
    "between": 1.0, "over": 1.0, "of": 1.0, "on": 0.5, "for": -0.5, "against": -0.5, "like": -0.5, "than": -0.5, "about": -0.5,
    "by": -1.0, "with": -1.0,
}  # fmt: skip
FEATURES = {"country": 4.0, "historic": 4.0, "continent": 4.0, "region": 2.5, "water": 2.5, "ADM1": 2.5}
LABELS = {"LOC": 2.0, "GPE": 2.0, "FAC": 1.0, "NORP": 0.5, "ORG": -1.0, "PER": -2.0, "PERSON": -2.0}
HAS_OWN_PLACE = frozenset({"capital", "governor", "mayor", "prefect"})  # what only a place has: "the governor of Lanao del Sur"
# "The Mawasi area of Khan Younis".
PARTS = frozenset({"area", "areas", "outskirts", "suburb", "suburbs", "neighbourhood", "neighborhood", "neighbourhoods"})
TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "lady",
        "lord",
        "judge",
        "sgt",
        "lt",
        "col",
        "gen",
        "capt",
        "officer",
        "coach",
        "rev",
        "sen",
        "rep",
    }
)
SIDES = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outskirts", "outside"})
DIRECTIONS = SIDES - {"outskirts", "outside"}
# How far off: "about 20 km (12 miles) north of".
MEASURES = frozenset({"about", "some", "just", "km", "kilometers", "kilometres", "miles", "mile", "(", ")", "hours", "hour", "to", "the"})
LYING, LYING_WORDS = 2.5, 10
TAKEN = 1.5
UNCOUNTED = 0.5
OPENING = 4  # sentences among which a dateline stands
SPEAKING = frozenset(
    {"say", "tell", "add", "explain", "recall", "note", "think", "believe", "ask", "reply", "smile", "know", "admit", "write"}
)


def fame(candidates: Sequence[Candidate]) -> float:
    """Return points for what the best-known bearer of a name is: a country is a place by its name alone, a hamlet is not."""
    best = -1.0
    for candidate in candidates:
        points = FEATURES.get(candidate.place.feature or "")
        if points is None or not candidate.is_main:
            people = candidate.place.population or 0
            points = min(2.5, 0.75 * (math.log10(people + 1) - 3.5)) - (0.0 if candidate.is_main else 0.75)
            if candidate.place.feature == "ADM2" and not people:
                points = UNCOUNTED  # a district whose people the gazetteer has not counted is no hamlet
        best = max(best, points)
    return best


def context_points(name: Name, shouting: bool) -> float:
    """Return the points of a name's grammar and neighbours, without what the gazetteer knows of it."""
    head = name.head
    points = _preposition(name, head)
    if name.level is not None and name.kind == "name":
        points += 3.0
    points += max(_area_word_beside(name), LYING if _lies(name) else 0.0)
    before = word_beside(name.first, -1)
    if before is not None and before.lower_ in neighbours("before"):
        points += 2.5
    if before is not None and before.lower_.strip(".") in TITLES:
        points -= 4.0
    if head.pos_ not in ("PROPN", "NOUN", "ADJ", "X"):
        points -= 2.5
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in SPEAKING:
        points -= 2.0
    bare = head.i == name.last.i and head.dep_ not in ("compound", "amod", "nmod:poss", "nmod:desc")
    article = next((t.lower_ for t in head.children if t.dep_ == "det"), before.lower_ if before is not None else "")
    if bare and article in ("the", "a", "an") and not load_gazetteer().is_seeded(name.text):
        following = word_beside(name.last, 1)
        is_thing = article != "the" and (following is None or following.pos_ not in ("NOUN", "PROPN", "ADJ", "PUNCT"))
        points -= 4.0 if is_thing else 1.5  # "sped away in a white Dodge", "the next Summit"; "a Paris, Texas, bar" is in Paris
    if name.last.is_upper and len(name.last) > 1 and not shouting and not is_dateline(name):
        points -= 1.5
    if is_dateline(name):
        points += 3.0
    happened = _event_points(head)
    points += happened
    if head.dep_ == "nmod:poss" and head.head.lower_ in word_list("city_thing"):
        points += 2.5
    elif _is_camp(name):
        points += 3.0
    if head.dep_ in ("compound", "nmod") and head.head.pos_ == "NOUN" and not head.head.text[0].isupper() and head.head.i > head.i:
        points += 1.25
    is_taken = happened == TAKEN and name.first.i == name.last.i  # "seized Bara": the entity labels know few towns by one word
    label = max(_label(name), 0.0) if is_taken else _label(name)
    points += label / 2 if label < 0 < points else label
    return points


def _lies(name: Name) -> bool:
    """Return whether a name is said to lie in a direction from somewhere: "at Cabaret, north of the capital", "X, 20 km west of Y"."""
    following = [token.lower_ for token in name.last.doc[name.last.i + 1 : name.last.i + 1 + LYING_WORDS]]
    if following[:1] != [","] or "of" not in following:
        return False
    way = following[1 : following.index("of")]
    return bool(way) and way[-1] in DIRECTIONS and all(word in MEASURES or word[:1].isdigit() for word in way[:-1])


def _is_camp(name: Name) -> bool:
    """Return whether a name is that of a camp: "the Jenin refugee camp", "Dadaab camp"."""
    beside = [word.lower_ for step in (1, 2) if (word := word_beside(name.last, step)) is not None]
    return "camp" in beside[:1] or (beside[:1] == ["refugee"] and "camp" in beside)


@cache
def _place_verbs(role: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_seed("places/place_verbs") if row["role"] == role)


def _event_points(head: Token) -> float:
    """Return the points for what happens to a place: "shelled Sake", "an attack on Tera", "Goma fell"."""
    governor = head.head.lemma_.lower()
    if head.dep_ in ("obj", "nsubj:pass") and governor in _place_verbs("object"):
        return TAKEN
    if head.dep_ == "nsubj" and governor in _place_verbs("subject"):
        return 1.0
    marks = {child.lower_ for child in head.children if child.dep_ == "case"}
    return 1.5 if head.dep_ in ("nmod", "obl") and governor in _place_verbs("noun") and marks & {"on", "of", "against"} else 0.0


def is_dateline(name: Name) -> bool:
    """Return whether a name opens a paragraph as a dateline: "KABUL (Agency) -", "TEHRAN, Iran -"."""
    before = word_beside(name.first, -1)
    if before is not None and before.text not in ".!?/":
        return False
    following = [token.text for token in name.last.doc[name.last.i + 1 : name.last.i + 9]]
    if before is None and not following:
        return name.sentence.index < OPENING and name.first.text.isupper()  # set apart as a line of its own: "SRINAGAR"
    return (
        bool(following)
        and following[0] in ("(", "-", "--", ",", ":")
        and (name.first.text.isupper() or "-" in following or "--" in following)
    )


def _preposition(name: Name, head: Token) -> float:
    while head.dep_ == "conj" and head.head.pos_ == "PROPN":
        head = head.head
    marks = [child.lower_ for child in head.children if child.dep_ == "case"]
    if head.dep_ in ("compound", "nmod:poss"):
        return 0.0
    before = word_beside(name.first, -1)
    if before is not None and before.lower_ in ("the",):
        before = word_beside(name.first, -2)
    if before is not None and before.lower_ in PREPOSITIONS:
        marks.append(before.lower_)
        side = word_beside(before, -1)
        if before.lower_ == "of" and side is not None and side.lower_ in SIDES:
            marks.append("near")  # "20 km north of Saravan"
    return max((PREPOSITIONS.get(mark, 0.0) for mark in marks), default=0.0) if marks else 0.0


def _area_word_beside(name: Name) -> float:
    following = word_beside(name.last, 1)
    if (
        following is not None
        and following.lower_ in area_words()
        and following.lower_ not in ("state", "states", "department", "division", "zone", "region")
    ):
        return 2.5
    if following is not None and following.lower_ in ("region", "state", "area", "residents"):
        return 1.5
    if following is not None and following.lower_.strip(".") in ("gov", "governor", "mayor"):
        return 3.0
    of, owner = word_beside(name.first, -1), word_beside(name.first, -2)
    if of is not None and of.lower_ == "the":
        of, owner = owner, word_beside(name.first, -3)
    return (
        3.0
        if of is not None
        and of.lower_ == "of"
        and owner is not None
        and (owner.lower_ in area_words() or owner.lower_ in HAS_OWN_PLACE | PARTS)
        else 0.0
    )


def _label(name: Name) -> float:
    label = name.first.ent_type_
    if not label or name.last.ent_type_ != label:
        return 0.0
    points = LABELS.get(label, 0.0)
    begins, ends = name.first.ent_iob_ == "B", _ends_entity(name.last)
    if points < 0:
        return points if ends else 0.0
    return points if begins and ends else points / 2


def _ends_entity(token: Token) -> bool:
    following = word_beside(token, 1)
    return following is None or following.ent_iob_ != "I"
