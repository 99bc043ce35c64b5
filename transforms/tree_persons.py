"""People whom the parser makes a part of what is told of them: "found a man suffering from a gunshot wound" as the man's suffering, "left a
17-year-old wounded" as one wounded, "the victim, married to X, was shot" as one who married."""

from __future__ import annotations

from transforms.events.word_classes import classes_of
from transforms.tokens import Span, Token
from transforms.tree_edits import PAST, SUBJECTS, describe, first_of, move, part

OPENING = frozenset({"det", "amod", "nummod", "nmod:poss", "case", "compound"})
PERSON = frozenset({"person", "prisoner", "troops"})
# What is told of people by a participle behind them.
TOLD = {"suffering": "suffer", "bleeding": "bleed", "carrying": "carry", "holding": "hold", "wielding": "wield", "lying": "lie"}
COUNTED = frozenset({"a", "an"})
# What leaves, finds or calls somebody dead or wounded.
LEAVING = frozenset({"leave", "find", "pronounce", "declare"})


def part_persons(sentence: Span) -> bool:
    """Make people, who are told of by a participle, an adjective or their group, the ones who are meant; return whether any were."""
    is_changed = False
    for word in sentence:
        if word.tag_ == "VBG" and word.lower_ in TOLD and word.i > sentence.start:
            is_changed |= _holder(word) or _from_what(word)
        elif word.lower_ == "between" and word.dep_ == "case":
            is_changed |= _range(word)
        elif word.dep_ == "conj" and word.pos_ == "NOUN":
            is_changed |= _named_last(word)
        elif word.lower_ == "old" and word.dep_ == "amod":
            is_changed |= _aged(word)
        elif word.tag_ in PAST:
            is_changed |= _beside(word) or _mother_of(word)
        elif word.pos_ == "PROPN" and any(t.lower_ in COUNTED or t.dep_ == "nummod" for t in word.children):
            is_changed |= _member(word)
    return is_changed


def _is_person(word: Token) -> bool:
    return word.pos_ == "NOUN" and bool(classes_of(word) & PERSON)


def _holder(participle: Token) -> bool:
    """Make a person who is told of by the participle right behind ("a man suffering from wounds") the one found or taken."""
    person = participle.nbor(-1)
    is_noun = participle.dep_ in ("obj", "obl", "nmod", "nsubj", "nsubj:pass", "conj", "xcomp")
    if person.dep_ != "compound" or person.head is not participle or not is_noun or not _is_person(person):
        return False
    opening = [t for t in participle.children if t.i < person.i and t.dep_ in OPENING]
    phrases = [t for t in participle.children if t.i > participle.i and t.dep_ == "nmod"]
    part(person, participle, "obj" if participle.dep_ == "xcomp" else participle.dep_, opening)
    participle.pos_, participle.lemma_ = "VERB", TOLD[participle.lower_]
    for word in phrases:
        word.dep_ = "obl"
    return True


def _range(between: Token) -> bool:
    """Make people counted by a range the object of the verb before them ("killed between three and six rebels")."""
    people, verb = between.head, between.head.head
    low = next((t for t in people.children if t.dep_ == "nummod"), None)
    high = next((t for t in low.children if t.dep_ == "conj" and t.pos_ == "NUM"), None) if low is not None else None
    if low is None or high is None or people.dep_ not in ("obl", "nmod") or verb.pos_ != "VERB" or between.i != verb.i + 1:
        return False
    if any(t.dep_ == "obj" for t in verb.children) or not _is_person(people):
        return False
    people.dep_ = "obj"
    move(between, low, "advmod")
    return True


def _named_last(person: Token) -> bool:
    """Give a name to the last of several before it, which the parser gives to the first ("Fox and her friend, 24-year-old Omar Haddad")."""
    first = person.head
    name = next((t for t in first.children if t.dep_ == "appos" and t.pos_ == "PROPN" and t.i > person.i), None)
    if name is None or not _is_person(person) or person.nbor(1).text != "," or first_of(name).i > person.i + 2 or first.pos_ != "PROPN":
        return False
    move(name, person, "appos")
    return True


def _from_what(participle: Token) -> bool:
    """Hang on "suffering" what somebody suffers from, which the parser hangs on the verb above ("found a woman suffering from a wound")."""
    people = participle.nbor(-1)
    if participle.dep_ == "xcomp" and people.dep_ == "obj" and people.head is participle.head and _is_person(people):
        move(participle, people, "acl")  # "found the person suffering from a wound"
        return True
    verb = participle.head.head
    after = participle.nbor(1) if participle.i + 1 < participle.sent.end else None
    cause = next((t for t in verb.children if t.dep_ == "obl" and t.i > participle.i), None) if participle.dep_ == "acl" else None
    if cause is None or after is None or after.lower_ != "from" or after.head is not cause:
        return False
    move(cause, participle, "obl")
    return True


def _aged(old: Token) -> bool:
    """Make one whose age stands for him the one who was left dead or wounded ("left a 17-year-old wounded")."""
    state, verb = old.head, old.head.head
    if old.i == old.sent.start or old.nbor(-1).text != "-":
        return False
    if state.i != old.i + 1 or state.dep_ not in ("obj", "xcomp") or verb.lemma_.lower() not in LEAVING:
        return False
    if state.tag_ != "VBN" and state.lower_ not in ("dead", "wounded", "injured"):
        return False
    opening = [t for t in state.children if t.i < old.i]
    move(old, verb, "obj")
    move(state, verb, "xcomp")
    old.pos_, old.tag_ = "NOUN", "NN"
    for word in opening:
        move(word, old, word.dep_)
    return True


def _beside(verb: Token) -> bool:
    """Give back its subject to a passive, where the parser gives it to a participle between commas ("the man, married to X, was shot")."""
    if not any(t.dep_ == "aux:pass" for t in verb.children) or any(t.dep_ in SUBJECTS for t in verb.children):
        return False
    aside = next((t for t in verb.children if t.i < verb.i and t.tag_ in PAST and t.dep_ in ("parataxis", "advcl", "ccomp")), None)
    subject = next((t for t in aside.children if t.dep_ in SUBJECTS and t.i < t.head.i), None) if aside is not None else None
    if aside is None or subject is None or any(t.dep_.startswith("aux") or t.dep_ == "mark" for t in aside.children):
        return False
    if aside.nbor(-1).text != "," or aside.nbor(-1).i < subject.i or not any(t.text == "," for t in verb.doc[aside.i : verb.i]):
        return False
    move(subject, verb, "nsubj:pass")
    describe(aside, subject)
    return True


def _mother_of(participle: Token) -> bool:
    """Give back its subject to a verb of saying, where the parser gives it to what was done to one told of within it ("the mother of a man
    shot by a guard says he was ill")."""
    saying = participle.head
    if participle.dep_ != "ccomp" or saying.i < participle.i or any(t.dep_ in SUBJECTS for t in saying.children if t.i < saying.i):
        return False
    subject = next((t for t in participle.children if t.dep_ in SUBJECTS and t.i < participle.i), None)
    agent = next((t for t in participle.children if t.dep_ == "obl:agent" and t.i < saying.i), None)
    if subject is None or agent is None or any(t.dep_.startswith("aux") for t in participle.children):
        return False
    person = participle.nbor(-1)
    if (
        not _is_person(person)
        or (person is not subject and subject not in person.ancestors)
        or max(t.i for t in agent.subtree) + 1 != saying.i
    ):
        return False
    move(subject, saying, "nsubj")
    describe(participle, person)
    return True


def _member(group: Token) -> bool:
    """Make the leader or fighter of a group whose name has an "of" the one meant ("captured an Islamic Movement of Uzbekistan leader")."""
    person = next((t for t in group.children if t.dep_ == "nmod" and t.i > group.i and _is_person(t)), None)
    if person is None or any(t.dep_ in ("det", "nmod:poss") for t in person.children):
        return False
    case = next((t for t in person.children if t.dep_ == "case" and t.lower_ == "of"), None)
    land = next((t for t in person.children if t.dep_ == "compound" and t.pos_ == "PROPN" and t.i == person.i - 1), None)
    if case is None or land is None or case.i != group.i + 1 or land.i != case.i + 1:
        return False
    above, relation = group.head, group.dep_
    counting = [t for t in group.children if t.dep_ in ("det", "nummod", "case") and t.i < group.i]
    behind = [t for t in group.children if t.i > person.i]
    move(person, above, relation)
    move(group, person, "compound")
    move(land, group, "nmod")
    move(case, land, "case")
    for word in (*counting, *behind):
        move(word, person, word.dep_)
    return True
