"""Find, in one sentence, the runs of words that are the name of a place somewhere, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from transforms.parse import Sentence, end_of, start_of
from transforms.places.area_words import area_words
from transforms.places.countries import countries, demonyms
from transforms.places.folding import fold, is_acronym
from transforms.places.gazetteer import load_gazetteer
from transforms.places.regions import region_demonyms
from transforms.seed_tables import read_seed
from transforms.tokens import Token
from transforms.tree_names import LINKS

LONGEST_NAME = 8
CALENDAR = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "jan", "feb", "apr", "aug", "sep", "sept", "oct", "nov", "dec",
    }
)  # fmt: skip
# "d'Ivoire" begins small.
ELIDED = re.compile(r"[dl]'[A-Z]")
# No name goes on over these.
APART = re.compile(r"[,;:()\"/]")
# Nouns of areas whose names are common words ("Plateau state", "Central region").
STATES = frozenset({"state", "province", "region"})
PARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "de", "umm"})


@dataclass(frozen=True, slots=True)
class Name:
    """Words `first` to `last` (tokens of one sentence, inclusive) that name a place, a people, or nothing known.

    `level` is what an area word beside the name says it is ("district": admin2); `text` is the name without that word."""

    sentence: Sentence
    first: Token
    last: Token
    text: str
    kind: Literal["name", "demonym", "abbreviation", "unknown"]
    level: str | None = None
    full_text: str | None = None
    geonames_id: int | None = None

    @property
    def key(self) -> str:
        """The folded name: mentions of one article with the same key are one group."""
        return fold(self.text)

    @property
    def start(self) -> int:
        """Offset of the first character in the article."""
        return start_of(self.first)

    @property
    def end(self) -> int:
        """Offset after the last character in the article."""
        return end_of(self.last)

    @property
    def head(self) -> Token:
        """The word of the name that hangs from outside it."""
        inside = range(self.first.i, self.last.i + 1)
        return next(
            (token for token in self.first.doc[self.first.i : self.last.i + 1] if token.head.i not in inside or token.head is token),
            self.last,
        )


@cache
def abbreviations() -> dict[str, tuple[int, str, bool]]:
    """Return state abbreviation as written -> (GeoNames id, name, whether it only counts after a comma)."""
    return {
        row["abbreviation"]: (int(row["geonames_id"]), row["name"], row["needs_comma"] == "yes")
        for row in read_seed("places/abbreviations")
    }


@cache
def _not_places() -> frozenset[str]:
    """Return words that are some town's name, but mean something else."""
    return frozenset(row["word"] for row in read_seed("places/not_places"))


@cache
def never_alone() -> frozenset[str]:
    """Return folded words that are some hamlet's name, but alone in a text mean what they say: months, "Court", "North"."""
    listed = [row["word"] for row in read_seed("places/name_neighbours")] + [row["noun"] for row in read_seed("organisation_nouns")]
    listed += _not_places()
    metonyms = [name for country in countries() for name in country.government_metonyms]
    return frozenset(fold(word) for word in (*listed, *metonyms, *area_words())) | CALENDAR


def word_beside(token: Token, step: int) -> Token | None:
    """Return the word some steps to the right (or left, when negative) in the same sentence, or None."""
    doc, place = token.doc, token.i
    for _ in range(abs(step)):
        if step < 0:
            if place == 0 or doc[place].is_sent_start:
                return None
            place -= 1
        else:
            place += 1
            if place == len(doc) or doc[place].is_sent_start:
                return None
    return doc[place]


def find_names(sentence: Sentence) -> list[Name]:
    """Return the sentence's gazetteer names, demonyms and state abbreviations, in order, none overlapping."""
    tokens = [token for token in sentence.span if not token.is_space]
    shouting = is_shouting(tokens)
    return list(_scan(sentence, tokens, shouting))


def is_shouting(tokens: list[Token]) -> bool:
    """Return whether a sentence is written in capitals throughout, so that capitals say nothing."""
    words = [token.text for token in tokens if token.is_alpha and len(token.text) > 1]
    return len(words) > 2 and sum(map(str.isupper, words)) > 0.7 * len(words)


def _scan(sentence: Sentence, tokens: list[Token], shouting: bool) -> Iterator[Name]:
    done = -1
    for place, token in enumerate(tokens):
        if token.i > done and _may_begin(tokens, place) and (name := _at(sentence, tokens, place, shouting)) is not None:
            yield name
            done = name.last.i


def _may_begin(tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    if token.text[0].isupper():
        return token.lower_ != "the"
    return token.lower_ in PARTICLES and place + 2 < len(tokens) and tokens[place + 1].text == "-" and tokens[place + 2].text[0].isupper()


def _at(sentence: Sentence, tokens: list[Token], place: int, shouting: bool) -> Name | None:
    """Return the longest name that begins at a token."""
    ends = []
    for count, last in enumerate(tokens[place : place + LONGEST_NAME], start=1):
        may_end, is_apart = _role_in_name(last.text)
        if is_apart:
            break
        if may_end:
            ends.append(count)
    start = tokens[place].start - sentence.start
    for count in reversed(ends):
        words = sentence.text[start : tokens[place + count - 1].end - sentence.start]
        name = _named(sentence, tokens, place, count, words, shouting)
        if name is not None:
            return name
    return None


@lru_cache(maxsize=20_000)
def _role_in_name(text: str) -> tuple[bool, bool]:
    """Whether a word may end a name, and whether no name goes on over it."""
    return text[0].isupper() or text == "." or ELIDED.match(text) is not None, APART.search(text) is not None


def _before_state(tokens: list[Token], after: int) -> bool:
    """Return whether a comma and a state's abbreviation follow: "ROME, Ga."."""
    return after + 1 < len(tokens) and tokens[after].text == "," and tokens[after + 1].text in abbreviations()


def _is_first_half(last: Token) -> bool:
    """Whether a Persian name goes on behind its first half ("Khan-e Bala")."""
    hyphen, link = word_beside(last, 1), word_beside(last, 2)
    return hyphen is not None and hyphen.text == "-" and not last.whitespace_ and link is not None and link.text in LINKS


def _named(sentence: Sentence, tokens: list[Token], place: int, count: int, words: str, shouting: bool) -> Name | None:
    first, last = tokens[place], tokens[place + count - 1]
    short = abbreviations().get(words)
    if short is not None:
        after_comma = place > 1 and tokens[place - 1].text == "," and tokens[place - 2].text[0].isupper()
        if after_comma or not short[2]:
            return Name(sentence, first, last, short[1], "abbreviation", "admin1", geonames_id=short[0])
    if last.text == "." or _is_first_half(last):
        return None
    key = fold(words)
    if key in never_alone():
        return _with_area(sentence, tokens, place, count, words)
    gazetteer = load_gazetteer()
    if key in demonyms() or key in region_demonyms():
        following = word_beside(last, 1)  # "Rakhine state" is the state, not its people
        is_area = key not in demonyms() and following is not None and following.lower_ in area_words() and gazetteer.has(words)
        return Name(sentence, first, last, words, "name" if is_area else "demonym")
    if is_acronym(words) and words.isupper() and len(words) <= 4 and not shouting and not _before_state(tokens, place + count):
        return Name(sentence, first, last, words, "name") if gazetteer.is_seeded(words) else None
    if count > 1 and last.lower_ in area_words() and not gazetteer.is_seeded(words):
        core = sentence.span.doc.text[first.idx : tokens[place + count - 2].idx + len(tokens[place + count - 2])]
        if gazetteer.has(words) or (gazetteer.has(core) and core not in _not_places()):  # "Police Department"
            level = area_words()[last.lower_]
            known_whole = level == "city" and gazetteer.has(words)
            return Name(sentence, first, last, words if known_whole or not gazetteer.has(core) else core, "name", level, words)
    return Name(sentence, first, last, words, "name") if gazetteer.has(words) else None


def _with_area(sentence: Sentence, tokens: list[Token], place: int, count: int, words: str) -> Name | None:
    """Return the area that a word names only with the noun of the area behind it, which need have no capital ("Plateau state")."""
    after = tokens[place + count] if place + count < len(tokens) else None
    if after is None or after.lower_ not in STATES or place == 0:
        return None
    whole = f"{words} {after.text.title()}"
    if not load_gazetteer().has(whole) and not (after.lower_ == "state" and load_gazetteer().has(words)):
        return None
    text = whole if load_gazetteer().has(whole) else words
    return Name(sentence, tokens[place], tokens[place + count - 1], text, "name", "admin1", whole)
