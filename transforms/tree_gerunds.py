"""Gerunds, and nouns of deeds, hung on what they go on from or only tell the kind of: the parser takes the nearest word for it."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_edits import move, place_of
from transforms.tree_results import deeds

CHARGES = frozenset({"charge", "count", "allegation"})
# Bodies told by what they do.
BODIES = frozenset({"network", "ring", "cell", "gang", "group", "planner", "facilitator", "unit", "team", "squad"})
NOUNS = ("NOUN", "PROPN")
# What comes of firing at somebody.
RESULTS = frozenset({"kill", "wound", "injure", "destroy", "detain", "capture"})


def hang_gerunds(sentence: Span) -> bool:
    """Hang gerunds on the one before them, or on the deed that they tell the result of; return whether any was moved."""
    is_changed = False
    for word in sentence:
        if word.tag_ == "VBG" and word.dep_ == "conj":
            is_changed |= _join_gerunds(word) or _part_charges(word)
        elif word.dep_ == "conj" and word.lemma_.lower() in CHARGES | BODIES:
            is_changed |= _share(word)
        elif word.tag_ == "VBG" and word.dep_ == "acl" and word.lemma_.lower() in RESULTS:
            is_changed |= _to_deed(word)
    return is_changed


def _join_gerunds(second: Token) -> bool:
    """Join a gerund to the gerund before it, not to the infinitive below that ("accused of attempting to rob a shop and shooting a
    clerk": he shot); return whether it was moved."""
    infinitive = second.head
    first = infinitive.head
    if infinitive.tag_ != "VB" or infinitive.dep_ != "xcomp" or first.tag_ != "VBG" or second.i < infinitive.i:
        return False
    move(second, first, "conj")
    return True


def _part_charges(gerund: Token) -> bool:
    """Make one phrase of what somebody is charged with ("faces murder and kidnapping charges": he kidnaps no charges); return whether it
    was made."""
    charges = next((t for t in gerund.children if t.dep_ == "obj"), None)
    first = next((t for t in gerund.head.children if t.dep_ == "obj" and t.i < gerund.i), None)
    joint = next((t for t in gerund.children if t.dep_ == "cc"), None)
    if charges is None or first is None or joint is None or charges.lemma_.lower() not in CHARGES or charges.i != gerund.i + 1:
        return False
    move(charges, gerund.head, "obj")
    move(first, charges, "compound")
    move(gerund, first, "conj")
    gerund.pos_, gerund.tag_ = "NOUN", "NN"
    return True


def _share(last: Token) -> bool:
    """Give the last noun of a phrase both words before it ("kidnapping and murder charges", "the attack and supply network": nobody
    attacks); return whether it did."""
    first = last.head
    joint = next((t for t in last.children if t.dep_ == "cc" and t.lower_ in ("and", "or")), None)
    kind = next((t for t in last.children if t.dep_ == "compound"), None)
    is_next = joint is not None and kind is not None and first.i + 1 == joint.i == kind.i - 1 and kind.i + 1 == last.i
    if (
        not is_next
        or not (first.pos_ in NOUNS or first.tag_ == "VBG")
        or kind is None
        or joint is None
        or any(t.dep_ == "conj" and t is not last for t in first.children)
    ):
        return False
    above, relation = first.head, first.dep_
    move(last, last if above is first else above, relation)
    for word in [t for t in first.children if t is not last]:
        move(word, last, word.dep_)
    move(first, last, "compound")
    first.pos_, first.tag_ = ("NOUN", "NN") if first.tag_ == "VBG" else (first.pos_, first.tag_)
    move(kind, first, "conj")
    move(joint, kind, "cc")
    return True


def _to_deed(result: Token) -> bool:
    """Hang "killing two" on the deed, not on its object ("engaged the threat killing two"); return whether it was moved."""
    aimed = result.head
    deed = aimed.head
    has_object = any(t.dep_ == "obj" for t in result.children)
    is_next = max((t for t in aimed.subtree if t.i < result.i), key=place_of).i == result.i - 1
    if aimed.dep_ != "obj" or deed.tag_ != "VBD" or deed.lemma_.lower() not in deeds() or not has_object or not is_next:
        return False
    move(result, deed, "advcl")
    return True
