"""Main verbs that the parser takes for participles, put right in the tree before any rule reads it.

"Local youths protested against the army and blocked a road", "Residents of the quarter erected barricades": the parser, trained on
little news, may make the subject the root and its verb a modifier. A sentence with a full stop has a main clause, so where the root is
a noun without one, the first past tense that can be its verb becomes the root.
"""

from __future__ import annotations

from transforms.tokens import Doc, Span, Token
from transforms.tree_acronyms import mend_acronyms
from transforms.tree_asides import part_asides
from transforms.tree_charges import mend_charges
from transforms.tree_clauses import mend_clauses
from transforms.tree_days import part_days
from transforms.tree_edits import PAST, first_of, intransitive, make_past, move, regrow
from transforms.tree_fronted import part_fronted
from transforms.tree_gerunds import hang_gerunds
from transforms.tree_joins import rejoin
from transforms.tree_lands import join_lands
from transforms.tree_lists import join_lists
from transforms.tree_names import mend_names
from transforms.tree_nicknames import join_nicknames
from transforms.tree_openings import part_openings
from transforms.tree_persons import part_persons
from transforms.tree_reduced import mend_participles
from transforms.tree_results import part_results
from transforms.tree_rosters import join_rosters
from transforms.tree_said import mend_said
from transforms.tree_speakers import join_speakers
from transforms.tree_subjects import find_subjects
from transforms.tree_trailing import hang_trailing

# Relations of a noun that is none of the root's own phrases, so that it may be the object of the missing verb.
LOOSE = frozenset({"appos", "nmod", "nmod:unmarked", "conj", "obl:unmarked", "list", "parataxis", "dep"})
# Links within the noun phrase that a verb may hang in.
PHRASE = frozenset({"compound", "flat", "nmod", "nmod:desc", "nmod:unmarked", "conj", "appos", "obl"})
CLAUSE = frozenset({"cop", "nsubj", "nsubj:pass", "aux", "aux:pass", "csubj"})
BEFORE = frozenset({"compound", "nmod", "nmod:desc", "obl:unmarked", "flat"})
# Participles that name or describe the noun before them.
NAMING = frozenset({"name", "call", "know", "base", "give", "say", "hold", "make", "title", "locate", "date", "entitle", "dub"})
INNER = BEFORE | {"det", "amod", "nmod:poss", "nummod", "case"}
OBJECTS = frozenset({"obj", "xcomp", "ccomp"})
# "Hours later attackers gunned down ...".
SPANS = frozenset({"hour", "day", "week", "minute", "month", "year", "moment"})
NEAR = 5


def mend(doc: Doc) -> None:
    """Put right the sentences of a paragraph whose main verb the parser has missed; the others stay as they are."""
    for sentence in doc.sents:
        is_changed = mend_acronyms(sentence)
        is_changed |= part_openings(sentence)
        is_changed |= part_days(sentence)
        is_changed |= part_asides(sentence)
        is_changed |= part_fronted(sentence)
        is_changed |= find_subjects(sentence)
        is_changed |= mend_names(sentence)
        is_changed |= rejoin(sentence)
        is_changed |= join_lands(sentence)
        is_changed |= join_lists(sentence)
        is_changed |= join_speakers(sentence)
        is_changed |= join_rosters(sentence)
        is_changed |= join_nicknames(sentence)
        root = sentence.root
        is_changed |= _free_verb(root) or _verb_before(root)
        is_changed |= mend_charges(sentence)
        is_changed |= mend_participles(sentence)
        is_changed |= part_persons(sentence)
        is_changed |= part_results(sentence)
        is_changed |= hang_gerunds(sentence)
        is_changed |= hang_trailing(sentence)
        is_changed |= mend_said(sentence)
        is_changed |= mend_clauses(sentence)
        if root.pos_ in ("NOUN", "PROPN") and _ends(sentence) and not any(t.dep_ in CLAUSE for t in root.children):
            found = _participle(root) or _modifier(root)
            if found is not None:
                _make_root(root, *found)
                is_changed = True
        if is_changed:
            regrow(sentence)
            doc.is_mended = True


def _free_verb(root: Token) -> bool:
    """Hang on the root a past tense that the parser takes for a noun ("The rebels freed 113 prisoners"), for `_modifier` to find."""
    subject = next((t for t in root.children if t.dep_ == "nsubj"), None)
    if root.pos_ != "NOUN" or subject is None or subject.tag_ != "NN" or not subject.lower_.endswith("ed"):
        return False
    doer = subject.nbor(-1) if subject.i > root.sent.start else None
    if doer is None or doer.head != subject or doer.dep_ != "compound" or any(t.dep_ == "cop" for t in root.children):
        return False
    for word in list(subject.children):
        move(word, root, word.dep_)
    subject.dep_ = "amod"
    return True


def _verb_before(root: Token) -> bool:
    """Give back its verb to an object that the parser sets beside the subject of a second verb ("Residents of the quarter erected
    barricades and threw stones"): the first becomes the root; return whether it did."""
    subject = next((t for t in root.children if t.dep_ == "nsubj" and t.i < root.i), None)
    if root.tag_ not in PAST or subject is None or not any(t.dep_ == "cc" for t in root.children):
        return False
    for noun in [t for t in subject.children if t.dep_ == "appos"]:
        verb = first_of(noun)
        if verb.dep_ != "amod" or verb.head != noun or verb.tag_ not in PAST or verb.nbor(-1).is_punct:
            continue
        after = [t for t in subject.children if t.i > noun.i]
        outer = [t for t in root.children if t.i < subject.i or (t.is_punct and t.i > root.right_edge.i - 1)]
        move(verb, verb, "ROOT")
        move(noun, verb, "obj")
        move(subject, verb, "nsubj")
        move(root, verb, "conj")
        for word in after:
            move(word, verb, "obl" if word.dep_ == "nmod" else word.dep_)
        for word in outer:
            move(word, verb, word.dep_)
        make_past(verb)
        return True
    return False


def _ends(sentence: Span) -> bool:
    return any(token.text == "." for token in sentence[-2:])


def _participle(root: Token) -> tuple[Token, Token] | None:
    """Return the verb taken for a participle of the root's phrase ("youths protested on Sunday and blocked a road"), and its subject."""
    if _has_case(root):
        return None
    for word in root.subtree:
        if word.i < root.i or word.dep_ != "acl" or word.tag_ not in PAST:
            continue
        if not _may_be_main(word) and _object_beside(root, word) is None:
            continue
        if _is_within(word.head, root) and not word.nbor(-1).is_punct:
            return word, _subject(word.head, word)
        opening = first_of(word.head)
        is_between = opening.i > root.sent.start and word.nbor(-1).text == opening.nbor(-1).text == ","
        if is_between and word.head.head == root and _has_case(word.head):
            return word, root  # "The president, in a televised address, accused ..."
    return None


def _object_beside(root: Token, verb: Token) -> Token | None:
    """Return the noun phrase right after a verb that the parser sets beside the root ("Hours later men gunned down a lawyer"), or None."""
    if any(t.dep_ in ("obl:agent", "aux:pass") for t in verb.children):
        return None
    last = max((t.i for t in verb.children if t.dep_ == "compound:prt"), default=verb.i)
    return next((t for t in root.children if t.dep_ == "appos" and first_of(t).i == last + 1), None)


def _subject(noun: Token, verb: Token) -> Token:
    """Return the head of the noun phrase that a word belongs to; what a dash parts from it ("KABUL - Troops ...") is another."""
    while noun.dep_ in PHRASE and not _after_dash(noun):
        noun = noun.head
    beside = [t for t in noun.children if t.dep_ == "appos" and t.i < verb.i] if noun.lemma_.lower() in SPANS else []
    return beside[-1] if beside else noun


def _after_dash(noun: Token) -> bool:
    first = first_of(noun)
    return any(t.text in ("-", "--", ":") for t in (first, *((first.nbor(-1),) if first.i > noun.sent.start else ())))


def _may_be_main(verb: Token) -> bool:
    """Whether a past form is no passive participle: it has an object, takes none, or is joined to a past tense."""
    relations = {t.dep_ for t in verb.children}
    if verb.lemma_.lower() == "call" and any(t.dep_ == "obl" and _begins_with(t, ("on", "for")) for t in verb.children):
        return True
    is_naming = verb.lemma_.lower() in NAMING and "compound:prt" not in relations
    if relations & {"obl:agent", "aux:pass", "mark", "nsubj:pass", "nsubj"} or is_naming:
        return False
    has_object = any(t.dep_ in OBJECTS and t.i > verb.i for t in verb.children)
    joined = any(t.dep_ == "conj" and t.tag_ == "VBD" for t in verb.children)
    return has_object or joined or verb.tag_ == "VBD" or verb.lemma_.lower() in intransitive()


def _modifier(root: Token) -> tuple[Token, Token] | None:
    """Return the verb taken for a modifier of its object ("residents erected barricades", "Washington imposed sanctions"), and its
    subject."""
    for word in root.sent:
        if word.dep_ != "amod" or not (word.tag_ in PAST or word.lower_.endswith("ed")) or word.i == root.sent.start:
            continue
        noun, before = word.head, word.nbor(-1)
        while before.pos_ == "ADV" and before.i > root.sent.start:
            before = before.nbor(-1)
        if before.pos_ not in ("NOUN", "PROPN") or word.i > noun.i:
            continue
        if noun == root and before.head == root and before.dep_ in BEFORE and not _has_case(before) and not _has_case(root):
            return word, before
        is_loose = noun.head == root and noun.dep_ in LOOSE and not _has_case(noun) and first_of(noun) == word
        if is_loose and root.i < word.i and not _has_case(root):
            return word, root
    return None


def _make_root(root: Token, verb: Token, subject: Token) -> None:
    """Hang the sentence on its verb: the subject before it, its object and the phrases around it."""
    noun, is_object = verb.head, verb.dep_ == "amod"
    if not is_object and (beside := _object_beside(root, verb)) is not None:
        beside.dep_ = "obj"
    for word in root.children:
        after = word.i > verb.i and word not in (subject, noun)
        if after or (word.i < subject.i and subject == root and (_has_case(word) or word.is_punct)):
            word.head, word.dep_ = verb, "obl" if word.dep_ == "nmod" else word.dep_
    if is_object:
        for word in noun.children:
            if word.i < verb.i and subject != root and word not in (verb, subject):
                word.head = subject if word.dep_ in INNER else verb
        noun.head, noun.dep_ = verb, "obj"
    last = max((t.i for t in verb.children if t.dep_ == "compound:prt"), default=verb.i)
    for word in verb.children:
        is_next = word.dep_ in ("xcomp", "obl") and word.pos_ == "NOUN" and not _has_case(word) and first_of(word).i == last + 1
        if is_next and word.lemma_.lower() not in SPANS:
            word.dep_ = "obj"  # "called off a truce"
    if root not in (noun, subject):
        root.head, root.dep_ = verb, "discourse"
    opening = first_of(noun)
    is_set_off = opening.i > verb.sent.start and opening.nbor(-1).text == ","
    if not is_object and noun is not subject and noun.head == subject and is_set_off:
        noun.head, noun.dep_ = verb, "obl"
    subject.head, subject.dep_ = verb, "nsubj"
    verb.head, verb.dep_ = verb, "ROOT"
    make_past(verb)


def _is_within(word: Token, root: Token) -> bool:
    for _ in range(NEAR):
        if word == root:
            return True
        if word.dep_ not in PHRASE:
            return False
        word = word.head
    return False


def _has_case(word: Token) -> bool:
    return any(t.dep_ == "case" and t.i < word.i and t.lower_ != "'s" for t in word.children)


def _begins_with(word: Token, cases: tuple[str, ...]) -> bool:
    return any(t.dep_ == "case" and t.lower_ in cases for t in word.children)
