"""What harms people and is nobody's attack: an animal, a disease, traffic, a house on fire, a coal mine that blows up, an election won.

The people harmed are counted all the same (`transforms/casualties`), with no event to go with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events.frames import Candidate
from transforms.events.noun_phrase import core
from transforms.events.reading import Reading
from transforms.events.repairs import child
from transforms.events.subjects import SUBJECTS, case_of
from transforms.events.word_classes import classes_of
from transforms.parse import ParsedArticle
from transforms.tokens import Token

# What a vehicle in traffic does to people; one that is driven into a crowd rams it.
IN_TRAFFIC = frozenset({"hit", "strike", "kill", "injure", "wound", "hurt", "crush"})
# What comes of an accident; a plane that "crashed after it was hit" was hit by somebody.
HARMING = frozenset({"kill", "injure", "wound", "hurt"})
# "A bear attack", "the outbreak strikes the county", read as a noun.
NOBODY = frozenset({"animal", "mishap", "nature"})
# What animals do to people.
BITING = frozenset({"attack", "kill", "maul", "bite", "injure", "trample", "sting", "gore", "savage", "snatch"})
MOVING = frozenset({"vehicle", "vessel", "aircraft"})
# What is flown at somebody does not crash by accident.
AIMED = frozenset({"drone", "missile", "rocket", "uav", "balloon", "bomber"})
BLASTS = frozenset({"explosion", "blast", "explode"})
# What a weapon or a fighter is told by: where there is one, an explosion may be meant.
MEANT = frozenset({"bomb", "explosive", "weapon", "combatant"})
DEEDS = frozenset({"attack", "strike", "sabotage", "shelling", "bombing", "raid"})
# "Mine" is a weapon too, but not in a story of coal.
UNMEANT = BLASTS | {"mine"}
MOUNTAINS = frozenset({"mount", "mt", "mt.", "volcano"})
# What a stoppage does to commuters and production.
DISRUPTING = frozenset({"hit", "strike", "cripple", "paralyse", "paralyze"})
# What those do to fires and diseases who fight nobody.
STRUGGLING = frozenset({"battle", "fight", "combat"})
CONTENDERS = frozenset({"challenger", "incumbent", "rival", "opponent", "champion", "contender", "seed", "candidate", "goalie", "nominee"})
# What tells that it was an election or a game.
POLLS = frozenset({"vote", "poll", "election", "primary", "seat", "runoff", "ballot", "final", "semifinal"})
SCORE = re.compile(r"\b\d{1,3}-\d{1,3}\b")


def is_mishap(reading: Reading, found: Candidate, is_accident: bool) -> bool:
    """Whether a candidate tells of harm that nobody did, or of a contest. `is_accident`: of the article, by `tells_accident`."""
    if found.source is not None and _is_force_of_nature(found.source):
        return True
    if found.event_type != "ASSAULT":
        return False
    if found.source is None:
        if is_accident or any(classes_of(t) & NOBODY for t in found.token.children if t.dep_ == "compound"):
            return True
        if found.trigger.words[0] in HARMING and any(_is_accident(word) or _runs_over(word) for word in found.token.sent):
            return True
    elif not _is_known(reading, found.source) and _does_nothing(found, core(found.source)):
        return True
    is_outcome = found.trigger.words[0] in HARMING and _is_accident(found.token.head)
    return is_outcome or _is_contest(found) or _is_other_answer(found)


def tells_accident(parsed: ParsedArticle) -> bool:
    """Whether an article tells of animals, or of an explosion in a coal mine or a plant, of gas or of fireworks, and of no weapon or
    fighter, nor of any attack where something blew up."""
    is_prone = is_deed = is_blast = False
    for sentence in parsed.sentences:
        for token in sentence.span:
            classes = classes_of(token)
            if classes & MEANT and "aircraft" not in classes and token.lemma_.lower() not in UNMEANT:
                return False
            is_prone = is_prone or ("animal" in classes and _is_doer(token))
            is_deed = is_deed or token.lemma_.lower() in DEEDS
            if token.lemma_.lower() in BLASTS:
                is_blast = is_blast or any("blastprone" in classes_of(word) for word in _around(token))
    return is_prone or (is_blast and not is_deed)


def _is_doer(word: Token) -> bool:
    """Whether a word is told as who does something ("a shark attacked", "killed by a bear", "a bee attack")."""
    if word.dep_ == "compound":
        return "assault" in classes_of(word.head)
    return (word.dep_ == "nsubj" or _is_agent(word)) and word.head.lemma_.lower() in BITING


def _is_agent(word: Token) -> bool:
    """Whether a word is by whom or what something was done."""
    return word.dep_ == "obl:agent" or (word.dep_ == "obl" and case_of(word) == "by")


def _around(blast: Token) -> Iterator[Token]:
    """Yield the words with which an explosion is told: its own phrase, and where its verb puts it."""
    yield from blast.subtree
    if blast.dep_ in SUBJECTS:
        yield from (word for place in blast.head.children if place.dep_ == "obl" for word in place.subtree)


def _is_known(reading: Reading, source: Token) -> bool:
    """Whether a state, a force or an armed group is named ("the Tamil Tigers"), and no mere people or name."""
    named = reading.actor(source)
    return named is not None and named.actor is not None and named.actor.kind in ("state", "state_forces", "armed_group")


def _is_force_of_nature(source: Token) -> bool:
    """Whether a name is that of a storm or a mountain ("Typhoon Kalmaegi", "Mount Semeru")."""
    if source.lower_ == "it":
        return any(_is_force_of_nature(word) for word in source.sent if word.dep_ in SUBJECTS and word.lower_ != "it")
    names = [source, *(t for t in source.children if t.dep_ in ("compound", "flat") and t.pos_ == "PROPN")]
    return len(names) > 1 and any("nature" in classes_of(name) or name.lower_ in MOUNTAINS for name in names)


def _does_nothing(found: Candidate, source: Token) -> bool:
    """Whether what is said to have done it is an animal, a disease, a fire, a vehicle in traffic, strikers or firefighters."""
    classes = classes_of(source)
    verb = found.trigger.words[0]
    if verb in STRUGGLING and ("helper" in classes or (found.target is not None and _is_animal(core(found.target)))):
        return True
    if verb == "crash" or (verb in IN_TRAFFIC and "vessel" in classes):
        return bool(classes & MOVING) and source.lemma_.lower() not in AIMED
    if classes & {"animal", "mishap"} or ("vehicle" in classes and verb in IN_TRAFFIC) or ("labour" in classes and verb in DISRUPTING):
        return True
    # "Israeli fire", "mortar fire" and "fire from tanks" are shooting.
    return (
        source.lemma_.lower() == "fire"
        and any(t.dep_ == "det" or "facility" in classes_of(t) for t in source.lefts)
        and not any(t.pos_ in ("ADJ", "PROPN") or "weapon" in classes_of(t) for t in source.lefts)
    )


def _is_animal(word: Token) -> bool:
    return word.lemma_.lower() == "animal" or "animal" in classes_of(word)


def _is_accident(verb: Token) -> bool:
    """Whether a verb tells that something with people on board had an accident ("a bus plunged into a ravine")."""
    if "accident" not in classes_of(verb) or verb.pos_ != "VERB":
        return False
    clause = verb.head if verb.dep_ == "conj" and child(verb, *SUBJECTS) is None else verb
    subject = child(clause, *SUBJECTS) or (verb.head if verb.dep_ == "acl" else None)  # "when a train derailed" may be read as reduced
    return subject is not None and bool(classes_of(subject) & MOVING) and subject.lemma_.lower() not in AIMED


def _runs_over(word: Token) -> bool:
    """Whether a word is the vehicle by which somebody is hit ("was hit by a car and killed")."""
    return _is_agent(word) and "vehicle" in classes_of(word) and word.head.lemma_.lower() in IN_TRAFFIC


def _is_contest(found: Candidate) -> bool:
    """Whether somebody beats a contender, beats another out or back, or beats one in a sentence with a score or votes: an election, a
    game."""
    if found.trigger.words != ("beat",) or found.source is None or found.target is None:
        return False
    if core(found.target).lemma_.lower() in CONTENDERS or any(t.lower_ in ("out", "back", "off") for t in found.token.children):
        return True
    return any(t.lemma_.lower() in POLLS for t in found.token.sent) or SCORE.search(found.token.sent.text) is not None


def _is_other_answer(found: Candidate) -> bool:
    """Whether a verb of retaliation says by what else it was done ("retaliated by curbing exports"), which tells of itself."""
    if found.trigger.words[0] != "retaliate":
        return False
    clauses = [t for t in found.token.children if t.dep_ == "advcl"]
    return any(mark.lower_ == "by" for clause in clauses for mark in clause.children if mark.dep_ in ("mark", "case"))
