"""Ages, names and second names that the parser hangs on the wrong verb, put back beside the people they are of."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_edits import SUBJECTS, first_of, move

WHERE = frozenset({"in", "at", "near", "outside", "inside", "across"})
PASSIVE = frozenset({"aux", "aux:pass"})
NAMING = frozenset({"identify", "name", "know", "describe"})
FINDING = frozenset({"find", "discover"})
CLAUSE = frozenset({"nsubj", "nsubj:pass", "cop", "aux", "aux:pass", "orphan", "obj", "xcomp", "ccomp", "case", "mark", "obl"})
WITHIN = frozenset({"flat", "compound", "amod", "appos", "nummod"})
PEOPLE = ("NOUN", "PROPN", "PRON", "NUM")
# "Three co-workers", "his ex-wife".
PREFIXES = frozenset({"co", "ex", "non", "vice", "step", "half"})
# "Nahr-e Saraj", "Qalah-ye Zal".
LINKS = frozenset({"e", "ye", "i", "yi"})


def mend_names(sentence: Span) -> bool:
    """Put right the names of a sentence; return whether any was changed."""
    is_changed = False
    for word in sentence:
        if word.lower_ == "old" and _is_loose(word):
            is_changed |= _age_of_next(word)
        elif word.lower_ == "as" and word.dep_ == "mark":
            is_changed |= _named_before(word)
        elif word.lower_ in LINKS:
            is_changed |= _linked_name(word)
        elif word.lower_ in PREFIXES:
            is_changed |= _prefixed_noun(word)
        if word.text == "-" and word.dep_ == "punct" and not word.whitespace_:
            is_changed |= _hyphenated(word)
        if word.dep_ == "conj" and word.pos_ in ("NOUN", "PROPN"):
            is_changed |= _after_a_list(word) or _of_a_list(word)
        if word.dep_ == "case":
            is_changed |= _hand_up(word)
        if word.dep_ in SUBJECTS and word.pos_ in ("NOUN", "PROPN"):
            is_changed |= _second_name(word) or _behind_place(word)
        if word.dep_ == "ccomp" and word.head.lemma_.lower() in FINDING:
            is_changed |= _found_in_a_state(word)
    return is_changed


def _hand_up(opening: Token) -> bool:
    """Hang a preposition on the noun whose phrase it opens, not on a word in its name ("of a Daman district police chief")."""
    part = opening.head
    noun = part.head
    is_name = (
        part.dep_ in ("compound", "nmod:desc") and opening.i < part.i < noun.i and noun.dep_ in ("nmod", "obl") and noun.head.i < opening.i
    )
    if not is_name or opening.lower_ in LINKS | {"-"} or any(t.dep_ == "case" for t in noun.children):
        return False
    for word in [t for t in part.children if t.i <= opening.i or t.dep_ == "det"]:
        move(word, noun, word.dep_)
    return True


def _prefixed_noun(prefix: Token) -> bool:
    """Make a prefix that the parser takes for a noun a part of the one behind its hyphen ("shot three co-workers")."""
    if prefix.i + 2 >= prefix.sent.end or prefix.whitespace_ or prefix.nbor(1).text != "-" or prefix.nbor(1).whitespace_:
        return False
    hyphen, noun = prefix.nbor(1), prefix.nbor(2)
    if prefix.head is noun or noun.pos_ not in ("NOUN", "PROPN") or prefix.head is prefix or prefix in (noun.head.head, hyphen.head.head):
        return False
    above, relation = prefix.head, prefix.dep_
    if noun in above.ancestors or above is hyphen:
        return False
    move(noun, above, relation)
    for word in [t for t in prefix.children if t not in (hyphen, noun)]:
        move(word, noun, word.dep_)
    move(prefix, noun, "compound")
    move(hyphen, noun, "punct")
    return True


def _linked_name(link: Token) -> bool:
    """Join the halves of a Persian name that the parser takes apart ("In Qalah-ye Zal district"): what the first half is to the sentence
    the phrase of the second becomes."""
    if link.i < link.sent.start + 2 or link.i + 1 >= link.sent.end or link.nbor(-1).text != "-":
        return False
    first, hyphen, second = link.nbor(-2), link.nbor(-1), link.nbor(1)
    if first.whitespace_ or hyphen.whitespace_ or not (first.text[0].isupper() and second.text[0].isupper()):
        return False
    head = second
    while head.dep_ in ("compound", "flat") and head.head.i > link.i:
        head = head.head
    if first.head is first or head.head is head or first in head.ancestors or first.head in (link, head) or head in first.ancestors:
        return False
    move(head, first.head, first.dep_)
    for word in [t for t in first.children if t is not hyphen]:
        move(word, head, word.dep_)
    move(first, head, "compound")
    move(link, head, "compound")
    return True


def _hyphenated(mark: Token) -> bool:
    """Join the parts of a hyphenated name that the parser makes two subjects ("Mrauk-U was hit")."""
    if mark.i == mark.sent.start or mark.i + 1 >= mark.sent.end:
        return False
    first, second = mark.nbor(-1), mark.nbor(1)
    is_split = first.dep_ in SUBJECTS and second.dep_ == first.dep_ and second.head is first.head and not first.whitespace_
    if not is_split or not (first.text[:1].isupper() and second.text[:1].isupper()):
        return False
    move(second, first, "flat")
    return True


def _is_loose(age: Token) -> bool:
    is_compound = age.i > age.sent.start and age.nbor(-1).text == "-"
    return is_compound and age.dep_ not in ("appos", "ROOT") and (age.dep_ != "amod" or age.head.pos_ == "VERB")


def _age_of_next(age: Token) -> bool:
    """Give an age before a name, taken for the object of a verb, to the name ("found 28-year-old Adam Baker shot")."""
    if age.i + 1 >= age.sent.end or any(t.dep_ == "det" for t in age.children):
        return False
    name = age.nbor(1)
    while name.dep_ in ("compound", "flat", "nmod:desc") and name.head.i > name.i:
        name = name.head
    if name.pos_ != "PROPN" or name.head is age or age.head is name:
        return False
    move(age, name, "amod")
    return True


def _named_before(mark: Token) -> bool:
    """Part a name from the verb after it ("The victim, identified as Leonard Arnold, was found"), which the parser takes for a clause
    of "as"; the people so named become the verb's subject where it has no other."""
    verb, naming = mark.head, mark.nbor(-1) if mark.i > mark.sent.start else mark
    names = [t for t in verb.children if t.dep_ in SUBJECTS and t.i > mark.i and first_of(t).i == mark.i + 1]
    if naming.lemma_.lower() not in NAMING or naming.dep_ not in ("acl", "acl:relcl") or not names:
        return False
    people, name = naming.head, names[0]
    relation = name.dep_
    move(name, naming, "obl")
    move(mark, name, "case")
    if verb.head is naming:
        if people.head is people:
            _take_root(verb, people, relation)
        else:
            above, place = people.head, people.dep_
            move(verb, above, place)
            move(people, verb, relation)
    return True


def _take_root(verb: Token, subject: Token, relation: str) -> None:
    """Make a verb the root of its sentence and the old root its subject."""
    move(verb, verb, "ROOT")
    for word in [t for t in subject.children if t.dep_ == "punct" and t.i > verb.i]:
        move(word, verb, "punct")
    move(subject, verb, relation)


def _second_name(second: Token) -> bool:
    """Join two subjects with nothing but a comma between them: the second names the first again where a comma follows or it is a name
    ("The victim, Peter Novak, died"), and is told beside it in a headline ("Teen, man shot in ...")."""
    verb = second.head
    before = [t for t in verb.children if t.dep_ == second.dep_ and t.i < second.i]
    if not before or second.is_punct or before[-1].is_punct:
        return False  # a mark that is tagged as a noun
    first, start = before[-1], min(t.i for t in second.subtree if not t.is_punct)
    if first.pos_ != "NOUN" or start < first.i + 2 or second.doc[start - 1].text != "," or verb.i < second.i:
        return False
    if max(t.i for t in first.subtree if not t.is_punct) != start - 2:
        return False
    after = second.doc[max(t.i for t in second.subtree if not t.is_punct) + 1]
    is_same = second.pos_ == "PROPN" or after.text == ","
    if not is_same and (after.i != verb.i or first.i != first.sent.start):
        return False
    move(second, first, "appos" if is_same else "conj")
    return True


def _behind_place(place: Token) -> bool:
    """Part the subject from the place before it ("Also in Lashkar Gah district, a joint force detained a man"), whose other name the
    parser takes it for."""
    verb = place.head
    doer = next((t for t in place.children if t.dep_ == "appos" and place.i < t.i < verb.i), None)
    if doer is None or not any(t.dep_ == "case" and t.lower_ in WHERE for t in place.children):
        return False
    opening = first_of(doer)
    while opening.is_punct and opening.i < doer.i:
        opening = opening.nbor(1)
    if opening.pos_ != "DET" or opening.nbor(-1).text != "," or verb.i - max(t.i for t in doer.subtree) != 1:
        return False
    move(doer, verb, place.dep_)
    move(place, verb, "obl")
    return True


def _after_a_list(name: Token) -> bool:
    """Make a name after the last member of a list another name of that member ("killed X and another man, 43-year-old Joseph Cole")."""
    members = [t for t in name.head.children if t.dep_ == "conj" and t.i < name.i]
    if not members or not name.text[0].isupper() or not any(t.dep_ == "cc" for t in members[-1].children):
        return False
    start = min((t.i for t in name.subtree if not t.is_punct), default=name.i)
    later = [t for t in name.head.children if t.dep_ == "conj" and t.i > name.i]
    is_closed = any(t.dep_ == "cc" for t in name.children) or any(t.dep_ == "cc" for member in later for t in member.children)
    last = members[-1]
    if is_closed or last.pos_ != "NOUN" or last.text[0].isupper() or last.i != start - 2 or name.doc[start - 1].text != ",":
        return False
    move(name, last, "appos")
    return True


def _of_a_list(noun: Token) -> bool:
    """Join a noun that stands beside a verb to the object it follows ("shot Adam Cole, 19, and his neighbor")."""
    joint = next((t for t in noun.children if t.dep_ == "cc" and t.i < noun.i), None)
    if noun.head.pos_ != "VERB" or joint is None or CLAUSE & {t.dep_ for t in noun.children}:
        return False
    if joint.i == noun.sent.start:
        return False
    before = joint.nbor(-1)
    while before.is_punct and before.i > noun.sent.start:
        before = before.nbor(-1)
    while before.dep_ in WITHIN and before.head is not before:
        before = before.head
    if before.dep_ != "obj" or before.i > joint.i or before.pos_ not in ("NOUN", "PROPN"):
        return False
    move(noun, before, "conj")
    return True


def _found_in_a_state(state: Token) -> bool:
    """Make "found Adam Baker shot in the street" a state of whom was found, where the parser has a clause of it."""
    verb = state.head
    relations = {t.dep_ for t in state.children}
    subjects = [t for t in state.children if t.dep_ in SUBJECTS and verb.i < t.i < state.i and t.pos_ in PEOPLE]
    if state.tag_ not in ("VBD", "VBN") or state.i < verb.i or len(subjects) != 1:
        return False
    if relations & (PASSIVE | {"mark", "obj", "cop", "ccomp", "xcomp"}) or any(t.dep_ == "obj" for t in verb.children):
        return False
    if verb.doc[first_of(subjects[0]).i - 1] is not verb:
        return False
    move(subjects[0], verb, "obj")
    state.dep_, state.tag_ = "xcomp", "VBN"
    return True
