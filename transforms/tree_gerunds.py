"""Gerunds, and nouns of deeds, hung on what they go on from or only tell the kind of: the parser takes the nearest word for it."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_edits import make_nominal, move, place_of
from transforms.tree_results import deeds

CHARGES = frozenset({"charge", "count", "allegation"})
# Persons and things told by a deed.
CASES = frozenset({"victim", "suspect", "case", "call", "spree", "investigation", "charge", "attempt", "plot", "crew"})
# Bodies told by what they do.
BODIES = frozenset({"network", "ring", "cell", "gang", "group", "planner", "facilitator", "unit", "team", "squad"})
OPERATIONS = frozenset({"operation", "raid", "sweep", "search"})
HUNTING = frozenset({"target", "pursue"})
NOUNS = ("NOUN", "PROPN")
# What comes of firing at somebody.
RESULTS = frozenset({"kill", "wound", "injure", "destroy", "detain", "capture"})


def hang_gerunds(sentence: Span) -> bool:
    """Hang gerunds on the one before them, or on the deed that they tell the result of; return whether any was moved."""
    is_changed = False
    for word in sentence:
        if word.tag_ == "VBG" and word.dep_ == "conj":
            is_changed |= _join_gerunds(word) or _part_charges(word)
        elif word.tag_ == "VBG" and word.dep_ in ("parataxis", "advcl") and any(t.lower_ == "then" for t in word.children):
            is_changed |= _after_gerund(word)
        elif word.dep_ == "conj" and word.lemma_.lower() in CHARGES | BODIES:
            is_changed |= _share(word)
        elif word.tag_ == "VBG" and word.dep_ in ("acl", "xcomp") and word.lemma_.lower() in RESULTS:
            is_changed |= _to_deed(word) or _of_doer(word)
        elif word.tag_ == "VBG" and word.dep_ in ("xcomp", "obj") and _is_kind(word):
            is_changed |= _name_kind(word)
        elif (
            word.lower_ == "running" and word.tag_ == "VBG" and any(t.dep_ == "obj" and t.lemma_.lower() == "battle" for t in word.children)
        ):
            is_changed |= _name_battle(word)
        elif word.dep_ == "conj" and word.tag_ == "VBD" and word.head.dep_ == "advcl":
            is_changed |= _to_main(word)
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


def _after_gerund(second: Token) -> bool:
    """Join a gerund with "then" to the one before it ("was seen robbing a driver, then shooting him"); return whether it was joined."""
    first = next((t for t in reversed(second.doc[second.sent.start : second.i]) if t.tag_ in ("VBG", "VBD", "VBZ")), None)
    if first is None or first.tag_ != "VBG" or first.dep_ not in ("advcl", "acl", "xcomp") or first is second.head:
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
    make_nominal(gerund)
    return True


def _of_doer(result: Token) -> bool:
    """Give "killing two" to who fired, not to those fired at ("aircraft engaged them killing two"); return whether it was given."""
    deed = result.head
    has_object = any(t.dep_ == "obj" and t.i < result.i for t in deed.children) and any(t.dep_ == "obj" for t in result.children)
    if result.dep_ != "xcomp" or deed.tag_ != "VBD" or deed.lemma_.lower() not in deeds() or not has_object:
        return False
    result.dep_ = "advcl"
    return True


def _is_kind(gerund: Token) -> bool:
    """Whether a gerund only says of which kind a person or case is ("help a carjacking victim")."""
    return any(t.dep_ == "obj" and t.i == gerund.i + 1 and t.lower_ in CASES and t.head is gerund for t in gerund.children)


def _name_kind(gerund: Token) -> bool:
    """Make a gerund the first part of the noun behind it; return whether it did."""
    noun = next(t for t in gerund.children if t.dep_ == "obj")
    others = [t for t in gerund.children if t is not noun]
    move(noun, gerund.head, "obj")
    for word in others:
        move(word, noun, word.dep_)
    move(gerund, noun, "compound")
    make_nominal(gerund)
    return True


def _name_battle(running: Token) -> bool:
    """Make "running" a word of "fought running battles with police"; return whether it did."""
    battle = next(t for t in running.children if t.dep_ == "obj")
    others = [t for t in running.children if t is not battle]
    move(battle, running.head, "obj")
    for word in others:
        move(word, running.head, word.dep_)
    move(running, battle, "amod")
    running.pos_, running.tag_ = "ADJ", "JJ"
    return True


def _to_main(verb: Token) -> bool:
    """Give a verb behind a clause of time set off by commas to the main clause ("stopped a car, after a tip came in, and detained two");
    return whether it was given."""
    clause = verb.head
    main = clause.head
    mark = next((t for t in clause.children if t.dep_ == "mark" and t.lower_ in ("after", "when", "once", "while")), None)
    joint = next((t for t in verb.children if t.dep_ == "cc" and t.lower_ == "and"), None)
    if (
        mark is None
        or joint is None
        or main.tag_ != "VBD"
        or main.i > clause.i
        or any(t.dep_ in ("nsubj", "nsubj:pass") for t in verb.children)
    ):
        return False
    if mark.nbor(-1).text != "," or joint.nbor(-1).text != ",":
        return False
    move(verb, main, "conj")
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
    near = aimed = result.head
    if aimed.lemma_.lower() in OPERATIONS and aimed.dep_ == "nmod":
        aimed = aimed.head
    while aimed.dep_ == "conj" and aimed.pos_ in NOUNS:
        aimed = aimed.head
    deed = aimed.head
    is_within = aimed.lemma_.lower() in OPERATIONS and aimed.dep_ == "obl"  # "targeted a leader during operations detaining ten men"
    has_object = any(t.dep_ == "obj" for t in result.children)
    is_next = max((t for t in near.subtree if t.i < result.i), key=place_of).i == result.i - 1
    if (
        not (aimed.dep_ == "obj" or is_within)
        or deed.tag_ != "VBD"
        or deed.lemma_.lower() not in deeds() | HUNTING
        or not has_object
        or not is_next
    ):
        return False
    move(result, deed, "advcl")
    return True
