"""The dependents of a verb or noun as named slots: subj, obj, iobj, comp, xcomp, poss, mod, and prepositions.

Passives are undone (the agent is `subj`), relative pronouns stand for their antecedents, and what a clause leaves out
is taken from the clause that it shares it with (coordination, control, participles).
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

Slots = dict[str, Token]
RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
OBLIQUE = ("obl", "nmod", "obl:agent", "nmod:desc", "obl:unmarked")
# Governors whose object does what the prepositional gerund says: "accused Iran of sending arms".
OBJECT_GERUND = frozenset({"of", "for", "from", "into"})
# Verbs whose subject, not object, does what their infinitive says.
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "use", "need", "want"})


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child with one of the relations, or None."""
    return next((t for t in token.children if t.dep_ in deps), None)


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
    own = child(verb, *SUBJECTS)
    if own is not None:
        return antecedent(own)
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
                if gerund or (verb.dep_ == "xcomp" and infinitive and head.lemma_ not in SUBJECT_CONTROL):
                    return antecedent(target)
            return surface_subject(head, depth + 1)
        case "acl":
            if "Inf" in verb.morph.get("VerbForm", []) or (child(verb, "mark") is not None):
                return child(head, "nmod:poss") or (surface_subject(head.head, depth + 1) if head.dep_ == "obj" else None)
            return head
        case "acl:relcl" | "amod":
            return head
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
    if inner is not None and inner.i > verb.i:
        _add_phrases(slots, inner, is_time)
    return slots


def noun_slots(noun: Token, is_time: Callable[[Token], bool]) -> Slots:
    """Return the slots of a noun: its possessor and its prepositional phrases, and those of its participles."""
    slots: Slots = {}
    owner = child(noun, "nmod:poss")
    if owner is not None and not is_time(owner):
        slots["poss"] = owner
    _add_phrases(slots, noun, is_time)
    return slots


def _add(slots: Slots, word: Token, is_time: Callable[[Token], bool]) -> None:
    if word.dep_ in ("obj", "iobj"):
        slots[word.dep_] = antecedent(word)
    elif word.dep_ in ("xcomp", "ccomp"):
        slots.setdefault("xcomp" if word.dep_ == "xcomp" and word.pos_ not in ("VERB", "AUX") else "comp", word)
    elif word.dep_ in ("advcl", "acl") and _marker(word) in ("to", "of", "for", "from", "into", "that"):
        slots.setdefault("comp", word)
    elif word.dep_ in OBLIQUE and not is_time(word):
        case = case_of(word)
        if case is not None:
            if case == "as":
                slots.setdefault("xcomp", word)
            slots.setdefault(case, antecedent(word))


def _add_phrases(slots: Slots, noun: Token, is_time: Callable[[Token], bool]) -> None:
    for word in noun.children:
        if word.dep_ in ("nmod", "obl") and not is_time(word):
            case = case_of(word)
            if case is not None:
                slots.setdefault(case, word)
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
