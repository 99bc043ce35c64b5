"""Who closes a sentence as its source where the parse has lost it: "..., said the agency's spokesman, X.", "..., a spokesman, X, said."."""

from __future__ import annotations

from transforms.casualties.lexicon import word_set
from transforms.parse import start_of
from transforms.tokens import Span, Token, text_of

PEOPLE = word_set("nsubj nsubj:pass obj iobj ccomp")
NAME = word_set("flat compound appos nmod:desc")
STOPS = (".", "!", "?", '"')
LONGEST_SOURCE = 16
LONGEST_SHARE = 7
# As long as "said in a statement on Monday".
LONGEST_ASIDE = 8


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


def closes_with_share(at: int, span: Span) -> bool:
    """Return whether nothing but a share of people without a verb follows a place ("..., none of them hurt")."""
    rest = [token for token in span if start_of(token) >= at and not token.is_punct]
    return 2 < len(rest) <= LONGEST_SHARE and rest[1].lower_ == "of" and rest[2].lower_ in ("them", "whom")


def end_of_aside(verb: Token, source_start: int) -> Token | None:
    """Return the comma that ends an aside between commas on who says the sentence around it ("The bomb, police said, killed nine",
    "went off in a market, the army said in a statement, killing nine"), None where no such aside is."""
    doc = verb.doc
    first = next((word for word in verb.sent if start_of(word) == source_start), None)
    if first is None or first.i == verb.sent.start or first.nbor(-1).text != ",":
        return None
    after = doc[verb.i + 1 : min(verb.i + LONGEST_ASIDE, verb.sent.end)]
    close = next((word for word in after if word.text == ","), None)
    if close is None or close.i + 2 >= verb.sent.end or any(word.pos_ in ("VERB", "AUX", "NUM") for word in doc[verb.i + 1 : close.i]):
        return None
    goes_on = close.nbor(2) if close.nbor(1).lower_ == "and" else close.nbor(1)
    is_same = goes_on.tag_ in ("VBG", "VBD", "VBZ") or goes_on.lower_ in ("with", "leaving")
    return close if is_same and not any(word.lower_ in ("said", "says") for word in doc[close.i : verb.sent.end]) else None
