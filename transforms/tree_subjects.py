"""Subjects lost behind what their sentence opens with: "Inside Yemen, the rebels last week detained nine people", "That same day gunmen
fired on a plane", "On Thursday morning two missiles hit a ship"; and days and towns hung on a noun beside the one they are of.

The parser may take the subject for an aside on the place before it, the day for a part of the subject, or the day for the main clause.
"""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_asides import MARKS
from transforms.tree_edits import FINITE, PAST, SUBJECTS, first_of, hang_clause, hang_phrase, make_past, move
from transforms.tree_phrases import TIMES
from transforms.tree_results import DAYS, MONTHS

OPENING = frozenset({"in", "inside", "on", "at", "near", "across", "outside", "around", "along"})
PLURAL = frozenset({"NNS", "NNPS"})
CROWDS = frozenset({"thousands", "hundreds", "dozens", "scores", "tens"})
NOMINAL = frozenset({"NOUN", "PROPN"})
# What is named right behind it ("protesters in the capital, Kinshasa, attacked the embassy").
SEATS = frozenset({"capital", "city", "town", "village", "suburb", "district", "province", "state", "region", "port", "neighbourhood"})


def find_subjects(sentence: Span) -> bool:
    """Part a sentence's subjects from what it opens with, and hang the name of a town on its noun; return whether anything was moved."""
    first = sentence[0]
    is_changed = _same_day(first)
    if first.lower_ in OPENING and first.dep_ == "case":
        opening = first.head.head if first.head.dep_ == "compound" else first.head
        is_changed |= _morning(opening) or _hung_day(opening, first) or _aside(opening, first)
        is_changed |= _crowd(first) or _land(opening)
    elif first.lower_ in ("over", "during") and first.dep_ == "case":
        is_changed |= _weekend(first)
    for word in sentence:
        if word.dep_ == "appos" and word.pos_ == "PROPN":
            is_changed |= _seat(word)
        elif word.dep_ in ("obj", "flat") and word.pos_ == "PROPN" and word.i > sentence.start:
            is_changed |= _halved(word)
        elif word.dep_ == "ccomp" and word.pos_ == "NOUN" and word.head.lemma_.lower() == "claim":
            is_changed |= _claimed(word)
        elif word.dep_ == "advcl" and word.tag_ == "VBG":
            is_changed |= _doing(word)
    return is_changed


def _crowd(case: Token) -> bool:
    """Part a town from the crowd behind it that the parser puts in it ("In Tel Aviv thousands of people demonstrated on Saturday")."""
    crowd = case.head
    verb = crowd.head
    town = [t for t in crowd.children if t.dep_ in ("compound", "amod") and t.text[:1].isupper() and case.i < t.i < crowd.i]
    if crowd.lower_ not in CROWDS or crowd.dep_ != "obl" or len(town) != 1 or verb.tag_ not in PAST:
        return False
    if any(t.dep_ in (*SUBJECTS, "aux:pass") for t in verb.children) or any(t.is_punct for t in case.doc[case.i : verb.i]):
        return False
    hang_phrase(town[0], verb, case)
    town[0].pos_, town[0].tag_ = "PROPN", "NNP"
    move(crowd, verb, "nsubj")
    make_past(verb)
    return True


def _land(name: Token) -> bool:
    """Give back "province" to the name before it, where the parser makes it a part of the subject ("In Ghor province gunmen killed")."""
    after = name.right_edge.nbor(1) if name.right_edge.i + 2 < name.sent.end else None
    if name.pos_ != "PROPN" or name.dep_ != "obl" or after is None or after.lower_ not in SEATS or after.dep_ != "compound":
        return False
    subject = after.head
    if subject.dep_ not in SUBJECTS or subject.head is not name.head or first_of(subject) is not after:
        return False
    hang_phrase(after, name.head, *[t for t in name.children if t.dep_ == "case"][:1])
    move(name, after, "compound")
    return True


def _weekend(case: Token) -> bool:
    """Part "over the weekend" from the plural subject behind it, where the parser hangs the one on the other."""
    noun = case.head
    time = next((t for t in noun.children if t.lower_ in ("weekend", "night", "week") and t.dep_ == "compound" and t.i <= case.i + 2), None)
    if time is None or noun.dep_ not in SUBJECTS or (noun.tag_ not in PLURAL and noun.lower_ != "police"):
        return False
    determiner = [t for t in noun.children if t.dep_ == "det" and case.i < t.i < time.i][:1]
    hang_phrase(time, noun.head, case, *determiner)
    return True


def _halved(name: Token) -> bool:
    """Join the halves of a name that the parser makes two complements of one verb ("took Wad Madani")."""
    first = name.nbor(-1)
    halves = {"obj": ("obj", name.head), "flat": ("xcomp", first)}
    relation, head = halves[name.dep_]
    if first.tag_ != "NNP" or first.dep_ != relation or head is not (first.head if name.dep_ == "obj" else first):
        return False
    if first.head.pos_ != "VERB" or first.head.i > first.i or any(t.dep_ == "obj" for t in first.head.children if t not in (first, name)):
        return False
    first.dep_, first.pos_ = "obj", "PROPN"
    if name.dep_ == "obj":
        move(name, first, "flat")
    return True


def _claimed(noun: Token) -> bool:
    """Make an object of what somebody claims ("IS claimed that attack too"), where the parser reads a clause without a verb."""
    if any(t.dep_ in (*SUBJECTS, "cop", "aux", "aux:pass", "obj") for t in noun.children) or not any(
        t.dep_ == "det" for t in noun.children
    ):
        return False
    noun.dep_ = "obj"
    return True


def _doing(participle: Token) -> bool:
    """Give the verb of a clause its subject, which the parser gives to the participle between them ("were killed when Greeks protesting
    against cuts threw petrol bombs")."""
    above = participle.head
    noun = next((t for t in participle.children if t.dep_ == "nsubj"), None)
    mark = next((t for t in participle.children if t.dep_ in ("mark", "advmod") and t.lower_ in MARKS), None)
    if noun is None or mark is None or any(t.dep_ in ("aux", "cc") for t in participle.children) or noun.i > participle.i:
        return False
    verb = next((t for t in above.children if t.i > participle.i and t.dep_ in ("conj", "ccomp", "parataxis")), None)
    if verb is None or verb.tag_ not in PAST or any(t.dep_ in (*SUBJECTS, "cc", "aux:pass") for t in verb.children):
        return False
    if any(t.text == "," for t in verb.doc[participle.i : verb.i]):
        return False
    hang_clause(verb, above, noun, mark)
    move(participle, noun, "acl")
    make_past(verb)
    return True


def _is_day(word: Token) -> bool:
    inside = (word, *word.children)
    return any(t.lower_ in DAYS or t.lower_[:3] in MONTHS for t in inside) and (word.pos_ == "PROPN" or word.lower_ in TIMES)


def _hung_day(day: Token, case: Token) -> bool:
    """Give a clause the day before its comma, which the parser hangs on the subject behind ("On Monday, the UN's envoy, X, condemned")."""
    noun = day.head
    is_parted = day.i + 1 < day.sent.end and day.nbor(1).text == ","
    if case.lower_ != "on" or not _is_day(day) or not is_parted or noun.dep_ not in SUBJECTS or day.i > noun.i:
        return False
    move(day, noun.head, "obl")
    return True


def _morning(time: Token) -> bool:
    """Make the verb behind a day the main verb, where the parser takes the day for the sentence."""
    if time.lower_ not in TIMES or not _is_day(time):
        return False
    told = next((t for t in time.head.children if t.dep_ == time.dep_ == "ccomp" and t.i > time.i and t.tag_ in FINITE), None)
    if told is not None and any(t.dep_ in SUBJECTS and first_of(t).i == time.i + 1 for t in told.children):
        move(time, told, "obl")  # "..., the army said", of which both are made parts
        return True
    if time.dep_ != "ROOT":
        return False
    verb = next((t for t in time.children if t.dep_ in ("parataxis", "acl", "acl:relcl", "appos") and t.tag_ in FINITE), None)
    if verb is None or not any(t.dep_ in SUBJECTS for t in verb.children):
        return False
    after = [t for t in time.children if t.i > verb.i]
    move(verb, verb, "ROOT")
    move(time, verb, "obl")
    for word in after:
        move(word, verb, word.dep_)
    return True


def _aside(place: Token, case: Token) -> bool:
    """Make a subject of what the parser takes for an aside on the place or day that a clause opens with, where it has no subject."""
    verb = place.head
    noun = next((t for t in place.children if t.dep_ == "appos" and t.pos_ in NOMINAL), None)
    if noun is None or verb.pos_ != "VERB" or verb.tag_ not in PAST or noun.i > verb.i or first_of(place) is not case:
        return False
    has_helper = any(t.dep_ in ("aux", "aux:pass", *SUBJECTS) for t in verb.children)
    is_parted = first_of(noun).i > place.i and (first_of(noun).text == "," or first_of(noun).nbor(-1).text == ",")
    determiner = next((t for t in noun.children if t.dep_ == "det"), None)
    is_close = all(t.dep_ != "punct" for t in verb.children if noun.i < t.i < verb.i)
    if has_helper or not is_parted or determiner is None or determiner.lower_ != "the" or not is_close:
        return False
    if not any(t.dep_ == "obj" for t in verb.children) or any(t.is_punct for t in place.doc[noun.i + 1 : verb.i]):
        return False
    move(noun, verb, "nsubj")
    make_past(verb)
    return True


def _same_day(first: Token) -> bool:
    """Part "that same day" from the plural subject that the parser makes of it ("That same day gunmen fired on a plane")."""
    noun = first.head
    if first.lower_ not in ("that", "the") or first.dep_ != "det" or noun.dep_ not in SUBJECTS or noun.tag_ not in PLURAL:
        return False
    day = first.nbor(2) if first.i + 3 < first.sent.end else None
    if day is None or first.nbor(1).lower_ != "same" or day.lower_ not in ("day", "night", "evening", "week") or day.head is not noun:
        return False
    move(day, noun.head, "obl:unmarked")
    move(first, day, "det")
    move(first.nbor(1), day, "amod")
    return True


def _seat(name: Token) -> bool:
    """Hang a town's name on the noun for it that stands right before, and not on whoever is there."""
    noun = name.head
    before = first_of(name).nbor(-1) if first_of(name).i > name.sent.start + 1 else None
    seat = before.nbor(-1) if before is not None and before.text == "," else None
    if seat is None or seat is noun or seat.lemma_.lower() not in SEATS or seat.dep_ != "nmod" or noun not in seat.ancestors:
        return False
    move(name, seat, "appos")
    return True
