"""What in the sentence shows that a name is a person's: a title, a noun before it, an apposition after it, a verb of speech."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.actors.chunks import Chunk
from transforms.actors.folding import head_of
from transforms.actors.lexicon import agent_nouns, held_offices, is_person_noun, organisation_nouns, personal_verbs, titles
from transforms.actors.reading import Line

# Plurals that begin a sentence and are nobody's name.
PEOPLE = frozenset({"members", "supporters", "relatives", "residents", "witnesses", "neighbours", "neighbors", "survivors", "attackers"})
# Names of persons do not end in these: "Senate President", "Industry Minister".
OFFICE_ENDS = frozenset({"president", "minister", "secretary", "ambassador", "senator", "governor", "mayor"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """How strongly a chunk looks like a person (0 to 3) and the words (first, end) that give its roles, the nearest first."""

    weight: int
    roles: tuple[tuple[int, int], ...] = ()
    is_labelled: bool = False


def person_evidence(line: Line, chunk: Chunk) -> Evidence:
    """Return the evidence that a chunk names a person: 3 for a title, 2 for a noun beside it or the parser's label, 1 for its verb."""
    words = line.words[chunk.first : chunk.end]
    if any(word.key in organisation_nouns() for word in words[1:]) or len(words) > 6 or (words[0].text.isupper() and len(words) == 1):
        return Evidence(0)
    if _modifies_noun(line, chunk) or all((word.key,) in titles() or is_person_noun(word.key, word.text) for word in words):
        return Evidence(0)
    if words[-1].key in OFFICE_ENDS | {"american", "americans"} or (
        len(words) == 1 and (words[0].key in PEOPLE or (words[0].key,) in agent_nouns())
    ):
        return Evidence(0)
    if words[-1].token.tag_ == "NNPS" and words[-1].token.ent_type_ != "PER" and not chunk.title_key:
        return Evidence(0)
    if chunk.title == chunk.first > 0 and line.words[chunk.first - 1].key == "the" and line.gap(chunk.first) == " ":
        return Evidence(0)  # "the Permanent Strategic Framework"
    before = noun_before(line, chunk.title)
    after = noun_after(line, chunk.end)
    if before is None and (apposed := _apposed_noun(line, chunk)) is not None:
        return Evidence(2, (apposed,))
    roles = [(before, chunk.first)] if before is not None else []
    if before is None and chunk.title < chunk.first and titles().get(chunk.title_key) != "honorific":
        roles.append((chunk.title, chunk.first))
    if after is not None:
        roles.append(after)
    if chunk.title_key and chunk.title_key in titles():
        return Evidence(3, tuple(roles))
    if chunk.title_key or roles:
        return Evidence(2, tuple(roles))
    labels = {word.token.ent_type_ for word in words if not word.key.isdigit()}
    if "PER" in labels:
        return Evidence(2, is_labelled=True)
    if len(words) in (2, 3) and _is_told_by_verb(line, chunk):
        return Evidence(1)
    if labels & {"ORG", "LOC"}:
        return Evidence(0)
    heads = [
        word.token
        for word in words
        if word.token.dep_ in ("nsubj", "nsubj:pass", "obl:agent") and word.token.head.lemma_.lower() in personal_verbs()
    ]
    following = line.words[chunk.end].key if chunk.end < len(line.words) else ""
    if len(words) > 1 and (heads or following == "who" or _has_age(line, chunk.end)):
        return Evidence(1)
    return Evidence(0)


def _apposed_noun(line: Line, chunk: Chunk) -> tuple[int, int] | None:
    """Return the person noun to which the parse says a name stands in apposition ("a spokesman for the army, Andriy Kovalenko")."""
    token = head_of(line.words[chunk.first : chunk.end])
    noun = token.head
    if (
        token.dep_ not in ("appos", "nmod:desc", "flat")
        or noun.i >= token.i
        or noun.pos_ != "NOUN"
        or noun.morph.get("Number", []) == ["Plur"]
    ):
        return None
    if not is_person_noun(noun.lemma_.lower(), noun.text):
        return None
    place = next((index for index, word in enumerate(line.words) if word.token.i == noun.i), None)
    return None if place is None else (place, place + 1)


def noun_before(line: Line, first: int) -> int | None:
    """Return where a person noun directly before a name begins ("spokesperson", also with a comma: "spokesperson, Nasser Kanaani")."""
    place = first - 1
    if place < 0 or line.gap(first).strip() not in ("", ","):
        return None
    word = line.words[place]
    wide = [s for s in line.sightings if s.end == word.end and s.basis == "office" and s.noun_class in {"spokes", *held_offices()}]
    if wide and (line.gap(first).strip() == "" or wide[0].head.i < word.token.i):
        return next(index for index, other in enumerate(line.words) if other.start >= wide[0].start)
    if not is_person_noun(word.token.lemma_.lower(), word.text) or word.token.pos_ not in ("NOUN", "PROPN"):
        return None
    if word.token.morph.get("Number", []) == ["Plur"]:
        return None
    if line.gap(first).strip() == "," and word.is_capital and not line.covering(word.start, word.end):
        return None
    sighting = line.covering(word.start, word.end)
    if sighting is None:
        return place
    return next(index for index, other in enumerate(line.words) if other.start >= sighting.start)


def noun_after(line: Line, end: int) -> tuple[int, int] | None:
    """Return the words of an apposition after a name that calls it a person: ", a South Asia security expert at ..."."""
    if end >= len(line.words) or line.gap(end).strip() != ",":
        return None
    for place in range(end, min(end + 9, len(line.words))):
        if place > end and line.gap(place).strip() not in ("", "-", "'"):
            return None
        word = line.words[place]
        if word.token.pos_ in ("VERB", "AUX") and word.token.dep_ not in ("amod", "compound"):
            return None
        if word.token.pos_ in ("NOUN", "PROPN") and is_person_noun(word.token.lemma_.lower(), word.text):
            following = line.words[place + 1] if place + 1 < len(line.words) else None
            if following is None or line.gap(place + 1).strip() or following.token.pos_ not in ("NOUN", "PROPN"):
                return end, place + 1
        if word.key in ("who", "which", "whose", "where", "when", "and"):
            return None
    return None


def _modifies_noun(line: Line, chunk: Chunk) -> bool:
    """Whether the name only modifies a common noun after it ("the Santa Rosa de Lima gang")."""
    if chunk.end >= len(line.words) or line.gap(chunk.end) != " ":
        return False
    following = line.words[chunk.end]
    head = head_of(line.words[chunk.first : chunk.end])
    return following.text.islower() and following.token.pos_ == "NOUN" and head.dep_ == "compound" and head.head.i >= following.token.i


def _is_told_by_verb(line: Line, chunk: Chunk) -> bool:
    """Whether a verb of speech stands directly before a name and its subject is the name: "said Crystal Gifford"."""
    if chunk.title == 0 or line.gap(chunk.title) != " ":
        return False
    verb = line.words[chunk.title - 1].token
    head = head_of(line.words[chunk.first : chunk.end])
    return verb.pos_ == "VERB" and verb.lemma_.lower() in personal_verbs() and head.dep_ == "nsubj" and head.head.i == verb.i


def _has_age(line: Line, end: int) -> bool:
    """Whether an age follows: ", 45,"."""
    return end < len(line.words) and line.words[end].text.isdigit() and len(line.words[end].text) == 2 and line.gap(end).strip() == ","
