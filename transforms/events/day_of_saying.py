"""Days on which something was said, claimed or counted, which are not those of the deed."""

from __future__ import annotations

from transforms.events.distance import MOST_STEPS
from transforms.events.frames import candidate_at
from transforms.events.prospect import SPEECH
from transforms.events.reading import Reading
from transforms.events.subjects import SUBJECTS
from transforms.events.telling import follows_saying
from transforms.tokens import Token

# Types told of people who act with words: only a place phrase of its own clause says where, never the other side's country.
WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE", "SANCTION", "COOPERATE"})
# How what is said hangs on its verb.
SAID = ("ccomp", "parataxis", "obj", "obl", "xcomp", "nmod", "nsubj", "nsubj:pass")
# What a number of people does on the day of its telling.
COUNTS = frozenset({"number", "toll", "count", "total", "tally", "figure"})
COUNTING_VERBS = frozenset(
    {"rise", "climb", "increase", "grow", "jump", "reach", "stand", "pass", "exceed", "mount", "soar", "go", "double"}
)
# What sits over a deed long after it.
COURTS = frozenset(
    {"trial", "hearing", "testimony", "inquest", "inquiry", "arraignment", "sentencing", "deliberation", "court", "jury", "retrial"}
)
# What is said about a deed, by a verb that takes no clause.
REMARKS = frozenset({"comment", "testify", "remark", "speak", "discuss"})
# Verbs that lay a deed at somebody's door, and the words before it.
CHARGING = frozenset({"accuse", "blame"})
CHARGED = frozenset({"of", "for"})


def is_day_of_charge(token: Token, verb: Token, deed: Token) -> bool:
    """Whether a day, at the end of a charge, is that of the deed that somebody is charged with, not of the charge ("accused the army of
    bombing a market in Kabkabiya on Wednesday", "blamed the rebels for a murder in Tibu last Wednesday")."""
    if token.head != verb or verb.lemma_.lower() not in CHARGING or not verb.i < deed.i < token.i:
        return False
    charge = deed
    while charge.head != verb and charge.head is not charge:
        charge = charge.head
    opening = next((t.lower_ for t in charge.children if t.dep_ in ("mark", "case") and t.i < charge.i), None)
    is_told = charge.tag_ == "VBG" or (charge == deed and any(t.dep_ == "nmod" for t in deed.children))  # "for the attack" was told before
    return opening in CHARGED and is_told and charge.dep_ in ("advcl", "obl", "nmod", "ccomp")


def is_day_of_saying(reading: Reading, token: Token, clause: Token) -> bool:
    """As in "... was hit, officials said on Tuesday": a date on the verb of saying, when the deed is what is said."""
    if follows_saying(token, clause):
        return True
    said = token if token.pos_ in ("VERB", "AUX") else token.head
    while said.dep_ in ("nmod", "flat", "compound", "obl:unmarked") and said.head.i != said.i and said.pos_ not in ("VERB", "AUX"):
        said = said.head
    if said == clause or _is_interposed(token, said) or is_day_of_charge(token, said, clause):
        return False
    if said.dep_ == "conj" and is_saying(reading, clause) and any(above == clause for above in said.ancestors):
        return True
    while said.dep_ == "conj" and said.pos_ == "VERB" and said.head.pos_ == "VERB" and clause not in (said, *said.ancestors):
        said = said.head  # "blamed the rebels for the attack and declared a day of mourning on Thursday"
    if not is_saying(reading, said) and not _is_said_in_claim(said, clause) and not (token.i < clause.i and _is_claim_of(said, clause)):
        return False
    word = clause
    for _ in range(MOST_STEPS):
        if word.head == said and word != clause and word.dep_ == "conj" and is_saying(reading, word):
            return True  # "last week accused the army, and said rebels had killed scores"
        if word.head == said:
            is_own = word == clause and is_saying(reading, clause)  # "expelled the envoy in August, accusing Tehran of ..."
            return (word.tag_ == "VBG" and not is_own) or word.dep_ in (
                "ccomp",
                "parataxis",
                "obj",
                "obl",
                "xcomp",
                "nmod",
                "nsubj",
                "nsubj:pass",
            )
        if word == said:
            return True
        if word.head.i == word.i:
            return False
        word = word.head
    return False


def _is_interposed(token: Token, verb: Token) -> bool:
    """Whether a phrase stands before a saying that is set between commas: it is that of what is said ("In Goma, the army said, rebels fired
    at a base")."""
    subject = next((t for t in verb.children if t.dep_ in SUBJECTS and t.i < verb.i), None)
    if subject is None or verb.i + 1 >= verb.sent.end or token.i >= subject.left_edge.i:
        return False
    return verb.nbor(1).text == "," and subject.left_edge.i > verb.sent.start and subject.left_edge.nbor(-1).text == ","


def _is_said_in_claim(verb: Token, deed: Token) -> bool:
    """Whether a verb tells of a claim that says what was done ("claimed the attack on Tuesday, saying it had targeted ...")."""
    if verb.lemma_.lower() not in ("claim", "deny", "admit"):
        return False
    return any(above.head == verb and above.tag_ == "VBG" and above.lemma_.lower() in SPEECH for above in deed.ancestors)


def _is_claim_of(verb: Token, deed: Token) -> bool:
    """Whether a verb says who claims a deed ("on Monday claimed responsibility for the bombing")."""
    if verb.lemma_.lower() not in ("claim", "deny", "admit") or deed.pos_ not in ("NOUN", "PROPN"):
        return False
    return any(above == verb for above in deed.ancestors)


def is_day_of_sequel(token: Token, clause: Token) -> bool:
    """Whether a day is that on which a number of people became known, or a court went on with what was done."""
    return _is_day_of_count(token, clause) or _is_day_of_court(token, clause)


def _is_day_of_court(token: Token, clause: Token) -> bool:
    """As in "The trial of a teen accused of the murder of X continued on Wednesday": the deed is what the court is about."""
    verb = token.head
    if token.dep_ not in ("obl", "obl:unmarked", "advmod") or verb.pos_ != "VERB":
        return False
    subject = next((t for t in verb.children if t.dep_ in SUBJECTS and t.i < verb.i), None)
    if subject is None or not COURTS & {t.lemma_.lower() for t in (subject, *(t for t in subject.children if t.dep_ == "nmod"))}:
        return False
    return any(above == subject for above in clause.ancestors)


def _is_day_of_count(token: Token, clause: Token) -> bool:
    """As in "The number of people killed in X rose to 52 on Friday": the day on which a number of people became known."""
    verb = token.head
    if token.dep_ not in ("obl", "nmod", "obl:unmarked", "advmod") or verb.lemma_.lower() not in COUNTING_VERBS:
        return False
    counted = next((t for t in verb.children if t.dep_ in SUBJECTS and t.i < verb.i), None)
    if counted is None or not {t.lemma_.lower() for t in (counted, *counted.children)} & COUNTS:
        return False
    return clause in (counted, verb) or any(above == counted for above in clause.ancestors)


def is_saying(reading: Reading, verb: Token) -> bool:
    """Whether a verb tells of words: saying, calling for, condemning; its day and place are not those of the deed it is about."""
    if verb.lemma_.lower() in SPEECH or (verb.pos_ == "VERB" and verb.lemma_.lower() in REMARKS):
        return True
    found = candidate_at(reading, verb) if verb.pos_ == "VERB" else None
    return found is not None and found.event_type in WORDS
