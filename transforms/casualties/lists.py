"""People listed around a verb of harm where the parse has lost the list: hung on the verb, taken for an owner, cut by a clause."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.casualties.lexicon import noun_of
from transforms.casualties.phrases import members
from transforms.tokens import Token


def listed_on(verb: Token, objects: list[Token]) -> Iterator[Token]:
    """Yield people listed after an object whom the parse hangs on the verb: "killed a reporter, Huda Nimr, and her driver"."""
    for child in verb.children if objects else ():
        is_joined = child.dep_ == "conj" or (child.dep_ == "dep" and any(mark.dep_ == "cc" for mark in child.children))
        if not is_joined or child.pos_ != "NOUN" or child.i < objects[-1].i or noun_of(child) is None:
            continue
        is_clause = any(mark.dep_ in ("nsubj", "nsubj:pass", "cop", "aux", "case") for mark in child.children)
        if not is_clause and not any(word.pos_ in ("VERB", "AUX") for word in verb.doc[objects[-1].i : child.i]):
            yield child


def joined(noun: Token, verb: Token) -> Iterator[Token]:
    """Yield people joined to a victim by "along with" or "together with"."""
    for child in [*noun.children, *verb.children]:
        before = {word.lower_ for word in child.doc[max(child.left_edge.i - 1, noun.i) : child.i]}
        with_them = "with" in before and bool(before & {"along", "together"})
        as_well = any(mark.dep_ == "cc" and mark.lower_ == "as" for mark in child.children)
        if child.i > noun.i and child.dep_ in ("obl", "nmod", "advcl") and (with_them or as_well):
            yield child


def runs_on(last: Token, past_and: bool = False) -> Token | None:
    """Return the next counted member of a list that the parse has cut after a comma: "seven policemen, a medic and two residents"."""
    doc, at, end = last.doc, last.right_edge.i + 1, last.sent.end
    if at + 1 < end and doc[at].text == "," and doc[at + 1].lower_ == "aged":
        at = next((word.i for word in doc[at + 2 : end] if word.text == ","), end)
    if at + 2 >= end or doc[at].text != ",":
        return None
    first = doc[at + 2] if past_and and doc[at + 1].lower_ == "and" else doc[at + 1]
    noun = first.head if first.dep_ in ("det", "nummod", "amod", "advmod") else first
    is_counted = any(mark.dep_ == "nummod" or mark.lower_ in ("a", "an") for mark in noun.children)
    is_clause = any(mark.dep_ in ("nsubj", "nsubj:pass", "cop", "aux", "aux:pass", "case") for mark in noun.children)
    is_loose = noun.dep_ in ("parataxis", "conj", "appos", "dep", "obl:unmarked", "list") and noun.left_edge.i in (at, at + 1, first.i)
    return noun if is_counted and is_loose and not is_clause and noun_of(noun) is not None else None


def all_members(first: Token) -> list[Token]:
    """Return the members of a list, with those that the parse has cut from it after a comma."""
    listed = list(members(first))
    further = runs_on(listed[-1])
    return listed if further is None else [*listed, *members(further)]


def gapped(verb: Token, victims: list[Token]) -> Iterator[Token]:
    """Yield the people of a last clause that leaves out the verb of the counted ones before it: "ten died in a strike on a tent, and eight
    others, two women among them, in a raid"."""
    doc, end = verb.doc, verb.sent.end
    joint = next((at for at in range(end - 1, verb.i, -1) if doc[at].dep_ == "cc" and at + 2 < end and _may_count(doc[at + 1])), None)
    if joint is None or not any(_is_counted(victim) for victim in victims):
        return
    if any(doc[at].pos_ == "NUM" and doc[at - 1].text == "," and _place_after(doc[at]) is not None for at in range(verb.i + 1, joint)):
        return  # "five people were killed, three in Homs and two in Aleppo"
    number = doc[joint + 1]
    noun = doc[joint + 2] if doc[joint + 2].pos_ in ("NOUN", "PRON", "ADJ") else number
    counted = [token for token in doc[verb.sent.start : joint] if _is_counted(token)]
    if noun is number and (not counted or (counted[-1].pos_ == "NOUN" and noun_of(counted[-1]) is None) or doc[joint - 1].pos_ == "NUM"):
        return  # "raids on two farms in Homs and three in Aleppo"
    if noun.lower_ in ("killed", "dead", "injured", "wounded", "hurt", "missing"):
        return  # "21 were killed and 314 injured, including 38 children, in a strike"
    place = _place_after(noun)
    if place is None or not (noun is number or noun.lower_ in ("others", "more") or noun_of(noun) is not None):
        return
    close = next((at for at in range(place, end) if doc[at].text == ","), end)
    if not any(token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "case") for token in doc[verb.i + 1 : close]):
        yield noun


def likewise(verb: Token) -> Iterator[Token]:
    """Yield the people of whom "as were" tells the same: "the man was arrested, as were two of his brothers"."""
    for child in verb.children:
        if child.i > verb.i and any(mark.lower_ == "as" and mark.nbor(1).lower_ in ("was", "were") for mark in child.children):
            yield child


def _may_count(word: Token) -> bool:
    return word.pos_ == "NUM" or word.lower_ in ("several", "dozens", "another")


def _is_counted(noun: Token) -> bool:
    return noun.dep_ != "nummod" and (noun.pos_ == "NUM" or any(child.dep_ == "nummod" for child in noun.children))


def _place_after(noun: Token) -> int | None:
    """Return where "in" or "near" follows people, past an aside between commas; None where it does not."""
    doc, at, end = noun.doc, noun.i + 1, noun.sent.end
    if at < end and doc[at].text == ",":
        at = next((word.i for word in doc[at + 1 : end] if word.text == ","), end) + 1
    return at if at < end and doc[at].dep_ == "case" and doc[at].lower_ in ("in", "near", "at", "outside") else None


def list_before(token: Token) -> Token | None:
    """Return the people before an aside that the parse takes for a clause: "said that nine others, among them a girl, had been wounded"."""
    for aside in token.head.children if token.dep_ == "ccomp" else ():
        if aside.dep_ == "ccomp" and aside.pos_ == "NOUN" and aside.i < token.i:
            return next((child for child in aside.children if child.dep_ == "nsubj" and child.i < aside.i), None)
    return None


def past_clause(subjects: list[Token]) -> Token | None:
    """Return the subject of "a guard who tried to stop the gunmen was shot", where the parse gives the verb the gunmen too."""
    if (counted := _counted_before_including(subjects[-1])) is not None:
        return counted
    if len(subjects) != 2:
        return None
    first, last = subjects
    clause = next((child for child in first.children if child.dep_ == "acl:relcl" and first.i < child.i < last.i), None)
    return first if clause is not None and not any(child.dep_ == "obj" for child in clause.children) else None


def _counted_before_including(subject: Token) -> Token | None:
    """Return the counted people of "eight fighters including commander X were killed", where the parse makes X the subject."""
    mark = subject.left_edge if subject.left_edge.lower_ == "including" else subject.left_edge.nbor(-1) if subject.left_edge.i else subject
    if mark.lower_ != "including" or mark.i <= subject.sent.start:
        return None
    noun = mark.nbor(-1)
    return noun if any(child.dep_ == "nummod" for child in noun.children) and noun_of(noun) is not None else None


def is_list(first: Token, last: Token) -> bool:
    """Return whether "and" joins two subjects that a parse left side by side ("a teacher, a nurse and a guard were killed")."""
    between = first.doc[first.i + 1 : last.i]
    named_after = first.pos_ == "NOUN" and last.pos_ == "PROPN"
    goes_on = any(token.text == "," for token in between) and any(child.dep_ == "conj" for child in last.children) and not named_after
    return (goes_on or any(token.dep_ == "cc" for token in between)) and not any(token.pos_ in ("VERB", "AUX") for token in between)


def listed_before(noun: Token) -> Iterator[Token]:
    """Yield the name that opens a list, taken for the owner of its last member: "killed Karim Nasser, his wife and three guards"."""
    for child in noun.children:
        owns = any(mark.dep_ == "case" for mark in child.children)
        if child.dep_ == "nmod:poss" and child.pos_ == "PROPN" and not owns and any(other.dep_ == "conj" for other in child.children):
            yield child
