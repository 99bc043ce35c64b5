"""Organisations whom the article brings itself: by the noun their name ends in, the parser's label, or an acronym it explains."""

from __future__ import annotations

from transforms.actors.chunks import Chunk, chunks_of, is_headline, words_text
from transforms.actors.folding import squash
from transforms.actors.lexicon import organisation_nouns, word_list
from transforms.actors.name_index import is_acronym
from transforms.actors.owners import owner_before
from transforms.actors.reading import Line, Reading
from transforms.ids import content_id
from transforms.records import Actor, PlaceMention

# Nouns with which Arabic, Persian and Urdu names of armed groups begin.
LEADING_NOUNS = frozenset({"jaish", "lashkar", "liwa", "harakat", "jund", "katibat", "katiba"})

# Kinds that the words after a name may put right.
LOOSE_KINDS = frozenset({"other", "party", "ngo", "armed_group"})
CALLED_KINDS = ("armed_group", "party", "ngo", "media")
GROUPS = frozenset({"group", "organisation", "organization", "agency", "body"})
ARTICLES = frozenset({"a", "an", "the", "one"})
# Words of an apposition among which the noun for what it is stands.
REACH = 8
# What follows the name of a group: "the Santa Rosa de Lima gang".
GROUP_NOUNS = {"gang": "armed_group", "cartel": "armed_group", "militia": "armed_group", "party": "party", "newspaper": "media"}


def sight_organisations(reading: Reading, by_label: bool) -> None:
    """Add a sighting for each organisation found by the noun in its name or, less surely, by the parser's label alone."""
    for line in reading.lines:
        for chunk in chunks_of(line) if not is_headline(line) else ():
            kind = kind_by_label(reading, line, chunk) if by_label else kind_by_noun(line, chunk) or kind_by_acronym(line, chunk)
            kind = called(line, chunk) or kind if kind in LOOSE_KINDS else kind
            if kind is None or _is_place(reading.places, line, chunk):
                continue
            name = words_text(line, chunk.title, chunk.end)
            owner = owner_before(line, chunk.title)
            state = reading.register.get(owner.actor_id) if owner and owner.actor_id else None
            country = state.country_iso3 if state and state.kind in ("state", "population") else None
            parent = state.actor_id if state and state.kind == "state" and kind in ("state", "state_forces") else None
            actor = Actor(content_id("actor", squash(name), "organisation", country), name, kind, country, parent)
            reading.register.add(actor)
            reading.register.see(actor.actor_id, name)
            named = line.sight(chunk.title, chunk.end, (actor.actor_id,), "organisation")
            line.drop([s for s in line.overlapping(named.start, named.end) if s.basis in ("phrase", "unnamed")])


def kind_by_noun(line: Line, chunk: Chunk) -> str | None:
    """Return the kind that the last noun of a name tells, or the one before "of", None where there is none."""
    words = line.words[chunk.title : chunk.end]
    nouns = organisation_nouns()
    linked = [i for i, word in enumerate(words) if word.key in ("of", "for") and 0 < i < len(words) - 1]
    if linked and words[linked[0] - 1].key in nouns:
        return nouns[words[linked[0] - 1].key]
    if len(words) > 1 and words[-1].key in nouns:
        return nouns[words[-1].key]
    if len(words) > 1 and words[0].key in LEADING_NOUNS:
        return nouns[words[0].key]
    following = line.words[chunk.end] if chunk.end < len(line.words) and line.gap(chunk.end) == " " else None
    if following is not None and following.text.islower() and chunk.title > 0 and words[0].token.pos_ == "PROPN":
        return GROUP_NOUNS.get(following.key)
    return None


def kind_by_acronym(line: Line, chunk: Chunk) -> str | None:
    """Return "other" for a name of two words or more after "the" with an acronym in brackets ("the Permanent Framework (CSP)")."""
    if chunk.end - chunk.title < 2 or chunk.end >= len(line.words) or chunk.title == 0 or line.words[chunk.title - 1].key != "the":
        return None
    word = line.words[chunk.end]
    is_bracketed = line.gap(chunk.end) == " (" and line.between(word.end, word.end + 1) == ")"
    return "other" if is_bracketed and is_acronym(word.text) and not word.text.isdigit() else None


def called(line: Line, chunk: Chunk) -> str | None:
    """Return the kind that an apposition gives a name ("the Alliance of Patriots (ADP), a militia allied with the army"), or None."""
    place = chunk.end
    if place < len(line.words) and line.gap(place).strip() in ("(", "["):
        place += 1
    if place + 1 >= len(line.words) or line.gap(place).strip() not in (",", "),", "],") or line.words[place].key not in ARTICLES:
        return None
    for at in range(place + 1, min(place + REACH, len(line.words))):
        word = line.words[at]
        if line.gap(at) not in (" ", "-") or word.token.pos_ in ("VERB", "AUX", "PRON", "SCONJ"):
            return None
        kind = next((kind for kind in CALLED_KINDS if word.key in word_list(f"calls_{kind}")), None)
        if kind is None and word.key in GROUPS and line.words[at - 1].key in word_list("does_good"):
            kind = "ngo"  # "a rights group", "a relief organisation"
        if kind is not None:
            return kind
    return None


def kind_by_label(reading: Reading, line: Line, chunk: Chunk) -> str | None:
    """Return "other" for a name that the parser calls an organisation, unless its words are common ones of the article."""
    words = line.words[chunk.title : chunk.end]
    labels = [word.token.ent_type_ for word in words]
    if labels.count("ORG") * 2 <= len(labels) or reading.is_common(words):
        return None
    if len(words) == 1 and (
        words[0].key in organisation_nouns() or words[0].token.pos_ != "PROPN" or words[0].token.dep_ == "amod" or chunk.title == 0
    ):
        return None
    if len(words) == 1 and line.gap(chunk.title).strip() in ("", ".", "-") and line.words[chunk.title - 1].is_capital:
        return None
    return "other"


def _is_place(places: list[PlaceMention], line: Line, chunk: Chunk) -> bool:
    start, end = line.words[chunk.title].start, line.words[chunk.end - 1].end
    return any(p.place is not None and not p.is_demonym and p.span_start <= start and end <= p.span_end for p in places)
