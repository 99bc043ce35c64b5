"""Whom a pronoun means: who says what it stands in, the subject of its own clause, or the one named last."""

from __future__ import annotations

from transforms.events.membership import identified
from transforms.events.own_clause import ACTING_FOR, clause_subject, doer_beside, met_in, outer_subject, told_by
from transforms.events.reading import PERSONAL, Reading
from transforms.events.repairs import child
from transforms.events.subjects import RELATIVE, SUBJECTS, antecedent
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

# Pronouns that a reporting clause explains: "Syria said it would ..." is about Syria.
EXPLAINED = frozenset({"it", "he", "she", "they", "its", "his", "her", "their", "we", "i", "our", "my"})
HUMAN = frozenset({"he", "she", "his", "her"})
PEOPLE = frozenset({"they", "he", "she", "them", "him"})
OBJECTS = frozenset({"them", "him"})
OWNERS = frozenset({"its", "their"})
THINGS = frozenset({"it", "its"})
# What is taken or held is the ground named last, not who is spoken of.
GROUND = frozenset({"territory", "facility"})
NAMES = frozenset({"NOUN", "PROPN"})
# Singular words for several people.
MANY = frozenset({"police", "crowd", "group", "family", "team", "jury", "couple", "gang", "squad", "crew"})
# Classes of nouns that may be one person.
ONES = frozenset({"person", "party", "somebody", "combatant", "troops"})
# Who speaks as one.
BODIES = frozenset({"organization", "party"})
# Words of context in which "it" is still about the one named last.
FAR = 40


def explained(reading: Reading, token: Token) -> Token:
    """Return the subject of the reporting verb for a pronoun in what it reports, the antecedent of a relative, else the token."""
    token = antecedent(token)
    if (same := identified(token)) is not None and _is_known(reading, same) and not _is_known(reading, token):
        return same
    is_named = token.dep_ == "appos" and token.pos_ == "NOUN" and token.head.pos_ == "PROPN"
    if is_named and child(token, "acl:relcl") is not None and classes_of(token) & {"party", "person"}:
        return token.head  # "Jaish al-Adl, a Sunni group that claimed ..."
    if token.lower_ not in EXPLAINED | OBJECTS or token.lower_ in RELATIVE:
        return token
    if token.lower_ in OBJECTS:
        return _object_meant(reading, token) or token
    if token.lower_ in OWNERS and (whole := _first_beside(token) or _punished(reading, token)) is not None:
        return whole
    word = token
    own = clause_subject(token) or outer_subject(token)
    if own is not None and (token.lower_ not in HUMAN or not _is_no_person(reading, own)):
        return own
    if token.lower_ == "they" and token.dep_ in SUBJECTS and (met := met_in(token.head)) is not None:
        return met
    for _ in range(12):
        if word.dep_ == "ROOT":
            break
        if word.dep_ in ("ccomp", "xcomp", "advcl", "conj", "acl", "acl:relcl", "parataxis"):
            above = child(word.head, "nsubj", "nsubj:pass")
            above = antecedent(above) if above is not None else None
            if (
                above is not None
                and above.i < token.i
                and above != token
                and above.lower_ not in PERSONAL
                and above.pos_ in ("NOUN", "PROPN")
                and (token.lower_ not in HUMAN or not _is_no_person(reading, above))
                and (token.lower_ not in THINGS or _may_be_one(reading, above))
                and not (token.lower_ == "they" and token.dep_ == "nsubj:pass" and _is_body(reading, above))
                and not (token.dep_ == "obj" and above == _doer(reading, token))
            ):
                if token.lower_ == "they" and _is_one_person(reading, above):
                    return _people_met(reading, token, word.head) or token
                is_freeing = "release" in _modes(word.head) or word.head.lemma_.lower() == "rescue"
                if is_freeing and token.lower_ == "they" and token.dep_ == "nsubj:pass":
                    return child(word.head, "obj") or above  # "freed two soldiers a day after they were taken hostage"
                if token.lower_ in PEOPLE and classes_of(above) & ACTING_FOR and not classes_of(above) & {"person", "party"}:
                    harmed = child(word.head, "obj")  # "A strike killed a soldier as they were helping ..."
                    return harmed if harmed is not None and harmed.i < token.i else token
                if token.lower_ not in THINGS or token.dep_ in SUBJECTS or not _is_one(reading, above, of_known=True):
                    return above
                return _body_before(reading, token) or token  # "Petro broke off talks with the ELN, accusing it of ..."
        is_told_of = word.dep_ == "acl:relcl" and word.head.dep_ in ("obj", "obl") and token.lower_ == "they"
        doers = child(word.head.head, "nsubj") if is_told_of else None
        if doers is not None and doers.i < token.i and doers.pos_ in NAMES and "Plur" in doers.morph.get("Number", []):
            return doers  # "The rebels freed two soldiers they had seized"
        word = word.head
        told = child(word, "nsubj") if word.pos_ == "VERB" else None
        if told is not None and told.i < token.i and told.lower_ == token.lower_ and reading.actor(told) is not None:
            return told  # "It freed a soldier it had captured"
    if token.lower_ == "they" and token.dep_ == "nsubj:pass":
        return token  # "Azerbaijan said they were tortured"
    return _named_before(reading, token) or token


def _doer(reading: Reading, thing: Token) -> Token | None:
    doer = doer_beside(thing)
    return explained(reading, doer) if doer is not None else None


def _is_body(reading: Reading, word: Token) -> bool:
    """Whether a word names a state or an organisation, which nobody calls "he"; "a Palestinian man" is one of his people."""
    found = reading.actor(word)
    if found is None or found.actor is None or (found.actor.kind == "population" and word.tag_ == "NN" and "person" in classes_of(word)):
        return False
    return found.actor.kind != "person"


def _is_no_person(reading: Reading, word: Token) -> bool:
    """Whether nobody calls what a word names "he": a body, several people, a thing."""
    if _is_body(reading, word) or "Plur" in word.morph.get("Number", []) or word.lemma_.lower() in MANY:
        return True
    return word.pos_ == "NOUN" and not classes_of(word) & ONES and reading.actor(word) is None


def _may_be_one(reading: Reading, word: Token) -> bool:
    """Whether "it" can stand for a word: no plural, but for a name or a body ("security forces")."""
    return word.pos_ == "PROPN" or "Plur" not in word.morph.get("Number", []) or _is_body(reading, word)


def _is_speaker(word: Token) -> bool:
    """Whether a word names a body without a name of its own, whose words the main clause tells ("The commission said ...")."""
    classes = classes_of(word)
    return word.dep_ == "nsubj" and word.head.dep_ == "ROOT" and bool(classes & BODIES) and "person" not in classes


def _is_known(reading: Reading, word: Token) -> bool:
    found = reading.actor(word)
    return found is not None and found.actor is not None


def _named_before(reading: Reading, token: Token) -> Token | None:
    """The last subject or possessor named before "it" or "its" in the paragraph, not far: who the text is speaking of."""
    if token.lower_ not in ("it", "its", "they", "their"):
        return None
    named = []
    for word in reversed(token.doc[max(0, token.i - FAR) : token.i]):
        is_name = word.pos_ == "PROPN" and word.text[:1].isupper() and not reading.is_time(word)
        is_name = is_name or (word.pos_ == "NOUN" and word.tag_ == "NN" and (_is_body(reading, word) or _is_speaker(word)))
        if is_name and word.dep_ in ("nsubj", "nsubj:pass", "nmod:poss"):
            named.append(word)
    # Who owns what something is done to is not who the sentence before is about ("Rebels seized the army's base. They ...").
    last = next((word for word in named if word.dep_ in SUBJECTS or word.head.dep_ in SUBJECTS or word.sent == token.sent), None)
    meant = last or (named[0] if named else None)
    many = token.lower_ in ("they", "their")
    return None if meant is None or (many and _is_one(reading, meant)) else meant


def _object_meant(reading: Reading, token: Token) -> Token | None:
    """Return whom "them" or "him" means as the object of a participle: those on whom the deed above it was done ("imposed sanctions on two
    generals, accusing them of torture"), or None."""
    clause = token.head
    is_many = token.lower_ == "them"
    first = child(clause.head, "obj") if token.dep_ == "obj" and clause.dep_ == "conj" and clause.head.pos_ == "VERB" else None
    if first is not None and reading.is_party(first) and is_many == ("Plur" in first.morph.get("Number", [])):
        return first  # "dragged a driver from his bus and beat him"
    if token.dep_ != "obj" or clause.tag_ != "VBG" or clause.dep_ != "advcl":
        return None
    for word in clause.head.subtree:
        if word.i >= clause.i or word.dep_ not in ("obj", "obl", "nmod", "iobj") or not (reading.is_party(word) or _is_body(reading, word)):
            continue
        if is_many == ("Plur" in word.morph.get("Number", [])):
            return word
    return None


def _punished(reading: Reading, token: Token) -> Token | None:
    """Return those on whom something is imposed over what is theirs ("sanctions on two generals over their support for the rebels")."""
    noun = token.head
    case = child(noun, "case")
    if (
        token.dep_ != "nmod:poss"
        or token.lower_ != "their"
        or case is None
        or case.lower_ not in ("over", "for")
        or noun.head.pos_ != "VERB"
    ):
        return None
    phrases = [
        t for t in noun.head.children if t.dep_ == "obl" and t.i < token.i and (on := child(t, "case")) is not None and on.lower_ == "on"
    ]
    return next((t for t in phrases if "Plur" in t.morph.get("Number", []) and reading.is_party(t)), None)


def _first_beside(token: Token) -> Token | None:
    """Return what owns the second of two coordinated objects ("released the carrier and its crew"), or None."""
    noun = token.head
    if token.dep_ != "nmod:poss" or noun.dep_ != "conj" or noun.head.dep_ not in ("obj", "obl", "nmod") or noun.head.pos_ not in NAMES:
        return None
    return noun.head if token.i - noun.head.right_edge.i <= 1 or noun.doc[token.i - 1].lower_ == "and" else None


def ground_taken(reading: Reading, token: Token) -> Token | None:
    """Return the ground that "it" stands for as the object of a verb of taking ("bombed Kawlin, two days after rebels captured it"): the
    object, or else the place, named last before it in the sentence; None after other verbs."""
    if token.lower_ != "it":
        return None
    if "seize" not in _modes(token.head):
        return None
    named = None
    start = token.sent.start
    before = token.doc[start - 1].sent.start if start > 0 else start
    for word in reversed(token.doc[before : token.head.i]):
        if word.i < start and word.dep_ != "obj":
            continue
        is_name = reading.is_place(word) and word.pos_ == "PROPN" and reading.actor(word) is None
        is_ground = is_name or (bool(classes_of(word) & GROUND) and "Plur" not in word.morph.get("Number", []))
        if word.dep_ == "obj" and is_ground:
            return word
        named = named or (word if is_ground else None)
    return named


def _modes(verb: Token) -> set[str | None]:
    """Return the modes of what a verb may tell."""
    return {trigger.mode for trigger in told_by(verb)}


def _body_before(reading: Reading, token: Token) -> Token | None:
    """Return the state or organisation named last before "it" in its sentence, or None."""
    for word in reversed(token.doc[token.sent.start : token.i]):
        if word.pos_ in ("NOUN", "PROPN") and _is_body(reading, word):
            return word
    return None


def _is_one(reading: Reading, name: Token, *, of_known: bool = False) -> bool:
    """Whether a name is that of one person, or nobody known: "they" are others. `of_known`: only of a known person."""
    found = reading.actor(name)
    if found is None or found.actor is None:
        return not of_known
    return found.actor.kind == "person"


def _is_one_person(reading: Reading, name: Token) -> bool:
    """Whether a word is the name of one person, with nobody beside it."""
    is_name = name.pos_ == "PROPN" and name.ent_type_ == "PER" and "Plur" not in name.morph.get("Number", [])
    return is_name and child(name, "conj") is None and not _is_body(reading, name)


def _people_met(reading: Reading, token: Token, verb: Token) -> Token | None:
    """Return the people to whom the subject of the clause above "they" does something ("pointed a gun at officers before they fired")."""
    told = token.doc[verb.i + 1 : token.i]
    met = (t for t in told if t.dep_ in ("obj", "obl", "nmod") and "Plur" in t.morph.get("Number", []))
    return next((t for t in met if reading.is_party(t)), None)
