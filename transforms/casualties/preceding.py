"""People harmed in a deed that only dates the one told of: "the shooting came weeks after a driver shot eight people dead"."""

from __future__ import annotations

from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import word_set
from transforms.events.word_classes import classes_of
from transforms.tokens import Token

COMING = word_set("come happen occur take")
FOLLOWING = word_set("follow echo recall resemble mirror")
MARKS = word_set("after before since")


def is_preceding(harm: Harm) -> bool:
    """Return whether a deed is told of only to say when, or like what, the deed of the sentence was."""
    step = harm.trigger
    for word in (step, *step.ancestors):
        above = word.head
        if above is word or above.pos_ != "VERB" or not _is_deed(above):
            continue
        between = [t for t in above.children if t.dep_ == "obl" and above.i < t.i < word.i]  # a subject that the parse made a phrase of
        is_dated = any(t.lower_ in MARKS for phrase in (word, *between) for t in phrase.children if t.dep_ in ("case", "mark"))
        if is_dated and word.dep_ in ("advcl", "obl") and above.lemma_.lower() in COMING:
            return True
        if word.dep_ == "obj" and above.lemma_.lower() in FOLLOWING:
            return True
    return False


def _is_deed(verb: Token) -> bool:
    """Return whether the subject of a verb is an attack."""
    return any(child.dep_ == "nsubj" and "assault" in classes_of(child) for child in verb.children)
