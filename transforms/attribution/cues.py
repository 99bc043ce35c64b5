"""The words of saying, accusing, denying, announcing and thinking in public: `seeds/speech_cues.csv`, found in a parsed text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from transforms.seed_tables import read_seed
from transforms.tokens import Token

VERB_TAGS = frozenset({"VERB", "AUX", "ADJ"})  # a participle is often tagged as an adjective
NOUN_TAGS = frozenset({"NOUN", "PROPN"})
CLAUSAL = frozenset({"ROOT", "parataxis", "advcl", "conj", "ccomp"})
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the cue table. `kind`: speech, manner (speech only beside a quotation or a clause), thought, showing.

    `complement` names the complements that hold what is said: clause, infinitive, gerund, object, predicate, or a preposition."""

    lemma: str
    part_of_speech: str
    kind: str
    polarity: str
    strength: str
    complement: frozenset[str]


@cache
def verb_cues() -> dict[str, tuple[Cue, ...]]:
    """Return the verb cues by each inflected form of their first word, the longest cue first ("call for" before "call")."""
    return _by_form("verb")


@cache
def noun_cues() -> dict[str, tuple[Cue, ...]]:
    """Return the noun cues by their singular and plural forms."""
    return _by_form("noun")


@cache
def phrase_cues() -> dict[str, tuple[Cue, ...]]:
    """Return the phrases that name a source ("according to") by their first word."""
    return _by_form("phrase")


@cache
def cue_words() -> frozenset[str]:
    """Return every form with which a cue begins."""
    return frozenset((*verb_cues(), *noun_cues(), *phrase_cues()))


def cue_named(text: str) -> Cue | None:
    """Return the cue of a form as written ("Called for", "claims"), a verb before a noun before a phrase, or None."""
    first = text.lower().partition(" ")[0]
    for table in (verb_cues(), noun_cues(), phrase_cues()):
        if first in table:
            return table[first][-1]
    return None


def verb_cue(token: Token) -> Cue | None:
    """Return the cue that a token is as a verb, its particles included, or None. The form decides, then the tag."""
    cues = verb_cues().get(token.lower_)
    if cues is None:
        return None
    if token.pos_ not in VERB_TAGS and not (token.pos_ in NOUN_TAGS and token.dep_ in CLAUSAL and _takes_subject(token)):
        return None
    return _first_that_stands(token, cues)


def noun_cue(token: Token) -> Cue | None:
    """Return the cue that a token is as a noun, or None."""
    if token.pos_ not in NOUN_TAGS:
        return None
    return _first_that_stands(token, noun_cues().get(token.lower_, ()))


def particles(token: Token, cue: Cue) -> list[Token] | None:
    """Return the tokens of a cue's words after the first, or None when they do not stand with the token."""
    found = []
    for word in cue.lemma.split()[1:]:
        near = [t for t in token.doc[token.i + 1 : token.i + 4] if t.lower_ == word]
        near += [t for t in token.children if t.lower_ == word and t.i > token.i]
        if not near:
            return None
        found.append(near[0])
    return found


def _takes_subject(token: Token) -> bool:
    """Return whether a word tagged as a noun behaves as a verb: it has a subject and no case or article."""
    return any(t.dep_ == "nsubj" for t in token.children) and not any(t.dep_ in ("cop", "det", "case") for t in token.children)


def _first_that_stands(token: Token, cues: tuple[Cue, ...]) -> Cue | None:
    return next((cue for cue in cues if " " not in cue.lemma or particles(token, cue) is not None), None)


def _by_form(part_of_speech: str) -> dict[str, tuple[Cue, ...]]:
    table: dict[str, list[Cue]] = {}
    for row in read_seed("speech_cues"):
        if row["part_of_speech"] != part_of_speech:
            continue
        complement = frozenset(row["complement"].split())
        cue = Cue(row["cue"], part_of_speech, row["kind"], row["polarity"], row["strength"], complement)
        first, _, rest = row["cue"].partition(" ")
        irregular = [form.partition(" ")[0] if rest else form for form in row["irregular"].split("|") if form]
        forms = {"verb": _verb_forms, "noun": _noun_forms, "phrase": _same}[part_of_speech]
        for form in {*forms(first), *irregular}:
            table.setdefault(form, []).append(cue)
    return {form: tuple(sorted(cues, key=lambda cue: (-len(cue.lemma.split()), cue.lemma))) for form, cues in table.items()}


def _same(word: str) -> Iterator[str]:
    yield word


def _noun_forms(word: str) -> Iterator[str]:
    yield word
    yield _with_s(word)


def _verb_forms(word: str) -> Iterator[str]:
    """Yield the regular forms; a final consonant after one vowel is given doubled and single, since no verb has both senses."""
    yield word
    yield _with_s(word)
    if word.endswith("e"):
        yield from (word + "d", word[:-1] + "ing")
    elif word.endswith("y") and word[-2:-1] not in VOWELS:
        yield from (word[:-1] + "ied", word + "ing")
    else:
        yield from (word + "ed", word + "ing")
        if len(word) > 2 and word[-1] not in VOWELS + "wxy" and word[-2] in VOWELS and word[-3] not in VOWELS:
            yield from (word + word[-1] + "ed", word + word[-1] + "ing")
        if word.endswith("quip"):
            yield from (word + "ped", word + "ping")


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
