"""One spelling for names that differ only in case, accents, dots, hyphens or a leading article."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, as English-language news writes them.
UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "ħ": "h"}
)
APOSTROPHES = re.compile(r"['’‘ʻʼ`´.]")
BREAKS = re.compile(r"[^\w]+")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """Return a name in lower case, without accents, apostrophes and dots, hyphens as spaces, without a leading "the"."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(UNDECOMPOSED))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = BREAKS.sub(" ", APOSTROPHES.sub("", plain)).replace("_", " ").split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    long = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
    return " ".join([long.get(word, word) for word in words[:-1]] + words[-1:])


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """Return the key to file a name under: its folded form, but an acronym ("U.S.", "LoC") keeps its letters as they are."""
    return re.sub(r"[.\s]", "", name) if is_acronym(name) else fold(name)


@lru_cache(maxsize=20_000)
def look_up_keys(name: str) -> tuple[str, ...]:
    """Return the keys under which a name in a text may be filed: "IRAN" may be an acronym or a name in capitals."""
    return (name_key(name), fold(name)) if is_acronym(name) else (fold(name),)


@lru_cache(maxsize=20_000)
def is_acronym(name: str) -> bool:
    """Return whether a name is an acronym ("U.S.", "UAE", "BiH"), which only means something in its own capitals."""
    letters = re.sub(r"[.\s]", "", name)
    return (
        len(letters) <= 5 and sum(letter.isupper() for letter in letters) >= 2 and letters.isalpha() and sum(map(str.islower, letters)) <= 1
    )
