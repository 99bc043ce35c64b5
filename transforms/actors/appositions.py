"""One person, one mention: offices and titles beside a name belong to it ("Iranian Foreign Minister X", "X, Iran's foreign minister")."""

from __future__ import annotations

from transforms.actors.lexicon import held_offices, longest, phrase_length
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting

# Between a name and its apposition.
COMMA_GAP = {",", ", the", ", a", ", an", ", who is", ", then", ", now"}


def join_titles(reading: Reading) -> None:
    """Widen each person's mention over the title or office directly before it; make the office beside it, with a comma, the person too."""
    for line in reading.lines:
        for person in [s for s in line.sightings if _is_person(reading, s)]:
            _join_before(reading, line, person)
            _join_after(line, person)


def _is_person(reading: Reading, sighting: Sighting) -> bool:
    return (
        sighting.basis in ("name", "person", "short")
        and sighting.actor_id is not None
        and reading.register.get(sighting.actor_id).kind == "person"
    )


def _join_before(reading: Reading, line: Line, person: Sighting) -> None:
    first = next((i for i, word in enumerate(line.words) if word.start >= person.start), None)
    if not first:
        return
    gap = line.gap(first).strip()
    same = next(
        (s for s in line.sightings if s.basis == "short" and s.end == line.words[first - 1].end and s.actor_ids == person.actor_ids), None
    )
    if same is not None and gap == "":
        line.drop([same])
        person.start = same.start
        return
    beside = [
        s for s in line.sightings if s.basis in ("office", "phrase", "unnamed") and s.end == line.words[first - 1].end and _is_singular(s)
    ]
    office = max(beside, key=lambda s: s.end - s.start, default=None)
    if office is not None and (gap == "" or (gap == "," and not _is_other_subject(person, office))):
        office.actor_ids = person.actor_ids
        if gap == "":
            line.drop([office])
            person.start = office.start
        return
    for length in range(min(longest("titles"), first), 0, -1):
        if (
            gap in ("", ".")
            and phrase_length(line.words[:first], first - length, "titles") == length
            and line.words[first - length].is_capital
        ):
            title = line.between(line.words[first - length].start, person.end)
            if person.actor_id is not None:
                reading.register.see(person.actor_id, title)
            person.start = line.words[first - length].start
            return


def _is_other_subject(person: Sighting, office: Sighting) -> bool:
    """Whether a name behind a comma is that of who speaks ("was shot by an officer, Weber said"), and stands beside no office."""
    return (
        person.head.dep_.startswith("nsubj")
        and not office.head.dep_.startswith(("nsubj", "appos"))
        and office.head not in person.head.subtree
    )


def _join_after(line: Line, person: Sighting) -> None:
    for office in line.sightings:
        if office.basis not in ("office", "phrase") or office.start <= person.end or not _is_singular(office):
            continue
        between = line.between(person.end, office.start).strip()
        words = between.removeprefix(",").split()
        if between.startswith(",") and all(word in ("the", "a", "an", "former", "senior", "top", "then", "now") for word in words):
            following = line.between(office.end, office.end + 1)
            if following in (",", ".", "", ";", ":") or following == " ":
                office.actor_ids = person.actor_ids
            return


def _is_singular(office: Sighting) -> bool:
    """Whether a noun can be one person's: an office, or a singular noun for who acts."""
    if office.head.morph.get("Number", []) == ["Plur"]:
        return False
    return office.noun_class in PERSONAL or office.noun_class in held_offices()


PERSONAL = frozenset(
    {"government", "forces", "militants", "police", "protesters", "civilians", "persons", "judiciary", "legislature", "spokes"}
)
