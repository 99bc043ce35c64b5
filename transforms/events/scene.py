"""The day and place that a sentence goes on with, as in "Troops raided a farm in X on Monday" before "The troops killed two men".

A sentence takes the scene of the one before only when it says that it goes on with it: the same definite doer, or a
phrase such as "during the operation", "at the scene". What is told in the present or the perfect is no part of a scene.
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.events.day_of_saying import is_saying
from transforms.events.days import date_at
from transforms.events.distance import main_verb
from transforms.events.frames import Candidate
from transforms.events.modality import auxiliaries
from transforms.events.reading import Reading
from transforms.events.relevance import is_definite
from transforms.events.repairs import child
from transforms.events.setting import place_at
from transforms.events.subjects import SUBJECTS, case_of
from transforms.events.word_classes import classes_of
from transforms.parse import Sentence
from transforms.records import DateMention, EventMention, PlaceMention
from transforms.tokens import Token

# Sentences later than that are about something else, unless each goes on with the one before.
REACH = 3
POINTERS = frozenset(
    {
        "operation",
        "scene",
        "search",
        "raid",
        "area",
        "incident",
        "attack",
        "clash",
        "fight",
        "battle",
        "engagement",
        "mission",
        "same",
        "site",
    }
)
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
LINKS = frozenset({"conj", "ccomp", "advcl", "xcomp", "parataxis", "acl", "obj", "obl", "nmod"})
ABOUT = frozenset({"for", "over", "about"})
LONG = frozenset({"month", "year"})
PERFECT = frozenset({"have", "has", "had", "'ve"})


@dataclass(frozen=True, slots=True)
class Scene:
    """The day and place of a sentence's main clause, the lemma of its subject, and the sentence's number."""

    sentence: int
    paragraph: int
    subject: str | None
    date: DateMention | None
    place: PlaceMention | None


def scene_after(reading: Reading, sentence: Sentence, before: Scene | None) -> Scene | None:
    """Return the scene that stands after a sentence: its own, the one it goes on with, or the old one while it is near."""
    root = main_verb(sentence)
    # The day of a statement is not that of the deeds it tells.
    told = child(root, "ccomp") if is_saying(reading, root) else None
    root = told if told is not None and told.i < root.i else root  # "Troops killed two men in X on Monday, the army said"
    is_past = root.pos_ == "VERB" and "Past" in root.morph.get("Tense", []) and not PERFECT & auxiliaries(root)
    if not is_past or is_saying(reading, root):
        return before if before is not None and sentence.index - before.sentence < REACH else None
    date, place = date_at(reading, sentence, root), place_at(reading, sentence, root)
    if date is None and place is None:
        near = before is not None and (goes_on(root, before) or sentence.index - before.sentence < REACH)
        if before is None or not near:
            return None
        return Scene(sentence.index, sentence.paragraph, before.subject, before.date, before.place) if goes_on(root, before) else before
    if before is not None and goes_on(root, before):
        date, place = date or before.date, place or before.place
    subject = child(root, *SUBJECTS)
    return Scene(sentence.index, sentence.paragraph, subject.lemma_.lower() if subject is not None else None, date, place)


def goes_on(root: Token, before: Scene) -> bool:
    """Whether a main clause goes on with a scene."""
    subject = child(root, *SUBJECTS)
    if subject is not None and subject.lower_ in ("they", "it") and root.sent.start == subject.i and before.subject is not None:
        return True  # "Gunmen entered a compound on Sunday. They detained five people."
    if subject is not None and is_definite(subject) and (subject.lemma_.lower() == before.subject or "troops" in classes_of(subject)):
        return True
    near = [t for t in root.subtree if t.lemma_.lower() in POINTERS and any(c.lower_ in ("the", "this", "that") for c in t.children)]
    return any(t.dep_ in ("obl", "nmod") and case_of(t) not in ABOUT for t in near)  # not "was sentenced for that attack"


def _is_dated(reading: Reading, sentence: Sentence) -> bool:
    return any(sentence.start <= day.span_start < sentence.end and day.date_precision == "day" for day in reading.dates)


def in_scene(reading: Reading, found: Candidate, mention: EventMention, sentence: Sentence, scene: Scene | None) -> bool:
    """Whether an event that names neither day nor place is part of the scene that its sentence goes on with."""
    if scene is None or mention.date is not None or mention.place_text is not None or mention.is_general:
        return False
    if scene.date is not None and scene.date.date_precision in LONG and sentence.paragraph != scene.paragraph:
        return False  # "Last month gunmen stormed a temple" is background, and the next paragraph none of it
    if mention.event_type not in DEEDS or mention.stance != "asserted":
        return False
    if found.trigger.pos == "noun" and found.light is None and not is_definite(found.token):
        return False
    if sentence.index - scene.sentence > 1 and any(t.lower_ == "that" for t in found.token.children if t.dep_ == "det"):
        return False  # "that attack" is the one told last
    if (found.clause.dep_ == "ccomp" and is_saying(reading, found.clause.head)) or _is_dated(reading, sentence):
        return False  # who says it goes on with the scene, not what he tells
    top = found.clause
    while top.dep_ in LINKS and top.head.i != top.i:
        top = top.head
    if top.i != main_verb(sentence).i or PERFECT & auxiliaries(top) or "Past" not in top.morph.get("Tense", []):
        return False
    return goes_on(top, scene)
