"""Participles that only describe the subject before them, where the parser takes them for the verb of their clause."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_edits import (
    PASSIVE,
    PAST,
    SUBJECTS,
    describe,
    first_of,
    hang_clause,
    make_nominal,
    make_past,
    move,
    speech_verbs,
    word_behind,
)
from transforms.tree_results import DAYS

STRIKING = frozenset({"strike", "hit"})
CONJUNCTIONS = frozenset({"after", "as", "when", "before", "while"})
DATING = frozenset({"after", "before", "since", "until"})
NO_CLAUSE = frozenset({"nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "cop"})
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
FINITE_HELPERS = frozenset({"have", "has", "had", "was", "were", "is", "are", "will", "would"})
# Verbs of headlines whose subject, with no object behind them, is whom it was done to.
DONE_TO_PEOPLE = frozenset(
    {"gun", "kill", "abduct", "kidnap", "assassinate", "arrest", "detain", "behead", "murder", "ambush", "injure", "wound"}
)


def mend_participles(sentence: Span) -> bool:
    """Give its verb to a clause whose subject a participle describes ("when a drone operated by the rebels struck a market"), make a
    headline's bare participle passive ("Maoist commander gunned down") and its deed a noun; return whether any was changed."""
    is_changed = False
    for word in sentence:
        if word.dep_ == "nsubj" and word.pos_ == "VERB" and word.i < word.head.i:
            is_changed |= _make_deed(word)
        if word.tag_ == "NNS" and word.lemma_.lower() in STRIKING:
            is_changed |= _make_clause(word)
        if word.lower_ == "dead" and word.dep_ == "xcomp":
            is_changed |= _give_object(word)
        if word.tag_ not in PAST:
            continue
        if word.dep_ == "advcl" and _is_joined(word):
            word.dep_ = "conj"  # "ten people were killed and 20 injured when a car exploded"
            is_changed = True
        elif word.dep_ == "conj":
            is_changed |= _verb_of_time(word)
        if (doer := _doer(word)) is not None and not any(t.dep_ in AUXILIARIES for t in word.children):
            is_changed |= _describe(word, doer)
        elif (verb := _verb_of_threatened(word)) is not None:
            is_changed |= _take_over(verb, word)
        elif word.head is word and word.lemma_.lower() in DONE_TO_PEOPLE:
            is_changed |= _make_passive(word)
    return is_changed


def _is_joined(participle: Token) -> bool:
    """Whether "and" joins a participle with its own subject to the passive before it."""
    relations = {t.dep_ for t in participle.children if t.i < participle.i}
    joints = [t for t in participle.subtree if t.lower_ == "and" and t.dep_ == "cc" and t.i < participle.i]
    is_next = any(t.i == participle.left_edge.i for t in joints)
    return is_next and "nsubj:pass" in relations and "mark" not in relations and participle.head.i < participle.i


def _make_deed(word: Token) -> bool:
    """Make a noun of a deed with its doer that is the subject of a headline's verb ("Police raid on favela leaves 64 dead")."""
    doer = next((t for t in word.children if t.dep_ == "nsubj" and t.i == word.i - 1), None)
    behind = word.nbor(1)
    if doer is None or any(t.dep_ == "obj" for t in word.children) or behind.lower_ not in ("on", "in", "at", "against", "near"):
        return False
    doer.dep_ = "compound"
    make_nominal(word)
    return True


def _make_clause(word: Token) -> bool:
    """Make a verb of a headline's noun between what strikes and what is struck ("Man dies after car strikes tree")."""
    struck = word.head
    thing = next((t for t in word.children if t.dep_ == "compound" and t.i == word.i - 1), None)
    mark = next((t for t in struck.children if t.dep_ in ("mark", "advmod") and t.i < word.i and t.lower_ in CONJUNCTIONS), None)
    if word.dep_ != "nsubj" or thing is None or mark is None or struck.pos_ != "NOUN" or struck.i != word.i + 1 or struck.head is struck:
        return False
    word.pos_, word.tag_ = "VERB", "VBZ"
    hang_clause(word, struck.head, thing, mark)
    move(struck, word, "obj")
    return True


def _give_object(dead: Token) -> bool:
    """Give the verb whom it left dead ("Police shoot dead three protesters"), whom the parser hangs on "dead"; return whether it did."""
    killed = next((t for t in dead.children if t.dep_ in ("obj", "nsubj") and t.i > dead.i), None)
    if killed is None or any(t.dep_ == "obj" for t in dead.head.children):
        return False
    move(killed, dead.head, "obj")
    return True


def _doer(participle: Token) -> Token | None:
    """Return who is behind what a participle describes ("operated by the rebels", "blamed on the rebels"), or None."""
    blamed = [t for t in participle.children if t.dep_ == "obl" and participle.lemma_.lower() == "blame"]
    on = [t for t in blamed if any(c.dep_ == "case" and c.lower_ == "on" for c in t.children)]
    has_object = any(t.dep_ == "obj" for t in participle.children)
    return next((t for t in participle.children if t.dep_ == "obl:agent"), None if has_object else next(iter(on), None))


def _describe(participle: Token, agent: Token) -> bool:
    """Hang "operated by the rebels" on the subject of the past tense right behind it; return whether it was."""
    subject = next((t for t in participle.children if t.dep_ in SUBJECTS and t.i == participle.i - 1), None)
    inner = next((t for t in agent.children if t.dep_ == "acl" and t.tag_ == "VBD" and any(c.dep_ == "obj" for c in t.children)), None)
    verb = inner if inner is not None and agent.dep_ == "obl" else word_behind(agent)
    day = verb if verb is not None and verb.lower_ in DAYS and verb.dep_ in SUBJECTS and verb.head.i == verb.i + 1 else None
    verb = day.head if day is not None else verb  # "a man shot by a guard Monday carried a rifle"
    if subject is None or verb is None or verb.tag_ != "VBD" or agent.i < participle.i:
        return False
    if verb.head not in (participle, participle.head, agent) or any(
        (t.dep_ in SUBJECTS and t is not day) or t.dep_ == "mark" for t in verb.children
    ):
        return False
    if day is not None:
        move(day, participle, "obl:unmarked")
    make_past(verb)
    return _take_over(verb, participle)


def _verb_of_threatened(participle: Token) -> Token | None:
    """Return the verb with its auxiliary to which the subject before a participle belongs ("leaders threatened with death have sought
    refuge"), where the parser hangs it below the participle, or None."""
    if any(t.dep_ in AUXILIARIES or t.dep_ in ("obj", "cc", "mark") for t in participle.children):
        return None
    is_said = participle.lemma_.lower() != "threaten" and participle.lemma_.lower() in speech_verbs()
    if is_said or not any(t.dep_ == "nsubj" and t.i == participle.i - 1 for t in participle.children):
        return None
    for verb in participle.children:
        first = first_of(verb)
        is_clause = (
            verb.dep_ in ("ccomp", "parataxis") and verb.i > participle.i and first.dep_ in ("aux", "aux:pass") and first.head is verb
        )
        if is_clause and first.lower_ in FINITE_HELPERS and first.i > participle.i + 1 and not first.nbor(-1).is_punct:
            return None if any(t.dep_ in SUBJECTS or t.dep_ == "mark" for t in verb.children) else verb
    return None


def _take_over(verb: Token, participle: Token) -> bool:
    """Make a verb that of a clause, with the subject that a participle only describes."""
    subject = next(t for t in participle.children if t.dep_ in SUBJECTS and t.i == participle.i - 1)
    above, relation = participle.head, participle.dep_
    move(verb, verb if above is participle else above, "ROOT" if above is participle else relation)
    for word in [t for t in participle.children if t.i < subject.i or t.i > verb.i]:
        move(word, verb, word.dep_)
    move(subject, verb, "nsubj:pass" if any(t.dep_ == "aux:pass" for t in verb.children) else "nsubj")
    describe(participle, subject)
    participle.morph = PASSIVE
    return True


def _make_passive(verb: Token) -> bool:
    """Make a passive of the last verb of a headline that has a subject and no object; return whether it was made."""
    relations = {t.dep_ for t in verb.children}
    subject = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < verb.i), None)
    if (
        subject is None
        or relations & {"obj", "ccomp", "xcomp", "aux", "cc", "conj", "nsubj:pass"}
        or verb.doc[verb.sent.end - 1].text == "."
    ):
        return False
    subject.dep_ = "nsubj:pass"
    verb.tag_, verb.morph = "VBN", PASSIVE
    return True


def _verb_of_time(verb: Token) -> bool:
    """Give its verb to a deed that only dates another ("came four days after shelling in X, held by the army, killed eight"), where the
    parser joins it to the main verb; return whether it was given."""
    main = verb.head
    deed = next((t for t in main.children if t.dep_ == "advcl" and t.pos_ == "NOUN" and main.i < t.i < verb.i), None)
    mark = next((t for t in deed.children if t.dep_ == "mark" and t.lower_ in DATING and t.i < deed.i), None) if deed is not None else None
    if deed is None or mark is None or any(t.dep_ in NO_CLAUSE or t.dep_ == "cc" for t in verb.children):
        return False
    times = [t for t in deed.children if t.i < mark.i]
    move(verb, main, "advcl")
    move(deed, verb, "nsubj")
    for word in (*times, mark):
        move(word, verb, word.dep_)
    make_past(verb)
    return True
