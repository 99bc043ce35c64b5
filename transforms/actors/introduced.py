"""Names that the article itself gives an actor: "Baloch Liberation Front (BLF)", "JAA, formerly known as Jundallah"."""

from __future__ import annotations

from transforms.actors.folding import squash
from transforms.actors.name_index import is_acronym
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting

# A short name written as a word has more letters; so many words of the full name may stand between it and what was read of it.
SHORTEST_WORD = 3
LONGEST_REST = 4


def sight_introduced_names(reading: Reading) -> None:
    """Sight acronyms and second names beside the names they stand for, and wherever else the article uses them."""
    given: dict[str, tuple[str, str]] = {}
    again = _used_again(reading)
    for line in reading.lines:
        for sighting in sorted(line.sightings, key=lambda s: (s.start, s.end)):
            if sighting.actor_id is None or sighting.basis not in ("name", "organisation", "phrase", "office"):
                continue
            place = _acronym_after(line, sighting)
            if place is None and sighting.basis == "organisation":
                place = _name_after(line, sighting, again)
            if place is not None:
                word = line.words[place]
                known = line.covering(word.start, word.end)
                if (
                    sighting.basis == "organisation"
                    and known is not None
                    and known.basis == "name"
                    and _is_at_home(reading, known.actor_id)
                ):
                    sighting.actor_ids = known.actor_ids  # "the League of X (ABC)", whom everybody knows as ABC
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


def _is_at_home(reading: Reading, actor_id: str | None) -> bool:
    """Whether a curated actor is of no country, or of one whose places the article names: other bodies share its acronym."""
    country = reading.register.get(actor_id).country_iso3 if actor_id is not None else None
    places = {mention.place.country_iso3 for mention in reading.places if mention.place is not None}
    return actor_id is not None and (country is None or country in places)


def _is_of_name(line: Line, place: int) -> bool:
    """Whether a word may go on with the name before it: a capitalised name, or "of" and the like before one."""
    word = line.words[place]
    if word.is_capital:
        return word.token.pos_ == "PROPN"
    return word.key in ("of", "for", "and", "the", "in") and place + 1 < len(line.words) and line.words[place + 1].is_capital


def _used_again(reading: Reading) -> frozenset[str]:
    """Return the capitalised words of one kind of letters that the article uses outside brackets, beyond the first word of a sentence."""
    found = set()
    for line in reading.lines:
        for place, word in enumerate(line.words):
            if place > 0 and word.text.istitle() and len(word.text) > SHORTEST_WORD and line.gap(place)[-1:] not in ("(", "["):
                found.add(word.text)
    return frozenset(found)


def _name_after(line: Line, sighting: Sighting, again: frozenset[str]) -> int | None:
    """Return the word in brackets after a name, or after the small words and nouns that end it, when it is a short name written as a word
    ("Federation of Committees of mothers (Fecmafam)"): one that the article uses again, and that names nothing else."""
    following = [place for place, word in enumerate(line.words) if word.start >= sighting.end]
    for place in following[: LONGEST_REST + 1]:
        word = line.words[place]
        if line.gap(place) in (" (", " ["):
            is_alone = line.between(word.end, word.end + 1) in (")", "]")
            return place if is_alone and word.text in again and line.covering(word.start, word.end) is None else None
        if word.token.pos_ not in ("ADP", "NOUN", "CCONJ", "ADJ", "DET", "PROPN") or line.gap(place) != " ":
            return None
    return None


def _acronym_after(line: Line, sighting: Sighting) -> int | None:
    """Return the word in brackets after a name when it is an acronym of capitals."""
    place = next((i for i, word in enumerate(line.words) if word.start >= sighting.end), None)
    while place is not None and place < len(line.words) and line.gap(place) == " " and _is_of_name(line, place):
        place += 1  # "Transparency International Georgia (TIG)"
    if place is None or place >= len(line.words) or line.gap(place) not in (" (", "(", " ["):
        return None
    word = line.words[place]
    closing = line.between(word.end, word.end + 1)
    if closing in (")", ",", ";", "]") and is_acronym(word.text) and len(squash(word.text)) >= 2 and not word.text.isdigit():
        return place
    return None
