"""Whose words they are: the subject, agent, owner or controller of a cue, and its full noun phrase as written."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.attribution.cues import noun_cue
from transforms.attribution.voice import BEFORE_INVERSION, SAYING, is_bare, is_finite, is_passive
from transforms.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubj:outer", "expl"})  # "it added that" is often read as an expletive
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
RELATIVE_WORDS = frozenset({"who", "which", "whose", "where", "whom"})
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
NOMINAL = NAMING | {"NUM", "ADJ", "X", "DET", "SYM"}
MEMBER = frozenset({"compound", "flat", "amod", "nmod:desc", "nmod:poss", "det", "nummod"})
# times stand beside verbs of saying without a preposition ("said Wednesday") and are never sources
TIMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "oct.",
    "nov.", "dec.", "today", "yesterday", "tomorrow", "tonight", "morning", "afternoon", "evening", "night", "day", "days", "week",
    "weeks", "weekend", "month", "months", "year", "years", "time", "point",
})  # fmt: skip


HAS_HEARER = frozenset({"told", "tells"})  # what follows is who was told: "the prefect told state television"
PARTS_OF_DAY = frozenset({"today", "tonight", "morning", "evening", "night", "week", "time"})


def source_of(verb: Token, depth: int = 0) -> Token | None:
    """Return the head of the phrase that names who says, by the frame of the verb; None when it is left unsaid."""
    if is_passive(verb):
        return next((t for t in verb.children if t.dep_ == "obl:agent"), None)
    subject = own_subject(verb)
    if subject is not None:
        return (_subject_behind(verb) or antecedent(subject)) if subject.i < verb.i else antecedent(subject)
    aside = subject_before_aside(verb)
    if aside is not None:
        return aside
    inverted = inverted_subject(verb)
    if inverted is not None:
        return inverted
    head = verb.head
    if depth > 6 or head == verb:
        return None
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return passive_subject(head) if is_passive(head) else source_of(head, depth + 1)
    if verb.dep_ == "conj" and is_finite(verb):  # coordinated, in the parse, with a noun of the clause before it
        governor = next((t for t in verb.ancestors if t.pos_ == "VERB"), None)
        return source_of(governor, depth + 1) if governor is not None and not is_passive(governor) else None
    if verb.dep_ in ("acl", "acl:relcl") and head.pos_ in NOMINAL:
        return _participle_subject(verb, head, depth)
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "parataxis") and is_bare(verb):
        return _controller(verb, head, depth)
    return None


def touching_source(verb: Token, region: range) -> Token | None:
    """Return the noun phrase that stands right before a finite verb, or begins its sentence, where the parse gives it no subject."""
    doc = verb.doc
    i = verb.i - 1
    while i >= region.start and verb.i - i < 5 and (doc[i].pos_ in ("ADV", "AUX", "PART") or doc[i].lower_ in TIMES or doc[i].is_space):
        i -= 1
    if i >= region.start and doc[i].text == ")":  # "the minister (pictured above) said"
        while i > region.start and doc[i].text != "(":
            i -= 1
        i -= 1
    if i >= region.start and doc[i].text == "," and doc[i - 1].pos_ == "PROPN":  # ", the prefect, Mahamat Seid, told"
        name = i - 1
        while name > region.start and doc[name].pos_ == "PROPN":
            name -= 1
        if name > region.start and doc[name].text == "," and doc[name - 1].pos_ == "NOUN":
            return head_of_name(doc[name + 1])
    if i >= region.start and is_naming(doc[i]):
        return head_of_name(doc[i])
    if i >= region.start and doc[i].pos_ == "CCONJ":
        return None
    before = [t for t in doc[region.start : verb.i] if not t.is_space]
    if any(t.pos_ in ("VERB", "AUX") and "Fin" in t.morph.get("VerbForm", []) for t in before):
        return None
    return noun_after(before)


def own_subject(verb: Token) -> Token | None:
    """Return a verb's own nominal subject, or None; a time is none."""
    kinds = SUBJECTS | {"nsubj:pass"} if verb.lower_ in SAYING else SUBJECTS
    subjects = (t for t in verb.children if t.dep_ in kinds and t.pos_ in NOMINAL and not is_time(t) and not t.is_space)
    found = [t for t in subjects if t.i < verb.i or t.lower_ not in RELATIVE]
    before = [t for t in found if t.i < verb.i]
    if before:
        return before[-1]
    # behind the verb only where the verb stands behind what was said: "the men were Serbs" is no subject in "and said the men were Serbs"
    is_tail = verb.i == 0 or verb.doc[verb.i - 1].text in BEFORE_INVERSION or verb.doc[verb.i - 1].is_space
    return next(iter(found), None) if is_tail or not found or found[0].i < verb.i + 3 else None


def _subject_behind(verb: Token) -> Token | None:
    """Return the subject behind "said" where what is said stands before it and has taken the place of the subject:
    "Among the dead were a leader and seven others, said a report". Saying has no noun phrase as its object."""
    if verb.lower_ not in SAYING or verb.i == 0 or verb.doc[verb.i - 1].text not in BEFORE_INVERSION:
        return None
    after = [t for t in verb.children if t.i > verb.i]
    if any(t.dep_ in ("ccomp", "xcomp") for t in after):
        return None
    return next((t for t in after if t.dep_ in ("obj", "iobj") and is_naming(t) and not is_time(t)), None)


def subject_before_aside(verb: Token) -> Token | None:
    """Return the noun that a verb without a subject of its own is told of across what stands between commas:
    "China, whose envoy met the rebels, urged", "after Vez, head of the party, suggested"; None where nothing does."""
    doc, at = verb.doc, verb.i - 1
    while at > 0 and doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    first = verb.sent.start
    if at <= first + 1 or doc[at].text != "," or not is_finite(verb) or any(t.dep_ == "cc" for t in verb.children):
        return None
    for word in (doc[at - 1], *doc[at - 1].ancestors):
        if word.dep_ == "appos" and word.right_edge.i < verb.i:
            return head_of_name(word.head) if is_naming(word.head) and word.head.i < word.i else None
    comma = next((t.i for t in doc[first:at] if t.text == ","), at)
    if any(doc[n].text == "," and doc[n + 1].lower_ in RELATIVE_WORDS for n in range(comma, at - 1)):
        head = noun_after(doc[first:comma])
        return head if not any(t.pos_ in ("VERB", "AUX") for t in doc[first:comma]) else None
    return None


def inverted_subject(verb: Token) -> Token | None:
    """Return the noun phrase right after a finite verb that follows a comma or a closing mark (", said Mr Vaez"), or None.

    The parser often takes such a subject for an object; a clause or a second noun phrase after it would make it one."""
    doc = verb.doc
    before = verb.i - 1
    while before > 0 and doc[before].is_space:
        before -= 1
    if verb.lower_.endswith("ing") or verb.lower_ in HAS_HEARER or (before >= 0 and doc[before].text not in BEFORE_INVERSION):
        return None
    if any(t.dep_ in ("ccomp", "xcomp", "aux") or (t.dep_ == "advmod" and t.lower_ == "not") for t in verb.children if t.i > verb.i):
        return None
    objects = (t for t in verb.children if t.i > verb.i and t.dep_ in ("nsubj", "obj", "iobj") and is_naming(t) and not is_time(t))
    child = next(objects, None)
    touching = noun_after(doc[verb.i + 1 : verb.i + 12])
    return child if child is not None and touching is not None and child.left_edge.i <= verb.i + 2 else touching


def noun_after(tokens: Iterable[Token]) -> Token | None:
    """Return the head noun of the phrase that begins a row of tokens, or None when none begins there."""
    last = None
    for token in tokens:
        if token.is_space:
            continue
        if is_naming(token) and not is_time(token):
            last = token
        elif last is not None and token.lower_ not in ("'s", "’s", "'", "’"):
            break
        elif last is None and token.pos_ not in ("DET", "ADJ", "NUM") and token.dep_ != "amod":
            return None
    return head_of_name(last) if last is not None else None


def is_naming(token: Token) -> bool:
    """Return whether a word can be the head of a source's name."""
    return token.pos_ in NAMING and token.text[-1].isalnum()


def is_time(token: Token) -> bool:
    """Return whether a word is a time that stands by itself."""
    if token.pos_ == "PROPN" and token.lower_ in PARTS_OF_DAY:
        return False  # a programme: "World Tonight"
    return token.lower_ in TIMES and token.dep_ not in ("compound", "amod", "flat")


def head_of_name(token: Token) -> Token:
    """Return the head of the noun phrase that a word is a modifier in."""
    while token.head != token and token.dep_ in MEMBER and token.head.pos_ in NAMING:
        token = token.head
    return token


def passive_subject(verb: Token) -> Token | None:
    """Return the subject of a passive verb, or None."""
    subject = next((t for t in verb.children if t.dep_ == "nsubj:pass"), None)
    if subject is None and verb.dep_ == "conj":
        return passive_subject(verb.head)
    return antecedent(subject) if subject is not None else None


def antecedent(subject: Token) -> Token:
    """Return the noun that a relative pronoun stands for, else the subject itself."""
    if subject.lower_ not in RELATIVE:
        return subject
    clause = subject.head
    before = subject.i - 2 if subject.i > 1 and subject.doc[subject.i - 1].text == "," else subject.i - 1
    for _ in range(4):
        if clause.dep_ == "acl:relcl" and clause.head.pos_ in NOMINAL:
            return clause.head
        if clause.dep_ not in ("conj", "xcomp", "ccomp") or clause.head == clause:
            break
        clause = clause.head
    noun = subject.doc[before] if before >= 0 else subject
    return head_of_name(noun) if subject.lower_ == "who" and is_naming(noun) else subject


def _participle_subject(verb: Token, noun: Token, depth: int) -> Token | None:
    """Return who a participle after a noun is said of: after a comma the subject of the clause ("X did Y, saying"), else the noun,
    and the issuer of a document ("the ministry issued a statement saying")."""
    governor = next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if governor is None or noun.dep_ in SUBJECTS or noun.dep_ == "nsubj:pass":
        return noun
    after_comma = verb.i > 0 and verb.doc[verb.left_edge.i - 1].text == "," and verb.lower_.endswith("ing")
    is_issued = noun.dep_ == "obj" and noun.head == governor and noun_cue(noun) is not None
    if after_comma or is_issued:
        return (passive_subject(governor) if is_passive(governor) else source_of(governor, depth + 1)) or noun
    return noun


def _controller(verb: Token, head: Token, depth: int) -> Token | None:
    """Return who an infinitive or a participle is said of: the matrix object after verbs that have a hearer, else its subject."""
    if is_passive(head):
        return passive_subject(head)
    if verb.dep_ == "xcomp":
        hearer = next((t for t in head.children if t.dep_ == "obj" and t.i < verb.i), None)
        if hearer is not None:
            return hearer
    return source_of(head, depth + 1)
