"""People taken by forces: the operation in which they are, and two verbs that tell of it."""

from __future__ import annotations

from transforms.events.effects import SCENES
from transforms.events.frames import Candidate
from transforms.events.noun_phrase import core
from transforms.events.word_classes import classes_of

# How people are taken, and on which occasions.
TAKING = frozenset({"abduct", "arrest"})
ABDUCTING = frozenset({"abduct", "kidnap"})
SEARCHES = frozenset({"raid", "search", "sweep", "operation"})


def raid_of(found: Candidate, by_word: dict[int, Candidate]) -> list[int]:
    """Return the words of the search or operation in which a candidate tells that people were taken or a place was seized, which is no
    event of its own ("arrested five suspects in a raid in Palmyra", "captured a leader during an operation targeting rebels"); its doer
    is that of the candidate too."""
    if found.event_type != "COERCE" and found.trigger.mode not in TAKING:
        return []
    scenes = [found.slots[name] for name in ("in", "during") if name in found.slots]
    scene = next((word for word in scenes if word.lemma_.lower() in SEARCHES), None)
    if scene is None:
        return []
    hunts = [t for t in (*scene.children, *found.clause.children) if t.tag_ == "VBG" and t.i > scene.i and t.dep_ in ("acl", "advcl")]
    aims = [t.i for t in hunts if t.i in by_word and "aim" in classes_of(t)]
    raid = by_word.get(scene.i)
    if raid is None:
        return aims
    is_own = raid.source is None and scene.lemma_.lower() == "operation"  # nobody else's, whomever it was after
    if raid.target_slot not in (None, *SCENES) and not is_own:
        return []
    found.absorbed.append(scene)
    found.source = found.source or raid.source
    return [scene.i, *aims]


def is_taken_twice(found: Candidate, by_word: dict[int, Candidate]) -> bool:
    """Whether another verb of the sentence tells of the same people being taken ("captured and detained three men"), to whom it goes with
    its doer: an abduction by armed men outside the state, else an arrest."""
    first, second = by_word.get(found.clause.head.i), found
    if found.clause.dep_ != "conj":
        later = (other for other in by_word.values() if other.clause.dep_ == "conj" and other.clause.head == found.clause)
        first, second = found, next(later, found)
    if first is None or first is second or first.target is None or first.target != second.target:
        return False
    if not {first.trigger.mode, second.trigger.mode} <= TAKING or first.trigger.mode == second.trigger.mode:
        return False
    source = first.source or second.source
    is_abducted = source is not None and "irregular" in classes_of(core(source))
    kept = "abduct" if is_abducted or first.token.lemma_.lower() in ABDUCTING else "arrest"
    other = first if found is second else second
    if found.trigger.mode != kept:
        other.absorbed.append(found.token)
        other.source = source
    return found.trigger.mode != kept
