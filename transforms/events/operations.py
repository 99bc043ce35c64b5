"""What forces say and do beside an operation, that is no act of politics: they call to those inside a building or for an air strike, and
keep the women and children who are there from harm."""

from __future__ import annotations

from dataclasses import replace

from transforms.events.frames import Candidate
from transforms.events.noun_phrase import core
from transforms.events.parties import actors_of
from transforms.events.prospect import Reality
from transforms.events.reading import Reading
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

# Whom forces find where they come.
INSIDE = frozenset({"occupant", "inhabitant", "resident", "individual", "man", "men", "person", "people", "insurgent", "militant", "him"})
HOMES = frozenset({"building", "compound", "house", "home", "residence", "premises", "campsite", "room", "vehicle", "car", "inside"})
LEAVING = frozenset({"exit", "come", "leave", "emerge", "step"})
# What troops on the ground call for.
FIRE = frozenset({"support", "airstrike", "strike", "backup", "reinforcement", "reinforcements", "fire", "helicopter"})
SEARCHES = frozenset({"search", "operation", "raid", "clearing", "compound", "building", "duration"})

# Lines from the headline to the end of the lead, datelines among them.
LEAD = 10
POLICE = frozenset({"police", "policeman", "policemen", "officer", "authority", "authorities"})
# What police do to find and take people, unless it is told whom it harmed.
HARM = frozenset({"kill", "die", "dead", "death", "wound", "injure", "shoot", "hurt", "strike", "airstrike", "engage"})
SEEKING = frozenset({"search", "pursuit", "intelligence", "detain", "arrest", "locate"})
RAIDS = frozenset({"raid", "operation", "sweep"})


def as_search(reading: Reading, found: Candidate) -> Candidate:
    """Return a raid or an operation of police that harmed nobody as what it is: a search; so is what forces target to look for somebody,
    and the operation in which they do."""
    is_raid = found.trigger.pos == "noun" and found.trigger.words[-1] in RAIDS and found.event_type == "ASSAULT"
    if found.source is not None and _is_sought(found) and _looks_for(reading, found):
        return _search(found)
    if not is_raid or found.absorbed or found.source is None or "aerial" in (found.trigger.mode or ""):
        return found
    if any(t.lemma_.lower() in HARM for t in found.token.sent):
        return found  # "Police raid on Rio favela leaves 64 dead"
    actors = actors_of(reading, found.source)
    is_police = core(found.source).lemma_.lower() in POLICE or (bool(actors) and any(a.actor_id.endswith("_police") for a in actors))
    if not is_police:
        return found
    return _search(found)


def _is_sought(found: Candidate) -> bool:
    """Whether a place or a man is only what forces go for ("targeted a rebel leader and detained two men"), or a security operation is told
    in which they look for somebody."""
    if found.trigger.words == ("target",):
        return found.target is not None and bool(classes_of(core(found.target)) & {"facility", "person"})
    return found.trigger.words[-1] == "operation" and found.event_type == "ASSAULT" and "aerial" not in (found.trigger.mode or "")


def _search(found: Candidate) -> Candidate:
    return replace(found, event_type="COERCE", trigger=replace(found.trigger, event_type="COERCE", mode=None, cameo_code="170"))


def _looks_for(reading: Reading, found: Candidate) -> bool:
    """Whether forces go to a place to find somebody, and nobody is harmed there; what a headline does not say, the lead may."""
    if found.source is None or not _is_force(reading, found.source):
        return False
    words = {t.lemma_.lower() for t in found.token.sent}
    if words & (HARM | SEEKING) or not _is_headline(reading, found.token):
        return bool(words & SEEKING) and not words & HARM
    told = ({t.lemma_.lower() for t in sentence.span} for sentence in reading.parsed.sentences[1:LEAD])
    lead = next((words for words in told if found.token.lemma_.lower() in words), set())
    return bool(lead & SEEKING) and not lead & HARM


def _is_headline(reading: Reading, word: Token) -> bool:
    """Whether a word stands in the first line of its article and that ends without a stop."""
    first = reading.parsed.sentences[0].span
    return word.doc is first[0].doc and word.sent[0].i == first[0].i and first[-1].text not in (".", "!", "?", '"')


def is_of_operation(reading: Reading, found: Candidate, told: Reality) -> bool:
    """Whether a demand or help is only a part of how forces went about an operation."""
    if found.source is None or not _is_force(reading, found.source):
        return False
    if told.event_type == "REQUEST":
        return _is_called_in(found) or _is_called_out(found)
    if told.event_type == "ACCUSE" and found.trigger.words[0] == "call":
        return any(t.lower_ == "out" for t in found.token.subtree)  # "called all residents out of the building"
    if told.event_type == "AID" and found.trigger.words[0] == "protect":
        return any(t.lemma_.lower() in SEARCHES for t in found.token.sent)
    return False


def _is_force(reading: Reading, source: Token) -> bool:
    if classes_of(core(source)) & {"troops", "combatant"}:
        return True
    return any(actor.kind == "state_forces" for actor in actors_of(reading, source))


def _is_called_in(found: Candidate) -> bool:
    """Whether forces ask their own side for fire or men ("called for close air support")."""
    asked = [found.slots.get(slot) for slot in ("obj", "for")]
    return any(word is not None and word.lemma_.lower() in FIRE and word.pos_ == "NOUN" for word in asked)


def _is_called_out(found: Candidate) -> bool:
    """Whether they call to those inside a building or a vehicle, or through a loudspeaker."""
    words = {form for t in found.clause.subtree for form in (t.lemma_.lower(), t.lower_)}
    if "occupant" in words or "loudspeaker" in {t.lemma_.lower() for t in found.token.sent}:
        return True
    return bool(words & INSIDE) and bool(words & LEAVING) and bool(words & HOMES)
