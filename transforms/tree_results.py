"""What came of a deed, and what it answers, hung on the deed: the parser takes the nearest verb or noun for it."""

from __future__ import annotations

from functools import cache

from transforms.seed_tables import read_seed
from transforms.tokens import Span, Token
from transforms.tree_clauses import ANSWERS
from transforms.tree_edits import PAST, move

PRESENT_PARTICIPLE = "VBG"
STEPS = 6
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
NOUNS = ("NOUN", "PROPN")
MEANWHILE = frozenset({"as", "while"})
VIEWING = frozenset({"view", "consider", "describe", "regard", "see", "deem", "perceive"})
NEAR = frozenset({"near", "in", "at", "outside", "around"})
CHARGING = frozenset({"accuse", "suspect", "convict", "blame", "charge"})
# Verbs of a clause that tells what a deed did to people ("an assault by the rebels, in which dozens were killed").
HARMING = frozenset({"kill", "die", "wound", "injure", "hurt", "perish"})
WITHIN = frozenset({"in", "during"})
# Deeds with an object and an aim, both told by nouns ("the deployment of troops to the border").
MOVING_WORDS = (
    "deployment redeployment dispatch transfer return delivery shipment extradition evacuation handover supply movement withdrawal"
)
MOVING = frozenset(MOVING_WORDS.split())


def part_results(sentence: Span) -> bool:
    """Put right participles and relative clauses that tell what a deed did, and the deed that is answered; return whether any was moved."""
    is_changed = False
    for word in sentence:
        is_participle = word.tag_ == PRESENT_PARTICIPLE and word.dep_ in ("advcl", "conj")
        if is_participle and (_relative_over(word.head) is not None or _is_meanwhile(word.head)):
            is_changed |= _to_deed(word)
        elif word.dep_ == "obl" and word.lemma_.lower() in ANSWERS and word.i + 2 < sentence.end:
            is_changed |= _answered_deed(word)
        elif (
            word.dep_ == "nmod"
            and word.pos_ in ("NOUN", "ADJ")
            and word.lower_.endswith("ing")
            and word.head.head.lemma_.lower() in CHARGING
        ):
            is_changed |= _charge(word)
        elif word.dep_ == "nmod" and word.head.dep_ in ("obj", "nsubj:pass") and word.head.head.lemma_.lower() in CHARGING:
            is_changed |= _charge_with_object(word)
        elif word.dep_ == "ccomp" and word.tag_ in PAST:
            is_changed |= _deed_of_object(word)
        elif word.dep_.startswith("obl") and word.lower_ in DAYS and (_describes(word.head) or _is_meanwhile(word.head)):
            is_changed |= _day_of_deed(word)
        elif word.dep_ == "obl" and word.head.dep_ == "acl:relcl" and word.head.head.head.lemma_.lower() == "blame":
            is_changed |= _to_blame(word)
        elif word.dep_ == "nmod" and word.head.dep_ in ("obl", "obj") and word.head.head.lemma_.lower() in VIEWING:
            is_changed |= _place_of_deed(word)
        if word.dep_ == "acl:relcl" and (word.head.lower_ in DAYS or word.head.lemma_.lower() in ANSWERS or _is_day_of_month(word.head)):
            is_changed |= _to_told_deed(word)
        elif word.dep_ == "acl:relcl" and word.lemma_.lower() in HARMING:
            is_changed |= _to_deed_within(word)
        elif word.dep_ == "nmod" and word.head.dep_ == "nmod" and word.head.head.lemma_.lower() in MOVING:
            is_changed |= _to_move(word)
    return is_changed


def _relative_over(clause: Token) -> Token | None:
    """Return the relative clause that a verb heads or completes ("who refused to leave the site"), or None."""
    top = clause.head if clause.dep_ == "xcomp" else clause
    return top if top.dep_ == "acl:relcl" else None


def _is_meanwhile(clause: Token) -> bool:
    """Whether a clause only says what went on as the deed was done ("hit a convoy as it passed near the palace, killing four")."""
    return clause.dep_ == "advcl" and clause.lemma_.lower() not in deeds() and any(t.lower_ in MEANWHILE for t in clause.children)


def _describes(clause: Token) -> bool:
    """Whether a clause only describes somebody ("a van carrying workers", "people they viewed as a threat")."""
    if clause.dep_ == "acl" and any(t.dep_ == "case" and t.lower_ == "as" for t in clause.head.children):
        return True  # "as Muslims gathered for prayers on Tuesday"
    return (clause.dep_, clause.tag_) == ("acl", PRESENT_PARTICIPLE) or (clause.dep_ == "acl:relcl" and clause.lemma_.lower() in VIEWING)


def _place_of_deed(place: Token) -> bool:
    """Hang on the deed the place that is told behind what its victims were taken for ("opened fire on men they viewed as a threat near an
    aid site in Rafah"); return whether it was moved."""
    clause = place.head.head
    case = next((t for t in place.children if t.dep_ == "case"), None)
    deed = next((word for _, word in zip(range(STEPS), clause.ancestors, strict=False) if word.pos_ == "VERB"), None)
    if clause.dep_ != "acl:relcl" or case is None or case.lower_ not in NEAR or deed is None or deed.tag_ not in PAST:
        return False
    move(place, deed, "obl")
    return True


def _day_of_deed(day: Token) -> bool:
    """Hang a weekday on the deed that it is told with ("exploded next to a van carrying workers on Monday"), not on what describes
    somebody in it; return whether it was moved."""
    deed = next((word for _, word in zip(range(STEPS), day.head.ancestors, strict=False) if word.pos_ == "VERB"), None)
    if deed is None or deed.tag_ not in PAST or day.head.lemma_.lower() in deeds():
        return False
    move(day, deed, "obl")
    return True


def _is_day_of_month(number: Token) -> bool:
    """Whether a number is a day of a month ("on Jan. 3")."""
    return number.pos_ == "NUM" and any(t.lower_[:3] in MONTHS for t in number.children if t.pos_ == "PROPN")


def _to_deed(participle: Token) -> bool:
    """Hang "killing five" on the deed of the main clause ("fired at protesters who broke into parliament, killing five"), where a clause
    without a comma before it says who they were; return whether it was moved."""
    clause = _relative_over(participle.head) or participle.head
    if participle.nbor(-1).text != "," or clause.i > participle.i:
        return False
    opening = min(t.i for t in clause.subtree)
    if clause.dep_ == "acl:relcl" and any(word.text == "," for word in participle.doc[opening - 1 : clause.i]):
        return False  # "the mayor, who broke ranks with the council on Monday, calling it corrupt"
    deed = next((word for _, word in zip(range(STEPS), clause.ancestors, strict=False) if word.pos_ == "VERB"), None)
    if deed is None or deed.lemma_.lower() not in deeds():
        return False
    move(participle, deed, "advcl")
    return True


def _charge(word: Token) -> bool:
    """Make a clause of the gerund that is taken for a noun of whom it charges ("accused fighters of abducting and killing officials")."""
    case = next((t for t in word.children if t.dep_ == "case" and t.lower_ in ("of", "with")), None)
    has_verb = any(t.dep_ == "obj" or (t.dep_ == "conj" and t.pos_ == "VERB") for t in word.children)
    if case is None or word.head.dep_ not in ("obj", "nsubj:pass") or not has_verb:
        return False
    move(word, word.head.head, "advcl")
    word.pos_, word.tag_, case.dep_ = "VERB", "VBG", "mark"
    return True


def _charge_with_object(noun: Token) -> bool:
    """Make a clause of the gerund that is taken for a part of its object's name ("accused the region of shelling villages")."""
    case = next((t for t in noun.children if t.dep_ == "case" and t.lower_ == "of"), None)
    gerund = next((t for t in noun.children if t.dep_ in ("compound", "amod") and t.lower_.endswith("ing") and t.i < noun.i), None)
    if case is None or gerund is None or gerund.i != case.i + 1 or gerund.lemma_.lower() not in deeds() | _deed_nouns():
        return False
    move(gerund, noun.head.head, "advcl")
    gerund.pos_, gerund.tag_ = "VERB", "VBG"
    move(noun, gerund, "obj")
    move(case, gerund, "mark")
    return True


def _to_blame(blamed: Token) -> bool:
    """Hang on "blamed" whom it names behind an aside about the deed ("blamed the attack, which killed nine, on the rebels"); return whether
    it did."""
    case = next((t for t in blamed.children if t.dep_ == "case"), None)
    deed = blamed.head.head
    if case is None or case.lower_ != "on" or case.nbor(-1).text != "," or deed.dep_ != "obj":
        return False
    move(blamed, deed.head, "obl")
    return True


def _deed_of_object(verb: Token) -> bool:
    """Make a relative clause of what is told of the object before ("carried out attacks in August that killed 50 people, while ...")."""
    above = verb.head
    that = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    told = next((t for t in above.children if t.dep_ == "obj" and above.i < t.i < verb.i), None)
    if that is None or that.lower_ != "that" or that.pos_ != "PRON" or told is None or above.pos_ != "VERB":
        return False
    move(verb, told, "acl:relcl")
    for clause in [t for t in verb.children if t.dep_ == "advcl" and t.i > verb.i]:
        if any(t.dep_ == "mark" and t.lower_ in ("while", "as", "after") and t.nbor(-1).text == "," for t in clause.children):
            move(clause, above, "advcl")
    return True


def _answered_deed(answer: Token) -> bool:
    """Hang what is answered on the answer ("in retaliation for an attack on the bridge"), not beside it; return whether it was moved."""
    opening = answer.nbor(1)
    deed = opening.head
    if opening.lower_ not in ("for", "to") or opening.dep_ != "case" or deed.dep_ != "obl" or deed.head != answer.head:
        return False
    move(deed, answer, "nmod")
    return True


def _to_told_deed(clause: Token) -> bool:
    """Hang "which killed two" on the deed, not on its day or on the answer to it ("a response to the attack on the bridge on Monday, which
    killed two"); return whether it was moved."""
    first = min(t.i for t in clause.subtree)
    before = [t for t in clause.doc[clause.sent.start : first] if t.pos_ in NOUNS and t.lemma_.lower() in _deed_nouns() - ANSWERS]
    if not before or before[-1] == clause.head or not any(t.lower_ in ("which", "that") for t in clause.children):
        return False
    move(clause, before[-1], "acl:relcl")
    return True


def _to_deed_within(clause: Token) -> bool:
    """Hang "in which dozens were killed" on the deed, not on who did it or where ("an assault by the rebels, in which ..."); return whether
    it was moved."""
    which = next((t for t in clause.children if t.lower_ == "which" and any(c.lower_ in WITHIN for c in t.children)), None)
    nouns = (word for _, word in zip(range(STEPS), clause.head.ancestors, strict=False) if word.pos_ in NOUNS)
    deed = next((word for word in nouns if word.lemma_.lower() in _deed_nouns()), None)
    if which is None or deed is None or clause.head.lemma_.lower() in _deed_nouns():
        return False
    move(clause, deed, "acl:relcl")
    return True


def _to_move(goal: Token) -> bool:
    """Hang where it goes on the move, not on who or what is moved ("the deployment of extra troops to Kebbi"); return whether it was."""
    moved, deed = goal.head, goal.head.head
    case = next((t for t in goal.children if t.dep_ == "case"), None)
    if case is None or case.lower_ != "to" or not any(t.dep_ == "case" and t.lower_ == "of" for t in moved.children):
        return False
    move(goal, deed, "nmod")
    return True


@cache
def deeds() -> frozenset[str]:
    """Return the verbs of attacks, those left out that tell of what an attack does: who was killed had done something himself."""
    rows = (row for row in read_seed("triggers") if row["pos"] == "verb" and row["event_type"] == "ASSAULT")
    return frozenset(row["lemma"] for row in rows if "effect" not in row["needs"].split())


@cache
def _deed_nouns() -> frozenset[str]:
    return frozenset(row["lemma"] for row in read_seed("triggers") if row["pos"] == "noun" and row["event_type"] == "ASSAULT")
