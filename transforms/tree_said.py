"""What is said, charged or told in a headline, where the parser takes its verb for a part of a noun phrase or of the clause around it."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_clauses import NO_CLAUSE
from transforms.tree_edits import (
    FINITE,
    PAST,
    PRESENT,
    SUBJECTS,
    first_of,
    hang_clause,
    make_nominal,
    make_past,
    move,
    place_of,
    word_behind,
)
from transforms.tree_phrases import PHRASES
from transforms.tree_results import CHARGING

NOUNS = ("NOUN", "PROPN")
WHEN = frozenset({"when", "while"})
# Nouns that say of what kind a clause behind them is ("its demand that ...").
KINDS = frozenset({"demand", "call", "request", "appeal", "plea", "proposal", "threat", "warning", "promise", "pledge", "accusation"})
# Bodies that tell what others did.
TELLERS = frozenset({"police", "official", "officer", "authority", "investigator", "detective", "deputy", "prosecutor", "witness"})
# What they do themselves.
POLICING = frozenset({"arrest", "detain", "identify", "recover", "seize", "ask", "release", "call"})
# Saying what somebody is held to have done.
HOLDING = frozenset({"say", "allege", "believe", "claim", "suspect", "think"})


def mend_said(sentence: Span) -> bool:
    """Put right the clauses of a sentence that are said, charged or told after a colon; return whether any was."""
    is_changed = False
    for word in sentence:
        if word.dep_ == "ccomp" and word.pos_ in NOUNS and not any(t.dep_ in NO_CLAUSE for t in word.children):
            is_changed |= _verb_of_said(word)
        elif word.tag_ == "VBG" and word.dep_ == "ccomp" and word.head.lemma_.lower() == "claim":
            is_changed |= _claimed_deed(word)
        elif word.dep_ == "ROOT" and word.tag_ in ("NN", "NNS"):
            is_changed |= _verb_of_headline(word)
        elif word.tag_ == "VBG" and word.dep_ == "advcl" and word.head.lemma_.lower() in CHARGING and word.i > sentence.start:
            is_changed |= _to_charge(word)
        elif word.dep_ == "conj" and word.tag_ in PAST and word.lemma_.lower() in CHARGING and word.head.dep_ == "ccomp":
            is_changed |= _said_and_charged(word)
        elif word.dep_ == "conj" and word.tag_ == "VBD" and word.head.lemma_.lower() in HOLDING and word.i > sentence.start:
            is_changed |= _named_doer(word) or _told_with(word)
        elif word.dep_ == "ccomp" and _hang_on_word(word):
            is_changed = True
        elif word.dep_ == "ccomp" and word.head is word.sent.root and word.head.lemma_.lower() in HOLDING:
            is_changed |= _said_of_subject(word)
        elif word.lower_ in WHEN and word.dep_ in ("advmod", "mark") and word.i < word.head.i:
            is_changed |= _clause_of(word)
        elif word.lower_ == "as" and word.dep_ == "case" and word.head.dep_ in PHRASES:
            is_changed |= _told_after_colon(word)
    return is_changed


def _claimed_deed(deed: Token) -> bool:
    """Make a noun of a deed that is claimed and told as a noun is ("Taliban claims deadly Kabul bombing")."""
    relations = {t.dep_ for t in deed.children if t.i < deed.i}
    if not relations & {"amod", "compound", "det", "nmod:poss"} or relations & {"nsubj", "aux", "mark"}:
        return False
    deed.dep_ = "obj"
    make_nominal(deed)
    return True


def _verb_of_headline(word: Token) -> bool:
    """Make a verb of a headline's root with a subject and an object that is taken for a noun ("Houthis claim attack on US destroyer")."""
    subject = next((t for t in word.children if t.dep_ == "nsubj" and t.i < word.i), None)
    thing = next((t for t in word.children if t.dep_ == "obj" and t.i > word.i), None)
    if subject is None or thing is None or any(t.dep_ in ("cop", "det", "amod", "nummod", "compound") for t in word.children):
        return False
    word.pos_, word.tag_, word.morph = "VERB", "VBP", PRESENT
    return True


def _hang_on_word(clause: Token) -> bool:
    """Hang a clause with "that" on the demand or threat right before it, not on the verb around ("reiterated its demand that the state ease
    sanctions"); return whether it was hung there."""
    mark = next((t for t in clause.children if t.dep_ == "mark" and t.lower_ == "that"), None)
    noun = mark.nbor(-1) if mark is not None and mark.i > clause.sent.start else None
    if noun is None or noun.lemma_.lower() not in KINDS or noun.dep_ != "obj" or noun.head is not clause.head:
        return False
    move(clause, noun, "acl")
    return True


def _verb_of_said(noun: Token) -> bool:
    """Make a verb of the participle within what is said ("A strike on a market in X killed 20 people, a group said"), which the parser
    hangs on the last noun before it though it has an object; return whether it did."""
    for verb in [t for t in noun.subtree if t.dep_ == "acl" and t.tag_ in PAST and t.i > noun.i]:
        relations = {t.dep_ for t in verb.children}
        if "obj" not in relations or relations & {"obl:agent", *NO_CLAUSE} or verb.nbor(-1).is_punct or verb.head is noun:
            continue
        above = noun.head
        outer = [t for t in noun.children if t.i > verb.i]
        move(verb, above, "ccomp")
        move(noun, verb, "nsubj")
        for word in outer:
            move(word, verb, word.dep_)
        make_past(verb)
        return True
    return False


def _to_charge(participle: Token) -> bool:
    """Hang "wounding three" on what somebody is charged with ("accused X of firing mortars at homes, wounding three"), not on the charge;
    return whether it was moved."""
    charge = participle.head
    charged = [t for t in charge.children if t.dep_ in ("obj", "nsubj:pass")]
    below = [*charge.children, *(t for noun in charged for t in noun.children if t.dep_ == "acl")]
    deeds = [t for t in below if t.dep_ in ("advcl", "xcomp", "obl", "acl") and t.tag_ == "VBG" and charge.i < t.i < participle.i]
    deeds = [t for t in deeds if any(c.lower_ in ("of", "with") and c.i < t.i for c in t.children)]
    if not deeds or participle.nbor(-1).text != ",":
        return False
    move(participle, deeds[-1], "advcl")
    return True


def _said_and_charged(charge: Token) -> bool:
    """Give "accused" behind a comma to who speaks ("a group said the drone fired two missiles, and accused the rebels of ..."), not to
    what he speaks of; return whether it was given."""
    told = charge.head
    joint = next((t for t in charge.children if t.dep_ == "cc"), None)
    if joint is None or joint.nbor(-1).text != "," or told.head.tag_ not in PAST:
        return False
    if any(t.dep_ in ("nsubj", "aux") for t in charge.children) or not any(t.dep_ == "nsubj" for t in told.children):
        return False
    move(charge, told.head, "conj")
    return True


def _named_doer(deed: Token) -> bool:
    """Make a clause of "Police allege X, 61, opened fire", whose doer the parser takes for the object of the saying; return whether it
    did."""
    saying = deed.head
    doer = next((t for t in saying.children if t.dep_ == "obj" and saying.i < t.i < deed.i), None)
    if (
        doer is None
        or deed.nbor(-1).text != ","
        or doer.right_edge.i >= deed.i
        or any(t.dep_ in SUBJECTS or t.dep_ == "cc" for t in deed.children)
    ):
        return False
    move(deed, saying, "ccomp")
    move(doer, deed, "nsubj")
    return True


def _told_with(deed: Token) -> bool:
    """Join a deed to the one before it that is told ("Police say a man entered the store, pulled out a gun and shot the clerk"), not to the
    saying, where a body speaks, or speaks in the present; return whether it was joined."""
    saying = deed.head
    clauses = [t for t in saying.children if t.dep_ == "ccomp" and saying.i < t.i < deed.i]
    told = next((t for t in clauses if t.tag_ == "VBD" or any(c.lower_ in ("was", "were") for c in t.children)), None)
    speaker = next((t for t in saying.children if t.dep_ == "nsubj" and t.i < saying.i), None)
    if told is None or speaker is None or any(t.dep_ in ("nsubj", "nsubj:pass", "aux", "mark") for t in deed.children):
        return False
    if not any(t.dep_ in SUBJECTS for t in told.children):
        return False
    if saying.tag_ == "VBD" and not (speaker.lemma_.lower() in TELLERS and deed.lemma_.lower() not in HOLDING | CHARGING | POLICING):
        return False
    move(deed, told, "conj")
    return True


def _said_of_subject(deed: Token) -> bool:
    """Make a relative clause of "police say" in "A man police say was shot by a trooper was jailed", where the parser takes "A man police"
    for who speaks; return whether it did."""
    saying = deed.head
    speaker = next((t for t in saying.children if t.dep_ == "nsubj" and t.i == saying.i - 1), None)
    man = next((t for t in speaker.children if t.dep_ == "compound" and t.tag_ == "NN" and t.i == speaker.i - 1), None) if speaker else None
    article = next((t for t in (*man.children, *speaker.children) if t.dep_ == "det" and t.i < man.i), None) if speaker and man else None
    clauses = [t for t in saying.children if t.dep_ == "ccomp" and t.i > saying.i]
    opens = clauses and first_of(clauses[0]).i == saying.i + 1 and saying.nbor(1).dep_ in ("aux", "aux:pass")
    if speaker is None or man is None or article is None or not opens or len(clauses) != 2 or article.lower_ not in ("a", "an"):
        return False
    told = clauses[1]
    for word in [t for t in saying.children if t.is_punct]:
        move(word, told, "punct")
    saying.children.remove(told)
    told.head, told.dep_ = told, "ROOT"
    speaker.children.remove(man)
    man.head, man.dep_ = told, "nsubj:pass" if any(t.dep_ == "aux:pass" for t in told.children) else "nsubj"
    told.children = sorted([*told.children, man], key=place_of)
    move(article, man, "det")
    move(clauses[0], man, "acl:relcl")
    move(saying, clauses[0], "parataxis")
    return True


def _clause_of(when: Token) -> bool:
    """Give "when" to the verb of its clause, where the parser hangs it on a word of the subject ("was injured when unidentified armed men
    ambushed them"); return whether it did."""
    subject = when.head
    while subject.dep_ in ("amod", "compound", "nummod") and subject.head.i > subject.i:
        subject = subject.head
    verb = subject.head
    if subject.dep_ not in ("nsubj", "nsubj:pass") or verb.tag_ not in FINITE or first_of(subject).i != when.i or when.head is verb:
        return False
    move(when, verb, "mark")
    if verb.dep_ == "conj" and not any(t.dep_ == "cc" for t in verb.children):
        verb.dep_ = "advcl"
    return True


def _told_after_colon(mark: Token) -> bool:
    """Make a clause of "as armed men ambush a convoy" behind the colon of a headline ("Manipur: three killed as ..."), whose verb the
    parser gives to the place before the colon; return whether it did."""
    noun = mark.head
    told = noun.head
    verb = word_behind(noun)
    place = told.head
    is_headline = told.dep_ == "parataxis" and place.dep_ == "nsubj" and place.head is verb and verb.head is verb
    if verb is None or not is_headline or verb.i < told.i or place.i + 1 >= told.i or place.nbor(1).text != ":":
        return False
    move(told, told, "ROOT")
    hang_clause(verb, told, noun, mark)
    move(place, told, "discourse")
    return True
