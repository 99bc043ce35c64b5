"""The dependents of a verb or noun as named slots: subj, obj, iobj, comp, xcomp, poss, mod, and prepositions.

Passives are undone (the agent is `subj`), relative pronouns stand for their antecedents, and what a clause leaves out
is taken from the clause that it shares it with (coordination, control, participles).
"""

from __future__ import annotations

from collections.abc import Callable

from transforms.events.repairs import child, doer_before, following, gerund_object, perfect_of, unhyphenated
from transforms.events.subjects import SUBJECTS, agent_of, antecedent, case_of, is_passive, surface_subject
from transforms.events.word_classes import classes_of
from transforms.tokens import Token
from transforms.tree_results import DAYS

CHANNELS = frozenset({"twitter", "telegram", "facebook", "x", "whatsapp", "youtube", "television", "tv", "radio", "instagram"})
Slots = dict[str, Token]
OBLIQUE = ("obl", "nmod", "obl:agent", "nmod:desc", "obl:unmarked")
# Prepositions that belong to the verb wherever in its phrases the parse hangs them.
FAR_CASES = frozenset({"against", "with"})


def verb_slots(verb: Token, is_time: Callable[[Token], bool]) -> Slots:
    """Return the slots of a verb (or predicate adjective)."""
    slots: Slots = {}
    if (noun := perfect_of(verb)) is not None:
        return _perfect_slots(verb, noun, is_time)
    surface = surface_subject(verb)
    passive = verb.pos_ != "ADJ" and is_passive(verb)
    if passive:
        agent = agent_of(verb, is_time)
        if agent is not None:
            slots["subj"] = agent
        if surface is not None:
            slots["obj"] = surface
    elif surface is not None:
        slots["subj"] = surface
    for word in verb.children:
        _add(slots, word, is_time)
    if "obj" not in slots and not passive:
        _shared_object(slots, verb)
    inner = slots.get("obj")
    if inner is not None and (named := child(inner, "appos")) is not None:
        slots.setdefault("xcomp", named)  # "called the attacks a crime", as it is often parsed
    if inner is not None and inner.i > verb.i:
        _add_phrases(slots, inner, is_time)
        _add_goal(slots, inner, is_time)
        near = next((t for t in inner.children if t.dep_ == "nmod" and case_of(t) == "against"), None)
        if near is not None and near.i < slots["against"].i:
            slots["against"] = unhyphenated(near)  # "imposed sanctions against X over its crackdown against Y"
    elif inner is None:
        _inner_subject(slots)
    if "obj" not in slots and not passive and (second := gerund_object(verb)) is not None:
        slots["obj"] = second
    if "obj" not in slots and not passive and not slots.keys() & {"comp", "xcomp", "iobj"}:
        beside_it = following(verb)
        if beside_it is not None and not is_time(beside_it) and beside_it not in slots.values():
            slots["obj"] = beside_it
    _add_far(slots, verb, is_time)
    if verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).head == verb and verb.nbor(-2).dep_ == "compound":
        slots["pre"] = verb.nbor(-2)  # "test-fired"
    return slots


def _perfect_slots(verb: Token, noun: Token, is_time: Callable[[Token], bool]) -> Slots:
    """Return the slots of a verb that the parse takes for a modifier of its object."""
    slots: Slots = {"obj": noun}
    subject = doer_before(verb) or surface_subject(noun.head)
    if subject is not None:
        slots["subj"] = subject
    _add_phrases(slots, noun, is_time)
    _add_phrases(slots, noun.head, is_time)
    return slots


def noun_slots(noun: Token, is_time: Callable[[Token], bool]) -> Slots:
    """Return the slots of a noun: its possessor and its prepositional phrases, and those of its participles."""
    slots: Slots = {}
    owner = child(noun, "nmod:poss")
    if owner is not None and not is_time(owner):
        slots["poss"] = owner
    _add_phrases(slots, noun, is_time)
    return slots


def _inner_subject(slots: Slots) -> None:
    """As in "Found him guilty": the subject of a predicate that is no verb is the object; a bare noun taken for a clause is one too."""
    for name in ("xcomp", "comp"):
        word = slots.get(name)
        if word is None or word.pos_ in ("VERB", "AUX"):
            continue
        own = child(word, "nsubj")
        if own is not None and child(word, "mark", "cop") is None:  # who "warned that the army is ready" warned no army
            slots["obj"] = own
            return
        if word.pos_ in ("NOUN", "PROPN") and child(word, "cop", "mark", "case") is None and word.dep_ == "ccomp":
            slots["obj"] = word
            return


def _add_far(slots: Slots, verb: Token, is_time: Callable[[Token], bool]) -> None:
    """As in "Filed a lawsuit in a Paris court against X", "held talks in Bishkek with Y": a far phrase is still the verb's."""
    if not any(word.lower_ in FAR_CASES for word in verb.doc[verb.i : verb.sent.end]):
        return
    for word in verb.subtree:
        case = case_of(word) if word.i > verb.i and word.dep_ in ("nmod", "obl") else None
        if case not in FAR_CASES or case in slots or is_time(word):
            continue
        if all(t.pos_ not in ("VERB", "AUX") or t == verb for t in _path(word, verb)):
            slots[case] = unhyphenated(word)


def _path(word: Token, top: Token) -> list[Token]:
    steps: list[Token] = []
    while word.i not in (top.i, word.head.i) and len(steps) < 8:
        word = word.head
        steps.append(word)
    return steps


def _add(slots: Slots, word: Token, is_time: Callable[[Token], bool]) -> None:
    if word.dep_ == "obj" and word.lower_ in DAYS:
        return  # "began deploying Tuesday"
    if word.dep_ in ("obj", "iobj"):
        slots.setdefault(word.dep_, unhyphenated(antecedent(word)))
    elif word.dep_ in ("xcomp", "ccomp"):
        slots.setdefault("xcomp" if word.dep_ == "xcomp" and word.pos_ not in ("VERB", "AUX") else "comp", word)
    elif word.dep_ in ("advcl", "acl") and _marker(word) in ("to", "of", "for", "from", "into", "that"):
        slots.setdefault("comp", word)
    elif word.dep_ in OBLIQUE and _is_counted(word):
        slots.setdefault("obj", word)
    elif word.dep_ in OBLIQUE and not is_time(word):
        case = case_of(word)
        if case is not None:
            if case == "as":
                slots.setdefault("xcomp", word)
            slots.setdefault(case, unhyphenated(antecedent(word)))


def _add_phrases(slots: Slots, noun: Token, is_time: Callable[[Token], bool]) -> None:
    for word in noun.children:
        if word.dep_ in ("nmod", "obl") and not is_time(word):
            case = case_of(word)
            if case is not None:
                slots.setdefault(case, unhyphenated(word))
        elif word.dep_ == "appos" and word.left_edge.dep_ == "case" and not is_time(word):
            slots.setdefault(word.left_edge.lower_, word)  # "the arrest of Mullah X", whose title the parse makes the phrase
        elif word.dep_ == "acl" and _marker(word) in ("to", "of", "for", "from", "that"):
            slots.setdefault("comp", word)


def _add_goal(slots: Slots, given: Token, is_time: Callable[[Token], bool]) -> None:
    """As in "returned dozens of vases to the museum", "$2 million in aid to Fiji": to whom it goes may hang on the word within."""
    if "to" in slots:
        return
    inner = (t for word in given.children if word.dep_ == "nmod" and case_of(word) in ("of", "in") for t in word.children)
    goal = next((t for t in inner if t.dep_ == "nmod" and case_of(t) == "to" and not is_time(t)), None)
    if goal is not None:
        slots["to"] = unhyphenated(goal)


def _is_counted(word: Token) -> bool:
    """Whether the parse takes the words before a number for the preposition of a phrase ("freeing at least 40 detainees")."""
    first = word.left_edge
    return first != word and first.lower_ in ("at", "up", "as") and first.nbor(1).lower_ in ("least", "most", "to", "many")


def _marker(word: Token) -> str | None:
    mark = child(word, "mark", "case")
    return mark.lower_ if mark is not None else None


def _shared_object(slots: Slots, verb: Token) -> None:
    """The gap of a relative clause ("the bases that Iran struck"), or the object of a coordinated verb ("shot and killed him")."""
    is_there = any(t.lower_ in ("where", "when") for t in verb.children)  # "in Sinaloa, where two factions have been fighting"
    if verb.dep_ == "acl:relcl" and not is_there and child(verb, "nsubj") is not None and slots.get("subj") != verb.head:
        slots["obj"] = verb.head
        return
    later = next((t for t in verb.children if t.dep_ == "conj" and t.pos_ == "VERB"), None)
    if later is not None and child(later, *SUBJECTS) is None and not any(t.dep_ in OBLIQUE for t in verb.children if t.i > verb.i):
        shared = child(later, "obj")
        if shared is not None and not is_passive(later):
            slots["obj"] = shared


def is_channel(word: Token, slots: Slots) -> bool:
    """Whether a word is what a deed is told in, not on whom it is done."""
    if word == slots.get("on"):
        return word.lower_ in CHANNELS
    return word == slots.get("in") and "document" in classes_of(word)
