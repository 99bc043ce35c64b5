"""Which verb of harm a word is, in which voice, and with which outcome."""

from __future__ import annotations

from transforms.casualties.lexicon import OutcomeWord, noun_of, verb_forms, verb_starts, word_set
from transforms.casualties.neighbours import SUBJECTS
from transforms.tokens import Token, text_of

WOUND_KINDS = word_set("gunshot bullet stab knife shrapnel")
DEADLY = word_set("fatally mortally")
FIRING = word_set("fire return hear")
BOUNDS = word_set("at least more than up to")
# "Had been confirmed killed", "were found shot".
FOUND_SO = frozenset({"find", "leave", "report", "confirm", "fear", "presume", "declare"})
PASSIVE = ("aux:pass", "nsubj:pass")


def verb_word(token: Token) -> OutcomeWord | None:
    """Return the entry of a verb of harm for a token, when it is used as a verb."""
    if token.lower_ not in verb_starts():
        return None
    forms = verb_forms()
    particle = next(
        (child.lower_ for child in token.children if child.dep_ in ("compound:prt", "advmod") and child.lower_ in ("down", "up", "away")),
        None,
    )
    word = forms.get(f"{token.lower_} {particle}") if particle else None
    if token.i > token.sent.start + 1 and token.nbor(-1).text == "-":
        word = word or forms.get(f"{token.nbor(-2).lower_}-{token.lower_}")
    word = word or forms.get(token.lower_)
    if word is None or not _is_verbal(token):
        return None
    if token.lower_.startswith("burn") and token.i + 1 < token.sent.end and token.nbor(1).lower_ == "out":
        return None  # "disgruntled and burnt out"
    if word.frame == "to_hell" and not any(child.lower_ == "hell" for child in token.children):
        return None  # "sent to the hospital"
    if word.frame == "out_of_action" and text_of(token.doc[token.i + 1 : token.i + 4]).lower() != "out of action":
        return None  # "put the toll at nine"
    if word.frame == "deadly" and outcome_of(token, word)[0] != "killed":
        return None  # "the firm axed 300 workers"
    return word


def outcome_of(token: Token, word: OutcomeWord) -> tuple[str, bool]:
    """Return a verb's outcome and whether it leaves open that the victim died ("shot dead" and "fatally shot" do not)."""
    if word.outcome != "injured":
        return word.outcome, False
    for child in token.children:
        if child.lower_ in DEADLY or (child.lower_ == "dead" and child.i > token.i and not any(child.children)):
            return "killed", False
        if child.lower_ == "death" and child.i > token.i and any(mark.lower_ == "to" for mark in child.children):
            return "killed", False
    after = text_of(token.doc[token.i + 1 : token.i + 3]).lower()
    if after.startswith(("dead", "alive")) or after == "to death" or (token.i > 0 and token.nbor(-1).lower_ in DEADLY):
        return "killed", False
    return "injured", word.frame in ("hit", "gunfire")


def joined_verb(token: Token) -> Token | None:
    """Return the verb of harm of "shot and killed a man", whatever the parse makes of the two; None when nothing is joined."""
    if token.i + 2 >= token.sent.end or token.nbor(1).lower_ not in ("and", ","):
        return None
    other = token.nbor(2)
    if other.pos_ == "ADV" and other.i + 1 < token.sent.end:
        other = other.nbor(1)
    word = verb_forms().get(other.lower_)
    return other if word is not None and word.outcome in ("killed", "injured") and other.pos_ == "VERB" else None


def shared_objects(token: Token) -> list[Token]:
    """Return the objects of two verbs that a parse gives one of them: "shot and killed a man", "struck and killed by" has none."""
    other = joined_verb(token) or (token.head if token.dep_ == "conj" and joined_verb(token.head) is token else None)
    verbs = [token] if other is None else [token, other]
    if other is None or any(child.dep_ in PASSIVE for verb in verbs for child in verb.children):
        return []
    last = max(verb.i for verb in verbs)
    return [child for child in other.children if child.dep_ == "obj" and child.i > last]


def is_wound(token: Token) -> bool:
    """Return whether "wound" is the noun of "a gunshot wound", which a parse may take for a verb."""
    return token.lower_ in ("wound", "wounds") and token.i > token.sent.start and token.nbor(-1).lower_ in WOUND_KINDS


def is_passive(token: Token) -> bool:
    """Return whether a form is a passive participle, by its auxiliary, its subject or its place after a noun."""
    for child in token.children:
        if child.dep_ in ("aux:pass", "nsubj:pass") or (
            child.dep_ in ("aux", "cop") and child.lower_ in ("was", "were", "been", "being", "got", "be", "is", "are", "gets")
        ):
            return not token.text.endswith("ing")
    if token.text.endswith("ing"):
        return False
    if token.dep_ in ("acl", "amod") or (token.dep_ in ("xcomp", "advcl") and str(token.head.lemma_) in FOUND_SO):
        return True
    if token.tag_ in ("VB", "VBP", "VBZ"):
        return False
    if token.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in token.children) and token.head.pos_ in ("VERB", "NOUN", "ADJ"):
        return is_passive(token.head)
    return False


def _is_headline_participle(token: Token) -> bool:
    """Return whether a participle that the parse puts before a noun is a verb: "Four wounded when ...", "the bomb wounded 25 men"."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    after = token.nbor(1) if token.i + 1 < token.sent.end else None
    if after is not None and after.pos_ in ("NUM", "DET") and before is not None and before.pos_ in ("NOUN", "PROPN"):
        return True
    return before is not None and before.pos_ == "NUM" and (after is None or after.pos_ in ("ADP", "ADV", "SCONJ", "PUNCT", "CCONJ"))


def _is_shot_person(token: Token) -> bool:
    """Return whether "shot" is the participle of "found a man shot in the leg", though the parse makes one noun of the two."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    if token.lower_ != "shot" or before is None or before.head.i != token.i or token.i + 1 == token.sent.end:
        return False
    noun = noun_of(before)
    return noun is not None and noun.kind in ("person", "plural") and token.nbor(1).pos_ in ("ADP", "ADV")


def _is_round(token: Token) -> bool:
    """Return whether "shot" is what a weapon fires: "returned one shot", "fired a shot"."""
    if token.lower_ != "shot":
        return False
    before = token.i - 1
    while before > token.sent.start and (token.doc[before].pos_ in ("NUM", "DET", "ADJ", "ADV") or token.doc[before].lower_ in BOUNDS):
        before -= 1
    if before < token.i - 1 and token.doc[before].lemma_.lower() in FIRING:
        return True  # "fired at least one shot at officers"
    if str(token.head.lemma_).lower() not in FIRING or token.i < token.head.i:
        return False
    between = token.doc[token.head.i + 1 : token.i]
    if between and all(word.pos_ in ("NUM", "DET", "ADJ", "ADV") or word.lower_ in ("at", "more", "than") for word in between):
        return True  # "fired just one shot", where the parse makes a clause of it
    return token.dep_ in ("obj", "xcomp", "conj") and token.nbor(-1).pos_ in ("NUM", "DET", "ADJ")


def _is_verbal(token: Token) -> bool:
    if is_wound(token) or _is_round(token):
        return False
    if _is_shot_person(token) or (token.lower_ == "shot" and joined_verb(token) is not None):
        return True
    if (
        token.lower_ == "shooting"
        and token.i + 1 < token.sent.end
        and token.nbor(1).lower_ in ("suspect", "suspects", "victim", "victims", "death", "deaths", "spree")
    ):
        return False
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ != "amod" or _is_headline_participle(token)
    if token.lower_.endswith("s") and token.i + 1 < token.sent.end and token.nbor(1).pos_ in ("NUM", "DET") and token.i > token.sent.start:
        return True
    if token.text.endswith(("ing", "ings")) or not (token.lower_.endswith("ed") or token.lower_ in ("shot", "slain", "hurt")):
        return False
    if token.pos_ in ("NOUN", "PROPN", "ADJ"):
        if token.dep_ in ("compound", "obj", "nsubj", "nmod", "obl") or (
            token.text in ("strike", "strikes", "hit", "hits", "shot") and token.dep_ in ("amod",)
        ):
            return False
        if token.i > token.sent.start and token.nbor(-1).pos_ == "NUM" and token.lower_ == "shot":
            return token.i + 1 == token.sent.end or token.nbor(1).pos_ in ("ADP", "CCONJ", "SCONJ", "ADJ", "PUNCT")
        return any(child.dep_ in ("aux:pass", "cop", "obj", "nsubj:pass") for child in token.children) or token.dep_ in (
            "acl",
            "ROOT",
            "conj",
            "parataxis",
            "ccomp",
            "amod",
        )
    return False
