"""Nouns with "the" that point back: "the group", "the militia", "the ministry"."""

from __future__ import annotations

from functools import cache

from transforms.actors.lexicon import anaphors, word_list
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting
from transforms.parse import end_of, start_of
from transforms.tokens import Token

# How many sentences back such a noun reaches.
REACH = 5
NAMED = frozenset({"name", "organisation", "short"})
MODIFIERS = frozenset({"nmod", "appos", "compound", "acl:relcl", "acl", "flat", "nmod:desc"})
# Words for one body ("an aid group", "the organisation").
BODIES = ("group", "organisation", "organization", "charity", "agency")
POINTERS = {"the", "this", "that"}


def sight_definite_nouns(reading: Reading) -> None:
    """Add or resolve a sighting for each noun that points back to the one fitting actor of the nearest sentence that has any."""
    before: list[Sighting] = []
    nouns = _single_nouns()
    brought: dict[str, int] = {}  # the sentence that brings up one without a name: "a gang led by a man"
    for line in reading.lines:
        for place, word in enumerate(line.words):
            kinds = nouns.get(word.key)
            if kinds is None or word.token.pos_ not in ("NOUN", "PROPN"):
                continue
            if not _points_back(line, place):
                if _is_new(line, word.token):
                    brought.update(dict.fromkeys(BODIES if word.key in BODIES else (word.key,), line.sentence.index))
                continue
            own = line.covering(word.start, word.end)
            if own is not None and own.actor_ids:
                continue
            if line.sentence.index - brought.get(word.key, -REACH - 1) <= REACH:
                continue
            candidates = before + [s for s in line.sightings if s.end < word.start]
            actor_id = _so_called(reading, candidates, kinds, word.token, line.sentence.index)
            actor_id = actor_id or _antecedent(reading, candidates, kinds, line.sentence.index)
            if actor_id is None:
                continue
            if own is not None:
                own.actor_ids, own.basis = (actor_id,), "phrase"
            else:
                line.sight(place, place + 1, (actor_id,), "phrase", "anaphor")
        before += sorted(line.sightings, key=lambda s: s.start)


@cache
def _single_nouns() -> dict[str, tuple[str, ...]]:
    """Return the nouns of one word, with the kinds of actors that they point to."""
    return {key[0]: kinds for key, kinds in anaphors().items() if len(key) == 1}


def _is_new(line: Line, token: Token) -> bool:
    """Whether a noun with "a" brings up a group that has no name: it describes none ("X, a group that ...", "a group called X")."""
    if not any(child.dep_ == "det" and child.lower_ in ("a", "an") for child in token.children):
        return False
    if token.dep_ in ("appos", "flat", "nmod:desc", "compound") or any(child.dep_ == "cop" for child in token.children):
        return False
    if any(child.dep_ == "nmod" and child.left_edge.lower_ == "of" for child in token.children):
        return False  # "a group of insurgents" is a number of them
    inside = {start_of(word) for word in token.subtree}
    first = start_of(token.left_edge)
    owned = any(s.actor_id and first <= s.start < end_of(token) for s in line.sightings)  # "an Afghan and coalition force"
    return not owned and not any(s.actor_id and s.basis in NAMED and start_of(s.head) in inside for s in line.sightings)


def _points_back(line: Line, place: int) -> bool:
    """Whether a noun is bare but for "the", a word for rebels ("the guerrilla group") and where it is: neither "the rebel group X" nor
    "the group of students" names who was meant before."""
    token = line.words[place].token
    first = place - 1 if place > 1 and f"{line.words[place - 1].key}s" in word_list("rebel_noun") else place
    while first > 1 and token.lemma_.lower() == "force" and line.words[first - 1].key in word_list("force_kind"):
        first -= 1  # "the joint security force"
    if first == 0 or line.words[first - 1].key not in POINTERS:
        return False
    kinds = [word.token for word in line.words[first:place]]
    modifiers = [child for child in token.children if child.dep_ in MODIFIERS and child not in kinds and not _is_where(child)]
    return not modifiers and token.dep_ not in ("compound", "nmod:desc", "flat")


def _is_where(phrase: Token) -> bool:
    """Whether a noun's phrase only says where it is ("the group in Lower Shabelle")."""
    return phrase.dep_ == "nmod" and phrase.pos_ == "PROPN" and phrase.left_edge.lower_ in ("in", "near")


def _antecedent(reading: Reading, before: list[Sighting], kinds: tuple[str, ...], sentence: int) -> str | None:
    """Return the one fitting actor of the nearest earlier sentence that has any; its subject when it has several."""
    for back in range(REACH + 1):
        here = [s for s in before if s.sentence == sentence - back and s.actor_id and _fits(reading, s, kinds)]
        found = list(dict.fromkeys(s.actor_id for s in here))
        if len(found) == 1:
            return found[0]
        if found:
            subjects = list(dict.fromkeys(s.actor_id for s in here if s.head.dep_.startswith("nsubj")))
            return subjects[0] if len(subjects) == 1 else None
    return None


def _so_called(reading: Reading, before: list[Sighting], kinds: tuple[str, ...], noun: Token, sentence: int) -> str | None:
    """Return the fitting actor that was last called by the same noun ("an Afghan force", "the force"), or None."""
    near = [s for s in before if sentence - s.sentence <= REACH and s.head.lemma_.lower() == noun.lemma_.lower()]
    fitting = [s.actor_id for s in near if s.actor_id is not None and _fits(reading, s, kinds)]
    return fitting[-1] if fitting else None


def _fits(reading: Reading, sighting: Sighting, kinds: tuple[str, ...]) -> bool:
    if sighting.actor_id is None:
        return False
    actor = reading.register.get(sighting.actor_id)
    organs = [kind.removeprefix("organ:") for kind in kinds if kind.startswith("organ:")]
    if actor.kind in kinds:
        return sighting.basis in ("name", "organisation", "short") or sighting.noun_class in ("anaphor", "militants", "forces")
    return any(actor.actor_id.endswith(organ) for organ in organs)
