"""The head nouns, offices, titles and organisation nouns of `seeds/`, found in a sentence longest first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from transforms.actors.folding import WORD, Word, squash
from transforms.seed_tables import read_seed


@dataclass(frozen=True, slots=True)
class AgentNoun:
    """A noun for people who act ("forces", "officials"): its class, the kind of actor it makes, and the id's last part."""

    noun_class: str
    kind: str
    suffix: str
    label: str


@dataclass(frozen=True, slots=True)
class Office:
    """An organ, an office held by a person, or a word for who speaks for it (`sort`: organ, holder, spokes)."""

    phrase: str
    sort: str
    suffix: str
    label: str
    kind: str
    role: str
    cameo_role: str
    default_actor_id: str


Key = tuple[str, ...]


def key_of(phrase: str) -> Key:
    """Return the keys of a phrase's words."""
    return tuple(squash(part) for part in WORD.findall(phrase))


@cache
def agent_nouns() -> dict[Key, AgentNoun]:
    """Return agent nouns by the keys of their words."""
    return {
        key_of(row["noun"]): AgentNoun(row["class"], row["kind"], row["suffix"], row["label"]) for row in reversed(read_seed("agent_nouns"))
    }


@cache
def offices() -> dict[Key, Office]:
    """Return offices by the keys of their words."""
    return {
        key_of(row["phrase"]): Office(
            row["phrase"], row["sort"], row["suffix"], row["label"], row["kind"], row["role"], row["cameo_role"], row["default_actor_id"]
        )
        for row in read_seed("offices")
    }


@cache
def held_offices() -> frozenset[str]:
    """Return the id parts of offices that one person holds, apart from organs."""
    return frozenset(office.suffix for office in offices().values() if office.sort == "holder")


@cache
def titles() -> dict[Key, str]:
    """Return what may stand before a person's name, with its sort (honorific, rank, clergy, political)."""
    return {key_of(row["title"]): row["sort"] for row in read_seed("ranks")}


@cache
def title_genders() -> dict[Key, str]:
    """Return the titles that tell a man from a woman."""
    return {key_of(row["title"]): row["gender"] for row in read_seed("ranks") if row["gender"]}


@cache
def organisation_nouns() -> dict[str, str]:
    """Return the words in which names of organisations end (or begin, before "of"), with the kind they tell."""
    return {squash(row["noun"]): row["kind"] for row in read_seed("organisation_nouns")}


@cache
def anaphors() -> dict[Key, tuple[str, ...]]:
    """Return nouns that, with "the", point back to an actor of one of some kinds."""
    return {key_of(row["noun"]): tuple(row["kinds"].split(";")) for row in read_seed("actor_anaphors")}


@cache
def _phrases(table: str) -> tuple[frozenset[Key], dict[str, int]]:
    """Return the phrases of a table, and the number of words of the longest that begins with each word."""
    tables: dict[str, dict[Key, AgentNoun] | dict[Key, Office] | dict[Key, str]] = {
        "agent_nouns": agent_nouns(),
        "offices": offices(),
        "titles": titles(),
    }
    most: dict[str, int] = {}
    for key in tables[table]:
        most[key[0]] = max(most.get(key[0], 0), len(key))
    return frozenset(tables[table]), most


def longest(table: str) -> int:
    """Return the number of words of a table's longest phrase."""
    return max(_phrases(table)[1].values())


def first_words(table: str) -> Collection[str]:
    """Return the words with which a table's phrases begin."""
    return _phrases(table)[1].keys()


def phrase_length(words: Sequence[Word], first: int, table: str) -> int:
    """Return how many words from `first` on make the longest phrase of a table; 0 when none does."""
    phrases, most = _phrases(table)
    for length in range(min(most.get(words[first].key, 0), len(words) - first), 0, -1):
        if tuple([word.key for word in words[first : first + length]]) in phrases:
            return length
    return 0


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_seed("person_nouns"))


@cache
def personal_verbs() -> frozenset[str]:
    """Return the lemmas of verbs whose subject, when it is a name of two words, is a person."""
    return frozenset(row["verb"] for row in read_seed("personal_verbs"))


def is_person_noun(lemma: str, text: str) -> bool:
    """Return whether a noun calls one person by office, trade, kinship or deed."""
    word = lemma if lemma in _person_nouns() else text.lower()
    return word in _person_nouns() or (len(word) > 6 and word.endswith(("ologist", "spokesman", "woman", "person")))


@cache
def word_list(sort: str) -> frozenset[str]:
    """Return the words of `seeds/actor_words.csv` of one sort ("place_verb", "participle" ...)."""
    return frozenset(row["word"] for row in read_seed("actor_words") if row["sort"] == sort)
