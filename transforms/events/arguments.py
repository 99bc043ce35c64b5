"""The dependents of a verb or noun as named slots: subj, obj, iobj, comp, xcomp, poss, mod, and prepositions.

Passives are undone (the agent is `subj`), relative pronouns stand for their antecedents, and what a clause leaves out
is taken from the clause that it shares it with (coordination, control, participles).
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from transforms.events.repairs import beside, child, following, in_dateline, perfect_of, unhyphenated
from transforms.events.word_classes import classes_of

Slots = dict[str, Token]
RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
OBLIQUE = ("obl", "nmod", "obl:agent", "nmod:desc", "obl:unmarked")
# Governors whose object does what the prepositional gerund says: "accused Iran of sending arms".
OBJECT_GERUND = frozenset({"of", "for", "from", "into"})
# Verbs whose subject, not object, does what their infinitive says.
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "use", "need", "want"})

# Prepositions that belong to the verb wherever in its phrases the parse hangs them.
FAR_CASES = frozenset({"against", "with"})
OBJECT_CONTROL = frozenset(
    "lead force prompt cause push allow enable order urge ask tell drive compel press persuade get permit invite instruct warn direct".split()
)


def case_of(token: Token) -> str | None:
    """Return the preposition of a phrase ("out of" counts as its last word), or None."""
    case = child(token, "case")
    if case is None:
        return None
    fixed = [t for t in case.children if t.dep_ == "fixed"]
    return fixed[-1].lower_ if fixed else case.lower_


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: by its subject or auxiliary, as a bare past participle on a noun, or coordinated with one."""
    if child(verb, "nsubj:pass", "aux:pass") is not None:
        return True
    if child(verb, "nsubj", "aux", "obj") is not None:
        return False
    if (
        verb.dep_ == "conj"
        and verb.head.pos_ == "VERB"
        and "Part" in verb.morph.get("VerbForm", [])
        and "Past" in verb.morph.get("Tense", [])
    ):
        return is_passive(verb.head)
    return (
        verb.dep_ in ("acl", "amod", "advcl", "ccomp", "xcomp", "ROOT")
        and "Part" in verb.morph.get("VerbForm", [])
        and "Past" in verb.morph.get("Tense", [])
    )


def antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the token itself."""
    if token.lower_ in RELATIVE and token.pos_ in ("PRON", "DET", "SCONJ"):
        clause = token.head
        while clause.dep_ == "conj":
            clause = clause.head
        if clause.dep_ == "acl:relcl":
            return clause.head
    return token


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """Return the subject of a verb as its clause or the clause it depends on gives it, or None."""
    near = [t for t in verb.children if t.dep_ in SUBJECTS]
    near += [t for aux in verb.children if aux.dep_ in ("aux", "aux:pass") for t in aux.children if t.dep_ in SUBJECTS]
    own = [t for t in near if t.i < verb.i] or near
    if own:
        subject = antecedent(own[-1])
        return beside(verb) or subject if in_dateline(subject) else subject
    if depth > 6:
        return None
    head = verb.head
    match verb.dep_:
        case "conj":
            return surface_subject(head, depth + 1)
        case "xcomp" | "ccomp" | "advcl" | "parataxis":
            mark = child(verb, "mark", "case")
            infinitive = mark is None or mark.lower_ == "to"
            target = child(head, "obj", "iobj")
            gerund = mark is not None and mark.lower_ in OBJECT_GERUND and verb.i > head.i
            if target is not None and target.i < verb.i and head.pos_ == "VERB":
                controlled = verb.dep_ == "xcomp" or (mark is not None and mark.lower_ == "to" and head.lemma_ in OBJECT_CONTROL)
                if gerund or (controlled and infinitive and head.lemma_ not in SUBJECT_CONTROL):
                    return antecedent(target)
            return surface_subject(head, depth + 1)
        case "acl":
            if "Inf" in verb.morph.get("VerbForm", []) or (child(verb, "mark") is not None):
                return child(head, "nmod:poss") or (surface_subject(head.head, depth + 1) if head.dep_ == "obj" else None)
            if "document" in classes_of(head) and "Part" in verb.morph.get("VerbForm", []) and "Pres" in verb.morph.get("Tense", []):
                return child(head, "nmod:poss") or (surface_subject(head.head, depth + 1) if head.dep_ == "obj" else head)
            return head
        case "acl:relcl" | "amod":
            return head
        case "ROOT":
            return beside(verb)
    return None


def agent_of(verb: Token, is_time: Callable[[Token], bool]) -> Token | None:
    """Return who did what a passive verb says ("by" phrase), or None."""
    named = child(verb, "obl:agent")
    if named is not None:
        return named
    return next((t for t in verb.children if t.dep_ in ("obl", "nmod") and case_of(t) == "by" and not is_time(t)), None)


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
    elif inner is None:
        _inner_subject(slots)
    if "obj" not in slots and not passive and not slots.keys() & {"comp", "xcomp", "iobj"}:
        beside_it = following(verb)
        if beside_it is not None and not is_time(beside_it) and beside_it not in slots.values():
            slots["obj"] = beside_it
    _add_far(slots, verb, is_time)
    return slots


def _perfect_slots(verb: Token, noun: Token, is_time: Callable[[Token], bool]) -> Slots:
    """Return the slots of a verb that the parse takes for a modifier of its object."""
    slots: Slots = {"obj": noun}
    subject = surface_subject(noun.head)
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
    """ "Found him guilty": the subject of a predicate that is no verb is the object; a bare noun taken for a clause is one too."""
    for name in ("xcomp", "comp"):
        word = slots.get(name)
        if word is None or word.pos_ in ("VERB", "AUX"):
            continue
        own = child(word, "nsubj")
        if own is not None:
            slots["obj"] = own
            return
        if word.pos_ in ("NOUN", "PROPN") and child(word, "cop", "mark", "case") is None and word.dep_ == "ccomp":
            slots["obj"] = word
            return


def _add_far(slots: Slots, verb: Token, is_time: Callable[[Token], bool]) -> None:
    """ "Filed a lawsuit in a Paris court against X", "held talks in Bishkek with Y": a far phrase is still the verb's."""
    for word in verb.subtree:
        case = case_of(word) if word.i > verb.i and word.dep_ in ("nmod", "obl") else None
        if case in FAR_CASES and case not in slots and not is_time(word):
            if all(t.pos_ not in ("VERB", "AUX") or t == verb for t in _path(word, verb)):
                slots[case] = unhyphenated(word)


def _path(word: Token, top: Token) -> list[Token]:
    steps = []
    while word.i != top.i and word.head.i != word.i and len(steps) < 8:
        word = word.head
        steps.append(word)
    return steps


def _add(slots: Slots, word: Token, is_time: Callable[[Token], bool]) -> None:
    if word.dep_ in ("obj", "iobj"):
        slots.setdefault(word.dep_, unhyphenated(antecedent(word)))
    elif word.dep_ in ("xcomp", "ccomp"):
        slots.setdefault("xcomp" if word.dep_ == "xcomp" and word.pos_ not in ("VERB", "AUX") else "comp", word)
    elif word.dep_ in ("advcl", "acl") and _marker(word) in ("to", "of", "for", "from", "into", "that"):
        slots.setdefault("comp", word)
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
        elif word.dep_ == "acl" and _marker(word) in ("to", "of", "for", "from", "that"):
            slots.setdefault("comp", word)


def _marker(word: Token) -> str | None:
    mark = child(word, "mark", "case")
    return mark.lower_ if mark is not None else None


def _shared_object(slots: Slots, verb: Token) -> None:
    """The gap of a relative clause ("the bases that Iran struck"), or the object of a coordinated verb ("shot and killed him")."""
    if verb.dep_ == "acl:relcl" and child(verb, "nsubj") is not None and slots.get("subj") != verb.head:
        slots["obj"] = verb.head
        return
    later = next((t for t in verb.children if t.dep_ == "conj" and t.pos_ == "VERB"), None)
    if later is not None and child(later, *SUBJECTS) is None and not any(t.dep_ in OBLIQUE for t in verb.children if t.i > verb.i):
        shared = child(later, "obj")
        if shared is not None and not is_passive(later):
            slots["obj"] = shared
