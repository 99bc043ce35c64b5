"""A short title for an event, as an analyst would write it: "Pakistan strikes Baloch Liberation Front in Sistan and Baluchestan"."""

from __future__ import annotations

import re
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

# What follows the noun that a side in words is about.
AFTER_HEAD = re.compile(
    r",| (?:of|in|on|from|at|with|who|that|near|against|belonging|linked|armed|wearing|suspected|outside|inside|to|for)\b"
)
SOME_OF = re.compile(r"^(?:some|several|many|most|two|three|four|five|six|\d+) of ", re.IGNORECASE)
SINGULAR = frozenset({"a", "an", "one", "another", "each", "this", "that"})
COUNTS = frozenset({"hundreds", "thousands", "dozens", "scores", "many", "several"})


def event_title(
    kind: tuple[str, str | None], sources: Sequence[str], targets: Sequence[str], place: str | None, layer: str, is_plural: bool = False
) -> str:
    """Return the title of an event of `kind` (type and mode). A missing source turns the phrase into a noun ("Bombing in Kerman");
    what has not happened is said (`layer`). `is_plural`: the one source takes a plural verb ("the Houthis")."""
    event_type, mode = kind
    verb, noun = _phrases().get((event_type, mode or ""), _phrases()[event_type, ""])
    # "summons an envoy of China", where the one summoned is known by his office only.
    target = _join([name.removeprefix("Envoy of ") for name in targets] if mode == "summon" else targets)
    where = f" in {place}" if place and place.lower() not in target.lower() and place not in sources else ""
    if (
        sources
        and set(sources) == set(targets)
        and (len(sources) > 1 or is_plural or any(" and " in source or is_plural_phrase(source) for source in sources))
    ):
        text = f"{_doing(sources, verb, is_plural=True)} each other".removesuffix(" with each other")
    elif sources and target:
        text = f"{_doing(sources, verb, is_plural=is_plural)} {target}"
    elif sources:
        text = f"{_bare(noun)} by {_join(sources)}"
    else:
        text = f"{noun} {target}" if target else _bare(noun)
    is_said = layer in {"real", "general"} or (event_type, layer) == ("THREATEN", "threatened")
    return _of_layer(f"{text}{where}".replace(" at at least", " at least"), "" if is_said else layer)


def said_title(sources: Sequence[str], verb: str, said: str, layer: str, *, is_plural: bool) -> str:
    """Return the title of what somebody says that he will do ("China offers to mediate")."""
    text = f"{_doing(sources, verb, is_plural=is_plural)} {said}"
    return _of_layer(text[:1].upper() + text[1:], "" if layer in {"real", "general", "threatened"} else layer)


def _doing(sources: Sequence[str], verb: str, *, is_plural: bool) -> str:
    """Return the doers with the verb in their number."""
    return f"{_join(sources)} {_plural(verb) if is_plural or len(sources) > 1 else verb}"


def _of_layer(text: str, layer: str) -> str:
    """Return a title that says first what has not happened (`layer`, "" of what has)."""
    title = f"{layer.capitalize()}: {text}" if layer else text
    return title[:1].upper() + title[1:]


def is_plural_name(name: str, kind: str) -> bool:
    """Whether a name takes a plural verb: "the Houthis attack", but "the United States attacks"."""
    if kind == "other" and " " not in name and name.endswith(("ists", "ers", "ians", "ents")):
        return True  # "Maoists", "Separatists"
    return kind in {"armed_group", "state_forces", "population"} and name.endswith(("es", "ts", "ls", "rs", "is", "ns", "police", "people"))


def is_plural_phrase(side: str) -> bool:
    """Whether a side in words takes a plural verb: "gunmen on motorbikes", "several hundred people", but "a group of men"."""
    if SOME_OF.match(side):
        return True
    head = AFTER_HEAD.split(side, maxsplit=1)[0].strip().lower()
    first, last = head.split(" ", 1)[0], head.rsplit(" ", 1)[-1]
    if first in SINGULAR or not last:
        return False
    return (
        last in COUNTS
        or (last.isdigit() and last != "1")
        or last.endswith(("men", "people", "police", "children"))
        or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    )


@cache
def _phrases() -> dict[tuple[str, str], tuple[str, str]]:
    return {(row["event_type"], row["event_mode"]): (row["verb"], row["noun"]) for row in read_seed("event_titles")}


def mode_of_words(event_type: str, triggers: Sequence[str]) -> str | None:
    """Return the mode under which a title tells what most of the mentions say by such words ("pledged", "raided"), or None."""
    for stems, mode in _worded().get(event_type, {}).items():
        if 2 * sum(trigger.lower().startswith(stems) for trigger in triggers) > len(triggers):
            return mode
    return None


@cache
def _worded() -> dict[str, dict[tuple[str, ...], str]]:
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for row in read_seed("event_titles"):
        if row["words"]:
            stems = tuple(word.removesuffix("e") for word in row["words"].split())
            found.setdefault(row["event_type"], {})[stems] = row["event_mode"]
    return found


def _join(names: Sequence[str]) -> str:
    names = [_uncapitalised(name) for name in names]
    short = [shortened(name) for name in names[:3]]
    if len(short) > 1:
        return ", ".join(short[:-1]) + " and " + short[-1]
    return short[0] if short else ""


def shortened(side: str) -> str:
    """Return the words of a title's side, cut at a word where they are too long for a table."""
    return side if len(side) <= LONGEST_SIDE else side[:LONGEST_SIDE].rsplit(" ", 1)[0] + " ..."


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
    if first.endswith(("shes", "ches", "xes", "sses", "oes")):
        first = first[:-2]
    elif first.endswith("s"):
        first = first[:-1]
    return f"{first} {rest}".rstrip()
