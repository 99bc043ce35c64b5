"""Numbers that a verb sets for a count of the harmed: "put the number of bandits killed at five", "brought the army's losses to 329"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms.casualties.counts import Count, count_in
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import noun_of, word_set
from transforms.casualties.nouns import noun_words
from transforms.casualties.people import FORCES
from transforms.casualties.phrases import has_case
from transforms.casualties.shares import STATES
from transforms.casualties.verb_reading import verb_word
from transforms.casualties.victims import Victims
from transforms.tokens import Span, Token

COUNTS = word_set("number count tally figure estimate total toll")
LOSSES = word_set("toll loss losses")
RISE = word_set("rise climb stand grow increase jump fall drop")
SET = word_set("put place set estimate revise raise lower bring take push lift update increase give cite list")


def with_totals(span: Span, harms: Sequence[Harm]) -> list[Harm]:
    """Return the harms of a sentence with the numbers that a verb sets in it, each in place of its people without a number."""
    found = [total for total in _totals_of(span) if not any(harm.count.first == total.count.first for harm in harms)]
    counted = {total.victims.head.i for total in found if total.victims is not None}
    kept = [
        harm
        for harm in harms
        if not (harm.victims is not None and harm.count.first < 0 and {harm.victims.head.i, harm.victims.head.head.i} & counted)
    ]
    return sorted([*kept, *found], key=lambda harm: (harm.key, harm.trigger.i)) if found else list(harms)


def _totals_of(span: Span) -> Iterator[Harm]:
    for noun in span:
        if not (noun.dep_ == "obj" and noun.head.lemma_.lower() in SET) and not _rises(noun):
            continue
        if noun.lower_ in STATES and any(child.dep_ == "det" for child in noun.children):
            told: tuple[str, Token | None] | None = (STATES[noun.lower_], None)  # "put the dead at 112"
        else:
            told = _told_of(noun) if noun.lemma_.lower() in COUNTS | LOSSES else None
        count = _set_to(noun)
        if told is None or count is None:
            continue
        outcome, people = told
        after = noun.doc[count.last + 1] if people is None and count.last + 1 < noun.sent.end else None
        people = after if after is not None and _is_person(after) else people  # "put its losses at twelve fighters"
        victims = Victims(people, people.i, people.i, count, is_counted=False) if people is not None else None
        harm = Harm(outcome, noun, victims, count)
        harm.is_open_list = any(_is_force(child) for child in noun.children if child.dep_ == "nmod:poss")
        yield harm


def _rises(noun: Token) -> bool:
    """Return whether a number is said to rise or stand ("the number of wounded had risen to 51")."""
    return noun.dep_ == "nsubj" and noun.lower_ == "number" and noun.head.lemma_.lower() in RISE


def _told_of(noun: Token) -> tuple[str, Token | None] | None:
    """Return the outcome that a count is of, and its people where they are named; None where it counts something else."""
    for of in noun.children:
        if of.dep_ != "nmod" or of.i < noun.i or not has_case(of, "of"):
            continue
        if of.lower_ in STATES:
            return STATES[of.lower_], None
        entry = next((word for word in noun_words(of) if word.frame == "people"), None)
        if entry is not None:
            return entry.outcome, None
        inner = [child for child in of.children if child.dep_ == "nmod" and has_case(child, "of")]  # "members of the forces killed"
        verbs = [verb_word(child) for word in (of, *inner) for child in word.children if child.dep_ in ("acl", "acl:relcl")]
        verb = next((word for word in verbs if word is not None), None)
        return (verb.outcome, of) if verb is not None and noun_of(of) is not None else None
    owners = [child for child in noun.children if child.dep_ in ("nmod:poss", "compound")]
    are_people = any(_is_person(word) for word in noun.sent if word.i > noun.i)  # "put its own losses at twelve fighters"
    if noun.lemma_.lower() in LOSSES and any(_is_force(_meant(child)) or (_meant(child) != child and are_people) for child in owners):
        return "killed", None
    return None


def _meant(owner: Token) -> Token:
    """Return the subject of the clause for "its" and "their" ("The army put its losses at 40"), else the owner."""
    verb = next((word for word in owner.ancestors if word.pos_ == "VERB"), owner)
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return subjects[0] if owner.lower_ in ("its", "their") and subjects else owner


def _is_force(owner: Token) -> bool:
    """Return whether the count is an army's: it adds up all that it lost so far."""
    noun = noun_of(owner)
    return owner.lower_ in FORCES or (noun is not None and noun.group in ("security_forces", "combatant"))


def _is_person(word: Token) -> bool:
    noun = noun_of(word)
    return noun is not None and noun.kind in ("person", "plural") and word.pos_ == "NOUN"


def _set_to(noun: Token) -> Count | None:
    """Return the number after "at", "to" or "as" in the rest of the clause, None where it counts something else ("to 52 districts")."""
    doc, end = noun.doc, noun.sent.end
    if noun.dep_ == "obj" and noun.head.i + 1 < noun.left_edge.i and doc[noun.head.i + 1].lower_ == "to":
        return count_in(doc, noun.head.i + 2, noun.left_edge.i)  # "brings to 29 the number of soldiers killed"
    for at in range(noun.i + 1, end - 1):
        if doc[at].text in (",", ";"):
            return None
        if doc[at].lower_ not in ("at", "to", "as"):
            continue
        count = count_in(doc, at + 1, min(end, at + 6))
        after = doc[count.last + 1] if count is not None and count.last + 1 < end else None
        counts_things = after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ", "SYM") and not _is_person(after)
        if count is not None and count.first <= at + 2 and not counts_things:
            return count
    return None
