"""When two names, or two readings of a person, are one: spelling variants and transliterations, never across countries."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from transforms.actors.folding import WORD, squash
from transforms.records import Actor

# Measured on pairs of transliterations: Kanaani/Kanani 92, Zelensky/Zelenskyy 94, Gaddafi/Qaddafi 86; Hassan/Hussein 62, Karimi/Rahimi 67.
SAME_PART = 84.0
SAME_WHOLE = 90.0
SHORTEST_FUZZY = 4


def same_person(a: Actor, b: Actor) -> bool:
    """Return whether two found persons are one: both persons, names that are spellings of one another, no contradiction in country,
    and, where neither has a country, none in affiliation. The order of the two does not matter."""
    if a.kind != "person" or b.kind != "person":
        return False
    if a.actor_id == b.actor_id:
        return True
    if a.country_iso3 and b.country_iso3 and a.country_iso3 != b.country_iso3:
        return False
    if not (a.country_iso3 and b.country_iso3) and a.parent_actor_id and b.parent_actor_id and a.parent_actor_id != b.parent_actor_id:
        return False
    return same_name(a.name, b.name)


def same_name(a: str, b: str) -> bool:
    """Return whether two full names are spellings of one name ("Hossein Amir-Abdollahian" and "Hossein Amirabdollahian").

    Single words must be equal; of several, the family names must agree, and the given names, or one be the other's initial."""
    first, second = sorted((a, b))
    return _same_name(first, second)


@lru_cache(maxsize=20_000)
def _same_name(a: str, b: str) -> bool:
    whole_a, whole_b = squash(a), squash(b)
    if whole_a == whole_b:
        return True
    parts_a, parts_b = _parts(a), _parts(b)
    if min(len(parts_a), len(parts_b)) < 2:
        return False
    if not same_part(parts_a[-1], parts_b[-1]):
        return _same_joined(whole_a, whole_b, a, b)
    if not _same_given(parts_a[0], parts_b[0]):
        return False
    middle_a, middle_b = parts_a[1:-1], parts_b[1:-1]
    if middle_a and middle_b and len(middle_a) == len(middle_b):
        return all(_same_given(left, right) for left, right in zip(middle_a, middle_b, strict=True))
    return True


def same_part(a: str, b: str) -> bool:
    """Return whether two squashed name parts are spellings of one."""
    if a == b:
        return True
    if min(len(a), len(b)) < SHORTEST_FUZZY:
        return False
    return fuzz.ratio(a, b) >= SAME_PART and (a[0] == b[0] or {a[0], b[0]} in SAME_INITIALS)


# Initials that transliterations exchange: Qaddafi and Gaddafi, Kasim and Qasim, Yusuf and Jusuf, Zhakaria and Jakaria.
SAME_INITIALS = [{"q", "g"}, {"q", "k"}, {"k", "c"}, {"y", "j"}, {"z", "j"}, {"i", "y"}, {"g", "k"}, {"e", "y"}]


def _same_given(a: str, b: str) -> bool:
    return same_part(a, b) or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _same_joined(a: str, b: str, name_a: str, name_b: str) -> bool:
    """Whether names differ only in where a family name is joined ("Amir-Abdollahian", "Amirabdollahian"), with a letter's difference."""
    first_a, first_b = squash(name_a.split(maxsplit=1)[0]), squash(name_b.split(maxsplit=1)[0])
    return same_part(first_a, first_b) and fuzz.ratio(a, b) >= SAME_WHOLE + 4


@lru_cache(maxsize=20_000)
def _parts(name: str) -> tuple[str, ...]:
    parts = map(squash, WORD.findall(name.replace("'", "").replace("’", "")))
    return tuple(part for part in parts if part not in ("al", "el", "ul", "bin", "ibn"))


def name_keys(name: str) -> set[str]:
    """Return keys of a full name: spellings of one name share one. The initial, and the first consonants of the family name and of all
    that follows the given name ("Amir-Abdollahian", "Amirabdollahian"), with those that transliterations exchange as one."""
    parts = _parts(name)
    if len(parts) < 2:
        return {squash(name)}
    return {f"{parts[0][0]} {_consonants(parts[-1])}", f"{parts[0][0]} {_consonants(squash(name)[len(parts[0]) :])}", squash(name)}


CONSONANTS = str.maketrans({"q": "k", "g": "k", "c": "k", "j": "s", "z": "s"} | dict.fromkeys("aeiouyhw"))
KEY_CONSONANTS = 3


def _consonants(part: str) -> str:
    heard = part.translate(CONSONANTS)
    return "".join(letter for number, letter in enumerate(heard) if number == 0 or heard[number - 1] != letter)[:KEY_CONSONANTS]


@lru_cache(maxsize=20_000)
def name_parts(name: str) -> frozenset[str]:
    """Return the squashed parts by which a full name may be shortened: its endings and beginnings at word boundaries."""
    words = name.split()
    ends = {squash(" ".join(words[start:])) for start in range(1, len(words))}
    return frozenset(ends | {squash(" ".join(words[:end])) for end in range(1, len(words))})
