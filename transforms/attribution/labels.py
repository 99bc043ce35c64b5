"""Sources that a headline names beside a colon or a dash, without a word of saying: "12 killed in Gaza strikes: ministry"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from transforms.actors.index import ActorIndex
from transforms.attribution.sources import head_of_name
from transforms.attribution.spans import Spans, spans
from transforms.parse import end_of, start_of
from transforms.seed_tables import read_seed
from transforms.tokens import Token

MARKS = frozenset({":", "-", "\u2013", "\u2014"})
LONGEST_BEHIND, LONGEST_BEFORE = 5, 4
# What can speak in one word; of the actors, a country or an armed group before a colon says what the news is about ("Colombia: bomb
# kills 12", "Boko Haram: troops foil attack").
SPEAKING = ("party", "person", "organization", "media")
REPORTS = frozenset({"report", "reports", "source", "sources", "police", "officials", "witnesses", "medics", "hospital", "hospitals"})
NOT_BEFORE = frozenset({"state", "population", "armed_group"})


def label_act(words: Sequence[Token], index: ActorIndex) -> tuple[Token, Token, Spans] | None:
    """Return the mark, the head of the source's name and what is said in a headline (a sentence without a stop) that names its source
    first or last, or None. What is said holds a verb, and the source is an actor, or a noun for people who speak."""
    words = [t for t in words if not t.is_space]
    if len(words) < 4 or words[-1].text in (".", "!", "?") or words[-1].text in MARKS:
        return None
    marks = [n for n, t in enumerate(words) if t.text == ":" or (t.text in MARKS and _is_free(t))]
    if not marks:
        return None
    first, last = marks[0], marks[-1]
    if len(words) - 1 - last <= LONGEST_BEHIND and _says(words[:last]):
        source = _source(words[last + 1 :], index)
        if source is not None:
            return words[last], source, spans(words[:last])
    if words[first].text == ":" and first <= LONGEST_BEFORE and _says(words[first + 1 :]):
        source = _source(words[:first], index, NOT_BEFORE)
        if source is not None:
            return words[first], source, spans(words[first + 1 :])
    return None


def _is_free(mark: Token) -> bool:
    return mark.i > 0 and bool(mark.nbor(-1).whitespace_) and bool(mark.whitespace_)


def _says(words: Sequence[Token]) -> bool:
    return any(t.pos_ == "VERB" for t in words)


def _source(words: Sequence[Token], index: ActorIndex, barred: frozenset[str] = frozenset()) -> Token | None:
    """Return the head of a name without verb or number that can speak, or None."""
    if not words or any(t.pos_ in ("VERB", "AUX", "NUM", "ADP", "PUNCT", "SCONJ") for t in words):
        return None
    head = head_of_name(words[-1])
    if head not in words:
        head = words[-1]
    found = index.by_head(start_of(head)) or index.at(start_of(words[0]), end_of(words[-1]))
    if found is not None and found.actor is not None:
        is_private = found.actor.kind == "person" and not found.actor.role  # "Army kills militant commander: Ali Khan"
        return head if found.actor.kind not in barred and not is_private else None
    return head if head.lemma_.lower() in _speaking() or head.lower_ in REPORTS else None


@cache
def _speaking() -> frozenset[str]:
    rows = read_seed("word_classes")
    fighting = {row["word"] for row in rows if row["word_class"] == "combatant"}
    return frozenset(row["word"] for row in rows if row["word_class"] in SPEAKING) - fighting
