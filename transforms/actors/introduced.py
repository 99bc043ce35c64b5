"""Names that the article itself gives an actor: "Baloch Liberation Front (BLF)", "JAA, formerly known as Jundallah"."""

from __future__ import annotations

from transforms.actors.folding import squash
from transforms.actors.name_index import is_acronym
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting

FORMER = ("formerly known as", "previously known as", "formerly called", "also known as", "known as", "officially called", "formerly")


def sight_introduced_names(reading: Reading) -> None:
    """Sight acronyms and second names beside the names they stand for, and wherever else the article uses them."""
    given: dict[str, tuple[str, str]] = {}
    for line in reading.lines:
        for sighting in sorted(line.sightings, key=lambda s: (s.start, s.end)):
            if sighting.actor_id is None or sighting.basis not in ("name", "organisation", "phrase", "office"):
                continue
            place = _acronym_after(line, sighting)
            if place is not None:
                word = line.words[place]
                known = line.covering(word.start, word.end)
                if sighting.basis == "organisation" and known is not None and known.basis == "name" and known.actor_id is not None:
                    sighting.actor_ids = known.actor_ids
                    continue
                given.setdefault(word.text, (sighting.actor_id, sighting.basis))
    for line in reading.lines:
        for place, word in enumerate(line.words):
            if word.text not in given:
                continue
            actor_id, basis = given[word.text]
            taken = line.overlapping(word.start, word.end)
            if any(
                s.covers(word.start, word.end) and s.actor_ids != () and (s.end - s.start > len(word.text) or s.actor_id == actor_id)
                for s in taken
            ):
                continue
            line.drop(taken)
            line.sight(place, place + 1, (actor_id,), "short" if basis == "phrase" else "name")
            reading.register.see(actor_id, word.text)


def _acronym_after(line: Line, sighting: Sighting) -> int | None:
    """Return the word in brackets after a name when it is an acronym of capitals."""
    opening = line.between(sighting.end, sighting.end + 2)
    if not opening.startswith((" (", "(", " [")):
        return None
    place = next((i for i, word in enumerate(line.words) if word.start >= sighting.end), None)
    if place is None:
        return None
    word = line.words[place]
    closing = line.between(word.end, word.end + 1)
    if closing in (")", ",", ";", "]") and is_acronym(word.text) and len(squash(word.text)) >= 2 and not word.text.isdigit():
        return place
    return None
