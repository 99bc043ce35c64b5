"""Which event a number is of when its sentence tells of none: the one whose toll was told, unless the text has turned elsewhere.

"The toll rose to 43" goes back to the attack whose dead were counted before, not to the last deed that came up since. What nature or
disease did, and what happened "elsewhere", is of no event that was told before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from transforms.casualties.aggregates import RANKS
from transforms.casualties.draft import Draft
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import word_set
from transforms.casualties.linking import VIOLENT, is_of_untold_deed
from transforms.casualties.phrases import has_case
from transforms.casualties.roles import is_perpetrator
from transforms.casualties.same_event import are_far
from transforms.events.word_classes import classes_of
from transforms.parse import Sentence
from transforms.records import EventMention
from transforms.tokens import Span, Token, text_of

# What an attack may set off, so that its dead are the attack's.
SET_OFF = word_set("blaze crash collision accident derailment avalanche")
# Nobody does these; "sink" and "crash" may be an attack's doing.
MISHAPS = word_set("capsize overturn derail")
BOATS = word_set("boat dinghy ferry canoe vessel raft")
# On a road or a railway these are nobody's doing.
CRASHES = word_set("crash collision accident derailment pile-up")
ON_THE_ROAD = word_set("road traffic car bus minibus lorry truck tanker motorcycle motorbike train highway van vehicle")
RUNS_INTO = word_set("slam crash collide plough plow ram veer skid smash plunge hit")
INTO = word_set("into off with head-on over")
LEAVING = word_set("leave claim take cost cause")
REMEMBERED = word_set("anniversary memorial commemoration funeral")
# "Marked a year since the storming of parliament, when 60 were killed".
SINCE = re.compile(r"\b(?:years? since|anniversary of)\b")
CAUSES = word_set("of from in by to during")
TURNS = ("elsewhere", "separately", "in a separate", "in separate", "in another", "in other", "in an unrelated", "in unrelated")
# "A member of the trio was shot on an earlier occasion", "in a separate unrelated crime, a man was shot".
OTHER_DEED = re.compile(
    r"\b(?:on an earlier occasion|in (?:an?|another) (?:separate|unrelated|earlier|previous) (?:\w+ ){0,2}"
    r"(?:incident|attack|shooting|crime|case|operation|raid|strike|clash|bombing|ambush|killing|assault|robbery|episode|engagement))\b",
    re.IGNORECASE,
)
HOSPITALS = word_set("hospital hospitals clinic clinics morgue mortuary")
WOUNDS = word_set("wound injury burn")
HARMED = word_set("killed died dead wounded injured hurt")
REACH = 12
FEW_SENTENCES = 3


def is_of_nature(harm: Harm) -> bool:
    """Return whether nature, a disease or a mishap did the harm: "floods killed nine", "nine drowned when the boat capsized"."""
    if harm.outcome not in (*VIOLENT, "displaced", "missing"):
        return False
    if harm.trigger.lemma_.lower() == "drown" or any(word.lemma_.lower() in MISHAPS and word.pos_ == "VERB" for word in harm.trigger.sent):
        return True
    if _is_on_the_road(harm.trigger):
        return True
    if harm.outcome in ("missing", "killed") and any(_sinks(word) for word in harm.trigger.sent):
        return True
    for child in harm.trigger.children:
        is_cause = child.dep_ in ("obl", "obl:agent", "nmod") and any(
            mark.lower_ in CAUSES for mark in child.children if mark.dep_ == "case"
        )
        if (is_cause or child.dep_ == "nsubj") and _is_natural(child):
            return True
    return any(_is_natural(child) for child in _doers_over(harm.trigger))


def _is_on_the_road(trigger: Token) -> bool:
    """Return whether people were harmed as a vehicle ran into something, in a sentence that tells of no attack: "died when the driver
    slammed into a truck"."""
    clauses = [
        child
        for child in trigger.children
        if child.dep_ == "advcl" and any(mark.lower_ in ("when", "after", "as") for mark in child.children)
    ]
    joined = [child for clause in clauses for child in clause.children if child.dep_ == "conj"]
    verbs = [verb for verb in (*clauses, *joined) if verb.lemma_.lower() in RUNS_INTO]
    if not any(child.lower_ in INTO for verb in verbs for word in verb.children for child in (word, *word.children)):
        return False
    return not any("assault" in classes_of(word) or "weapon" in classes_of(word) for word in trigger.sent)


def _sinks(verb: Token) -> bool:
    """Return whether a boat goes down by itself ("when two boats sank on 9 May")."""
    goes_down = verb.lemma_.lower() == "go" and any(child.lower_ == "down" for child in verb.children)
    if not (goes_down or verb.lemma_.lower() == "sink") or any(
        child.lower_ in ("by", "after") for word in verb.children for child in (word, *word.children)
    ):
        return False
    if any(child.dep_ == "obl" and "assault" in classes_of(child) for child in verb.children):
        return False  # "their boat sank in a missile strike"
    return any(child.dep_ == "nsubj" and child.lemma_.lower() in BOATS for child in verb.children)


def _is_natural(word: Token) -> bool:
    before = [token for token in word.subtree if token.i < word.i and token.dep_ in ("compound", "amod", "obl:unmarked", "obl")]
    if word.lemma_.lower() in CRASHES and any(token.lower_ in ON_THE_ROAD for token in word.subtree):
        return True
    return any("nature" in classes_of(token) and token.lemma_.lower() not in SET_OFF for token in (word, *before))


def _doers_over(trigger: Token) -> list[Token]:
    """Return the subject of a verb that takes lives or leaves people in a state: "the crash claimed five lives and left 18 injured"."""
    verb = trigger.head
    if verb.lemma_.lower() not in LEAVING or trigger.i < verb.i:
        return []
    if verb.dep_ == "conj" and not any(child.dep_ == "nsubj" for child in verb.children):
        verb = verb.head
    return [child for child in verb.children if child.dep_ == "nsubj"]


def is_remembered(harm: Harm) -> bool:
    """Return whether a death is only what a day or a gathering is held for ("the anniversary of a commander's death")."""
    if harm.trigger.pos_ == "NOUN":
        return any(word.lemma_.lower() in REMEMBERED for word in islice(harm.trigger.ancestors, 2))
    before = text_of(harm.trigger.doc[harm.trigger.sent.start : harm.trigger.i]).lower()
    relative = any(child.lower_ in ("when", "which", "that") for word in harm.trigger.children for child in (word, *word.children))
    return relative and SINCE.search(before) is not None


def is_ranked_against(harm: Harm) -> bool:
    """Return whether people were harmed in what the news is ranked against ("the worst attack since car bombs in 2022 left 120 dead")."""
    for word in harm.trigger.doc[harm.trigger.sent.start : harm.trigger.i]:
        if word.lower_ == "since" and any(token.lower_ in RANKS for token in harm.trigger.doc[harm.trigger.sent.start : word.i]):
            return not any(token.text in ",;" for token in harm.trigger.doc[word.i : harm.trigger.i])
    return False


def turns_away(span: Span) -> bool:
    """Return whether a sentence opens by saying that it tells of something else ("Elsewhere, ...", "In a separate attack, ...")."""
    is_before = span[0].lower_ in ("before", "prior") and span[0].dep_ == "case" and span[0].head.dep_ == "obl"
    return is_before or span.text.lower().lstrip("\"' ").startswith(TURNS) or tells_of_other_deed(span)


def tells_of_other_deed(span: Span) -> bool:
    """Return whether a sentence says that it tells of another deed than those told before."""
    return OTHER_DEED.search(span.text) is not None


def focus_of(draft: Draft, told: Sequence[Draft]) -> EventMention | None:
    """Return the event that the people counted before were harmed in, for a toll without an event of its own; None for other claims.

    Numbers of the same outcome come first, then the claimant's own, then the last told. What was told of a single person, of those who
    did it or of several events is no toll to go back to."""
    if counts_them(draft) and (them := whom_it_counts(draft, told)) is not None:
        return them.event
    if is_of_untold_deed(draft.harm):
        return None
    if draft.outcome not in VIOLENT or not draft.is_general or draft.number in (0, 1) or draft.names or draft.harm.count.is_more:
        return None
    tolls = [
        other
        for other in told
        if other.event is not None
        and not other.is_aggregate
        and not (other.is_apart or other.is_preceding)
        and other.outcome in VIOLENT
        and (other.number or 0) > 1
        and other.event.event_mode != "abduct"
        and not (other.harm.is_part and other.whole is None)
        and not is_perpetrator(other)
        and draft.sentence.index - other.sentence.index <= REACH
    ]
    if not tolls:
        return None
    latest = max(
        tolls,
        key=lambda other: (
            other.outcome == draft.outcome,
            other.claimant is not None and other.claimant == draft.claimant,
            tolls.index(other),
        ),
    )
    return latest.event


def counts_them(draft: Draft) -> bool:
    """Return whether a number is of people told of just before ("the remains of 11 of them were discovered")."""
    victims = draft.harm.victims
    return victims is not None and draft.is_share and victims.head.lower_ == "them"


def whom_it_counts(draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """Return the people told of last, of whom there are as many as a number "of them" or more, or None."""
    return next((known for known in reversed(told) if (known.number or 0) >= (draft.number or 0) > 1), None)


def is_elsewhere(draft: Draft) -> bool:
    """Return whether a clause puts the harm in another province or country than the event it was tied to, and not into a hospital there."""
    event, where = draft.event, draft.where
    place = (event.place or event.context_place) if event is not None else None
    if where is None or place is None or HOSPITALS & {token.lower_ for token in draft.sentence.span}:
        return False
    return are_far(where, place)


def is_bare(event: EventMention) -> bool:
    """Return whether a mention is no more than a word of harm, without a day, a place or a doer ("24 people had been killed")."""
    return event.date is None and event.place is None and event.source_text is None and event.trigger.lower() in HARMED


def is_told_on(sentence: Sentence, told: Sequence[Draft]) -> bool:
    """Return whether a sentence goes on with what stands apart from the article's events: nothing told since, up to the sentence before it,
    is of an event."""
    before = [other for other in told if other.sentence.index == sentence.index - 1]
    since = [other for other in told if sentence.index - other.sentence.index <= FEW_SENTENCES]
    apart = [other.sentence.index for other in since if other.is_apart]
    return bool(before) and bool(apart) and all(other.event is None for other in since if other.sentence.index >= apart[-1])


def counts_the_same(draft: Draft, focus: EventMention, told: Sequence[Draft]) -> bool:
    """Return whether people in general were counted with the same outcome for the event in focus."""
    return any(other.event is focus and other.outcome == draft.outcome and other.is_general and (other.number or 0) > 1 for other in told)


def died_of_wounds(draft: Draft) -> bool:
    """Return whether people died of what had happened before: "two of the wounded died on Saturday" gives no day of the attack."""
    victims = draft.harm.victims
    if draft.outcome == "killed" and draft.is_share and victims is not None and victims.head.lower_ in ("wounded", "injured"):
        return True
    return is_of_wounded(draft.harm.trigger)


def town_of(draft: Draft) -> str | None:
    """Return the town that the clause of a claim names, by its id; None where people were only brought to a hospital there."""
    where = draft.where
    if where is None or where.precision not in ("city", "point") or HOSPITALS & {token.lower_ for token in draft.sentence.span}:
        return None
    return where.place_id


def is_of_wounded(trigger: Token) -> bool:
    """Return whether people died of what they had suffered before: "succumbed to their injuries", "died of their wounds"."""
    lemma = trigger.lemma_.lower()
    hung = [child for child in trigger.children if child.dep_ == "obl"]
    return lemma == "succumb" or (
        lemma == "die" and any(child.lemma_.lower() in WOUNDS and has_case(child, "of", "from") for child in hung)
    )
