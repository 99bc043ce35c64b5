"""Noun phrases as the parse has them: their first and last word, the members of a list, and what a relative pronoun stands for."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.casualties.counts import number_start
from transforms.casualties.lexicon import (
    verb_forms,
    word_set,
)
from transforms.casualties.number_words import has_digit_or_number_word
from transforms.casualties.units import MONTHS
from transforms.events.word_classes import classes_of
from transforms.tokens import Doc, Token, text_of

RELATIVE = frozenset(("who", "whom", "which", "that"))
NAME_PARTS = frozenset(("flat", "compound", "nmod:desc", "nmod:poss"))
BOUND_WORDS = frozenset(("at", "than", "to", "between"))
VAGUE = frozenset(("some", "several", "many", "few", "dozens", "scores", "hundreds", "thousands"))
SPANS = frozenset(("years", "months", "weeks", "days", "hours", "decades"))
MOST_IN_BRACKETS = 8
DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")


def members(token: Token) -> Iterator[Token]:
    """Yield a noun and the nouns coordinated with it, in order of the text."""
    yield token
    closed = any(child.dep_ == "conj" and child.i > token.i for child in token.children) and token.pos_ != "PROPN"
    for child in token.children:
        listed = closed or any(other.dep_ == "conj" for other in child.children)
        counted = any(mark.dep_ == "nummod" or mark.lower_ in ("a", "an") for mark in child.children)
        if child.dep_ == "appos" and ((listed and counted and token.pos_ != "PROPN") or _is_kin_listed(child, token)):
            yield from members(child)
        if child.dep_ == "conj" and child.i > token.i and _is_member(child):
            yield from members(child)
        if child.dep_ == "conj" and child.i > token.i and _is_dashed(child):
            further = (low for low in child.children if low.dep_ == "conj" and _has_dash(child.i, low))
            yield from (member for low in further for member in members(low))
        if child.dep_ == "nmod" and child.i > token.i and has_case(child, "of", "from"):
            yield from (low for low in child.children if _is_hung_low(low, token))


def _is_kin_listed(kin: Token, name: Token) -> bool:
    """Return whether a name opens a list that goes on with his or her kin ("Paul Riva, his son, and two guards")."""
    is_of_name = name.pos_ == "PROPN" and any(child.dep_ == "nmod:poss" and child.lower_ in ("his", "her") for child in kin.children)
    return is_of_name and any(other.dep_ == "conj" and other.i > kin.i for word in (name, kin) for other in word.children)


def _is_hung_low(noun: Token, first: Token) -> bool:
    """Return whether people counted beside others were hung on these others' army: "18 auxiliaries of the army and two soldiers"."""
    if noun.dep_ != "conj" or not any(child.dep_ == "nummod" for child in noun.children) or noun.head.pos_ == "NUM":
        return False
    is_counted = any(child.dep_ == "nummod" for child in first.children)
    return is_counted and not any(child.dep_ == "nummod" for child in noun.head.children) and _is_member(noun)


def counted_with(noun: Token) -> Token | None:
    """Return the bare plural that the number of a noun counts too ("12 women and children", "85 soldiers and foreign officers")."""
    number = next((child for child in noun.children if child.dep_ == "nummod" and child.i < noun.i), None)
    joined = [child for child in noun.children if child.dep_ == "conj"]
    if number is None or number.lower_ in ("one", "1") or len(joined) != 1 or joined[0].tag_ != "NNS" or noun.tag_ != "NNS":
        return None
    last = joined[0]
    words = [word for word in noun.doc[noun.i + 1 : last.i] if word.dep_ not in ("amod", "compound") or word.tag_ in ("VBD", "VBN")]
    is_bare = [word.lower_ for word in words] == ["and"] and not any(child.i > last.i for child in last.children)
    others = ("other", "several", "many", "multiple", "some", "dozens", "hundreds")
    return last if is_bare and not any(word.lower_ in others for word in last.children) else None


def _is_member(noun: Token) -> bool:
    """Return whether a coordinated word is one more of the same: a noun, and no clause or new phrase of its own."""
    if noun.dep_ == "conj" and (counted_with(noun.head) is noun or _is_dashed(noun)):
        return False
    if noun.pos_ not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET") or _begins_clause(noun):
        return False
    if any(word.lower_ in ("them", "whom") for word in noun.doc[noun.left_edge.i : noun.i]):
        return False
    clause = any(mark.dep_ in ("nsubj", "nsubj:pass", "cop", "aux:pass") for mark in noun.children)
    return not clause and not has_case(noun, "including", "from", "in") and not _is_of_other_deed(noun)


def _is_of_other_deed(noun: Token) -> bool:
    """Return whether "of" hangs a coordinated word on a deed told between ("the death of Kerr and the shootings of Rice and Stone")."""
    of = next((mark for mark in noun.children if mark.dep_ == "case" and mark.lower_ == "of"), None)
    deed = of.nbor(-1) if of is not None and of.i - 1 > noun.head.i else None
    return deed is not None and deed.pos_ == "NOUN" and "assault" in classes_of(deed)


def _is_dashed(noun: Token) -> bool:
    """Return whether a dash parts a noun from the name before it, of whom it tells ("Carver, 40 - a father and student - was shot")."""
    return noun.head.pos_ == "PROPN" and _has_dash(noun.head.i, noun)


def _has_dash(start: int, noun: Token) -> bool:
    return any(word.text == "-" and word.whitespace_ and word.nbor(-1).whitespace_ for word in noun.doc[start + 1 : noun.i])


def _begins_clause(noun: Token) -> bool:
    """Return whether a verb stands before a coordinated noun that the parse took for a part of it ("and detained several men")."""
    for word in noun.doc[noun.left_edge.i : noun.i]:
        if word.lower_ in verb_forms() and word.i > noun.sent.start and word.nbor(-1).dep_ == "cc":
            return True
    return False


def left_edge(token: Token) -> int:
    """Return the first position of the words before a noun that belong to it."""
    first = token.i
    start = token.sent.start
    owner = token
    while first > start:
        before = token.doc[first - 1]
        opened = _aside_start(before, token)
        if opened is not None:
            first, owner = opened, token.doc[opened - 1]
            continue
        is_closed = token.i + 1 < token.sent.end and token.nbor(1).text == '"'
        if before.text == '"' and is_closed and not any(word.text == '"' for word in token.doc[first : token.i]):
            first -= 1  # 'six "bandits" were killed'
            continue
        if _closes_number(token.doc, first - 1, start):
            first -= 3  # 'killed "some" former guerrillas'
            break
        is_hyphened = token.doc[first].text == "-" and not before.whitespace_  # "an off-duty officer"
        if is_hyphened or _joins_adjectives(before, token):
            first -= 1
            continue
        if (
            before.text in ',;:()"•'
            or (before.whitespace_ and not before.text.strip("-"))
            or before.lower_ in RELATIVE
            or (before.lower_ in MONTHS | DAYS and token.doc[first].pos_ in ("DET", "NUM", "ADJ", "ADV"))
            or before.pos_ in ("CCONJ", "SCONJ", "AUX")
            or _is_time_before(before)
            or (before.text.isdecimal() and len(before.text) == 4 and before.i > start and before.nbor(-1).lower_ in ("since", "in"))
            or before.lower_ in ("including", "among", "them", "whom", "killing", "wounding", "dead")
            or (token.pos_ == "PROPN" and (before.dep_ == "cc:preconj" or _is_deed(before)))
        ):
            break
        is_preposition = before.dep_ == "case" and not token.doc[first].like_num  # "regarding the two men"
        if before.pos_ == "VERB" and (is_preposition or before.dep_ not in ("amod", "compound", "nummod", "case")):
            break
        if (
            before.pos_ == "ADP"
            and not _is_within_name(before, token)
            and (before.lower_ not in BOUND_WORDS or (before.lower_ == "to" and not token.doc[first].like_num))
        ):
            break
        if not _belongs(before, token) and not _belongs(before, owner):
            break
        first -= 1
    first = number_start(token.doc, first, start)
    said = text_of(token.doc[first : first + 2]).lower()
    is_none = first > start and token.doc[first - 1].lower_ == "not" and (said == "a single" or said.startswith("one "))
    return first - is_none  # "not a single soldier was hurt"


def _is_within_name(case: Token, head: Token) -> bool:
    """Return whether a preposition stands in the name of a group before its member ("an Islamic Front of Lebanon commander")."""
    land = case.head
    return case.dep_ == "case" and land.dep_ == "nmod" and land.head.dep_ == "compound" and land.head.head is head


def _is_deed(word: Token) -> bool:
    """Return whether a word right before a name tells of a deed, and calls nobody ("After the shooting Gray was taken to a hospital")."""
    return word.pos_ == "NOUN" and word.lower_.endswith("ing") and "assault" in classes_of(word)


def _is_time_before(word: Token) -> bool:
    """Return whether a word ends a phrase of time before people ("over the past 10 years many priests"), and not an age of theirs."""
    after = word.nbor(1)
    if word.lower_ in ("year", "month", "week") and word.i > word.sent.start and word.nbor(-1).lower_ in ("this", "last"):
        return True  # "so far this year three judges"
    return word.lower_ in SPANS and (after.lower_ in VAGUE or has_digit_or_number_word(after.text))


def _joins_adjectives(joint: Token, noun: Token) -> bool:
    """Return whether "and" stands between two adjectives of one noun ("nine Greek and Turkish soldiers")."""
    second = joint.head
    first = second.head
    is_within = joint.dep_ == "cc" and second.dep_ == "conj" and joint.i < second.i < noun.i and joint.i - 1 == first.i
    return is_within and first.dep_ == "amod" and first.head.i == noun.i and second.pos_ in ("ADJ", "PROPN")


def _closes_number(doc: Doc, mark: int, start: int) -> bool:
    """Return whether a quotation mark closes a number or a vague word set in marks: 'killed "some" former guerrillas'."""
    if doc[mark].text != '"' or mark - 2 < start or doc[mark - 2].text != '"':
        return False
    return doc[mark - 1].lower_ in VAGUE or has_digit_or_number_word(doc[mark - 1].text)


def _aside_start(closing: Token, head: Token) -> int | None:
    """Return where brackets inside a noun phrase open: "40 Central Police (CP) officers"; None where no such brackets close."""
    if closing.text != ")":
        return None
    for at in range(closing.i - 1, max(head.sent.start, closing.i - MOST_IN_BRACKETS), -1):
        if head.doc[at].text == "(":
            return at if at > head.sent.start and (closing.i == head.i - 1 or _belongs(head.doc[at - 1], head)) else None
    return None


def _belongs(word: Token, head: Token) -> bool:
    """Return whether a word before a noun is under it, by the parse (six steps up at most)."""
    step = word
    for _ in range(6):
        if step.i == head.i:
            return True
        if step.head.i == step.i:
            return False
        step = step.head
    return False


def name_end(head: Token) -> int:
    """Return the last position of a name, past the parts that a parse may have left hanging ("Antonio Roldan Betancur")."""
    flat = [child for child in head.children if child.dep_ == "flat" and child.i > head.i]
    flat += [below for child in flat for below in child.children if below.dep_ == "flat"]  # "Bassam al-Sheleh"
    last = max([part.i for part in flat], default=head.i)
    beside = next((child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    if beside is not None and head.pos_ == "NOUN" and left_edge(beside) == last + 1:
        return name_end(beside)  # "the cleric Omar Vessali"
    while head.pos_ == "PROPN" and last + 1 < head.sent.end and _continues_name(head.doc[last + 1]):
        last += 1
    return last


def _continues_name(token: Token) -> bool:
    return (
        token.pos_ == "PROPN"
        and token.text[0].isupper()
        and token.lower_ not in MONTHS
        and token.lower_ not in DAYS
        and token.nbor(-1).pos_ == "PROPN"
    )


def has_case(token: Token, *words: str) -> bool:
    """Return whether one of these prepositions introduces a word."""
    return any(child.dep_ in ("case", "mark") and child.lower_ in words for child in token.children)
