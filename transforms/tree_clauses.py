"""Clauses that the parser takes for phrases, or hangs in the wrong clause, put right where the words leave no doubt."""

from __future__ import annotations

from transforms.tokens import Span, Token
from transforms.tree_edits import FINITE_PAST, PAST, first_of, intransitive, make_past, move, speech_verbs
from transforms.tree_phrases import DEEDS, PHRASES, make_claimed, make_clause, make_deed, make_goal, make_means, make_met, make_modifier

WHEN = frozenset({"after", "before", "since", "until", "as"})
ANSWERS = frozenset({"response", "retaliation", "reprisal", "revenge"})
ASKING = frozenset({"ask", "urge", "order", "force", "tell", "call", "allow", "want", "press", "invite", "warn"})
# Verbs that tell what came of a deed, and prepositions before a place between the two.
RESULT = frozenset({"result", "lead", "end"})
PLACING = frozenset({"in", "at", "near"})
NO_CLAUSE = frozenset({"nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "cop"})


def mend_clauses(sentence: Span) -> bool:
    """Put right the clauses of a sentence; return whether any was changed."""
    is_changed = False
    for word in sentence:
        if word.tag_ == "NN" and word.dep_ == "ccomp" and (known := _object_of(word)) is not None:
            is_changed |= _verb_taken_for_noun(word, known)
        elif word.dep_ == "acl" and word.tag_ in PAST:
            is_changed |= _clause_of_time(word)
        elif word.dep_ in ("conj", "parataxis") and word.tag_ in PAST and (predicate := _predicate_below(word)) is not None:
            is_changed |= _clause_behind(word, predicate)
        elif word.lemma_.lower() in ANSWERS and word.dep_ == "obl":
            is_changed |= _answered(word)
        elif word.tag_ == "VB" and word.text[:1].isupper() and word.i > sentence.start + 2:
            is_changed |= make_goal(word)
        elif word.dep_ == "xcomp" and word.pos_ == "PROPN":
            is_changed |= make_met(word)
        elif word.tag_ == "VB" and word.dep_ in ("advcl", "xcomp") and word.head.dep_ == "acl:relcl":
            is_changed |= _asked_for(word)
        elif word.dep_ in NO_CLAUSE and word.tag_ in PAST and word.i > sentence.start and word.nbor(-1).pos_ == "DET":
            is_changed |= make_modifier(word)
        elif word.lower_ in ("after", "before") and word.dep_ == "case":
            is_changed |= make_clause(word)
        elif word.lower_ == "that" and word.dep_ == "obj" and any(t.dep_ == "obj" and t.i > word.head.i for t in word.head.children):
            word.dep_, word.pos_, word.tag_, is_changed = "mark", "SCONJ", "IN", True  # "said that Japan had lodged a protest"
        elif word.dep_ == "nmod":
            is_changed |= make_means(word)
        elif word.dep_ == "obl" and word.pos_ == "NOUN":
            is_changed |= make_claimed(word)
        elif word.dep_ == "advcl" and word.lower_.endswith("ing") and word.lower_ in DEEDS:
            is_changed |= make_deed(word)
        elif word.lower_ == "what":
            is_changed |= _what_it_is(word)
        elif word.lower_ == "being" and word.dep_ == "aux:pass":
            is_changed |= _being_done(word.head)
        elif word.dep_ == "acl:relcl" and word.lemma_.lower() in RESULT:
            is_changed |= _outcome(word)
        elif word.dep_ == "orphan" and word.tag_ == "VBD":
            is_changed |= _second_clause(word)
        if word.dep_ == "acl:relcl" and any(t.dep_ == "mark" and t.lower_ == "that" for t in word.children):
            word.dep_, is_changed = "acl", True  # "accusations that it arms the rebels" says what they are
        if word.dep_ == "conj" and word.tag_ in PAST:
            is_changed |= _said_beside(word)
        if word.dep_ == "parataxis" and any(t.dep_ == "mark" and t.lower_ in WHEN and t.i < word.i for t in word.children):
            word.dep_, is_changed = "advcl", True  # "shelled the town on 12 May, two days after rebels attacked a convoy"
    return is_changed


def _object_of(word: Token) -> Token | None:
    """Return the object of what is tagged as a noun, or the noun phrase set right after it in a clause that is said, or None."""
    beside = [t for t in word.children if t.dep_ == "appos" and word.dep_ == "ccomp" and first_of(t).i == word.i + 1]
    beside = [t for t in beside if first_of(t).pos_ in ("DET", "NUM")]
    return next((t for t in word.children if t.dep_ == "obj" and t.i > word.i), next(iter(beside), None))


def _verb_taken_for_noun(verb: Token, known: Token) -> bool:
    """Make a verb of a clause's head that is taken for a noun though it has an object and no subject ("The army retook the town of X
    on Friday, residents said"); return whether it did."""
    doer = verb.nbor(-1) if verb.i > verb.sent.start else verb
    relations = {t.dep_ for t in verb.children}
    if (
        doer.head != verb
        or doer.dep_ != "compound"
        or verb.lower_.endswith("ing")
        or verb.nbor(1).tag_ in PAST
        or relations & {"nsubj", "cop", "case", "aux"}
    ):
        return False
    for word in [t for t in verb.children if t.i < doer.i and not t.is_punct]:
        move(word, doer, word.dep_)
    move(doer, verb, "nsubj")
    known.dep_ = "obj"
    for word in verb.children:
        word.dep_ = "obl" if word.dep_ == "nmod" else word.dep_
    make_past(verb)
    return True


def _clause_of_time(verb: Token) -> bool:
    """Make a clause of "after militants stormed into the country", where the parser takes the verb for a participle of the noun;
    return whether it did. A past form that goes somewhere or has an object is no passive participle."""
    noun = verb.head
    opening = next((t for t in noun.children if t.dep_ == "case" and t.lower_ in WHEN), None)
    relations = {t.dep_ for t in verb.children}
    if opening is None or noun.dep_ not in PHRASES or noun.head.pos_ != "VERB" or verb.i != noun.i + 1 or relations & NO_CLAUSE:
        return False
    goes = any(t.dep_ == "obl" and any(c.dep_ == "case" and c.lower_ == "into" for c in t.children) for t in verb.children)
    if not goes and "obj" not in relations and verb.lemma_.lower() not in intransitive():
        return False
    move(verb, noun.head, "advcl")
    move(noun, verb, "nsubj")
    move(opening, verb, "mark")
    verb.morph = FINITE_PAST
    return True


def _predicate_below(verb: Token) -> Token | None:
    """Return what the parser takes for the subject of a verb though it is a predicate of its own ("The strikes are the worst ..."), or
    None."""
    found = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < verb.i), None)
    return found if found is not None and any(t.dep_ == "cop" for t in found.children) else None


def _clause_behind(verb: Token, predicate: Token) -> bool:
    """Make a clause of "since the war erupted on Oct. 7" behind a predicate that the parser takes for the subject of its verb; return
    whether it did."""
    before = verb.nbor(-1)
    nouns = [t for t in (before, *before.ancestors) if t.dep_ in PHRASES and t.right_edge.i == verb.i - 1 and t.i > predicate.i]
    opening = next((c for t in nouns for c in t.children if c.dep_ == "case" and c.lower_ in WHEN), None)
    if opening is None:
        return False
    noun = opening.head
    move(predicate, verb.head, verb.dep_)
    for word in [t for t in verb.children if t.i < predicate.i]:
        move(word, predicate, word.dep_)
    move(verb, noun.head, "advcl")
    move(noun, verb, "nsubj")
    move(opening, verb, "mark")
    return True


def _outcome(verb: Token) -> bool:
    """Hang "that resulted in the death of X" on the deed and not on the place named between; return whether it was moved."""
    deed = verb.head
    while any(t.dep_ == "case" and t.lower_ in PLACING for t in deed.children) or deed.dep_ in ("parataxis", "nmod:unmarked"):
        above = deed.head
        objects = [t for t in above.children if t.dep_ == "obj" and t.i < deed.i] if above.pos_ == "VERB" else []
        if above is deed or (above.pos_ not in ("NOUN", "PROPN") and not objects):
            return False  # a place that heads its sentence: "In Afghanistan, which led to the deaths of 20 people."
        deed = objects[0] if objects else above
    if deed == verb.head:
        return False
    move(verb, deed, "acl:relcl")
    return True


def _asked_for(verb: Token) -> bool:
    """Hang what somebody is asked to do on the asking, not in the clause that says who he is ("asked France, which chairs the committee, to
    intervene"); return whether it was hung there."""
    opening = next((t for t in verb.children if t.dep_ == "mark" and t.lower_ == "to"), None)
    asked = verb.head.head
    if (
        opening is None
        or opening.i == verb.sent.start
        or opening.nbor(-1).text != ","
        or asked.dep_ not in ("obj", "iobj")
        or asked.head.lemma_.lower() not in ASKING
    ):
        return False
    move(verb, asked.head, "xcomp")
    return True


def _what_it_is(what: Token) -> bool:
    """Hang what somebody says something was on the verb of saying ("fired at what it claimed were bases in the north"), where the parser
    takes it for a subject; return whether it was hung there."""
    verb = next((t for t in what.children if t.dep_ == "acl:relcl"), None)
    noun = next((t for t in what.children if t.dep_ == "nsubj" and t.i > what.i and any(c.dep_ == "cop" for c in t.children)), None)
    if verb is None or noun is None or noun.i < verb.i:
        return False
    move(noun, verb, "ccomp")
    return True


def _being_done(participle: Token) -> bool:
    """Make a modifier of "talks being held in Oslo" where the parser makes it a clause of its own beside the main verb ("... went on");
    return whether it did."""
    children = participle.children
    noun = next((t for t in children if t.dep_ == "nsubj:pass"), None)
    if noun is None or any(t.dep_ == "aux" or (t.dep_ == "aux:pass" and t.lower_ != "being") for t in children):
        return False
    is_root = participle.dep_ == "ROOT"
    beside = [t for t in children if t.dep_ == "parataxis"] if is_root else [participle.head] if participle.dep_ == "ccomp" else []
    verb = next((t for t in beside if t.tag_ in PAST and t.i > participle.i and not NO_CLAUSE & {c.dep_ for c in t.children}), None)
    if verb is None:
        return False
    if is_root:
        move(verb, verb, "ROOT")
        for word in [t for t in participle.children if t.i > verb.i]:
            move(word, verb, word.dep_)
    move(noun, verb, "nsubj")
    move(participle, noun, "acl")
    return True


def _second_clause(verb: Token) -> bool:
    """Make a past tense the verb of the noun before it ("shot a guard and both men fled"), which the parser takes for the rest of a
    clause that has lost its verb; return whether it did."""
    noun = verb.head
    if noun.dep_ != "conj" or noun.head.pos_ != "VERB" or noun.i > verb.i or noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    move(verb, noun.head, "conj")
    for word in [t for t in noun.children if t.i > verb.i or t.dep_ == "cc"]:
        move(word, verb, word.dep_)
    move(noun, verb, "nsubj")
    return True


def _answered(answer: Token) -> bool:
    """Give a deed that is answered the day and place after it, which the parser hangs on the answer ("fired rockets at X on Friday in
    response to the killing of Y in Z last month"); return whether it did."""
    deed = next(
        (t for t in answer.children if t.dep_ == "nmod" and any(c.dep_ == "case" and c.lower_ in ("to", "for") for c in t.children)), None
    )
    verb = answer.head
    if deed is None or verb.pos_ != "VERB" or not any(t.dep_ in PHRASES and verb.i < t.i < answer.i for t in verb.children):
        return False
    after = [t for t in verb.children if t.dep_ in PHRASES and t.i > deed.i]
    for word in after:
        move(word, deed, "nmod" if word.dep_ == "obl" else "nmod:unmarked" if word.dep_ == "obl:unmarked" else word.dep_)
    return bool(after)


def _said_beside(verb: Token) -> bool:
    """Join what somebody else says to the verb of saying, not to what is said ("denied that a house was burned and accused the rebels");
    return whether it was joined there."""
    content, saying = verb.head, verb.head.head
    if content.dep_ != "ccomp" or saying.tag_ not in PAST or saying.i > content.i or NO_CLAUSE & {t.dep_ for t in verb.children}:
        return False
    has_auxiliary = any(t.dep_ in ("aux", "aux:pass", "cop") for t in content.children)
    if not has_auxiliary or verb.lemma_.lower() not in speech_verbs():
        return False
    if verb.lemma_.lower() == "threaten" and any(t.dep_ == "obj" for t in verb.children):
        return False  # "said that men had broken in and threatened the priest"
    move(verb, saying, "conj")
    return True
