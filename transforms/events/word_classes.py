"""Which words are parties, weapons, envoys, buildings ...: `seeds/word_classes.csv` and `seeds/instruments.csv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from transforms.events.lexicon import KNOWN_WORDS, forms, triggers
from transforms.seed_tables import read_seed
from transforms.tokens import Token

# Words for people, and the dead and hurt, that are more often something else where nobody is harmed.
MANY_SENSES_WORDS = (
    "figure life body other private fan chair fellow major maker cell broadcaster contra soul dead wounded injured accused human male "
    "female individual occupant adult owner builder prophet critic defender witness executive manager coach player consultant banker clerk"
)
MANY_SENSES = frozenset(MANY_SENSES_WORDS.split())


@dataclass(frozen=True, slots=True)
class Instrument:
    """A weapon, the PLOVER mode it means, its CAMEO code and the ACLED sub-event type of an attack with it."""

    words: tuple[str, ...]
    classes: frozenset[str]
    mode: str
    cameo_code: str
    acled_sub_event_type: str


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """Return the classes of each word; a weapon's classes are under the last word of its name."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_seed("word_classes"):
        found[row["word"]].add(row["word_class"])
    for row in read_seed("instruments"):
        if " " not in row["lemma"]:
            found[row["lemma"]].update(row["word_classes"].split())
    for row in read_seed("agent_nouns"):
        if " " not in row["noun"]:
            found[row["noun"]].add("party")
    for name in ("victim_nouns", "person_nouns"):
        for row in read_seed(name):
            if row.get("kind", "person") == "person" and " " not in row["noun"] and row["noun"] not in MANY_SENSES:
                found[row["noun"]].update({"person"} if "person" in found[row["noun"]] else {"person", "private"})
    for head, rows in triggers("noun").items():
        if any(row.event_type == "ASSAULT" for row in rows):
            found[head].add("assault")
    return {word: frozenset(classes) for word, classes in found.items()}


@cache
def instruments() -> Mapping[str, tuple[Instrument, ...]]:
    """Return weapons by the last word of their names, longest name first."""
    found: dict[str, list[Instrument]] = defaultdict(list)
    for row in read_seed("instruments"):
        words = tuple(row["lemma"].split())
        found[words[-1]].append(
            Instrument(words, frozenset(row["word_classes"].split()), row["event_mode"], row["cameo_code"], row["acled_sub_event_type"])
        )
    return {word: tuple(sorted(rows, key=lambda row: -len(row.words))) for word, rows in found.items()}


def classes_of(token: Token) -> frozenset[str]:
    """Return the classes of a word."""
    own = forms(token)
    classes, may_end_weapon = _classes(own)
    named = _weapon_at(token, own) if may_end_weapon else None
    return classes | named[0].classes if named is not None else classes


@lru_cache(maxsize=KNOWN_WORDS)
def _classes(own: tuple[str, ...]) -> tuple[frozenset[str], bool]:
    """Return the classes of a word wherever it stands, and whether it ends the name of a weapon."""
    table = word_classes()
    return frozenset().union(*(table.get(form, ()) for form in own)), any(form in instruments() for form in own)


def instrument_at(token: Token) -> tuple[Instrument, int] | None:
    """Return the weapon whose name ends at a word and the number of words of the name, or None."""
    own = forms(token)
    return _weapon_at(token, own) if _classes(own)[1] else None


def _weapon_at(token: Token, own: tuple[str, ...]) -> tuple[Instrument, int] | None:
    table = instruments()
    for form in own:
        for instrument in table.get(form, ()):
            before = instrument.words[:-1]
            start = token.i - len(before)
            if start >= 0 and all(word in forms(token.doc[start + n]) for n, word in enumerate(before)):
                return instrument, len(before) + 1
    return None
