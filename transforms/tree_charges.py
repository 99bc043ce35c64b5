"""What somebody is charged with, where the parser makes the victim the one of whom the sentence goes on to tell: "The officer accused of
shooting Omar Haddad was arrested"."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_edits import FINITE, GERUND, PASSIVE, PAST, SUBJECTS, describe, first_of, move

CHARGING = frozenset({"accuse", "suspect", "convict", "charge", "arrest", "jail", "indict", "imprison", "blame", "wanted", "want", "try"})
# What becomes of who is charged, the predicate of a headline.
HELD = frozenset(
    {"arrest", "detain", "sentence", "jail", "release", "convict", "indict", "extradite", "acquit", "capture", "apprehend", "free"}
)


def mend_charges(sentence: Span) -> bool:
    """Give a charge its victim as an object and the verb behind it its subject; return whether anything was changed."""
    is_changed = False
    for word in sentence:
        if word.tag_ in PAST and word.lemma_.lower() in CHARGING:
            is_changed |= _part(word) or _headline(word)
    return is_changed


def _part(charged: Token) -> bool:
    doc = charged.doc
    deed = next((t for t in doc[charged.i + 1 : charged.i + 4] if t.lower_.endswith("ing")), None)
    if deed is None or deed.nbor(-1).dep_ not in ("mark", "case", "advmod") or deed.i + 1 >= charged.sent.end:
        return False
    if (
        deed.dep_ == "amod"
        and deed.nbor(1).tag_ in ("DT", "CD", "PRP$")
        and deed.head.dep_ in ("obl", "nmod")
        and deed.head.head is charged
    ):
        _give(deed, deed.head, charged)  # "charged with stabbing two nurses": no adjective stands before a number
        return True
    victim = next((t for t in doc[deed.i + 1 : deed.i + 6] if t.dep_ in SUBJECTS and t.head.i > t.i), None)
    if victim is None or any(t.dep_ == "obj" for t in deed.children) or victim.head.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return False
    verb = victim.head
    is_next = first_of(victim).i == deed.i + 1 or (deed.head is victim and deed.dep_ == "amod")
    has_own = any(t.text in (",", ";") for t in doc[deed.i : verb.i])
    if not is_next or has_own or not any(t.dep_ in ("aux", "aux:pass", "cop") for t in verb.children):
        return False
    return _beside(charged, deed, victim, verb) or _above(charged, deed, victim, verb)


def _beside(charged: Token, deed: Token, victim: Token, verb: Token) -> bool:
    """Take one of two subjects of a verb for the object of the charge that describes the other."""
    person = charged.head if charged.dep_ == "acl" else None
    if person is None or person.head is not verb or person.dep_ not in SUBJECTS:
        return False
    _give(deed, victim, charged)
    return True


def _above(charged: Token, deed: Token, victim: Token, verb: Token) -> bool:
    """Make a clause of the charge that the parser takes for the main verb, and the verb behind it the main one."""
    person = next((t for t in charged.children if t.dep_ in SUBJECTS and t.i < charged.i), None)
    top = charged
    if person is None and charged.dep_ == "acl" and charged.head.dep_ == "ROOT" and charged.head.i < charged.i:
        person = top = charged.head  # "The officer accused of shooting X was arrested", of which the parser makes one noun
    if person is None or any(t.dep_ in ("aux", "aux:pass", "cop") for t in charged.children) or charged not in verb.ancestors:
        return False
    above, relation, how = top.head, top.dep_, victim.dep_
    later = [
        t for t in (*charged.children, *(top.children if top is person else ())) if t.i > verb.i or (t.i < person.i and top is charged)
    ]
    _give(deed, victim, charged)
    move(verb, verb if above is top else above, relation)
    move(person, verb, how)
    describe(charged, person)
    for word in later:
        move(word, verb, word.dep_)
    return True


def _headline(charged: Token) -> bool:
    """Make the last participle of a headline its verb ("Man accused of shooting wife taken into custody"), where the parser gives it to the
    victim."""
    is_noun = charged.dep_ == "acl" and charged.head.dep_ == "ROOT"
    top = charged.head if is_noun else charged
    person = top if is_noun else next((t for t in charged.children if t.dep_ in SUBJECTS and t.i < charged.i), None)
    if person is None or top.dep_ != "ROOT" or any(t.tag_ in FINITE[1:] or t.pos_ == "AUX" or t.text == "." for t in charged.sent):
        return False
    held = next((t for t in charged.subtree if t.i > charged.i + 2 and t.tag_ in PAST and t.dep_ in ("acl", "advcl") and _is_held(t)), None)
    if held is None or held.nbor(-1).is_punct or any(t.dep_ in (*SUBJECTS, "obj", "mark") for t in held.children):
        return False
    move(held, held, "ROOT")
    move(person, held, "nsubj:pass")
    held.tag_, held.morph = "VBN", PASSIVE
    describe(charged, person)
    return True


def _is_held(verb: Token) -> bool:
    into = [t for t in verb.children if t.dep_ == "obl" and t.lower_ == "custody"]
    return verb.lemma_.lower() in HELD or (verb.lemma_.lower() == "take" and bool(into))


def _give(deed: Token, victim: Token, charged: Token) -> None:
    inner = [t for t in victim.children if t.i < deed.i and t is not deed]
    move(deed, charged, "advcl")
    deed.pos_, deed.tag_, deed.morph = "VERB", "VBG", GERUND
    for word in inner:
        move(word, deed, word.dep_)
    move(victim, deed, "obj")
