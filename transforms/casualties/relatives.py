"""What "who", "whom" or "that" stands for."""

from __future__ import annotations

from transforms.casualties.phrases import NAME_PARTS, RELATIVE, has_case
from transforms.events.word_classes import classes_of
from transforms.tokens import Token


def relative_antecedent(token: Token) -> Token | None:
    """Return the noun that "who", "whom" or "that" stands for, or None when the token is no relative pronoun."""
    if token.lower_ not in RELATIVE or token.pos_ not in ("PRON", "DET", "SCONJ"):
        return None
    verb = token.head
    while verb.dep_ == "conj" and verb.head.i < token.i:
        verb = verb.head
    if verb.dep_ == "acl:relcl" and verb.head.i < token.i:
        return _one_of(verb.head, verb) or _name_within(token, verb.head) or _of_place(token, verb.head) or verb.head
    for before in reversed(list(token.doc[token.sent.start : token.i])):
        if before.pos_ in ("NOUN", "PROPN", "NUM") and before.dep_ not in NAME_PARTS:
            return before
        if before.pos_ == "VERB":
            return None
    return None


def _name_within(who: Token, noun: Token) -> Token | None:
    """Return the name right before ", who", where the parse hangs the clause on what the name is within ("a vigil for Omar Haddad, 16,
    who was shot"), or None."""
    if who.lower_ != "who" or noun.pos_ != "NOUN" or "gathering" not in classes_of(noun):
        return None
    names = [child for child in noun.children if child.dep_ == "nmod" and child.pos_ == "PROPN" and noun.i < child.i < who.i]
    return names[-1] if names and has_case(names[-1], "for", "of") else None


def _of_place(who: Token, home: Token) -> Token | None:
    """Return the name of "Omar Haddad, 18, of Homs, who was shot", where the parse hangs the clause on his town, or None."""
    named = home.head
    is_home = home.dep_ == "nmod" and home.text[0].isupper() and has_case(home, "of", "from")
    return named if who.lower_ == "who" and is_home and named.pos_ == "PROPN" and named.i < home.i else None


def _one_of(noun: Token, verb: Token) -> Token | None:
    """Return "one" of "one of the women, who was shot", where the clause is told of one and the parse hangs it on all of them."""
    is_one = noun.dep_ == "nmod" and noun.head.lower_ == "one" and has_case(noun, "of") and noun.tag_ == "NNS"
    is_singular = any(child.lower_ in ("was", "is", "has") and child.dep_.startswith(("aux", "cop")) for child in verb.children)
    return noun.head if is_one and is_singular else None
