"""People of two lands counted together ("23 Somali and Yemeni pirates"), where the parser makes two phrases of them."""

from __future__ import annotations

from transforms.places.countries import demonyms
from transforms.tokens import Span, Token
from transforms.tree_edits import move

# What stands before a noun and is the whole phrase's, not one land's.
OPENERS = frozenset({"case", "det", "nummod", "nmod:poss", "mark", "advmod", "amod"})


def join_lands(sentence: Span) -> bool:
    """Make the noun behind two adjectives of lands the head of their phrase, where the parser takes the first for people of their own
    ("captured 23 Somali and Yemeni pirates"); return whether any was."""
    is_changed = False
    for joint in sentence:
        if joint.lower_ not in ("and", "or") or not sentence.start < joint.i < sentence.end - 2:
            continue
        first, second = joint.nbor(-1), joint.nbor(1)
        noun = joint.head
        is_pair = first.lower_ in demonyms() and second.lower_ in demonyms() and second.head is noun
        if is_pair and noun.head is first and noun.dep_ == "conj" and noun.pos_ == "NOUN" and noun.tag_ == "NNS":
            _join(first, second, noun, joint)
            is_changed = True
    return is_changed


def _join(first: Token, second: Token, noun: Token, joint: Token) -> None:
    above, relation = first.head, first.dep_
    opening = [word for word in first.children if word.i < first.i and word.dep_ in OPENERS]
    further = [word for word in first.children if word.i > noun.i]
    move(noun, noun if above is first else above, relation)
    for word in (*opening, *further):
        move(word, noun, word.dep_)
    move(first, noun, "amod")
    move(second, first, "conj")
    move(joint, second, "cc")
