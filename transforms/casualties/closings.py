"""Who closes a sentence as its source where the parse has lost it: "..., said the agency's spokesman, X.", "..., a spokesman, X, said."."""

from __future__ import annotations

from transforms.casualties.lexicon import word_set
from transforms.tokens import Span, Token, text_of

PEOPLE = word_set("nsubj nsubj:pass obj iobj ccomp")
NAME = word_set("flat compound appos nmod:desc")
STOPS = (".", "!", "?", '"')
LONGEST_SOURCE = 16


def inverted_source(verb: Token, span: Span) -> Token | None:
    """Return the noun of who says it, after "said" and a comma and up to the end of the sentence; None for any other shape."""
    doc = verb.doc
    if verb.i == span.start or verb.nbor(-1).text not in (",", '"') or verb.lower_ not in ("said", "says"):
        return None
    end = next((at for at in range(verb.i + 1, span.end) if doc[at].text == ";" or _opens_who(doc[at])), span.end)
    rest = [token for token in doc[verb.i + 1 : end] if token.text not in STOPS]
    acts = any(token.pos_ in ("VERB", "AUX", "PRON", "NUM") and token.dep_ != "nmod:poss" for token in rest)
    if not rest or len(rest) > LONGEST_SOURCE or acts:
        return None
    noun = next((token for token in rest if token.head.i == verb.i and token.dep_ in PEOPLE), None)
    is_next = noun is not None and noun.left_edge.i == verb.i + 1 and noun.pos_ in ("NOUN", "PROPN")
    return noun if is_next else None


def _opens_who(comma: Token) -> bool:
    """Return whether a clause on who it is follows ("said Karim Odeh, who heads the service")."""
    return comma.text == "," and comma.i + 1 < comma.sent.end and comma.nbor(1).lower_ in ("who", "whose")


def lost_source(verb: Token, span: Span) -> Token | None:
    """Return the noun of a source that stands between a comma and "said" at the end of a sentence, hung elsewhere by the parse."""
    if any(child.dep_ in ("nsubj", "nsubj:pass") for child in verb.children):
        return None
    at = verb.i - 1
    if at > span.start and verb.doc[at].text == ",":
        at -= 1
    noun = verb.doc[at]
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    while noun.head.i != noun.i and noun.head.i < verb.i and noun.dep_ in NAME:
        noun = noun.head
    return noun if noun.i > span.start and verb.i - noun.i < LONGEST_SOURCE else None


def body_named(subject: Token, verb: Token) -> Token | None:
    """Return "office" of "..., the UN office OCHA said", where the parse makes what the name said a clause about the office."""
    body = verb.head
    return body if verb.dep_ == "acl:relcl" and body.pos_ == "NOUN" and body.i == subject.left_edge.i - 1 else None


def last_listed(subject: Token, verb: Token) -> Token:
    """Return the last of those who speak after a comma, where the parse lists them with the people before it: "killing 40 people, medics
    and officials said"."""
    if not any(child.dep_ == "nummod" for child in subject.children):
        return subject
    last = next((child for child in subject.children if child.dep_ == "conj" and child.right_edge.i == verb.i - 1), None)
    between = [] if last is None else subject.doc[subject.i + 1 : last.i]
    is_apart = any(word.text == "," for word in between) and not any(word.pos_ in ("NUM", "DET") for word in between)
    return last if last is not None and is_apart else subject


def hearer(verb: Token) -> str | None:
    """Return the news agency or paper that was told ("told AFP"), None for others."""
    if verb.lower_ != "told":
        return None
    heard = next((child for child in verb.children if child.dep_ in ("obj", "iobj") and child.pos_ == "PROPN" and child.i > verb.i), None)
    return text_of(verb.doc[heard.left_edge.i : heard.right_edge.i + 1]) if heard is not None else None
