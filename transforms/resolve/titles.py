"""A short title for an event, as an analyst would write it: "Pakistan strikes Baloch Liberation Front in Sistan and Baluchestan"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from transforms.seed_tables import read_seed

# A side named by more than this is cut at a word: titles stand in tables.
LONGEST_SIDE = 60
# Words at which a side in words, not a name, begins.
OPENING = (
    "a",
    "an",
    "the",
    "its",
    "their",
    "his",
    "her",
    "at",
    "more",
    "up",
    "about",
    "nearly",
    "some",
    "many",
    "members",
    "fighters",
    "gunmen",
)


def event_title(
    kind: tuple[str, str | None], sources: Sequence[str], targets: Sequence[str], place: str | None, layer: str, is_plural: bool = False
) -> str:
    """Return the title of an event of `kind` (type and mode). A missing source turns the phrase into a noun ("Bombing in Kerman");
    what has not happened is said (`layer`). `is_plural`: the one source is a plural noun ("the Houthis")."""
    event_type, mode = kind
    verb, noun = _phrases().get((event_type, mode or ""), _phrases()[event_type, ""])
    target = _join(targets)
    where = f" in {place}" if place and place.lower() not in target.lower() else ""
    if len(sources) > 1 and set(sources) == set(targets):
        text = f"{_join(sources)} {_plural(verb)} each other"
    elif sources and target:
        text = f"{_join(sources)} {_plural(verb) if is_plural or len(sources) > 1 else verb} {target}"
    elif sources:
        text = f"{_join(sources)}: {_bare(noun)}"
    else:
        text = f"{noun} {target}" if target else _bare(noun)
    prefix = "" if layer in {"real", "general"} else f"{layer.capitalize()}: "
    title = f"{prefix}{text}{where}".replace(" at at least", " at least")
    return title[:1].upper() + title[1:]


def is_plural_name(name: str, kind: str) -> bool:
    """Whether a name takes a plural verb: "the Houthis attack", but "the United States attacks"."""
    return kind in {"armed_group", "state_forces", "population"} and name.endswith(("es", "ts", "ls", "rs", "is", "ns"))


@cache
def _phrases() -> dict[tuple[str, str], tuple[str, str]]:
    return {(row["event_type"], row["event_mode"]): (row["verb"], row["noun"]) for row in read_seed("event_titles")}


def _join(names: Sequence[str]) -> str:
    names = [_uncapitalised(name) for name in names]
    short = [name if len(name) <= LONGEST_SIDE else name[:LONGEST_SIDE].rsplit(" ", 1)[0] + " ..." for name in names[:3]]
    if len(short) > 1:
        return ", ".join(short[:-1]) + " and " + short[-1]
    return short[0] if short else ""


def _uncapitalised(side: str) -> str:
    """Return a side in words as it stands within a sentence: "At least eight civilians" began one."""
    first, _, rest = side.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.lower() in _opening_words() else side


@cache
def _opening_words() -> frozenset[str]:
    numbers = (word for row in read_seed("number_words") for word in row["words"].split())
    return frozenset({*OPENING, *numbers})


def _bare(noun: str) -> str:
    head, _, last = noun.rpartition(" ")
    return head if last in {"on", "of", "with", "against", "to", "for", "from", "near"} else noun


def _plural(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    if first.endswith(("shes", "ches", "xes", "sses")):
        first = first[:-2]
    elif first.endswith("s"):
        first = first[:-1]
    return f"{first} {rest}".rstrip()
