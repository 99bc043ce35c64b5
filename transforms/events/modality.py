"""Whether an event happened, by its grammar: auxiliaries, negation, conditions, and the words that govern it.

`seeds/stance_cues.csv` says what a governing word makes of what it governs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from transforms.events.lexicon import forms
from transforms.events.repairs import child
from transforms.seed_tables import read_seed
from transforms.tokens import Token

FUTURE = frozenset({"will", "shall", "'ll", "wo", "gon"})
POSSIBLE = frozenset({"can", "could", "may", "might", "ca"})
OBLIGED = frozenset({"must", "should", "ought", "need"})
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "none", "nobody", "hardly"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "should", "until", "before", "in_case"})
# What somebody is to suffer for what he did.
PUNISHED = frozenset({"die", "hang", "execute", "sentence", "try", "punish", "jail"})
PRESENT = frozenset({"is", "are"})
# Forms of "be able" in which what somebody could do is told as done.
DONE = frozenset({"was", "were", "been", "has", "have"})
# Words between "is" and the verb of "is to meet".
FEW = 3
CONTENT = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj", "csubj:pass"})
NOMINAL = frozenset({"obj", "obl", "nmod", "nsubj:pass", "compound", "nsubj"})
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}


@cache
def cues() -> dict[tuple[str, str], str]:
    """Return the stance that each governing word gives, by word and part of speech."""
    return {(row["cue"], row["part_of_speech"]): row["stance"] for row in read_seed("stance_cues")}


def auxiliaries(verb: Token) -> frozenset[str]:
    """Return the lower-case auxiliaries of a verb; a coordinated verb without its own shares those of the first."""
    helpers = [t for t in verb.children if t.dep_ in ("aux", "aux:pass") and not _is_hyphened(t)]
    own = frozenset(t.lower_ for t in helpers if t.text != "May" or t.i == t.sent.start)  # "Mrs May accused ..."
    if not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and child(verb, "nsubj", "nsubj:pass") is None:
        return auxiliaries(verb.head)
    return own


def _is_hyphened(helper: Token) -> bool:
    """Whether an auxiliary is part of a word with a hyphen ("a would-be thief hit him")."""
    return not helper.whitespace_ and helper.i + 1 < helper.sent.end and helper.nbor(1).text == "-"


def is_negated(token: Token) -> bool:
    """Whether a verb or noun is itself negated ("did not attack", "no attack", "neither side attacked")."""
    for word in token.children:
        if word.dep_ in ("advmod", "det", "neg", "cc:preconj") and word.lower_ in NEGATIONS:
            return True
        if word.dep_ == "advmod" and word.lower_ == "longer" and any(t.lower_ == "no" for t in word.children):
            return True
        if word.dep_ == "obj" and any(t.dep_ == "det" and t.lower_ == "no" for t in word.children):
            return True
        if word.dep_ in ("mark", "case") and word.lower_ == "without":
            return True
        if word.dep_ in ("nsubj", "nsubj:pass") and any(t.lower_ in ("no", "neither", "none") for t in (word, *word.children)):
            return True
    return False


def is_zero(verb: Token) -> bool:
    """Whether a verb tells of nobody ("no civilians were killed", "killed none of them"): a count of zero, not a denial."""
    sides = [t for t in verb.children if t.dep_ in ("nsubj:pass", "obj")]
    return any(t.lower_ in ("no", "none", "nobody") for side in sides for t in (side, *side.children))


def is_conditional(verb: Token) -> bool:
    """Whether a clause is a condition ("if Israel hits Beirut", "in case of", "until Israel ends its war")."""
    if verb.dep_ == "conj" and verb.pos_ == verb.head.pos_ == "VERB" and child(verb, "nsubj", "nsubj:pass", "mark") is None:
        return is_conditional(verb.head)  # "if a man enters a shop and shoots somebody"
    return is_awaited(verb) or any(t.dep_ in ("mark", "case") and t.lower_ in ("if", "unless", "whether", "lest") for t in verb.children)


def is_awaited(verb: Token) -> bool:
    """Whether a clause in the present tells what something else goes on until ("will strike until Israel ends its war")."""
    return verb.tag_ in ("VBZ", "VBP") and any(t.dep_ == "mark" and t.lower_ in ("until", "till", "before") for t in verb.children)


def is_arranged(verb: Token, forms: frozenset[str] = PRESENT) -> bool:
    """Whether a verb is in the form "is to meet": arranged, not done. `forms`: those of "be" that may stand before it."""
    if not any(t.dep_ == "mark" and t.lower_ == "to" for t in verb.children) or verb.lower_ == "blame":
        return False
    helper = [*(t for t in verb.children if t.dep_ in ("aux", "cop") and t.i < verb.i), verb.head]
    return any(t.lower_ in forms and t.pos_ == "AUX" and verb.i - t.i <= FEW for t in helper)


def governors(token: Token) -> Iterator[tuple[Token, str]]:
    """Yield the words that govern a token as their content, nearest first, with the relation; a finite main clause ends the chain."""
    word = token
    for _ in range(6):
        while word.dep_ == "conj" and word.head.i != word.i:
            if word.tag_ == "VBD" and word.head.tag_ == "VB":
                return  # "tried to fire back and shot one of the men"
            word = word.head
        if word.dep_ == "ccomp" and _is_asked(word):
            return
        relation, head = word.dep_, word.head
        if head.i == word.i or relation not in CONTENT | NOMINAL:
            return
        if relation == "advcl" and not _is_purpose(word):
            return
        if relation in ("obl", "nmod") and not _is_content_phrase(word, head):
            return
        if relation == "nsubj" and head.pos_ != "ADJ":
            return
        yield head, relation
        word = head


def _is_asked(verb: Token) -> bool:
    """Whether it is asked who did something that was done ("are trying to find out who shot a girl")."""
    is_past = verb.tag_ == "VBD" or any(t.lower_ in ("was", "were", "had") for t in verb.children if t.dep_.startswith("aux"))
    return is_past and any(t.lower_ in ("who", "how", "why") and t.i < verb.i for t in verb.children)


def governing_stance(token: Token) -> tuple[str, Token] | None:
    """Return the stance that the nearest governing cue gives, and the cue; modifiers count first ("planned attack")."""
    table = cues()
    for word in token.children:
        is_name = word.sent.start < word.i < token.i and word.text[:1].isupper() and word.nbor(1).text[:1].isupper()
        if is_name and token.text[:1].islower():
            continue  # "the Planned Parenthood shooting"
        if word.dep_ in ("amod", "compound", "advmod"):
            for form in (word.lower_, word.lemma_.lower()):
                if (form, "adj") in table:
                    return table[form, "adj"], word
    for head, relation in governors(token):
        part = PARTS.get(head.pos_)
        for form in forms(head):
            stance = table.get((form, part or ""))
            if stance is not None and _is_meant(form, stance, relation, head, token):
                return stance, head
    return None


def _points_back(noun: Token) -> bool:
    return any(t.dep_ == "det" and t.lower_ in ("the", "this", "that", "these", "those") for t in noun.children)


def _is_cause(noun: Token) -> bool:
    """Whether a noun of a known deed says over what something is done."""
    case = child(noun, "case")
    return case is not None and case.lower_ in ("over", "for") and _points_back(noun)


def _is_done_too(planning: Token, deed: Token) -> bool:
    """Whether a verb joined to one of planning says that what both have for object was done."""
    done = child(planning, "conj")
    return done is not None and done.tag_ == "VBD" and planning.i < done.i < deed.i and child(done, "obj") is None


def _is_meant(form: str, stance: str, relation: str, head: Token, token: Token) -> bool:
    """Some verbs are cues with some complements only: "go" as "going to", "claim" with a deed as its object."""
    if form in ("aim", "set"):
        return relation == "xcomp"
    if form == "tell":
        return relation in ("xcomp", "advcl") and _is_purpose(token)
    if form in ("call", "appeal", "ask", "press") and relation in ("obj", "nsubj:pass"):
        return False
    if form == "able":
        return not _was_able(head)
    if form == "go":
        return relation == "xcomp" and head.tag_ == "VBG"
    if stance == "claimed_responsibility":
        return relation in ("obj", "nsubj:pass", "nmod", "obl") and (form != "claim" or relation in ("obj", "nsubj:pass"))
    if stance == "refused":
        return relation in ("xcomp", "acl")
    if stance == "denied" and form in ("reject", "dismiss"):
        return relation == "ccomp"
    if stance == "planned" and relation == "ccomp" and token.pos_ == "NOUN" and _points_back(token):
        return False  # "agreed that the crimes should be investigated"
    if stance in ("planned", "threatened") and relation in ("obl", "nmod") and _is_cause(token):
        return False  # "offered a reward over the bombing of its embassy"
    if relation == "obj" and form in ("plan", "plot") and head.tag_ == "VBD" and (_points_back(token) or _is_done_too(head, token)):
        return False  # "The cartel planned the attack", said of one that happened, "planned and led attacks"
    if relation == "nsubj:pass" and stance == "planned" and "had" in auxiliaries(head):
        return False  # "the attack that destroyed the building had been planned for months"
    if relation == "nsubj:pass" and form == "plan" and (done := child(head, "conj")) is not None and done.tag_ in ("VBN", "VBD"):
        return False  # "the attack was planned and carried out by"
    if relation == "nsubj:pass":
        return stance in ("planned", "hypothetical", "threatened", "claimed_responsibility")
    return True


def _was_able(able: Token) -> bool:
    """Whether somebody was able to do what he then did ("was able to detain two of them"; not "is able to", "was not able to")."""
    forms = {t.lower_ for t in able.children if t.dep_ in ("cop", "aux")}
    return bool(forms) and forms <= DONE and not is_negated(able)


def _is_purpose(word: Token) -> bool:
    mark = child(word, "mark", "case")
    return mark is not None and mark.lower_ in ("to", "of", "for", "from")


def _is_content_phrase(word: Token, head: Token) -> bool:
    """As in "Fears of an attack", "accused of the attack", "threat to strike": the phrase is what is meant."""
    case = child(word, "case", "mark")
    if case is not None and case.lower_ == "for" and head.lemma_.lower() in PUNISHED:
        return False  # "is scheduled to die for the murder of a guard"
    return case is not None and case.lower_ in ("of", "for", "over", "about", "with", "from", "to", "against")
