"""Later short names of actors that the article has named in full: "Mr Vaez", "Kakar", "the BLF"."""

from __future__ import annotations

from collections import defaultdict

from transforms.actors.chunks import chunks_of, is_headline, words_text
from transforms.actors.folding import squash
from transforms.actors.name_index import NameIndex
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting


def sight_short_names(reading: Reading) -> None:
    """Add a sighting for each family name, given name or part of a name that one person of the article bears."""
    families, parts = _name_parts(reading)
    for line in reading.lines:
        if is_headline(line):
            _sight_in_headline(reading, line, NameIndex(_bearer_names(reading, families)))
            continue
        for chunk in chunks_of(line):
            name = words_text(line, chunk.first, chunk.end)
            key = squash(name)
            bearers = families.get(key) or parts.get(key) or ()
            if len(bearers) == 0:
                continue
            chosen = tuple(bearers) if len(bearers) == 1 else ()
            line.sight(chunk.title, chunk.end, chosen, "short")
            for actor_id in chosen:
                reading.register.see(actor_id, name)
                if chunk.title < chunk.first:
                    reading.register.see(actor_id, words_text(line, chunk.title, chunk.end))


def _sight_in_headline(reading: Reading, line: Line, names: NameIndex) -> None:
    """In a headline, where capitals show no names, sight only full and family names that the article's text gives."""
    place = 0
    while place < len(line.words):
        match = names.at(line.words, place, line.text, line.sentence.start)
        if match is None or line.overlapping(line.words[place].start, line.words[match.end - 1].end):
            place += 1
            continue
        if len(match.actor_ids) == 1:
            line.sight(match.first, match.end, match.actor_ids, "short")
            reading.register.see(match.actor_ids[0], words_text(line, match.first, match.end))
        place = match.end


def _bearer_names(reading: Reading, families: dict[str, dict[str, None]]) -> list[tuple[str, str]]:
    found = {s.actor_id: None for s in reading.sightings() if s.basis == "person" and s.actor_id}
    names = [(reading.register.get(actor_id).name, actor_id) for actor_id in found]
    return names + [(key.capitalize(), actor_id) for key, bearers in families.items() for actor_id in bearers if len(key) > 3]


def _name_parts(reading: Reading) -> tuple[dict[str, dict[str, None]], dict[str, dict[str, None]]]:
    """Return who bears each family name, and each other part of a name, among the persons sighted."""
    families: dict[str, dict[str, None]] = defaultdict(dict)
    parts: dict[str, dict[str, None]] = defaultdict(dict)
    for sighting in reading.sightings():
        actor_id = sighting.actor_id
        if actor_id is None or reading.register.get(actor_id).kind != "person" or sighting.basis not in ("person", "name"):
            continue
        for name in dict.fromkeys((reading.register.get(actor_id).name, _bare(reading, sighting))):
            words = name.split()
            if len(words) > 1:
                families[squash(name)][actor_id] = None
            for start in range(1, len(words)):
                families[squash(" ".join(words[start:]))][actor_id] = None
            for end in range(1, len(words)):
                if len(squash(" ".join(words[:end]))) > 3:
                    parts[squash(" ".join(words[:end]))][actor_id] = None
    return families, parts


def _bare(reading: Reading, sighting: Sighting) -> str:
    return sighting.noun_class if sighting.basis == "person" else reading.text(sighting.start, sighting.end)
