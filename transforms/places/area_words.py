"""The words that say what kind of area a name is: "Panjgur district", "Sistan and Baluchestan Province", "Laurel County"."""

from __future__ import annotations

from functools import cache

from transforms.seed_tables import read_seed


@cache
def area_words() -> dict[str, str]:
    """Return area word in lower case -> the level it stands for: admin1, admin2, either, or city."""
    return {row["word"].lower(): row["level"] for row in read_seed("places/area_words")}


def area_core(name: str) -> str:
    """Return an administrative area's name without the word for its kind: "Panjgur District" -> "Panjgur"."""
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip(".") in area_words():
        words = words[:-1]
    if len(words) > 2 and words[0].lower() in area_words() and words[1].lower() in ("of", "de", "d'"):
        words = words[2:]
    elif len(words) > 1 and words[0].lower() in area_words() and words[0].lower() not in ("capital", "city", "state", "union"):
        words = words[1:]
    return " ".join(words)
