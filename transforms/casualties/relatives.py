"""What "who", "whom" or "that" stands for."""

from __future__ import annotations

from transforms.casualties.lexicon import noun_of
from transforms.casualties.phrases import NAME_PARTS, RELATIVE, has_case
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
    """Return the name or the person right before ", who", where the parse hangs the clause on what these are within ("a vigil for Omar
    Haddad, 16, who was shot", "the identity of the man that was shot"), or None."""
    is_of_people = who.lower_ == "who" or (who.lower_ == "that" and who.dep_ == "nsubj:pass")
    if not is_of_people or noun.pos_ != "NOUN" or noun_of(noun) is not None:
        return None
    within = [child for child in noun.children if child.dep_ == "nmod" and noun.i < child.i < who.i and has_case(child, "for", "of")]
    known = noun_of(within[-1]) if within else None
    is_person = bool(within) and ((within[-1].pos_ == "PROPN" and who.lower_ == "who") or (known is not None and known.kind == "person"))
    return within[-1] if is_person else None


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
