"""The words that tell of events: `seeds/triggers.csv`, by the word that heads each of them.

A frame is `sources>targets`, each a list of slots in order of preference ("by|poss|mod>on|against"); `<>` says that both
sides do the same to each other. A need is `slot`, `slot=class|class`, or either with `!` before it; needs all hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from transforms.seed_tables import read_seed
from transforms.tokens import Token

# Past tenses that the tagger may take for nouns.
IRREGULAR = {
    "shot": "shoot", "struck": "strike", "fought": "fight", "blew": "blow", "stole": "steal", "slew": "slay", "retook": "retake",
    "overran": "overrun", "fled": "flee", "threw": "throw", "withdrew": "withdraw",
}  # fmt: skip
FLAGS = frozenset({"effect", "general", "backward"})
# Words recur: what the table says of one is looked up once.
KNOWN_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on one slot: filled at all, or filled by a word of one of some classes; or, negated, not so."""

    slot: str
    classes: frozenset[str]
    is_negated: bool


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row of the table. `flags`: effect (what an attack does), general (a long war), backward (only points back)."""

    words: tuple[str, ...]
    pos: str
    event_type: str
    mode: str | None
    cameo_code: str | None
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    is_symmetric: bool
    needs: tuple[Need, ...]
    flags: frozenset[str]


def forms(token: Token) -> tuple[str, ...]:
    """Return the lower-case forms under which a word may stand in the table: lemma, text, and a name's singular."""
    return _forms(token.lower_, token.lemma_, token.pos_ == "PROPN")


@lru_cache(maxsize=KNOWN_WORDS)
def _forms(text: str, lemma: str, is_name: bool) -> tuple[str, ...]:
    if is_name and text.endswith("s") and not text.endswith("ss"):
        return (lemma.lower(), text, text[:-1])
    return (lemma.lower(), text)


def verb_forms(token: Token) -> tuple[str, ...]:
    """Return the forms under which a verb may stand, of participles also those that the lemmatizer misses ("staged", "imposed")."""
    return _verb_forms(token.lower_, forms(token))


@lru_cache(maxsize=KNOWN_WORDS)
def _verb_forms(text: str, plain: tuple[str, ...]) -> tuple[str, ...]:
    if text.endswith("ed"):
        doubled = (text[:-3],) if len(text) > 5 and text[-3] == text[-4] else ()  # "gunned"
        return tuple(dict.fromkeys((text[:-1], *plain, text[:-2], *doubled)))
    if text in IRREGULAR:
        return (IRREGULAR[text], *plain)
    if text.endswith("ing") and len(text) > 5:
        return tuple(dict.fromkeys((text[:-3] + "e", *plain, text[:-3], text[:-4])))
    return tuple(dict.fromkeys(plain))


@lru_cache(maxsize=KNOWN_WORDS)
def may_trigger(text: str, lemma: str) -> bool:
    """Whether a word (in lower case, with its lemma) has a form that heads a row of the table."""
    return any(form in heads() for form in (*_verb_forms(text, (lemma.lower(), text)), text.removesuffix("s")))


@cache
def heads() -> frozenset[str]:
    """Return the words that head a trigger of any part of speech."""
    return frozenset(head for pos in ("verb", "noun", "adj") for head in triggers(pos))


def head_word(words: tuple[str, ...], pos: str) -> str:
    """Return the word of a phrase that heads it: the first of a verb phrase, the last of a noun phrase (or that before "of")."""
    if pos != "noun":
        return words[0]
    return words[words.index("of") - 1] if "of" in words else words[-1]


@cache
def triggers(pos: str) -> Mapping[str, tuple[Trigger, ...]]:
    """Return the triggers of one part of speech by head word: longer phrases first, then those with more needs."""
    found: dict[str, list[Trigger]] = defaultdict(list)
    for row in read_seed("triggers"):
        if row["pos"] == pos:
            words = tuple(row["lemma"].split())
            found[head_word(words, pos)].append(_trigger(row, words))
    return {head: tuple(sorted(rows, key=lambda row: (-len(row.words), -len(row.needs)))) for head, rows in found.items()}


@cache
def light_verbs() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return light verbs by first word, longest first, each with the role of its subject in what its noun tells."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for row in read_seed("triggers"):
        if row["pos"] == "light":
            words = tuple(row["lemma"].split())
            found[words[0]].append((words, row["frame"]))
    return {head: tuple(sorted(rows, key=lambda row: -len(row[0]))) for head, rows in found.items()}


def _trigger(row: Mapping[str, str], words: tuple[str, ...]) -> Trigger:
    is_symmetric = "<>" in row["frame"]
    sources, _, targets = row["frame"].partition("<>" if is_symmetric else ">")
    parts = row["needs"].split()
    return Trigger(
        words=words,
        pos=row["pos"],
        event_type=row["event_type"],
        mode=row["mode"] or None,
        cameo_code=row["cameo_code"] or None,
        sources=tuple(slot for slot in sources.split("|") if slot),
        targets=tuple(slot for slot in targets.split("|") if slot),
        is_symmetric=is_symmetric,
        needs=tuple(_need(part) for part in parts if part not in FLAGS),
        flags=frozenset(part for part in parts if part in FLAGS),
    )


def _need(text: str) -> Need:
    slot, _, classes = text.removeprefix("!").partition("=")
    return Need(slot, frozenset(classes.split("|")) if classes else frozenset(), text.startswith("!"))
