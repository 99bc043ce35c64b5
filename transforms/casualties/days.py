"""When a claim says that people came to harm: the date in its own clause, which may be none of the event it was tied to."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.lexicon import word_set
from transforms.dates.intervals import are_apart, share_no_day
from transforms.parse import Sentence, start_of
from transforms.records import DateMention, EventMention
from transforms.tokens import Span, Token

TELLING = word_set("say tell report announce confirm add write state claim identify name bury arrest charge release publish update")
CLOCK = ("a.m.", "p.m.", "am", "pm", "a.m", "p.m")
NOUN_LINKS = frozenset(("nmod", "flat", "compound", "nummod", "nmod:unmarked", "amod", "appos", "det", "obl:unmarked", "case"))


def day_of(trigger: Token, span: Span, dates: Sequence[DateMention]) -> DateMention | None:
    """Return the date told with the word of harm, in its own clause or that of a participle's verb ("exploded on Monday, killing nine").

    None where there is none; a clock time and a date in brackets are of no clause.

    `dates`: those of the sentence."""
    clauses = _clauses(trigger)
    clause = trigger if trigger.pos_ == "VERB" else trigger.head
    noun = clause.head if clause.dep_ == "acl:relcl" else None  # "last year's protests, in which 60 died"
    antecedent = {token.i for token in noun.subtree if token.i < trigger.i} if noun is not None and noun.pos_ == "NOUN" else set()
    found: list[tuple[int, int, DateMention]] = []
    for said in dates:
        first = next((token for token in span if start_of(token) >= said.span_start), None)
        if first is None or said.date_start is None or said.evidence.lower().endswith(CLOCK) or _is_bracketed(first, span):
            continue
        if _begins_a_stretch(first, span):
            continue
        if first.i in antecedent:
            found.append((len(clauses), abs(first.i - trigger.i), said))
        verb = _governor(first)
        if verb.i in clauses and verb.lemma_.lower() not in TELLING:
            found.append((clauses[verb.i], abs(first.i - trigger.i), said))
    return min(found, key=lambda item: item[:2])[2] if found else None


def _clauses(trigger: Token) -> dict[int, int]:
    """Return the positions of the trigger and of the verbs that share its time, each with its distance."""
    steps = {trigger.i: 0}
    step = trigger
    if trigger.dep_ in ("xcomp", "obj") and trigger.head.lemma_.lower() in ("leave", "cause", "claim"):
        step = trigger.head  # "a 2021 operation left 28 dead"
        steps[step.i] = 1
    while step.head is not step and ((step.dep_ == "advcl" and step.text.endswith("ing")) or step.dep_ == "conj"):
        step = step.head
        steps.setdefault(step.i, len(steps))
    return steps


def _is_bracketed(first: Token, span: Span) -> bool:
    return first.i > span.start and first.nbor(-1).text == "("


def _begins_a_stretch(first: Token, span: Span) -> bool:
    """Whether a date only says since when there was no such deed ("for the first time since 2016")."""
    words = [token.lower_ for token in span if token.i < first.i][-3:]
    return words == ["first", "time", "since"]


def _governor(token: Token) -> Token:
    step = token
    while step.head is not step and (step.dep_ in NOUN_LINKS or step.pos_ not in ("VERB", "AUX", "ADJ")):
        step = step.head
    return step


def event_of_day(event: EventMention | None, day: DateMention | None, sentence: Sentence) -> EventMention | None:
    """Return the event a claim was tied to, or None when the claim tells of another day than the event, or than the text around it.

    The text around an event that is told only after the claim's `sentence`, without a day, says nothing of the claim's day."""
    if event is None or day is None or (event.date is None and event.span_start > sentence.start):
        return event
    start, end = (event.context_days or (None, None))[:2]
    is_apart = are_apart(event.date, day) if event.date is not None else share_no_day(start, end, day)
    return None if is_apart else event
