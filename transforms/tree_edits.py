"""How a parsed tree is changed: words moved to another head, made verbs, and the children set anew."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from transforms.seed_tables import read_seed
from transforms.tokens import Morph, Span, Token

PAST = ("VBD", "VBN")
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
FINITE = ("VBD", "VBP", "VBZ")
GERUND = Morph("VerbForm=Ger")
PRESENT = Morph("Mood=Ind|Tense=Pres|VerbForm=Fin")
PASSIVE = Morph("Tense=Past|VerbForm=Part|Voice=Pass")
FINITE_PAST = Morph("Mood=Ind|Tense=Past|VerbForm=Fin")


def place_of(word: Token) -> int:
    """Return where a word stands in its paragraph, to sort by."""
    return word.i


def first_of(noun: Token) -> Token:
    """Return the first word under a word in the tree as it is now (`left_edge` knows only the parser's own until a mend is done)."""
    return min(noun.subtree, key=place_of)


def word_behind(noun: Token) -> Token | None:
    """Return the word right behind all words under a word in the tree as it is now, or None at the end of the sentence."""
    after = max(t.i for t in noun.subtree) + 1
    return noun.doc[after] if after < noun.sent.end else None


def make_past(verb: Token) -> None:
    """Make a word a verb in the past tense, whatever the parser took it for."""
    verb.pos_, verb.tag_, verb.morph = "VERB", "VBD", FINITE_PAST


def make_nominal(word: Token) -> None:
    """Make a word a noun, whatever the parser took it for, and what hung on it as on a verb hang on it as on a noun."""
    word.pos_, word.tag_ = "NOUN", "NN"
    for phrase in word.children:
        phrase.dep_ = "nmod" if phrase.dep_ == "obl" else phrase.dep_


@cache
def intransitive() -> frozenset[str]:
    """Return the verbs that take no object, so that their past form is no passive participle."""
    return frozenset(row["word"] for row in read_seed("word_classes") if row["word_class"] == "intransitive")


@cache
def speech_verbs() -> frozenset[str]:
    """Return the verbs that say, accuse, deny or announce."""
    return frozenset(row["cue"] for row in read_seed("speech_cues") if row["part_of_speech"] == "verb")


def regrow(sentence: Span) -> None:
    """Set the children of a sentence's words by their heads; words that no longer hang on one root get the parser's own tree back."""
    if not all(_is_rooted(word, len(sentence)) for word in sentence):
        for word in sentence:
            parsed = word.doc.parsed[word.i]
            word.head, word.dep_, word.tag_, word.pos_ = word.doc[parsed.head.i], parsed.dep_, parsed.tag_, parsed.pos_
    for word in sentence:
        word.children = []
    for word in sentence:
        if word.head is not word:
            word.head.children.append(word)


def _is_rooted(word: Token, most: int) -> bool:
    for _ in range(most + 1):
        if word.head is word:
            return True
        word = word.head
    return False


def describe(participle: Token, noun: Token) -> None:
    """Make a participle one that only describes a noun."""
    move(participle, noun, "acl")
    participle.tag_ = "VBN"


def part(noun: Token, participle: Token, relation: str, opening: Sequence[Token]) -> None:
    """Give a noun that the parser takes for the first part of the participle behind it the place of both, and the words that open it; the
    participle describes it."""
    move(noun, participle.head, relation)
    for word in opening:
        move(word, noun, word.dep_)
    move(participle, noun, "acl")


def hang_clause(verb: Token, above: Token, subject: Token, mark: Token) -> None:
    """Make a verb, its subject and its conjunction a clause of time or manner under another verb."""
    move(verb, above, "advcl")
    move(subject, verb, "nsubj")
    move(mark, verb, "mark")


def hang_phrase(noun: Token, verb: Token, *openers: Token) -> None:
    """Hang a noun on a verb as a phrase of time or place, and on the noun the words that open it."""
    move(noun, verb, "obl")
    for word in openers:
        move(word, noun, word.dep_)


def move(word: Token, head: Token, relation: str) -> None:
    """Hang a word on another one (on itself: as the root), in that relation; never on a word below it."""
    if head is not word and word in head.ancestors:
        return
    if word.head is not word:
        word.head.children.remove(word)
    word.head, word.dep_ = head, relation
    if head is not word:
        head.children = sorted([*head.children, word], key=place_of)
