"""How far, in the tree, a date or place stands from the event it may belong to."""

from __future__ import annotations

from transforms.events.repairs import child
from transforms.events.subjects import SUBJECTS
from transforms.parse import Sentence
from transforms.tokens import Token
from transforms.tree_trailing import TERMS

WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "above",
        "overlooking",
        "across",
        "around",
        "along",
        "within",
        "on",
        "over",
        "into",
        "throughout",
        "off",
        "north",
        "south",
        "east",
        "west",
    }
)
CLAUSES = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis"})
# "Marjeh district, Helmand province, yesterday": links that lead no further away.
BESIDE = frozenset({"appos", "conj", "flat"})
# What somebody is held for has a day and place of its own ("detained a man suspected of blowing up a train in Omsk last week").
CHARGES = frozenset({"suspect", "accuse", "convict", "want", "charge"})
HAPPENING = frozenset({"happen", "occur"})
APART = frozenset({"until", "till", "unless", "if", "although", "though"})
# What becomes of people long after the deed that it is told with.
LATER = frozenset({"release", "free", "bury", "sentence", "try", "convict", "acquit", "extradite", "execute", "deport", "ransom"})
LEADING_TO = frozenset({"trigger", "spark", "prompt", "provoke", "unleash"})
MOST_STEPS = 8
CLAUSE_STEPS = 3


def distance(word: Token, trigger: Token) -> int | None:
    """Return how many steps up from a word the trigger, or a word that it hangs on, is reached; None from within another clause."""
    above = {trigger.i: 0}
    upper, steps = trigger, 0
    while upper.head.i != upper.i and steps < MOST_STEPS:
        if upper.dep_ == "acl:relcl" and _is_before_verb(upper, word):
            break
        steps += CLAUSE_STEPS if upper.dep_ in CLAUSES else 1
        upper = upper.head
        above.setdefault(upper.i, steps)
    up, first, is_inner = 0, word, False
    while word.i not in above:
        if word.head.i == word.i or up > MOST_STEPS:
            return None
        in_clause = word.dep_ in CLAUSES and word.head.i != trigger.i and not _is_at_once(word, trigger) and not _tells_when(word)
        if (outer := _after_relative(word)) is not None:
            up, word = up + 1, outer
            continue
        is_hit = word.dep_ == "nsubj:pass" and word.head.i == trigger.i  # "a hospital in Goma was hit"
        is_term = word.dep_ == "acl" and word.lower_ in TERMS and word.head.i != trigger.i
        if is_term or _is_outcome(word) or (word.dep_ == "advcl" and word.head.i == trigger.i and _is_apart(word)):
            return None
        is_doer = word.dep_ in SUBJECTS and word != first and not is_hit
        if (is_doer and not begins_with_place_case(word)) or ((in_clause or _is_of_charge(word)) and _is_finite(word)):
            return None
        is_inner |= in_clause
        up += word.dep_ not in BESIDE or word.pos_ == "VERB"
        word = word.head
    return None if is_inner and word.i != trigger.i else up + above[word.i]


def _is_before_verb(clause: Token, word: Token) -> bool:
    """Whether a word follows the main verb that a relative clause stands before ("The man, who was seized too, was freed on Friday")."""
    verb = clause.head.head
    return verb.pos_ == "VERB" and clause.i < verb.i < word.i


def begins_with_place_case(word: Token) -> bool:
    """Whether a phrase begins with a preposition, which the parse may hang on the first word of a name ("In Nahr-e Saraj district")."""
    return word.left_edge.dep_ == "case" and word.left_edge.lower_ in WHERE


def _after_relative(word: Token) -> Token | None:
    """Return what a relative clause between commas belongs to, for a phrase after the second comma, which the parse hangs into the
    clause: "the capture of a leader, who ..., during an operation in Wardak"."""
    first = word.left_edge
    if word.dep_ not in ("obl", "nmod", "obl:unmarked") or first.i < 2 or first.nbor(-1).text != ",":
        return None
    clause = next((above for above in word.ancestors if above.dep_ == "acl:relcl"), None)
    if clause is None or clause.left_edge.i == 0 or clause.left_edge.i >= first.i - 1:
        return None
    opening = clause.left_edge if clause.left_edge.text == "," else clause.left_edge.nbor(-1)
    return clause.head if opening.text == "," else None


def _is_apart(clause: Token) -> bool:
    """Whether a clause tells of something that happens at another time or need not ("... until Israel ends its war on Gaza", "was detained
    before being released in 2009")."""
    opening = child(clause, "mark")
    if opening is not None and opening.lower_ == "before" and clause.lemma_.lower() in LATER:
        return True
    return opening is not None and opening.lower_ in APART and child(clause, *SUBJECTS) is not None


def _is_outcome(clause: Token) -> bool:
    """Whether a participle tells what a deed led to, with a day and place of its own ("killed the emir, triggering riots in X")."""
    return clause.dep_ in ("advcl", "conj") and clause.tag_ == "VBG" and clause.lemma_.lower() in LEADING_TO


def _is_at_once(clause: Token, trigger: Token) -> bool:
    """Whether a clause tells what went on when the deed was done ("were killed when troops opened fire in Gwadar on Monday")."""
    opening = next((t for t in clause.children if t.dep_ in ("mark", "advmod") and t.i < clause.i), None)
    above = clause.head.head if clause.head.dep_ in ("conj", "xcomp") else clause.head  # "were killed and dozens injured when ..."
    deed = trigger.head if trigger.dep_ in SUBJECTS else trigger  # "a roadside bomb exploded as a truck passed in the town of X"
    is_its = deed in (clause.head, above)
    return clause.dep_ == "advcl" and is_its and opening is not None and opening.lower_ in ("when", "as")


def _tells_when(clause: Token) -> bool:
    """Whether a relative clause only tells when and where its noun was ("in the raid, which took place late on Wednesday near Gusau")."""
    lemma = clause.lemma_.lower()
    return clause.dep_ == "acl:relcl" and (lemma in HAPPENING or (lemma == "take" and any(t.lower_ == "place" for t in clause.children)))


def _is_of_charge(clause: Token) -> bool:
    return clause.dep_ in ("acl", "xcomp") and clause.tag_ == "VBN" and clause.lemma_.lower() in CHARGES


def _is_finite(clause: Token) -> bool:
    """Whether a clause has its own time: a relative clause, or one with a subject; "a raid to capture X ..., yesterday" has not."""
    if clause.dep_ == "acl:relcl" and clause.head.lower_ == "what":
        return False  # "fired at what it called a base in Erbil"
    return (
        clause.dep_ == "acl:relcl"
        or _is_of_charge(clause)
        or child(clause, *SUBJECTS) is not None
        or clause.morph.get("VerbForm", []) == ["Fin"]
    )


def main_verb(sentence: Sentence) -> Token:
    """Return the verb of the main clause, also where the parse takes it for a participle on the subject ("In X, a patrol seized ...")."""
    root = sentence.span.root
    if root.pos_ not in ("NOUN", "PROPN"):
        return root
    nouns = [root, *(t for t in root.children if t.dep_ == "appos")]
    verbs = [t for noun in nouns for t in noun.children if t.dep_ == "acl" and t.pos_ == "VERB" and child(t, "obj") is not None]
    return next((t for t in verbs if "Past" in t.morph.get("Tense", [])), root)
