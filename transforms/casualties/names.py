"""Which words are names: by the tagger, or by a capital letter that nothing else explains."""

from __future__ import annotations

from transforms.casualties.lexicon import lemma_of, victim_nouns
from transforms.places.countries import demonyms
from transforms.tokens import Doc, Span, Token


def is_name(token: Token) -> bool:
    """Return whether a word is a proper name and no common noun that a headline capitalises."""
    if lemma_of(token) in victim_nouns() or token.ent_type_ in ("LOC", "NORP", "ORG"):
        return False
    return (token.pos_ == "PROPN" and token.text[0].isupper()) or is_missed_name(token)


def is_missed_name(token: Token) -> bool:
    """Return whether a noun for the tagger is a name: capitalised within a sentence, or first in one and so written elsewhere too."""
    if token.pos_ not in ("NOUN", "ADJ") or not token.text.istitle() or len(token.text) < 3 or token.lower_ in demonyms():
        return False
    if lemma_of(token) in victim_nouns() or is_title_case(token.sent):
        return False
    if token.i > token.sent.start or is_age(token.doc, token.i + 2):
        return True
    return any(other.text == token.text and other.i > other.sent.start for other in token.doc if other.i != token.i)


def is_age(doc: Doc, at: int) -> bool:
    """Return whether the number at a position is the age behind a name: "Dana Bates, 41, and"."""
    if not 2 <= at < len(doc) - 1 or not doc[at].text.isdecimal() or len(doc[at]) > 2:
        return False
    return doc[at - 1].text == "," and doc[at - 2].text[0].isupper() and doc[at + 1].text in (",", ".", ")", "and", ";")


def are_ages(doc: Doc, at: int) -> bool:
    """Return whether the number at a position is one of the ages behind counted people: "two women, 61 and 84, and a man"."""
    if _follows_aged(doc, at):
        return True
    if not _is_small(doc[at]) or at < 2 or at + 1 >= len(doc) or doc[at + 1].text not in (",", "and", ")"):
        return False
    first = at
    while first > 1 and (doc[first - 1].text in (",", "and", "aged", "ages") or _is_small(doc[first - 1])):
        first -= 1
    noun = doc[first - 1]
    number = next((child for child in noun.children if child.dep_ == "nummod"), None)
    ages = [word for word in doc[first : at + 4] if _is_small(word)]
    return doc[first].text == "," and number is not None and number.i < noun.i and len(ages) > 1 and noun.pos_ == "NOUN"


def _follows_aged(doc: Doc, at: int) -> bool:
    """Return whether only numbers stand between "aged" and a number ("two cousins aged 21 and 25")."""
    before = at - 1
    while before > 0 and (doc[before].text in (",", "and") or doc[before].pos_ == "NUM"):
        before -= 1
    return before < at - 1 and doc[before].lower_ in ("aged", "ages") and doc[before + 1].pos_ == "NUM"


def _is_small(word: Token) -> bool:
    return word.text.isdecimal() and len(word) <= 2


def is_title_case(sentence: Span) -> bool:
    """Return whether a sentence capitalises nearly every word, as headlines do: no capital says anything there."""
    words = [word for word in sentence if word.is_alpha and len(word) > 3]
    return len(words) > 4 and sum(word.text[0].isupper() for word in words) >= 0.8 * len(words)
