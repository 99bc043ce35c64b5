"""What the parser often gets wrong in news, put right where the words around leave no doubt."""

from __future__ import annotations

from collections.abc import Set

from transforms.events.word_classes import classes_of
from transforms.tokens import Token
from transforms.tree_results import DAYS

# Relations of a noun that the parse takes for the main word, and of the subject that it then hangs on it.
MAIN = frozenset({"ROOT", "ccomp", "parataxis"})
WHERE = frozenset({"in", "at", "near", "outside", "from", "inside"})
GROUND = frozenset({"facility", "territory", "place", "ground"})
DOING = frozenset({"troops", "combatant", "person"})
BEFORE = frozenset({"compound", "nmod", "discourse", "nmod:desc", "obl:unmarked", "appos"})


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child with one of the relations, or None."""
    for word in token.children:
        if word.dep_ in deps:
            return word
    return None


def after_comma(clause: Token) -> bool:
    """Return whether a clause or phrase begins after a comma, or with it."""
    first = clause.left_edge
    return first.text == "," or (first.i > first.sent.start and first.nbor(-1).text == ",")


def beside(verb: Token) -> Token | None:
    """Return the noun phrase that ends right before a verb and is in no prepositional phrase: its subject where the parse gives none."""
    word = verb
    while word.i > verb.sent.start and (word == verb or word.pos_ in ("AUX", "ADV", "PUNCT") or word.dep_ in ("obl:unmarked", "aux")):
        word = word.nbor(-1)
    if word.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    while word.dep_ in ("flat", "compound", "nmod", "nmod:poss", "amod", "nmod:desc") and word.head.i < verb.i:
        word = word.head
    return word if child(word, "case") is None and word.i < verb.i else None


def after_day(verb: Token) -> Token | None:
    """Return the subject that the parse takes for a phrase with the day before it ("On Monday troops clashed with rebels"), or None."""
    for word in verb.children:
        if word.dep_ != "obl" or word.i > verb.i or child(word, "case") is None:
            continue
        day = next((t for t in word.children if t.dep_ == "compound" and t.lower_ in DAYS), None)
        if day is not None and day.nbor(-1).dep_ == "case" and day.i + 1 <= word.i:
            return word
    return None


def in_dateline(token: Token) -> bool:
    """Whether a word stands before the dash or colon that ends a dateline ("SAN FRANCISCO (AP) -- ..."), near the beginning."""
    first = token.sent.start
    for word in token.doc[first : min(first + 12, token.sent.end)]:
        if word.text in ("-", "--", ":") and word.i > token.i and word.nbor(-1).i >= token.i and (word.i + 1 < len(word.doc)):
            glued = word.idx > 0 and word.doc.text[word.idx - 1] != " " and word.text == "-"
            if not glued:
                return True
        if word.pos_ in ("VERB", "AUX", "DET") and word.i > first:
            return False
    return False


def unhyphenated(token: Token) -> Token:
    """Return the noun behind "rebel" in "the rebel-held enclave", which the parser sometimes takes for the noun itself."""
    doc = token.doc
    if (
        token.i + 3 < len(doc)
        and doc[token.i + 1].text == "-"
        and doc[token.i + 2].tag_ in ("VBN", "VBD", "JJ")
        and doc[token.i + 1].idx == token.idx + len(token)
    ):
        inner = doc[token.i + 2]
        return next((t for t in doc[inner.i + 1 : inner.i + 5] if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"), token)
    return token


def perfect_of(verb: Token) -> Token | None:
    """Return the object of a verb taken for its modifier: "have imposed sanctions", "... and launched strikes"; None where it is one."""
    noun = verb.head
    if doer_before(verb) is not None:
        return noun
    if verb.dep_ != "amod" or noun.dep_ not in ("obj", "conj") or noun.head.pos_ not in ("VERB", "AUX") or verb.i == 0:
        return None
    before = verb.nbor(-1)
    while before.pos_ == "ADV" and before.i > verb.sent.start:
        before = before.nbor(-1)
    has_perfect = noun.head.lemma_.lower() == "have" and before == noun.head
    is_second = before.lower_ == "and" and verb.tag_ in ("VBD", "VBN") and before.i - 1 > noun.head.i
    return noun if has_perfect or is_second else None


def doer_before(verb: Token) -> Token | None:
    """Return who does what a past tense says that the parse takes for a modifier of its object, where the sentence has no other main verb
    ("The minister blamed separatists", "China imposed tariffs"); None where it is one."""
    noun = verb.head
    if verb.dep_ != "amod" or noun.dep_ not in MAIN or noun.pos_ not in ("NOUN", "PROPN") or verb.i <= verb.sent.start or verb.i > noun.i:
        return None
    if not verb.lower_.endswith("ed") or any(t.dep_ in ("cop", "nsubj", "aux") for t in noun.children):
        return None
    before = verb.nbor(-1)
    while before.pos_ == "ADV" and before.i > verb.sent.start:
        before = before.nbor(-1)
    is_name = before.pos_ in ("NOUN", "PROPN") or (before.dep_ == "discourse" and before.text.isupper())
    return before if is_name and before.head == noun and before.dep_ in BEFORE else None


def following(verb: Token) -> Token | None:
    """Return the head of a noun phrase that begins right after a verb: its object where the parse gives none."""
    last = None
    for word in verb.doc[verb.i + 1 : verb.sent.end]:
        if word.pos_ not in ("DET", "ADJ", "NUM", "NOUN", "PROPN") or (word.pos_ == "DET" and last is not None):
            break
        if word.pos_ in ("NOUN", "PROPN"):
            last = word
    return last


def gerund_object(noun: Token) -> Token | None:
    """Return the object of a gerund taken for a noun: its own, or the verb above's ("denied bombing the hall")."""
    own = next((t for t in noun.children if t.dep_ == "obj" and t.i > noun.i), None)
    if own is not None or noun.dep_ != "obj":
        return own
    return next((t for t in noun.head.children if t.dep_ == "obj" and t.i > noun.i and t.left_edge.i == noun.i + 1), None)


def agent_behind_place(verb: Token) -> Token | None:
    """Return the doer that the parse hangs on where it was done ("was seized at the bus station by army troops"), or None."""
    places = [t for t in verb.children if t.dep_ == "obl" and _opens_with(t, WHERE) and classes_of(t) & GROUND]
    behind = (t for place in places for t in place.children if t.dep_ == "nmod" and _opens_with(t, {"by"}))
    return next((t for t in behind if classes_of(t) & DOING), None)


def _opens_with(phrase: Token, words: Set[str]) -> bool:
    case = child(phrase, "case")
    return case is not None and case.lower_ in words
