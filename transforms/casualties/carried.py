"""Whose word a later clause of what is said is: "said 12 were hurt and that two had died", "said it had killed 22, captured eleven"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transforms.casualties.draft import Draft
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import word_set
from transforms.parse import start_of
from transforms.records import Attribution
from transforms.tokens import Token

# Where a sentence turns to what nobody is said to say.
TURNS = word_set("; but while although though whereas after before")


def said_on(harm: Harm, harms: Sequence[Harm], drafts: Mapping[int, Draft]) -> Attribution | None:
    """Return the attribution, told before its content, of the last harm before whose clause this one's is joined to; None where none is."""
    joined = _joined_to(harm.trigger)
    for other in reversed(harms):
        said = drafts[id(other)].said if other.key < harm.key else None
        if said is None or said.cue_start >= start_of(other.trigger):
            continue
        doc = harm.trigger.doc
        if any(word.lower_ in TURNS for word in doc[other.trigger.i + 1 : harm.trigger.i]):
            return None
        above = {word.i for word in (other.trigger, *other.trigger.ancestors) if start_of(word) > said.cue_start}
        return said if above & joined or _goes_on(harm.trigger, said) else None
    return None


def _goes_on(trigger: Token, said: Attribution) -> bool:
    """Return whether a clause that the parse joins to the verb of saying is of what is said: behind "that", or in a list without "and"."""
    clause = next((word for word in (trigger, *trigger.ancestors) if start_of(word.head) == said.cue_start), None)
    if clause is None or clause.dep_ != "conj":
        return False
    first = clause.left_edge
    is_listed = not any(child.dep_ in ("cc", "nsubj") for child in clause.children) and "," in (
        first.text,
        first.doc[max(first.i - 1, 0)].text,
    )
    return is_listed or any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _joined_to(trigger: Token) -> set[int]:
    """Return the positions of the clauses that "and" joins the clause of a word of harm to."""
    step, joined = trigger, set()
    while step.head is not step and (step.dep_ in ("conj", "xcomp", "obj", "acl") or step is trigger):
        if step.dep_ == "conj":
            joined.add(step.head.i)
        step = step.head
    return joined
