"""What `seeds/` knows of words for harm and of words for people, ready to look up by a token."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from transforms.actors.curated import actors as curated_actors
from transforms.seed_tables import read_seed
from transforms.tokens import Token

# Groups of victims who bear arms.
ARMED = frozenset(("security_forces", "combatant"))
PERSON_SUFFIXES = ("man", "men", "woman", "women", "er", "or", "ist", "ian", "ee", "eer", "ant", "crat")


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set: closed classes of English are written as they are read."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class OutcomeWord:
    """One word that says people were harmed, and where its victims stand in the sentence (`frame`)."""

    word: str
    pos: str
    outcome: str
    frame: str


@dataclass(frozen=True, slots=True)
class VictimNoun:
    """One noun for people (kind person, plural, collective) or for what is killed or captured and is no person (thing)."""

    noun: str
    group: str
    age_sex: str
    kind: str


@cache
def verb_forms() -> dict[str, OutcomeWord]:
    """Return each written form of a verb of harm; of a phrasal verb, the form of its verb with its particle ("gunned down")."""
    table: dict[str, OutcomeWord] = {}
    for row in read_seed("outcome_words"):
        if row["pos"] == "verb":
            word = OutcomeWord(row["word"], "verb", row["outcome"], row["frame"])
            verb, _, particle = row["word"].partition(" ")
            for form in [verb, *row["forms"].split()]:
                table.setdefault(f"{form} {particle}".strip(), word)
    return table


@cache
def verb_starts() -> frozenset[str]:
    """Return the words that forms of verbs of harm begin with, and those behind a hyphen ("pistol-whipped")."""
    starts = {form.partition(" ")[0] for form in verb_forms()}
    return frozenset(starts | {form.rpartition("-")[2] for form in starts})


@cache
def words_of(pos: str) -> dict[str, tuple[OutcomeWord, ...]]:
    """Return the nouns or adjectives of harm by lemma; one lemma may have several frames."""
    table: dict[str, tuple[OutcomeWord, ...]] = {}
    for row in read_seed("outcome_words"):
        if row["pos"] == pos:
            table[row["word"]] = (*table.get(row["word"], ()), OutcomeWord(row["word"], pos, row["outcome"], row["frame"]))
    return table


@cache
def victim_nouns() -> dict[str, VictimNoun]:
    """Return the nouns for people, and for things, by lemma (some are of two words)."""
    return {row["noun"]: VictimNoun(row["noun"], row["group"], row["age_sex"], row["kind"]) for row in read_seed("victim_nouns")}


def lemma_of(token: Token) -> str:
    """Return a noun's lemma in lower case; a plural the lemmatizer left alone loses its ending when the seeds know the rest."""
    lemma, text = str(token.lemma_ or token.text).lower(), str(token.lower_)
    known = victim_nouns()
    if lemma in known:
        return lemma
    for ending, instead in (("ies", "y"), ("men", "man"), ("children", "child"), ("es", ""), ("s", "")):
        if text.endswith(ending) and text[: -len(ending)] + instead in known:
            return text[: -len(ending)] + instead
    return lemma


def noun_of(token: Token) -> VictimNoun | None:
    """Return what the seeds know of a noun, with the word before it when the two are listed together ("aid worker")."""
    known, lemma = victim_nouns(), lemma_of(token)
    if token.i > token.doc[0].i:
        before = token.nbor(-1)
        pair = known.get(f"{before.lower_} {lemma}")
        if pair is not None:
            return pair
    return known.get(lemma) or known.get(token.lower_)


def looks_like_person(token: Token) -> bool:
    """Return whether an unlisted noun has an ending that English uses for people ("facilitator", "postman")."""
    return bool(token.pos_ == "NOUN" and lemma_of(token).endswith(PERSON_SUFFIXES) and len(token.text) > 4)


@cache
def armed_groups() -> frozenset[str]:
    """Return the names of armed groups in lower case."""
    return frozenset(
        name.lower() for actor in curated_actors().values() if actor.kind == "armed_group" for name in (actor.name, *actor.aliases)
    )
