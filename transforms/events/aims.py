"""Which armed group a deed is done to when its own words only say "insurgents": the group that the operation is after.

"Troops detained several suspected insurgents during a search for a Taliban leader", "... while in pursuit of a Haqqani facilitator": the
group of the one they are after; and in the sentences after it, of whom "two militants were arrested" tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.curated import actors as curated_actors
from transforms.events.frames import Candidate, candidate_at
from transforms.events.membership import tied_to
from transforms.events.noun_phrase import core
from transforms.events.parties import actors_of
from transforms.events.pronouns import explained
from transforms.events.reading import Reading
from transforms.events.repairs import child
from transforms.events.subjects import SUBJECTS, case_of
from transforms.events.word_classes import classes_of
from transforms.parse import Sentence
from transforms.records import Actor, EventMention
from transforms.tokens import Token

FORCE = frozenset({"ASSAULT", "COERCE"})
AFTER = frozenset({"for", "of", "on", "against", "at"})
# Sentences of one paragraph later, fighters without a name are still those told of.
REACH = 2


def group_meant(
    reading: Reading, sentence: Sentence, found: Candidate, sources: Sequence[Actor], before: Sequence[EventMention]
) -> tuple[Actor, ...]:
    """Return the armed group to which nameless fighters, or nobody, stand as the target of a deed of force, or ()."""
    if found.event_type not in FORCE or (found.target is not None and "combatant" not in classes_of(core(found.target))):
        return ()
    own = {actor.actor_id for actor in sources}
    tied = tied_to(core(found.target)) if found.target is not None else []
    following = _next(reading, sentence)
    later = _aimed_in(following, found) if following is not None and not _tells(reading, following) else []
    fought = [t for word in found.absorbed for t in word.children if case_of(t) == "against"]  # "during an operation against rebels"
    for head in [*tied, *fought, *_aimed_in(sentence, found), *later]:
        groups = tuple(actor for actor in actors_of(reading, explained(reading, head), True) if actor.kind == "armed_group")
        if groups and not own & {actor.actor_id for actor in groups}:
            return groups
    return _told_before(reading, sentence, own, before) if found.target is not None else ()


def _aimed_in(sentence: Sentence, found: Candidate) -> list[Token]:
    """Return whom a sentence says somebody is after, in order."""
    clause = found.clause.head if found.clause.dep_ in SUBJECTS else found.clause
    told = clause.dep_ == "ROOT"  # what another clause tells as done is no aim of this one ("came days after soldiers killed ...")
    words = [word for word in sentence.span if word != found.token and "aim" in classes_of(word) and not (told and _is_done(word))]
    return [head for word in words for head in _sought(word)]


def _is_done(word: Token) -> bool:
    """Whether a finite clause of its own, under a conjunction, tells that it was done."""
    subject, mark = child(word, "nsubj", "nsubj:pass"), child(word, "mark")
    return word.dep_ == "advcl" and subject is not None and mark is not None and "Past" in word.morph.get("Tense", [])


def _next(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the next sentence of the same paragraph ("The force was searching for ..."), or None."""
    sentences = reading.parsed.sentences
    following = sentences[sentence.index + 1] if sentence.index + 1 < len(sentences) else None
    return following if following is not None and following.paragraph == sentence.paragraph else None


def _tells(reading: Reading, sentence: Sentence) -> bool:
    """Whether the words of seeking in a sentence tell deeds of their own ("captured a leader of X")."""
    return any("aim" in classes_of(word) and candidate_at(reading, word) is not None for word in sentence.span)


def _sought(word: Token) -> list[Token]:
    """Return what a word of seeking is after: its object, or the phrase that it governs."""
    return [t for t in word.children if t.dep_ == "obj" or (t.dep_ in ("obl", "nmod") and case_of(t) in AFTER)]


def _told_before(reading: Reading, sentence: Sentence, own: set[str], before: Sequence[EventMention]) -> tuple[Actor, ...]:
    """Return the armed group that was the target of the last deed of force told in the sentences before of the same paragraph."""
    sentences = reading.parsed.sentences
    for mention in reversed(before):
        if sentence.index - mention.sentence_index > REACH or sentences[mention.sentence_index].paragraph != sentence.paragraph:
            return ()
        groups = tuple(actor for actor in mention.target_actors if actor.kind == "armed_group")
        if mention.event_type in FORCE and groups and not own & {actor.actor_id for actor in groups}:
            return groups
    return ()


def with_groups(sides: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return the actors of a side with the armed groups whose leaders and members stand among them."""
    groups = [curated_actors().get(actor.parent_actor_id or "") for actor in sides if actor.kind == "person"]
    named = {actor.actor_id: actor for actor in (*sides, *(group for group in groups if group is not None and group.kind == "armed_group"))}
    return tuple(named.values())
