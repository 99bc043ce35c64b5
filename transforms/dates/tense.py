"""Tell from the parse whether a date expression hangs on something past or something still to come."""

from __future__ import annotations

from functools import cache
from typing import Literal

from transforms.dates.vocabulary import words
from transforms.parse import ParsedArticle, end_of, start_of
from transforms.tokens import Token

Tense = Literal["past", "future", "none"]

_FUTURE_AUXILIARIES = frozenset(("will", "shall", "'ll", "wo", "sha"))
_OPEN_AUXILIARIES = frozenset(("may", "might", "could", "should", "must", "can", "would"))
_CLAUSAL = frozenset(("VERB", "AUX"))
_LIMITS = frozenset(("until", "till", "by", "through"))
# What people are called to.
_GATHERINGS = frozenset(("strike", "protest", "rally", "march", "demonstration", "boycott", "shutdown", "sit-in"))
_WITNESSED = frozenset(("see", "hear", "smell"))
_AFTERMATH = frozenset(("after", "following", "since"))
_DEEPEST = 12  # heads above a date: no sentence of news is nested deeper


@cache
def _lemmas(kind: str) -> frozenset[str]:
    return frozenset(words(kind))


def tense_at(parsed: ParsedArticle, start: int, end: int) -> Tense:
    """Return how the words from `start` to `end` lie in time by the verb they hang on; "none" when they modify a noun or nothing tells."""
    tokens = _tokens(parsed, start, end)
    if not tokens:
        return "none"
    inside = {token.i for token in tokens}
    head = next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[-1])
    prepositions = {child.lower_ for child in head.children if child.dep_ == "case"}
    if "since" in prepositions:
        return "past"
    if any(token.lower_ in ("'s", "'") for token in head.rights) or head.dep_ == "nmod:poss":
        return "none"
    is_aftermath = False
    for _ in range(_DEEPEST):
        if head.head.i == head.i:
            break
        parent = head.head
        if parent.pos_ in _CLAUSAL:
            found = _tense_of(parent, prepositions)
            is_told = found == "future" and (_tells_past(parent, tokens[0]) or (is_aftermath and not _is_ahead(parent)))
            return "none" if is_told else found  # "two are missing after an ambush on Thursday"
        if parent.lemma_.lower() in _lemmas("future_verb"):  # "due Friday", "ready by Friday"
            return "future"
        if prepositions & _LIMITS and parent.lemma_.lower() in _lemmas("limit_word"):  # "a deadline of Friday"
            return "future"
        if _has_copula(parent):
            found = _tense_of(parent, prepositions)
            is_told = found == "future" and (not _is_ahead(parent) or _tells_past(parent, tokens[0]))
            return "none" if is_told else found  # "is a suspect in the killings in May"
        if parent.pos_ in ("NOUN", "PROPN") and head.dep_ in ("nmod:poss", "compound", "amod", "nummod"):
            return "none"
        head = parent
        is_aftermath |= any(child.dep_ == "case" and child.lower_ in _AFTERMATH for child in head.children)
    return _tense_of(head, prepositions) if head.pos_ in _CLAUSAL or _has_copula(head) else "none"


def is_scheduled(parsed: ParsedArticle, start: int, end: int) -> bool:
    """Return whether the words from `start` to `end` hang directly on a verb that says what is to come ("will", "is to", "leaves on")."""
    tokens = _tokens(parsed, start, end)
    inside = {token.i for token in tokens}
    verb = next((token.head for token in tokens if token.head.i not in inside), None)
    if verb is None or verb.pos_ not in _CLAUSAL or any(child.dep_ == "cop" for child in verb.children):
        return False
    below = {child.lower_ for child in verb.children if child.dep_ in ("aux", "aux:pass", "mark")}
    return bool(below & {"will", "shall", "'ll"}) or {"is", "to"} <= below or {"are", "to"} <= below or (verb.tag_ == "VBZ" and not below)


def _tells_past(verb: Token, date: Token) -> bool:
    """Return whether a past event is told between a verb and a date behind it: "could be revenge for a strike that killed 11 on Friday"."""
    between = verb.doc[verb.i + 1 : date.i]
    return any(t.tag_ == "VBD" and t.dep_ == "acl:relcl" and not _is_speech(t) for t in between)


def _tokens(parsed: ParsedArticle, start: int, end: int) -> list[Token]:
    sentence = parsed.sentence_at(start)
    if sentence is None:
        return []
    return [token for token in sentence.span if start_of(token) < end and end_of(token) > start]


def _is_ahead(predicate: Token) -> bool:
    """Whether a predicate has "will" or the like, and not only the present tense."""
    return any(child.lower_ in _FUTURE_AUXILIARIES | _OPEN_AUXILIARIES for child in predicate.children)


def _has_copula(token: Token) -> bool:
    return any(child.dep_ == "cop" for child in token.children)


def _tense_of(verb: Token, prepositions: set[str]) -> Tense:
    lemma = verb.lemma_.lower()
    auxiliaries = [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]
    lemmas = {child.lower_ for child in auxiliaries}
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if lemmas & _FUTURE_AUXILIARIES or ("to" in marks and lemmas & {"is", "are"}):
        return "future"
    if lemma in _lemmas("plan_verb") and verb.dep_ in ("acl", "acl:relcl") and not prepositions:
        return "none"  # "operations aimed at capturing leaders Thursday": the day may be that of the operations
    if lemma in _lemmas("plan_verb") or (prepositions & _LIMITS and lemma in _lemmas("limit_word") and "had" not in lemmas):
        return "future"
    if lemma == "go" and any(child.dep_ == "xcomp" for child in verb.children):
        return "future"
    if lemmas & _OPEN_AUXILIARIES:
        is_witnessed = "could" in lemmas and lemma in _WITNESSED  # "On Tuesday soldiers could be seen at the gate"
        return "none" if "have" in lemmas or is_witnessed else "future"
    is_to = verb.tag_ != "VBG" and any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)  # not "guilty to killing"
    if "VerbForm=Inf" in str(verb.morph) or is_to:
        return "future" if prepositions & _LIMITS and not marks & {"after", "before"} else _infinitive(verb)
    if not auxiliaries and (verb.tag_ == "VBG" or (verb.tag_ == "VBP" and verb.dep_ == "xcomp")):
        return _governed(verb)  # "after dragging them out", "had seen soldiers execute them"
    if any(child.tag_ == "VBD" or child.lower_ in ("had", "was", "were", "did") for child in auxiliaries):
        return "future" if _is_planned(verb) and "for" in prepositions else "past"
    if any(child.lower_ in ("has", "have") for child in auxiliaries):
        return "past"
    if any(child.tag_ in ("VBZ", "VBP") for child in auxiliaries):
        return "future"
    if verb.tag_ in ("VBN", "VBD"):
        if (_is_planned(verb) and (verb.tag_ == "VBN" or "for" in prepositions)) or _is_call(verb, prepositions):
            return "future"
        if verb.tag_ == "VBN" and verb.dep_ in ("xcomp", "ccomp") and prepositions & _LIMITS:
            return "future"  # "ordered flags lowered through Friday"
        return "past"
    if verb.tag_ in ("VBZ", "VBP", "VBG"):
        return "none" if _is_speech(verb) else "future"
    return "none"


def _infinitive(verb: Token) -> Tense:
    governor = verb.head
    if governor.i == verb.i:
        return "none"
    if governor.lemma_.lower() in _lemmas("future_verb") or governor.pos_ == "ADJ":
        return "future"
    if governor.pos_ in ("NOUN", "PROPN"):  # "a march to mark the day"
        return "none"
    if governor.pos_ == "AUX" and governor.tag_ in ("VBZ", "VBP"):
        return "future"  # "is to meet on Friday"
    return "past" if governor.tag_ in ("VBD", "VBN") and verb.dep_ != "advcl" else "future"


def _governed(verb: Token) -> Tense:
    governor = verb.head
    if governor.i == verb.i or governor.pos_ not in _CLAUSAL:
        return "none"
    return _tense_of(governor, set())


def _is_planned(verb: Token) -> bool:
    return verb.lemma_.lower() in _lemmas("future_verb")


def _is_call(verb: Token, prepositions: set[str]) -> bool:
    """Whether a verb says what people are to do on a day ("called for a strike on Thursday", "announced protests for Friday")."""
    if verb.lemma_.lower() == "announce":
        return "for" in prepositions
    phrases = [child for child in verb.children if child.dep_ == "obl" and child.lemma_.lower() in _GATHERINGS]
    called = any(child.lower_ == "for" for phrase in phrases for child in phrase.children)
    return verb.lemma_.lower() == "call" and called and "on" in prepositions


def _is_speech(verb: Token) -> bool:
    return (
        any(child.dep_ in ("ccomp", "parataxis") for child in verb.children)
        or verb.dep_ == "parataxis"
        or verb.lemma_.lower() in ("say", "report")
    )
