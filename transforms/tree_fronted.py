"""What a clause opens with, and the subject behind it: "On Monday car bombs exploded", "and in Kandy troops opened fire".

Without a comma the parser takes the day or town for a part of the noun behind it, so that the clause has no subject; "twin" it may take
for the verb of "On Friday twin attacks hit a mosque", and "last week" for what the "armed men" behind it are.
"""

from __future__ import annotations

from transforms.places.countries import demonyms
from transforms.tokens import Span, Token
from transforms.tree_edits import FINITE, PAST, SUBJECTS, first_of, hang_phrase, move
from transforms.tree_phrases import TIMES
from transforms.tree_results import DAYS, MONTHS

OPENING = frozenset({"in", "on", "at", "near"})
PLURAL = frozenset({"NNS", "NNPS"})
COUNTED = frozenset({"twin", "double", "triple"})
POINTING = frozenset({"last", "this", "earlier", "later"})
# Heads of clauses; a second verb has mostly the first one's subject.
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis", "advcl"})
SAID = frozenset({"said", "say", "says", "told", "reported", "added"})


def part_fronted(sentence: Span) -> bool:
    """Part the subjects of a sentence's clauses from what stands before them; return whether any was."""
    is_changed = False
    for word in sentence:
        if word.lower_ in COUNTED and word.head is word:
            is_changed |= _counted(word)
        elif word.lower_ in COUNTED and word.pos_ == "VERB" and word.dep_ in ("compound", "amod"):
            word.dep_, word.pos_, word.tag_, is_changed = "amod", "ADJ", "JJ", True
        elif _is_name(word) and word.i > sentence.start and word.nbor(-1).lower_ in OPENING:
            is_changed |= _named(word)
        elif word.dep_ == "obl:unmarked" and word.lower_ in TIMES and word.head.dep_ == "amod":
            is_changed |= _timed(word)
        elif word.dep_ == "conj" and word.tag_ == "VBD" and word.head.lower_ in SAID and word.head.i < word.i - 2:
            is_changed |= _within_said(word)
        elif word.dep_ == "appos" and word.pos_ == "NOUN" and word.head.dep_ == "obl":
            is_changed |= _beside_day(word)
    return is_changed


def _is_name(word: Token) -> bool:
    """Whether a word before a noun has a name's capital and is no people's adjective."""
    is_before = (word.dep_ == "compound" and word.pos_ == "PROPN") or (word.dep_ == "amod" and word.pos_ == "ADJ")
    return is_before and word.text[:1].isupper() and word.lower_ not in demonyms()


def _counted(twin: Token) -> bool:
    """Make the noun behind "twin" the subject of the verb behind that, where the parser takes "twin" for the main verb."""
    noun = next((t for t in twin.children if t.dep_ == "obj" and t.tag_ in PLURAL and t.i > twin.i), None)
    verb = next((t for t in twin.children if t.tag_ in PAST and t.dep_ in ("xcomp", "ccomp", "advcl", "parataxis")), None)
    if verb is None:  # "twin bombs at the ministry killed 121 people"
        inner = [t for t in twin.subtree if t.tag_ in PAST and t.dep_ == "acl" and any(c.dep_ == "obj" for c in t.children)]
        verb = inner[-1] if inner and not any(t.is_punct for t in twin.doc[twin.i : inner[-1].i]) else None
    if noun is None or verb is None or noun.i > verb.i or any(t.dep_ in SUBJECTS for t in (*twin.children, *verb.children)):
        return False
    is_passive = any(t.dep_ == "aux:pass" for t in verb.children)
    for word in [t for t in twin.children if t not in (noun, verb)]:
        move(word, verb, word.dep_)
    verb.head.children.remove(verb)
    verb.head, verb.dep_ = verb, "ROOT"
    move(noun, verb, "nsubj:pass" if is_passive else "nsubj")
    twin.head, twin.dep_, twin.pos_, twin.tag_ = noun, "amod", "ADJ", "JJ"
    noun.children = [twin, *noun.children]
    return True


def _named(name: Token) -> bool:
    """Part "in Kandy" and "on Monday" from a plural noun behind them that is the only subject its verb can have."""
    noun, opening = name.head, name.nbor(-1)
    verb = noun.head
    if opening.dep_ != "case" or opening.head is not noun or noun.tag_ not in PLURAL or first_of(noun) is not opening or noun.i > verb.i:
        return False
    is_day = name.lower_ in DAYS or name.lower_[:3] in MONTHS
    if noun.dep_ in SUBJECTS:
        relation = noun.dep_
    elif noun.dep_ == "obl" and verb.dep_ in CLAUSES and verb.tag_ in (*FINITE, *(PAST if is_day else ())):
        relation = "nsubj"
    else:
        return False
    passive = any(t.dep_ == "aux:pass" for t in verb.children)
    is_behind = noun.i + 1 == verb.i or all(t.pos_ in ("AUX", "ADV", "PART") for t in noun.doc[noun.i + 1 : verb.i])
    has_subject = relation == "nsubj" and noun.dep_ == "obl" and any(t.dep_ in SUBJECTS for t in verb.children)
    if not is_behind or has_subject or verb.pos_ != "VERB":
        return False
    hang_phrase(name, verb, opening)
    name.pos_, name.tag_ = "PROPN", "NNP"
    for word in [t for t in noun.children if t.dep_ == "case" or (t.is_punct and t.i < name.i)]:
        move(word, name, word.dep_)
    noun.dep_ = "nsubj:pass" if passive else relation
    return True


def _beside_day(noun: Token) -> bool:
    """Make the counted people behind a day or place that opens a sentence ("On 11 October, two guards, both local men, were wounded") the
    subject that their verb lacks, where the parser sets them beside the day."""
    opening, verb = noun.head, noun.head.head
    first = first_of(opening)
    if first.lower_ not in OPENING or first.i != noun.sent.start or verb.tag_ not in PAST or verb.dep_ not in CLAUSES or verb.i < noun.i:
        return False
    is_counted = any(t.dep_ == "nummod" or t.lower_ in ("a", "an") for t in noun.children)
    start = first_of(noun)
    last = next((t for t in reversed(verb.sent[: verb.i - verb.sent.start]) if t.pos_ not in ("AUX", "ADV") and not t.is_punct), noun)
    if noun is not last and noun not in last.ancestors:
        return False  # "In Kosti, five guards and three drivers died": the drivers hang on the town
    if not is_counted or "," not in (start.text, start.nbor(-1).text) or any(t.dep_ in SUBJECTS for t in verb.children):
        return False
    move(noun, verb, "nsubj:pass" if any(t.dep_ == "aux:pass" for t in verb.children) else "nsubj")
    return True


def _timed(time: Token) -> bool:
    """Give a clause the time that the parser hangs on what its subject is ("Last week armed men kidnapped a missionary")."""
    noun = time.head.head
    is_told = any(t.lower_ in POINTING for t in time.children)
    if noun.dep_ not in SUBJECTS or time.i > time.head.i or not is_told:
        return False
    move(time, noun.head, "obl:unmarked")
    return True


def _within_said(verb: Token) -> bool:
    """Join a deed to the deed before it in what somebody says, where the first is told in the pluperfect ("Residents said that men had
    broken in and threatened the priest"), and not to the verb of saying."""
    joint = verb.nbor(-1)
    first = next((t for t in verb.head.children if t.dep_ == "ccomp" and verb.head.i < t.i < verb.i), None)
    if first is None or joint.lower_ != "and" or joint.nbor(-1).is_punct or verb.lower_ in SAID:
        return False
    helpers = {t.lower_ for t in first.children if t.dep_ == "aux"}
    if "had" not in helpers or any(t.dep_ in SUBJECTS | {"aux", "mark"} for t in verb.children):
        return False
    move(verb, first, "conj")
    return True
