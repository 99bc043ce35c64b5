"""What trails behind a clause: a participle that tells what came of it, a second deed of who did the one before."""

from __future__ import annotations

from transforms.events.word_classes import classes_of
from transforms.tokens import Span, Token
from transforms.tree_edits import PAST, move, part
from transforms.tree_results import HARMING, deeds

# What a deed does to people and things, told by a participle behind it.
RESULTS = HARMING | {"destroy", "damage", "shatter", "displace", "force", "trap", "cause", "trigger"}

# What forces do to people and things, and no place does.
TAKING = frozenset({"detain", "arrest", "capture", "seize", "recover", "free", "rescue"})

# Before the day from which on something agreed holds ("agreed to a truce starting on Sunday").
TERMS = frozenset({"starting", "beginning", "commencing"})

# Deeds told with those who suffer them behind "of", and doers whose own people nobody names so ("the killing by police of a boy").
OF_WHOM = frozenset(
    {"killing", "killings", "murder", "shooting", "slaying", "beating", "arrest", "kidnapping", "abduction", "detention", "assassination"}
    | {"execution", "stabbing", "lynching", "capture", "death", "deaths", "arrests", "murders", "shootings"}
)
DOERS = frozenset(
    {"police", "soldier", "troop", "gunman", "officer", "policeman", "militant", "rebel", "guard", "assailant", "army", "sniper"}
)


def hang_trailing(sentence: Span) -> bool:
    """Hang trailing participles and deeds on the verbs that they go with; return whether any was moved."""
    is_changed = False
    for word in sentence:
        if word.dep_ == "nmod" and word.head.dep_ in ("nmod", "obl:agent") and word.pos_ in ("NOUN", "PROPN"):
            is_changed |= _to_deed(word)
        elif word.dep_ == "conj" and word.tag_ == "VBD" and word.head.tag_ == "VBG":
            is_changed |= _to_finite(word)
        elif word.dep_ == "conj" and word.tag_ == "VBG" and word.head.dep_ in ("amod", "nummod", "det"):
            is_changed |= _to_second(word)
        elif word.dep_ == "nummod" and word.head.i > word.i + 2 and word.nbor(1).text == ",":
            is_changed |= _before_aside(word)
        if word.lower_ in TERMS and word.dep_ == "acl":
            is_changed |= _to_term(word)
        elif word.tag_ == "VBG" and word.dep_ in ("xcomp", "obj", "ccomp"):
            is_changed |= _to_bearer(word)
        if word.tag_ == "VBG" and word.dep_ == "acl" and word.lemma_.lower() in RESULTS | TAKING:
            is_changed |= _to_verb(word)
        elif word.dep_ == "conj" and word.tag_ in PAST and any(t.dep_ == "obj" for t in word.children):
            is_changed |= _to_doer(word)
    return is_changed


def _to_term(participle: Token) -> bool:
    """Hang the day of "agreed to a truce starting on Sunday" on when it starts; return whether it was."""
    case = participle.nbor(1) if participle.i + 2 < participle.sent.end else participle
    day = case.head
    if case.dep_ != "case" or day.head is not participle.head.head or day.dep_ != "obl" or day.i < case.i:
        return False
    move(day, participle, "obl")
    return True


def _to_deed(people: Token) -> bool:
    """Hang "of a boy" in "the killing by police of a boy" and "the shooting in Oslo of a boy" on the deed; return whether it was."""
    doers = people.head
    deed = doers.head
    opening = [t.lower_ for t in (*people.children, *doers.children) if t.dep_ == "case"]
    is_between = deed.i < doers.i < people.i and deed.lower_ in OF_WHOM
    is_by = opening == ["of", "by"] and doers.lemma_.lower() in DOERS and "person" in classes_of(people)
    is_in = opening in (["of", "in"], ["of", "near"]) and doers.pos_ == "PROPN" and _is_person(people)
    if not is_between or not (is_by or is_in):
        return False
    move(people, deed, "nmod" if deed.pos_ == "NOUN" else "obl")
    return True


def _is_person(word: Token) -> bool:
    """Return whether a noun calls a person, or a name has an age behind it ("Alexandros Petrou, 15,")."""
    if word.pos_ == "NOUN":
        return "person" in classes_of(word)
    last = max([word.i, *(t.i for t in word.children if t.dep_ == "flat")])
    has_age = last + 2 < word.sent.end and word.doc[last + 1].text == "," and word.doc[last + 2].text.isdecimal()
    return word.ent_type_ == "PER" or has_age


def _to_finite(deed: Token) -> bool:
    """Join a deed in the past to the verb that governs a participle, not to the participle ("kept them from attacking a ship and took 23
    into custody"); return whether it was moved."""
    above = deed.head
    while above.tag_ == "VBG" and above.dep_ in ("advcl", "ccomp", "xcomp", "acl", "conj"):
        above = above.head
    joint = next((t for t in deed.children if t.dep_ == "cc"), None)
    if above.tag_ != "VBD" or joint is None or any(t.dep_ in ("nsubj", "nsubj:pass", "aux", "aux:pass", "mark") for t in deed.children):
        return False
    move(deed, above, "conj")
    return True


def _to_second(deed: Token) -> bool:
    """Give each of two participles its own object ("killing several and detaining two"), where the parser makes one of the two numbers;
    return whether it did."""
    first, last = deed.head, deed.head.head
    verb = first.nbor(-1) if first.i > deed.sent.start else first
    if verb.tag_ != "VBG" or not first.i < deed.i < last.i or last.head is not verb or last.dep_ != "obj":
        return False
    move(first, verb, "obj")
    move(deed, verb, "conj")
    move(last, deed, "obj")
    return True


def _before_aside(number: Token) -> bool:
    """Make a number before an aside the people told of, not one of what the aside says of most of them ("injured over 5,000, most of them
    Kenyans"); return whether it did."""
    noun = number.head
    if number.nbor(2).lower_ not in ("most", "many", "some", "all", "nearly", "mostly") or noun.dep_ not in ("obj", "nsubj:pass", "nsubj"):
        return False
    move(number, noun.head, noun.dep_)
    move(noun, number, "appos")
    return True


def _to_bearer(participle: Token) -> bool:
    """Make somebody the object of a verb and what he held a participle that describes him ("shot a man brandishing a knife"), where the
    parser takes him for a part of a name before it; return whether it did."""
    verb = participle.head
    person = next((t for t in participle.children if t.dep_ == "compound" and t.i == participle.i - 1), None)
    opening = next((t for t in participle.children if t.dep_ in ("det", "nummod") and person is not None and t.i < person.i), None)
    is_held = any(t.dep_ == "obj" and t.i > participle.i for t in participle.children)
    if person is None or opening is None or not is_held or "person" not in classes_of(person) or verb.pos_ != "VERB":
        return False
    if any(t.dep_ == "obj" and t is not participle for t in verb.children):
        return False
    part(person, participle, "obj", [t for t in participle.children if t.i < person.i])
    return True


def _to_verb(participle: Token) -> bool:
    """Hang ", partly destroying it" on the verb of its clause and not on the place named before the comma, nor "detaining ten" on the
    province before it; return whether it was moved."""
    before = min(t.i for t in participle.children) if participle.children else participle.i
    nouns = [participle.head]
    while nouns[-1].dep_ in ("nmod", "conj"):
        nouns.append(nouns[-1].head)
    verb = nouns[-1].head
    is_place = nouns[-1].dep_ == "obl" and participle.doc[before].text == ","
    is_land = nouns[-1].dep_ in ("obl", "obj") and "territory" in classes_of(participle.head) and before > participle.i
    if not (is_place or is_land) or verb.pos_ != "VERB" or verb.i > before or any(noun.lemma_.lower() in deeds() for noun in nouns):
        return False
    move(participle, verb, "advcl")
    return True


def _to_doer(deed: Token) -> bool:
    """Join a deed to the one before it in a clause of time, and not to the passive verb before that ("was captured after the force isolated
    the area and searched several buildings"); return whether it was moved."""
    passive = deed.head
    between = [t for t in passive.children if t.dep_ == "advcl" and passive.i < t.i < deed.i and t.tag_ in PAST]
    joint = next((t for t in deed.children if t.dep_ == "cc"), None)
    if (
        not between
        or joint is None
        or joint.nbor(-1).is_punct
        or any(t.dep_ in ("nsubj", "nsubj:pass", "aux", "aux:pass") for t in deed.children)
    ):
        return False
    above = between[-1]
    is_active = any(t.dep_ == "nsubj" for t in above.children) and any(t.dep_ == "obj" for t in above.children)
    if not is_active or not any(t.dep_ == "aux:pass" for t in passive.children):
        return False
    move(deed, above, "conj")
    return True
