"""What "there", "the town" and "the capital" mean: the place, and for "there", failing a day of its own, the day, of what was told
just before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transforms.events.frames import Candidate
from transforms.events.reading import Reading
from transforms.events.subjects import case_of
from transforms.parse import Sentence, end_of, start_of
from transforms.records import EventMention, PlaceMention
from transforms.tokens import Token

SETTLEMENTS = frozenset({"city", "town", "village", "settlement", "hamlet", "suburb", "township"})
# Whose it is, the text around says.
CAPITAL = "capital"
NAMING = frozenset({"nmod", "appos", "compound", "flat", "amod", "acl", "acl:relcl"})
FINE = frozenset({"point", "city"})
# Sentences back in which the place may have been named.
REACH = 2
# Characters back to a name in the sentence before.
NEAR = 200
INTO = frozenset({"in", "into", "at", "near", "inside", "outside", "on", "across", "over", "to", "through"})
VERBAL = frozenset({"conj", "advcl"})
# Before a town where something happened long ago ("the largest attack since Palma").
SINCE = "since "


def told_there(found: Candidate, before: Sequence[EventMention], sentence: Sentence) -> EventMention | None:
    """Return the mention told last at a place that a clause with "there" means, or None."""
    verbs = [found.clause, *(t for t in found.clause.children if t.dep_ in VERBAL), found.clause.head]
    if not any(t.lower_ == "there" and t.dep_ == "advmod" for verb in verbs for t in verb.children):
        return None
    near = [told for told in before if told.place_text is not None and sentence.index - told.sentence_index <= REACH]
    return near[-1] if near else None


def town_meant(reading: Reading, sentence: Sentence, found: Candidate) -> PlaceMention | None:
    """Return the town named most, and last, before the sentence, that "the town" means, where a deed is done to it or in it, the words "the
    capital" without a place, or None."""
    own = [t for verb in {found.clause, found.token} for t in verb.children]
    own += [inner for t in own if t.dep_ in ("obl", "obj", "nmod") for inner in t.children if inner.dep_ == "nmod"]
    words = [found.target, *(t for t in own if case_of(t) in INTO)]
    if (seat := next((t for t in words if t is not None and _is_bare(t, frozenset({CAPITAL}))), None)) is not None:
        return PlaceMention(start_of(seat), end_of(seat), reading.parsed.text(start_of(seat), end_of(seat)), None)
    kind = next((word.lemma_.lower() for word in words if word is not None and _is_bare(word, SETTLEMENTS)), None)
    if kind is None:
        return None
    named = [place for place in reading.places if place.span_end <= sentence.start and not place.is_demonym]
    named = [place for place in named if reading.parsed.text(max(place.span_start - len(SINCE), 0), place.span_start) != SINCE]
    if named and named[-1].place is None and named[-1].span_end > sentence.start - NEAR:
        return named[-1]  # a town that the gazetteer lacks
    towns = [place for place in named if place.place is not None and place.place.precision in FINE]
    before = reading.parsed.text(max(sentence.start - NEAR, 0), sentence.start)
    called = [place for place in towns if f"{kind} of {place.evidence}" in before]
    if called:
        return called[-1]  # "an assault on the town of X. Moscow said it had captured the town"
    counts = Counter(place.evidence for place in towns)
    return max(enumerate(towns), key=lambda item: (counts[item[1].evidence], item[0]))[1] if towns else None


def _is_bare(word: Token, kinds: frozenset[str]) -> bool:
    """Whether a word is "the town" without a name, of one of these kinds."""
    if word.lemma_.lower() not in kinds or word.tag_ != "NN":
        return False
    return any(t.lower_ in ("the", "this", "that") for t in word.children) and not any(t.dep_ in NAMING for t in word.children)
