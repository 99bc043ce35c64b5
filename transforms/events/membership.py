"""Who people are said to be: members of a group ("gunmen linked to X", "presumed to be members of X"), or what the clause says they are
("X is the group that carried out the attack")."""

from __future__ import annotations

from transforms.events.repairs import child
from transforms.events.subjects import SUBJECTS, antecedent, case_of
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

# How fighters belong to a group.
TYING = frozenset({"link", "associate", "affiliate", "ally", "tie", "align", "loyal", "belong", "connect"})
TIES = frozenset({"with", "to"})
BONDS = frozenset({"tie", "link", "connection", "affiliation"})
NAMELESS = frozenset({"man", "suspect", "individual", "people", "person", "member", "leader"})
CALLING = frozenset({"presume", "believe", "suspect", "think", "allege", "say", "identify", "describe"})
MEMBERS = frozenset({"member", "guerrilla", "rebel", "militant", "fighter", "follower", "sympathizer", "sympathiser", "activist", "agent"})
EMPTY = frozenset({"it", "this", "that", "there", "these", "those", "what", "who"})
BODIES = frozenset({"party", "person", "troops", "combatant", "organization"})


def tied_to(people: Token) -> list[Token]:
    """Return whom people are said to belong to: "insurgents associated with X", "men who belong to X", "with ties to X", "led by X"."""
    is_known = any(t.dep_ == "det" and t.lower_ == "the" for t in people.children)
    near = ("acl", "amod") if is_known else ("acl", "amod", "acl:relcl")  # "The assailants, who are linked to X": told of before
    words = [t for t in people.children if t.dep_ in near and t.i > people.i]
    ties = [t for word in words if word.lemma_.lower() in TYING for t in word.children if t.dep_ in ("obl", "nmod") and case_of(t) in TIES]
    called = [t for word in words if word.lemma_.lower() in CALLING for t in word.children if t.dep_ in ("xcomp", "obl", "obj")]
    led = [
        t for word in words if word.lemma_.lower() == "lead" for t in word.children if t.dep_ in ("obl:agent", "obl") and case_of(t) == "by"
    ]
    members = [t for word in called if word.lemma_.lower() in MEMBERS for t in word.children if t.dep_ == "nmod" and case_of(t) == "of"]
    beside = [*people.children, *(t for t in people.head.children if t.dep_ == "obl" and t.left_edge.i == people.i + 1)]
    bonds = [t for t in beside if t.dep_ in ("nmod", "obl") and case_of(t) == "with" and t.lemma_.lower() in BONDS]
    is_nameless = "combatant" in classes_of(people) or people.lemma_.lower() in NAMELESS  # a judge with links to a group is not of it
    bound = [t for bond in bonds if is_nameless for t in bond.children if t.dep_ == "nmod" and case_of(t) in TIES]
    return ties + led + members + bound


def identified(body: Token) -> Token | None:
    """Return the subject of a clause that says who a body or person is that did something ("X is the group that killed ..."), or None."""
    if body.pos_ != "NOUN" or child(body, "cop") is None or child(body, "acl:relcl") is None or not classes_of(body) & BODIES:
        return None
    subject = child(body, *SUBJECTS)
    return antecedent(subject) if subject is not None and (subject.lower_ not in EMPTY or antecedent(subject) != subject) else None
