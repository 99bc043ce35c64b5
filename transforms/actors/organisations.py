"""Organisations whom the article brings itself: by the noun their name ends in, the parser's label, or an acronym it explains."""

from __future__ import annotations

from transforms.actors.chunks import Chunk, chunks_of, words_text
from transforms.actors.folding import squash
from transforms.actors.lexicon import organisation_nouns
from transforms.actors.reading import Line, Reading
from transforms.ids import content_id
from transforms.records import Actor, PlaceMention


def sight_organisations(reading: Reading) -> None:
    """Add a sighting for each organisation found; a name that is a place is none."""
    for line in reading.lines:
        for chunk in chunks_of(line):
            kind = organisation_kind(line, chunk)
            if kind is None or _is_place(reading.places, line, chunk):
                continue
            name = words_text(line, chunk.title, chunk.end)
            actor = Actor(actor_id=content_id("actor", squash(name), "organisation"), name=name, kind=kind)
            reading.register.add(actor)
            reading.register.see(actor.actor_id, name)
            line.sight(chunk.title, chunk.end, (actor.actor_id,), "organisation")


def organisation_kind(line: Line, chunk: Chunk) -> str | None:
    """Return the kind of organisation that a chunk names, None when nothing shows that it names one."""
    words = line.words[chunk.title : chunk.end]
    nouns = organisation_nouns()
    if len(words) > 1 and words[-1].key in nouns:
        return nouns[words[-1].key]
    linked = [i for i, word in enumerate(words) if word.key in ("of", "for") and 0 < i < len(words) - 1]
    if linked and words[linked[0] - 1].key in nouns:
        return nouns[words[linked[0] - 1].key]
    if len(words) > 1 and words[0].key in nouns and words[0].key in ("jaish", "lashkar", "liwa", "harakat", "jund", "katibat", "katiba"):
        return nouns[words[0].key]
    labels = [word.token.ent_type_ for word in words]
    if labels and labels.count("ORG") * 2 > len(labels):
        return "other"
    return None


def _is_place(places: list[PlaceMention], line: Line, chunk: Chunk) -> bool:
    start, end = line.words[chunk.title].start, line.words[chunk.end - 1].end
    return any(p.place is not None and not p.is_demonym and p.span_start <= start and end <= p.span_end for p in places)
