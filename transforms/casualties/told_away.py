"""Harm that its sentence takes back, denies or speaks of in general, and numbers that it turns into none."""

from __future__ import annotations

from dataclasses import replace

from transforms.casualties.harm import Harm
from transforms.casualties.reality import is_negated, is_unreal
from transforms.casualties.unhurt import with_nobody
from transforms.casualties.unmeant import is_unmeant
from transforms.tokens import text_of

# A plural without a number beside such words tells what somebody used to do.
OVER_TIME = ("in the past", "over the years", "in recent years", "for years", "over the decades", "in previous attacks")
REPEATEDLY = frozenset(("often", "regularly", "routinely", "frequently", "repeatedly", "previously", "sometimes", "usually"))


def with_none(harm: Harm) -> Harm:
    """Return a harm with a count of zero where a negation is of "a single" one ("lost not a single fighter") or of harm to known people."""
    doc, first = harm.trigger.doc, harm.count.first
    if first >= 0 and text_of(doc[first : first + 2]).lower() == "a single" and is_negated(harm.trigger):
        harm.count = replace(harm.count, low=0, best=0, high=0)
    return with_nobody(harm)


def is_told_away(harm: Harm) -> bool:
    """Return whether the sentence takes the harm back, or speaks of it in general."""
    if harm.count.best == 0:
        return is_unreal(harm.trigger) or _is_set_right(harm)
    if is_unmeant(harm):
        return True
    return is_negated(harm.trigger) or is_unreal(harm.trigger) or _is_habit(harm)


def _is_set_right(harm: Harm) -> bool:
    """Return whether a number follows that is more than one: "not one but two soldiers"."""
    doc, at = harm.trigger.doc, max(harm.count.last, harm.victims.last if harm.victims is not None else 0) + 1
    return "but" in (doc[at].lower_, doc[at + 1].lower_ if doc[at].text == "," and at + 1 < len(doc) else "") if at < len(doc) else False


def _is_habit(harm: Harm) -> bool:
    """Return whether a plural without number tells of a habit: "such attacks kill civilians", "has killed soldiers in the past"."""
    trigger = harm.trigger
    if harm.count.qualifier != "vague" or harm.count.first >= 0 or trigger.pos_ != "VERB":
        return False
    verb = trigger
    said = trigger.sent.text.lower()
    if any(phrase in said for phrase in OVER_TIME) or any(child.lower_ in REPEATEDLY for child in trigger.children):
        return True
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "aux:pass")]
    if helpers:
        return not {"was", "were", "had", "been", "have", "has", "got"} & set(helpers)
    is_done_to = harm.victims is not None and harm.victims.head.dep_ in ("obj", "conj") and harm.victims.head.pos_ != "VERB"
    if is_done_to and not trigger.sent.text.rstrip("\"'").endswith((".", "!", "?", ":", ";")):
        return False  # a headline's present tense is its news
    return ("Pres" in verb.morph.get("Tense", []) and "Fin" in verb.morph.get("VerbForm", [])) or "Inf" in verb.morph.get("VerbForm", [])
