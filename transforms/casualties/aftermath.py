"""What is told of people after the harm: hospital, condition, hostages, and the names given to victims."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.casualties.lexicon import noun_of, word_set
from transforms.casualties.neighbours import noun_before, subjects_of
from transforms.casualties.reality import is_negated
from transforms.casualties.verb_reading import is_wound
from transforms.tokens import Token

NAMED_PARTIES = word_set(
    "decedent male female victim victims man woman boy girl teen teenager deceased"
    " dead child men women girls boys brothers sisters students officers officer soldier person him her them those body bodies"
)
STAY = word_set("remain stay")
TAKING = word_set("take seize hold capture abduct kidnap")
SUFFER = word_set("suffer sustain receive incur have")
SUFFERED = word_set("suffered sustained received incurred")
MOVED = word_set("take rush transport transfer airlift bring fly treat admit drive evacuate hospitalize send ferry")
HEALERS = word_set("hospital clinic doctor medic paramedic surgeon patient")
# Bodies are taken to a hospital too, and people whose minds are looked at.
UNHURT = word_set("body bodies evaluation psychiatric clearance observation")
COMING = word_set("walk arrive show come check go turn drive")
CLINICS = word_set("hospital clinic center centre")
HURTS = word_set("injury wound burn")
HOSPITAL_WORDS = MOVED | HURTS | word_set("condition survive hospital life bullet support surgery")
NAMING = word_set("identify name")
# Outside these nothing here is told.
WORDS = HOSPITAL_WORDS | NAMING | word_set("critical wounds")
MET = word_set("find discover locate encounter")
# As long as "with several serious, potentially life-threatening injuries".
MOST_WORDS = 10
CONDITIONS = word_set("critical serious stable fair good grave guarded satisfactory")


def victims_of_hospital(token: Token) -> Iterator[Token]:
    """Yield who is in hospital, was treated, suffered wounds or is in a critical condition; such people may die later."""
    lemma = token.lemma_.lower()
    if lemma not in HOSPITAL_WORDS and token.lower_ not in ("critical", "wound", "wounds"):
        return
    after = [word for word in token.subtree if word.i > token.i and word.i < token.i + 12]
    words = {word.lower_ for word in after if not any(mark.lower_ == "from" and mark.dep_ == "case" for mark in word.children)}
    if token.pos_ == "VERB" and lemma in MOVED and not UNHURT & {word.lower_ for word in token.subtree}:
        if (
            words & {"hospital", "hospitals", "hospital,", "clinic", "infirmary"}
            or (lemma == "treat" and _treats_many(token))
            or words & {"wounds", "injuries", "wound", "injury"}
            or (lemma == "treat" and "scene" in words)
            or any("hospital" in word or word == "medical" for word in words)
        ):
            yield from _carried(token)
    elif (
        lemma == "life"
        and token.dep_ == "obl"
        and str(token.head.lemma_).lower() in ("fight", "battle")
        and token.left_edge.lower_ == "for"
    ):
        yield from subjects_of(token.head)
    elif lemma == "condition" and any(child.lower_ in CONDITIONS for child in token.children):
        if (
            token.dep_ in ("obl", "nmod", "conj")
            and token.head.pos_ in ("VERB", "AUX")
            and str(token.head.lemma_).lower() in ("remain", "be", "list", "hospitalize")
        ):
            yield from subjects_of(token.head)
        elif str(token.head.lemma_).lower() == "leave":
            yield from _left(token.head)
        else:
            yield from (child for child in token.children if child.dep_ in ("nsubj", "nsubj:pass"))
    elif (
        token.lower_ == "critical"
        and token.i > token.sent.start
        and token.i + 1 < token.sent.end
        and token.nbor(1).lower_ in ("after", "following")
    ):
        if token.nbor(-1).pos_ in ("NOUN", "PROPN"):
            yield token.nbor(-1)
    elif (
        (lemma in ("injury", "wound") or (lemma == "burn" and token.pos_ == "NOUN"))
        and token.head.lemma_ != "find"
        and token.dep_ in ("obj", "obl")
        and str(token.head.lemma_).lower() in SUFFER | {"treat", "recover", "bleed"}
    ) or (lemma == "survive" and token.dep_ == "xcomp" and str(token.head.lemma_).lower() == "expect"):
        patients = [
            child for child in token.head.children if child.dep_ == "obj" and token.dep_ == "obl" and token.left_edge.lower_ == "with"
        ]
        yield from patients or subjects_of(token.head)  # "received 28 patients with burns"
    elif lemma in HURTS and (verb := _suffered_in_degrees(token)) is not None:
        yield from subjects_of(verb)
    elif lemma in HURTS and (verb := _verb_before(token)) is not None:
        before = noun_before(verb)
        yield from [before] if before is not None else []
    elif lemma in ("injury", "wound") and token.head.lemma_ == "leave" and token.left_edge.lower_ == "with":
        yield from _left(token.head)
    elif lemma in ("bullet", "support") and _is_of_patient(token):
        yield from subjects_of(token.head)
    elif lemma in HURTS and (holder := _left_with(token)) is not None:
        yield holder
    elif is_wound(token) and token.pos_ == "VERB" and str(token.head.lemma_).lower() in SUFFER:
        yield from subjects_of(token.head)
    elif (lemma == "wound" or is_wound(token)) and _is_after_with(token):
        yield from _with_wound(token)
    elif lemma == "surgery" and token.dep_ == "obj" and token.head.lemma_.lower() in ("undergo", "need", "require"):
        yield from subjects_of(token.head) if {"wound", "wounds", "gunshot", "injuries", "shrapnel"} & words else ()
    elif lemma == "hospital" and token.head.lemma_ == "leave" and token.left_edge.lower_ == "in":
        yield from _left(token.head)
    elif lemma == "hospital" and str(token.head.lemma_).lower() in STAY and token.left_edge.lower_ == "in":
        yield from subjects_of(token.head)
    elif lemma == "hospital" and words & {"after", "following"} and _is_state_of_being(token):
        yield from (child for child in token.children if child.dep_ == "nsubj")


def _carried(verb: Token) -> Iterator[Token]:
    """Yield who is taken to a hospital, or goes there ("who rushed to the clinic", "drove himself to a hospital")."""
    passive = [child for child in verb.children if child.dep_ == "nsubj:pass"]
    carried = [child for child in verb.children if child.dep_ == "obj"]
    goes = verb.dep_ == "acl:relcl" and not any(child.dep_ == "aux:pass" for child in verb.children)
    is_joined = not (passive or goes or carried) and verb.dep_ in ("conj", "acl", "acl:relcl")
    drives = not passive and bool(carried) and carried[0].lower_ in ("himself", "herself", "themselves")
    yield from subjects_of(verb) if is_joined or drives else passive or carried


def _suffered_in_degrees(wound: Token) -> Token | None:
    """Return the verb of "sustained varying degrees of injuries", None where there is none."""
    degrees = wound.head if wound.dep_ == "nmod" and wound.head.lemma_.lower() == "degree" else None
    above = (degrees.head, degrees.head.head) if degrees is not None else ()
    return next((verb for verb in above if verb.lemma_.lower() in SUFFER), None)


def _treats_many(verb: Token) -> bool:
    """Return whether counted people are treated by a hospital or its doctors ("the hospital said it had treated 54 people")."""
    counted = [child for child in verb.children if child.dep_ in ("obj", "nsubj:pass") and any(n.dep_ == "nummod" for n in child.children)]
    return bool(counted) and any(word.lemma_.lower() in HEALERS for word in verb.sent)


def _verb_before(harm: Token) -> Token | None:
    """Return "suffered" of "six more suffered injuries", where the parse makes it an adjective; None where there is none."""
    verb = next((child for child in harm.children if child.dep_ == "amod" and child.lemma_.lower() in SUFFER and child.i < harm.i), None)
    return verb if verb is not None and verb.tag_ in ("VBD", "VBN") and verb.lower_ in SUFFERED else None


def _is_of_patient(noun: Token) -> bool:
    """Return whether somebody received a bullet or is on life support."""
    if noun.lemma_.lower() == "support":
        return noun.dep_ == "obl" and noun.i > noun.sent.start and noun.nbor(-1).lower_ == "life"
    return noun.dep_ == "obj" and str(noun.head.lemma_).lower() in ("receive", "take") and not is_negated(noun.head)


def _is_after_with(wound: Token) -> bool:
    """Return whether "with" opens the words of a wound, or those of the word before it."""
    before = wound.nbor(-1) if wound.i > wound.sent.start else wound
    is_case = any(child.dep_ == "case" and child.lower_ == "with" for child in wound.children)
    return is_case or "with" in (wound.left_edge.lower_, before.left_edge.lower_)


def _is_state_of_being(noun: Token) -> bool:
    """Return whether somebody is said to be in a place: "is in the hospital"."""
    return any(child.dep_ == "cop" for child in noun.children) and any(
        child.dep_ == "case" and child.lower_ == "in" for child in noun.children
    )


def _left(verb: Token) -> Iterator[Token]:
    """Yield whom an attack left in some state: the object of "left", or the subject of its passive."""
    yield from [child for child in verb.children if child.dep_ == "nsubj:pass"] or [child for child in verb.children if child.dep_ == "obj"]


def _left_with(harm: Token) -> Token | None:
    """Return whom something left with injuries, where the parse makes them the man's: "left one dead and another with injuries"."""
    sentence = harm.doc[harm.sent.start : harm.i]
    left = next((word for word in reversed(sentence) if word.lemma_ == "leave"), None)
    mark = next((word for word in reversed(sentence) if word.lower_ == "with"), None)
    if left is None or mark is None or not left.i < mark.i - 1 or harm.i - mark.i > MOST_WORDS:
        return None
    holder = mark.nbor(-1)
    return holder if holder.pos_ in ("NOUN", "NUM", "DET", "PRON", "PROPN") else None


def _with_wound(wound: Token) -> Iterator[Token]:
    """Yield who has a wound: "a man with a gunshot wound", or who was found with one."""
    holder = wound.head
    while wound.dep_ == "nmod" and holder.dep_ in ("nmod", "obl") and _is_place(holder):
        holder = holder.head  # "found in an alley behind a row of homes with wounds"
    if holder.pos_ in ("NOUN", "PROPN") and wound.dep_ == "nmod":
        yield holder
    elif holder.pos_ == "VERB" and str(holder.lemma_).lower() in MET and is_wound(wound):
        yield from _left(holder)
    elif holder.lemma_.lower() in COMING and any(child.lemma_.lower() in CLINICS for child in holder.children):
        yield from subjects_of(holder)  # "a man walked into a hospital with a gunshot wound"


def _is_place(noun: Token) -> bool:
    """Return whether a noun names no people: unknown as such, or a group of something ("a row of homes")."""
    known = noun_of(noun)
    return noun.pos_ == "NOUN" and (known is None or known.kind == "collective")


def victims_of_hostage(token: Token) -> Iterator[Token]:
    """Yield who was taken or held hostage."""
    verb = token.head
    if str(verb.lemma_).lower() in ("take", "hold", "seize", "keep"):
        passive = [child for child in verb.children if child.dep_ == "nsubj:pass"]
        others = [child for child in verb.children if child.dep_ in ("obj", "iobj") and child.i != token.i]
        if passive or others:
            yield from passive or others
        elif token.dep_ == "obj":
            named = (child for child in token.children if child.dep_ in ("compound", "nmod") and child.pos_ in ("NOUN", "PROPN"))
            yield from (child for child in named if not any(mark.dep_ == "case" for mark in child.children))


def is_held(hostage: Token) -> bool:
    """Return whether a verb of taking governs "hostage", or, as in "251 taken hostage", stands before it as its participle."""
    verbs = [hostage.head] if hostage.dep_ == "obj" else [child for child in hostage.children if child.dep_ == "amod"]
    return any(str(verb.lemma_).lower() in TAKING for verb in verbs)


def named_party(verb: Token) -> str:
    """Return the noun that a name is given to ("the officer was identified as ..."), empty when it calls no victim."""
    parties = [child for child in verb.children if child.dep_ in ("nsubj:pass", "obj")]
    if verb.dep_ in ("acl", "amod") and not parties:
        parties = [verb.head]
    parties += [
        child for party in parties if party.pos_ == "NUM" for child in party.children if child.dep_ == "nmod"
    ]  # "two of the victims"
    return next((party.lower_ for party in parties if party.lower_ in NAMED_PARTIES), "")


def victims_named(token: Token) -> Iterator[Token]:
    """Yield the names given to victims told of elsewhere: "the victim was identified as X", "police named the dead woman as X"."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in NAMING:
        return
    if not named_party(token):
        return
    for mark in token.subtree:
        name = mark.head
        governor = (
            name.head.head.head if name.head.dep_ == "acl" and name.head.i > token.i else name.head
        )  # "identified those killed as X and Y"
        if mark.lower_ == "as" and token.i < mark.i < name.i and (governor.i == token.i or name.dep_ == "nmod"):
            yield name
            return
