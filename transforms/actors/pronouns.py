"""Pronouns of the third person, resolved only where the grammar leaves one actor."""

from __future__ import annotations

from transforms.actors.clauses import subjects_above
from transforms.actors.lexicon import is_person_noun, key_of, title_genders
from transforms.actors.quoted import is_quoted
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting
from transforms.parse import start_of
from transforms.tokens import Token

MAN, WOMAN = {"he", "him", "his"}, {"she", "her", "hers"}
THING, MANY = {"it", "its"}, {"they", "them", "their"}
# What a person is to others tells a man from a woman.
KIN = dict.fromkeys(("mother", "wife", "widow", "sister", "daughter", "grandmother", "aunt", "spokeswoman"), "woman") | dict.fromkeys(
    ("father", "husband", "widower", "brother", "son", "grandfather", "uncle", "spokesman"), "man"
)
ANY = MAN | WOMAN | THING | MANY
# How many sentences back a personal pronoun reaches.
REACH = 3


def sight_pronouns(reading: Reading) -> None:
    """Add a sighting for each he and she, resolved or not, and for each it and they that is resolved."""
    genders = _genders(reading)
    for number, line in enumerate(reading.lines):
        for place, word in enumerate(line.words):
            if word.token.pos_ not in ("PRON", "DET") or word.key not in ANY:
                continue
            if line.covering(word.start, word.end) is not None:
                continue
            personal = word.key in MAN | WOMAN
            if personal:
                gender = "man" if word.key in MAN else "woman"
                actor_id = _person(reading, number, word.token, word.start, gender, genders)
                if actor_id is not None:
                    genders.setdefault(actor_id, gender)
            else:
                actor_id = _thing(reading, number, word.token, word.start, word.key in MANY)
            if actor_id is not None or personal:
                line.sight(place, place + 1, (actor_id,) if actor_id else (), "pronoun")


def _person(reading: Reading, number: int, token: Token, start: int, gender: str, genders: dict[str, str]) -> str | None:
    line = reading.lines[number]
    if is_quoted(reading.parsed, start):
        return None
    barred = _own_subjects(line, token)

    def fits(sighting: Sighting) -> bool:
        return (
            sighting.actor_id is not None
            and reading.register.get(sighting.actor_id).kind == "person"
            and sighting.actor_id not in barred
            and genders.get(sighting.actor_id, gender) == gender
            and not is_quoted(reading.parsed, sighting.start)
        )

    for subject in subjects_above(token):
        found = [s for s in line.sightings if s.start < start and start_of(s.head) == start_of(subject) and fits(s)]
        if found:
            return found[0].actor_id
    for back in range(REACH + 1):
        if number - back < 0:
            break
        here = [s for s in reading.lines[number - back].sightings if fits(s) and (s.end <= start)]
        if not here and number - back < number and _tells_of_another(reading.lines[number - back]):
            return None
        actors = list(dict.fromkeys(s.actor_id for s in sorted(here, key=lambda s: s.start)))
        if len(actors) == 1:
            return actors[0]
        if actors:
            subjects = list(dict.fromkeys(s.actor_id for s in here if s.head.dep_ in ("nsubj", "nsubj:pass")))
            return subjects[0] if len(subjects) == 1 else None
    return None


def _tells_of_another(line: Line) -> bool:
    """Whether a sentence is about somebody without a name ("A student was shot dead"), who "he" is in the next."""
    subjects = [t for t in line.sentence.span.root.children if t.dep_ in ("nsubj", "nsubj:pass")]
    return any(
        t.tag_ == "NN" and is_person_noun(t.lemma_.lower(), t.text) and any(d.dep_ == "det" and d.lower_ in ("a", "an") for d in t.children)
        for t in subjects
    )


def _own_subjects(line: Line, token: Token) -> set[str | None]:
    """Return the actors that an object cannot be: those that are subjects of its own verb ("he would speak to him")."""
    if token.dep_ not in ("obj", "iobj", "obl"):
        return set()
    subjects = {start_of(child) for child in token.head.children if child.dep_.startswith("nsubj")}
    return {s.actor_id for s in line.sightings if start_of(s.head) in subjects}


def _thing(reading: Reading, number: int, token: Token, start: int, many: bool) -> str | None:
    line = reading.lines[number]
    if token.dep_ in ("expl",) or _is_empty(token):
        return None
    quoted = is_quoted(reading.parsed, start)

    def of(subject: Token, in_line: Line) -> str | None:
        if any(child.dep_ == "conj" for child in subject.children):
            return None
        found = [s for s in in_line.sightings if start_of(s.head) == start_of(subject) and _can_be(reading, s, many)]
        return found[0].actor_id if found and is_quoted(reading.parsed, found[0].start) == quoted else None

    above = [] if token.dep_ == "nsubj" and not _clause(token) else list(subjects_above(token))
    own = (
        [child for child in _verb(token).children if child.dep_ in ("nsubj", "nsubj:pass") and child.i < token.i]
        if token.dep_ == "nmod:poss"
        else []
    )
    for subject in own + above:
        return of(subject, line)
    if number > 0 and token.dep_.startswith("nsubj") and token.head.dep_ in ("root", "ROOT") and not quoted:
        previous = reading.lines[number - 1]
        is_done_to = many and token.dep_ == "nsubj:pass" and _harms_many(previous.sentence.span.root)
        if previous.sentence.paragraph >= line.sentence.paragraph - 1 and not is_done_to:
            for subject in (t for t in previous.sentence.span.root.children if t.dep_ in ("nsubj", "nsubj:pass")):
                return of(subject, previous)
    return None


def _harms_many(verb: Token) -> bool:
    """Whether a sentence says what was done to several people, to whom what is done next is done ("Troops captured two men. They were
    held at a base")."""
    return any(t.dep_ == "obj" and t.tag_ == "NNS" and is_person_noun(t.lemma_.lower(), t.text) for t in verb.children)


def _can_be(reading: Reading, sighting: Sighting, many: bool) -> bool:
    if sighting.actor_id is None:
        return False
    kind = reading.register.get(sighting.actor_id).kind
    if many:
        return kind in ("armed_group", "population", "state_forces") and sighting.head.morph.get("Number", []) == ["Plur"]
    return kind not in ("person", "population") and sighting.head.morph.get("Number", []) != ["Plur"]


def _is_empty(token: Token) -> bool:
    """Whether "it" stands for a clause or the weather: "it is unclear whether", "it was not possible to"."""
    head = token.head
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubj:pass"):
        return False
    clauses = {child.dep_ for child in head.children} & {"csubj", "ccomp", "csubj:pass", "advcl"}
    return (
        head.pos_ in ("ADJ", "NOUN", "ADV", "PRON", "NUM")
        or (token.dep_ == "nsubj:pass" and bool(clauses))
        or head.lemma_.lower() in ("seem", "appear")
    )


def _clause(token: Token) -> bool:
    return token.head.dep_ in ("ccomp", "advcl", "acl", "parataxis", "xcomp", "acl:relcl")


def _verb(token: Token) -> Token:
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def _genders(reading: Reading) -> dict[str, str]:
    """Return the persons whose title tells their gender."""
    found: dict[str, str] = {}
    for sighting in reading.sightings():
        first = key_of(reading.text(sighting.start, sighting.end))[:1]
        if sighting.actor_id and first in title_genders() and sighting.basis in ("person", "short", "name"):
            found.setdefault(sighting.actor_id, title_genders()[first])
        role = (reading.register.get(sighting.actor_id).role or "") if sighting.actor_id and sighting.basis == "person" else ""
        if sighting.actor_id and role.split(" ")[-1] in KIN:
            found.setdefault(sighting.actor_id, KIN[role.split(" ")[-1]])
    return found
