"""Lists of those to whom one thing happened, where the parser takes their first member for a sentence of its own or what was said."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_edits import PAST, SUBJECTS, first_of, make_past, move, word_behind
from transforms.tree_results import DAYS

ALONE = frozenset({"ROOT", "ccomp", "parataxis"})
CLAUSE = frozenset({"cop", "nsubj", "nsubj:pass", "aux", "aux:pass"})
STATES = frozenset({"republic", "kingdom", "states", "emirates"})
# Second halves of the names of single states.
HALVES = frozenset({"herzegovina", "barbuda", "tobago", "nevis", "grenadines", "principe", "ireland"})
# What people are said to be, or to be among.
HARMED = frozenset({"dead", "missing", "injured", "wounded", "killed", "victims"})
# What nobody does to people.
SAYING = frozenset({"say", "report", "add", "confirm", "announce"})


def join_lists(sentence: Span) -> bool:
    """Make one list of the first subjects of a verb ("At least 11 civilians, including a boy, and one soldier were killed", "Police said a
    boy and two women were killed"); return whether any was."""
    is_changed = False
    for word in sentence:
        if word.pos_ == "NOUN" and word.dep_ in ALONE and any(t.dep_ in ("nummod", "det") for t in word.children):
            is_changed |= _join_to_verb(word)
        elif word.pos_ == "NOUN" and word.dep_ == "obj" and word.head.lemma_.lower() in SAYING:
            is_changed |= _join_said(word) or _part_said(word)
        elif word.dep_ in SUBJECTS and word.pos_ in ("NOUN", "PROPN"):
            is_changed |= _join_subjects(word)
        elif word.dep_ == "conj" and word.pos_ in ("NOUN", "PROPN"):
            mends = (_join_clause, _join_inverted, _part_opening, _join_states, _part_speaker)
            is_changed |= any(mend(word) for mend in mends)
    return is_changed


def _join_to_verb(noun: Token) -> bool:
    """Make a noun the first subject of what the parser joins to it as to a clause: of a passive where it is counted, or of "were among the
    dead"."""
    is_counted = any(t.dep_ == "nummod" for t in noun.children)
    later = [t for t in noun.children if t.dep_ == "conj" and t.i > noun.i]
    verb = next((t for t in later if (t.pos_ == "VERB" and is_counted) or t.lower_ in HARMED), None)
    second = _second(noun, verb)
    if verb is None or second is None or any(t.dep_ in CLAUSE for t in noun.children):
        return False
    above, relation = noun.head, noun.dep_
    outer = [t for t in noun.children if t.i > verb.i or (t.dep_ == "mark" and t.i < noun.i)]
    move(verb, verb if above is noun else above, relation)
    _list(noun, second, verb)
    for word in outer:
        move(word, verb, word.dep_)
    return True


def _join_said(noun: Token) -> bool:
    """Make what the parser takes for the object of "said" the first subject of the passive that it joins to "said"."""
    said = noun.head
    verb = next((t for t in said.children if t.dep_ == "conj" and t.pos_ == "VERB" and t.i > noun.i), None)
    second = _second(noun, verb)
    if verb is None or second is None:
        return False
    move(verb, said, "ccomp")
    _list(noun, second, verb)
    return True


def _join_subjects(first: Token) -> bool:
    """Make a list of two subjects of one verb with "and" between them, or with a comma where the second is a list ("X, his wife and four
    others were killed")."""
    verb = first.head
    second = next((t for t in verb.children if t.dep_ == first.dep_ and first.i < t.i < verb.i and t.pos_ in ("NOUN", "PROPN")), None)
    comma = word_behind(first)
    is_list = second is not None and any(t.dep_ == "conj" for t in second.children)
    if second is not None and is_list and comma is not None and comma.text == "," and first_of(second).i - comma.i in (0, 1):
        move(second, first, "conj")
        return True
    if second is None:
        return False
    joint = next((t for t in (*verb.children, *second.children) if t.dep_ == "cc" and t.lower_ == "and" and t.i < second.i), None)
    if joint is None or joint.i - first_of(second).i not in (-1, 0) or max(t.i for t in first.subtree) < joint.i - 2:
        return False
    _list(first, second, verb)
    return True


def _join_clause(noun: Token) -> bool:
    """Make a clause of its own of a noun joined to a verb, or to a day, before a verb without a subject ("after a man was shot dead and
    about 100 people, including 80 officers, were injured", "expelled two envoys on Thursday and Caracas responded by ...")."""
    if noun.i + 1 >= noun.sent.end or not any(t.dep_ == "cc" for t in noun.children):
        return False
    first = noun.head
    is_place = first.lower_ in DAYS or first.dep_ in ("obj", "obl")
    top = first if first.pos_ == "VERB" else first.head if is_place else None
    after = max(t.i for t in noun.subtree) + 1
    while after < noun.sent.end and noun.doc[after].text == ",":
        after += 1
    if after < noun.sent.end and noun.doc[after].lower_ == "including" and noun.doc[after - 1].text == ",":
        after = next((t.i for t in noun.doc[after : noun.sent.end] if t.text == ","), noun.sent.end - 1) + 1
    if top is None or top.pos_ != "VERB" or after >= noun.sent.end:
        return False
    word = noun.doc[after]
    verb = word.head if word.dep_ in ("aux:pass", "aux") else word
    if verb.tag_ not in PAST or verb.i < after or verb.dep_ not in ("ccomp", "advcl", "conj", "parataxis"):
        return False
    is_passive = any(t.dep_ == "aux:pass" for t in verb.children)
    if any(t.dep_ in SUBJECTS or t.dep_ == "mark" for t in verb.children) or verb in top.ancestors or not (is_passive or verb is word):
        return False
    if verb is word and verb.tag_ != "VBD":
        return False
    joint = next(t for t in noun.children if t.dep_ == "cc")
    move(verb, top, "conj")
    move(noun, verb, "nsubj:pass" if is_passive else "nsubj")
    move(joint, verb, "cc")
    return True


def _part_speaker(name: Token) -> bool:
    """Make a clause of a person with his office and what he did, where the parse joins him to a thing and makes a participle of his verb
    ("condemned it as a crime and President X called on ..."); return whether it did."""
    first, verb = name.head, word_behind(name)
    is_titled = name.pos_ == "PROPN" and any(t.dep_ == "nmod:desc" for t in name.children)
    joint = next((t for t in name.children if t.dep_ == "cc" and t.lower_ == "and"), None)
    top = next((t for t in name.ancestors if t.pos_ == "VERB" and t.i < name.i), None)
    if not is_titled or joint is None or top is None or verb is None or first.pos_ != "NOUN" or verb.tag_ not in PAST:
        return False
    if verb.dep_ != "acl" or verb.head not in (first, name) or any(t.dep_ in SUBJECTS for t in verb.children):
        return False
    move(verb, top, "conj")
    make_past(verb)
    move(name, verb, "nsubj")
    move(joint, verb, "cc")
    return True


def _join_inverted(noun: Token) -> bool:
    """Give the second of two clauses its subject and its place, where the parser hangs the first clause on it and the noun on the first
    ("Seven were shot near the gate and a journalist was killed")."""
    joint = next((t for t in noun.children if t.dep_ == "cc"), None)
    verb = _passive_behind(noun)
    if joint is None or verb is None:
        return False
    first = next((t for t in verb.children if t.pos_ == "VERB" and t.i < noun.i and t.dep_ in ("advcl", "ccomp", "parataxis")), None)
    if first is None or first not in noun.ancestors or not any(t.dep_ in SUBJECTS for t in first.children):
        return False
    if any(t.dep_ == "mark" for t in first.children):
        return False
    above, relation = verb.head, verb.dep_
    move(first, first if above is verb else above, relation)
    move(verb, first, "conj")
    move(noun, verb, "nsubj:pass")
    move(joint, verb, "cc")
    return True


def _part_opening(noun: Token) -> bool:
    """Make a counted noun the subject of the passive behind it, where the parser lists it with the last word of the phrase that opens the
    sentence ("In the riots outside the mosque, 53 officers and a guard were injured")."""
    verb = _passive_behind(noun)
    start = first_of(noun).i
    if verb is None or verb not in noun.ancestors or noun.doc[start].text != "," or any(t.dep_ == "cc" for t in noun.children):
        return False
    opening = next((t for t in verb.children if t in noun.ancestors), None)
    if opening is None or opening.dep_ != "obl" or opening.i > noun.i or not any(t.dep_ == "nummod" for t in noun.children):
        return False
    further = [t for t in noun.head.children if t.dep_ == "conj" and noun.i < t.i < verb.i]
    move(noun, verb, "nsubj:pass")
    for word in further:
        move(word, noun, "conj")
    return True


def _passive_behind(noun: Token) -> Token | None:
    """Return the passive without a subject whose auxiliary is the next verb behind a noun, past asides, or None."""
    word = next((t for t in noun.doc[noun.i + 1 : noun.sent.end] if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("amod", "case")), None)
    verb = word.head if word is not None and word.dep_ in ("aux:pass", "aux") else None
    if verb is None or verb.tag_ not in PAST or not any(t.dep_ == "aux:pass" for t in verb.children):
        return None
    return None if any(t.dep_ in SUBJECTS for t in verb.children) else verb


def _part_said(noun: Token) -> bool:
    """Make a counted noun the subject of the verb behind it, and that what was said, where the parser takes the noun for what was said and
    the saying for an aside ("The ministry said three people, including a child, had died")."""
    said = noun.head
    verb = said.head
    if verb is said or verb.pos_ != "VERB" or verb.i < noun.i or said.dep_ not in ("parataxis", "ccomp", "advcl"):
        return False
    helpers = [t for t in verb.children if t.dep_ in ("aux", "aux:pass") and t.i > noun.i]
    if not helpers or any(t.dep_ in SUBJECTS for t in verb.children) or not any(t.dep_ == "nummod" for t in noun.children):
        return False
    above, relation = verb.head, verb.dep_
    move(said, said if above is verb else above, relation)
    move(verb, said, "ccomp")
    move(noun, verb, "nsubj:pass" if any(t.dep_ == "aux:pass" for t in helpers) else "nsubj")
    return True


def _join_states(name: Token) -> bool:
    """Join a state to the whole name of the one before it ("the Democratic Republic of Congo and Rwanda"), not to its last word."""
    inner = name.head
    if inner.dep_ != "nmod" or inner.head.lower_ not in STATES or name.lower_ in HALVES or name.pos_ != "PROPN":
        return False
    move(name, inner.head, "conj")
    return True


def _second(noun: Token, verb: Token | None) -> Token | None:
    """Return the counted subject of a passive, or of "were", that stands right behind an "and" after the noun, or None."""
    if verb is None or not any(t.dep_ in ("aux:pass", "cop") for t in verb.children):
        return None
    subject = next((t for t in verb.children if t.dep_ in SUBJECTS and noun.i < t.i < verb.i), None)
    joint = next((t for t in verb.children if t.dep_ == "cc"), None)
    if subject is None or joint is None or joint.i != first_of(subject).i - 1:
        return None
    return subject if any(t.dep_ in ("nummod", "det", "nmod:poss") for t in subject.children) else None


def _list(first: Token, second: Token, verb: Token) -> None:
    joint = next(t for t in (*second.children, *verb.children) if t.dep_ == "cc")
    move(first, verb, second.dep_)
    move(second, first, "conj")
    move(joint, second, "cc")
