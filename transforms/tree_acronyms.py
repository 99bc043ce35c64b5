"""Names that are words of another kind in small letters: "IS gunmen" are those of a group, which the parser takes for "is"."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_edits import PAST, make_past, move

NOUNS = ("NOUN", "PROPN")
NAMES = frozenset({"IS"})
HELPING = frozenset({"aux", "aux:pass", "cop"})


def mend_acronyms(sentence: Span) -> bool:
    """Make names of a sentence's capitals that the parser takes for auxiliaries; return whether any was made. In a line of capitals nothing
    tells them apart."""
    found = [word for word in sentence if word.text in NAMES and word.dep_ in HELPING]
    if not found or not any(word.text.islower() for word in sentence):
        return False
    is_changed = False
    for word in found:
        is_changed |= _is_named(word)
    return is_changed


def _is_named(name: Token) -> bool:
    behind = name.nbor(1) if name.i + 1 < name.sent.end else name
    verb = name.head
    if behind.pos_ in NOUNS and behind is not name:
        noun = behind
        while noun.dep_ == "compound" and noun.head.i == noun.i + 1:
            noun = noun.head
        move(name, noun, "compound")
        number = name.nbor(-1) if name.i > name.sent.start else name
        if number.pos_ == "NUM" and number.dep_.startswith("nsubj") and number.head is noun:
            number.dep_ = "nummod"  # "killed 12 IS jihadists"
        if noun.dep_ == "nsubj:pass" and noun.head is verb and verb.tag_ in PAST:
            noun.dep_ = "nsubj"
    elif verb in (behind, behind.head) and verb.tag_ in PAST and not any(t.dep_.startswith("nsubj") for t in verb.children):
        move(name, verb, "nsubj")  # "IS claimed the attack"
    else:
        return False
    name.pos_, name.tag_, name.lemma_ = "PROPN", "NNP", name.text
    if verb.tag_ in PAST and not any(t.dep_ in HELPING for t in verb.children):
        make_past(verb)
    return True
