"""Numbers that add up many events: a war's toll, the dead of a year, an open list over "recent weeks". They stand under no single event."""

from __future__ import annotations

import re

from transforms.casualties.counted_deeds import OF_A_YEAR, is_of_all_times, is_of_counted_deeds
from transforms.casualties.harm import Harm
from transforms.casualties.phrases import has_case
from transforms.casualties.time_spans import MONTH, RUNNING, SPAN, TIMES, WARS, YEAR
from transforms.casualties.verb_reading import verb_word
from transforms.events.word_classes import classes_of
from transforms.parse import start_of
from transforms.records import EventMention
from transforms.tokens import Token

# "In its deadliest incident since the invasion began": the time is of the ranking, not of the toll.
# "A year since the protests": the time is of a day that is kept.
APART = re.compile(r"\bfor the first time since (?:\w+ ){0,2}\d{4}\b|(?:^|\b(?:a|one) )(?:year|month) since [^,]*")
RANKS = frozenset(("deadliest", "worst", "bloodiest", "largest", "biggest", "heaviest", "highest"))
# "In the fifth such operation since September": the time is of the deeds that are counted.
ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest"))
# "Thirteen were killed, bringing to 18 the number killed this year": the sum has its own words.
SUMMING = frozenset(("bring", "raise", "take", "push", "lift"))
# "Held since June" is one deed that lasts.
LASTING = frozenset(("detained", "abducted", "missing"))
# No single deed took so many.
MANY = 1000
# Above these, people were harmed in a war and not in one of its deeds.
MOST_OF_A_DEED, OPEN = {"killed": 10_000, "injured": 20_000, "displaced": 1_000_000}, 10**9
# So many dead of a month, by nobody's hand and in a whole country, are its sum.
OF_A_MONTH = 20
# A state of things, however definite: "the 3.5 million people displaced".
STATE_OF_THINGS = 100_000
# Each of these is a deed of its own: "more than 1,400 have been kidnapped since 2014".
TAKING = frozenset(("kidnap", "abduct", "arrest", "apprehend", "capture", "kidnapping", "abduction"))
SUPERLATIVE = re.compile(r"\b(\w{3,}est|worst|most \w+|first|second|third)\b.*\bin (\w+ )?(years|decades|a decade|months)\b")


def is_aggregate(harm: Harm, event: EventMention | None) -> bool:
    """Return whether a number adds up several events; a single person and people told of before never do."""
    if harm.is_open_list:
        return True
    if harm.outcome == "displaced" and (harm.count.low or 0) >= STATE_OF_THINGS and harm.trigger.dep_ == "acl":
        return True
    if harm.count.best in (0, 1) or (harm.victims is not None and harm.victims.is_definite):
        return False
    if (harm.count.low or 0) >= MOST_OF_A_DEED.get(harm.outcome, OPEN):
        return True
    if any(child.lower_ in ("overall", "cumulative") for child in harm.trigger.children):
        return True
    helpers = {"are", "remain"} | ({"have", "has"} if (harm.count.low or 0) >= STATE_OF_THINGS else set())
    if harm.outcome == "displaced" and (
        any(child.lower_ in helpers for child in harm.trigger.children)
        or ((harm.count.low or 0) >= STATE_OF_THINGS and " as of " in harm.trigger.sent.text.lower())
    ):
        return True  # "2.6 million people are displaced": a state of things, and no deed's number
    is_taken = harm.trigger.lemma_.lower() in TAKING or (harm.trigger.lemma_.lower() == "detain" and _has_object(harm.trigger))
    if harm.outcome in LASTING and not is_taken and (harm.count.low or 0) < MANY:
        return False
    if (
        event is not None
        and event.is_general
        and not any(SUPERLATIVE.search(text.lower()) for text in (harm.trigger.sent.text, event.evidence))
    ):
        return True
    if harm.trigger.dep_ == "acl:relcl" and harm.trigger.head.lemma_.lower() in WARS | {"genocide", "holocaust"}:
        return True  # "the 1994 genocide, in which some 800,000 people were murdered"
    if event is not None and (_is_sum_of_a_year(harm, event) or is_of_counted_deeds(harm, event)):
        return True
    if _is_of_a_time(harm.trigger) or _is_of_a_year(harm.trigger):
        return True
    return _is_number_so_far(harm) or is_of_all_times(harm) or _counts_a_span(harm.trigger) or _is_of_a_month(harm, event)


def _has_object(verb: Token) -> bool:
    """Return whether somebody does what a verb says: "we have detained five" is done again and again, "five are detained" lasts."""
    return any(child.dep_ == "obj" for child in verb.children)


def _is_of_a_month(harm: Harm, event: EventMention | None) -> bool:
    """Return whether so many people are said to have died in a month by nobody's hand and in no place ("355 lost their lives in October"),
    where the sentence tells of no deed."""
    verb = harm.trigger if harm.trigger.pos_ == "VERB" else harm.trigger.head
    if (harm.count.low or 0) < OF_A_MONTH or (event is not None and event.span_start == start_of(harm.trigger.sent[0])):
        return False
    times = [child for child in verb.children if child.dep_ == "obl" and has_case(child, "in", "at", "near", "on", "by")]
    return len(times) == 1 and re.fullmatch(MONTH, times[0].lower_) is not None and has_case(times[0], "in")


def _is_number_so_far(harm: Harm) -> bool:
    """Return whether a number of people runs on to the day of telling: "the number of troops killed this year"."""
    if harm.victims is None or harm.victims.head.head.lower_ != "number":
        return False
    return RUNNING.search(" ".join(token.lower_ for token in harm.trigger.subtree)) is not None


def _counts_a_span(trigger: Token) -> bool:
    clause = trigger
    while clause.pos_ != "VERB" and clause.head is not clause:
        clause = clause.head
    summed_up = {token.i for child in clause.children if child.dep_ == "advcl" and child.lemma_ in SUMMING for token in child.subtree}
    ranked = {token.i for rank in clause.subtree if _ranks(rank) for token in rank.head.subtree if token.i > rank.i}
    beside = {token.i for child in clause.children if _tells_apart(child) and not _is_so_far(clause, child) for token in child.subtree}
    words = APART.sub("", " ".join(token.lower_ for token in clause.subtree if token.i not in summed_up | ranked | beside))
    if SPAN.search(words) is not None:
        return True
    if clause.dep_ == "acl:relcl" and SPAN.search(_before_clause(clause)) is not None:
        return True
    if clause.dep_ == "conj" and clause.head.pos_ == "VERB":  # "has killed thousands and displaced ..."
        own_span = {token.i for token in clause.subtree}
        clause = clause.head
        if SPAN.search(APART.sub("", " ".join(token.lower_ for token in clause.subtree if token.i not in own_span))) is not None:
            return True
    if clause.dep_ == "advcl" and clause.text.endswith("ing") and clause.head.pos_ == "VERB" and _counts_so_far(clause):
        return True  # "has verified 18 attacks since May, resulting in 72 deaths"
    helpers = {child.lower_ for child in clause.children if child.dep_ == "aux"}
    if _runs_since(clause) and (helpers & {"have", "has", "had"} or clause.dep_ == "acl"):
        return True
    is_perfect = bool(helpers & {"have", "has"})
    if SPAN.match(_opening(trigger)) is not None and any(word.lower_ in ("have", "has") and word.dep_ == "aux" for word in trigger.sent):
        return True
    if clause.lemma_ == "stand" and RUNNING.search(words) is not None:
        return True  # "this year the toll stands at 94"
    return (is_perfect and RUNNING.search(words) is not None) or (_is_of_a_war(clause) and (is_perfect or "last year" in words))


def _ranks(word: Token) -> bool:
    return word.lower_ in RANKS or (word.lower_ in ORDINALS and "assault" in classes_of(word.head))


def _counts_so_far(result: Token) -> bool:
    """Return whether what a participle tells came of several deeds that its verb, in the perfect, counts over a span."""
    verb = result.head
    is_perfect = any(child.dep_ == "aux" and child.lower_ in ("have", "has") for child in verb.children)
    own = {token.i for token in result.subtree}
    return is_perfect and SPAN.search(" ".join(token.lower_ for token in verb.subtree if token.i not in own)) is not None


def _before_clause(clause: Token) -> str:
    """Return the phrase that a clause of "in which" is told of: "in nearly a year of exchanges, in which 26 have died"."""
    noun = clause.head
    while noun.dep_ == "nmod" and noun.head.i < noun.i:
        noun = noun.head
    is_in_it = any(word.lower_ == "which" and has_case(word, "in", "during") for word in clause.subtree)
    return " ".join(word.lower_ for word in clause.doc[noun.left_edge.i : clause.left_edge.i]) if is_in_it else ""


def _is_of_a_time(trigger: Token) -> bool:
    """Return whether a month or year is told to have seen the harm: "June saw the most casualties in years, with 232 people killed"."""
    verbs = (word for word in (trigger, *trigger.ancestors) if word.lemma_.lower() in ("see", "bring"))
    subjects = (child for verb in verbs for child in verb.children if child.dep_ == "nsubj")
    return any(re.fullmatch(MONTH, noun.lower_) or YEAR.fullmatch(noun.text) or noun.lemma_.lower() in TIMES for noun in subjects)


def _runs_since(clause: Token) -> bool:
    """Return whether what happened since another deed is counted: "have been killed since Israel broke the truce"."""
    return any(
        child.dep_ == "advcl" and any(mark.dep_ == "mark" and mark.lower_ == "since" for mark in child.children)
        for child in clause.children
    )


def _is_sum_of_a_year(harm: Harm, event: EventMention) -> bool:
    """Return whether people are said to have died in a year, in a country and by nobody's hand ("8,000 were killed last year")."""
    if event.date is None or event.date.date_precision not in ("year", "month"):
        return False
    if event.date.date_precision == "month":
        is_wide = (event.place is None or event.place.precision == "country") and not _has_spot_or_deed(harm.trigger, event)
        return is_wide and event.source_text is None and (harm.count.low or 0) >= OF_A_MONTH and _is_told_alone(harm, event)
    is_of_now = event.date.evidence.lower().startswith(("last", "this", "so far"))
    if (
        is_of_now
        and (harm.count.low or 0) >= OF_A_YEAR
        and not _is_of_one_deed(harm.trigger)
        and (event.place is None or event.place.precision in ("country", "admin1"))
    ):
        return True  # "police in the state killed 703 people last year"
    if event.source_text is not None:
        return False
    return _is_told_alone(harm, event) and event.place is not None and event.place.precision == "country"


def _is_of_one_deed(trigger: Token) -> bool:
    """Return whether a clause tells what attacks that the reader knows did ("the bombings of two embassies last year that killed 224")."""
    subject = next((child for child in trigger.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in ("that", "which") or trigger.dep_ != "acl:relcl":
        return False
    before = trigger.doc[trigger.sent.start : subject.i]
    return any("assault" in classes_of(word) and any(child.lower_ == "the" for child in word.children) for word in before)


def _has_spot_or_deed(trigger: Token, event: EventMention) -> bool:
    """Return whether people fell in a place that no gazetteer knows ("killed in Pont-Sonde"), or in a deed told in the clause before."""
    spots = [child for child in trigger.children if child.dep_ == "obl" and child.text[0].isupper() and has_case(child, "in", "at", "near")]
    known = event.place_text or "" if event.place is not None else ""
    if any(spot.text not in known and not re.fullmatch(MONTH, spot.lower_) for spot in spots):
        return True
    before = trigger.head
    is_beside = trigger.dep_ in ("parataxis", "advcl") and any(token.text == ";" for token in trigger.doc[before.i : trigger.i])
    return is_beside and before.i < trigger.i and before.pos_ == "VERB" and verb_word(before) is None


def _is_told_alone(harm: Harm, event: EventMention) -> bool:
    """Return whether no word but that of harm tells of the deed, and nobody is said to do it."""
    return event.trigger_start == start_of(harm.trigger) and not any(child.dep_ == "obj" for child in harm.trigger.children)


def _tells_apart(clause: Token) -> bool:
    """Return whether a coordinated clause has a subject of its own, so that its time is not that of the clause before it."""
    return clause.dep_ in ("conj", "parataxis") and any(child.dep_.startswith("nsubj") for child in clause.children)


def _is_so_far(clause: Token, other: Token) -> bool:
    """Return whether two clauses stand in the perfect, so that the span after the second is that of both ("since 2006")."""
    helpers = [{child.lower_ for child in verb.children if child.dep_ in ("aux", "aux:pass")} for verb in (clause, other)]
    is_gapped = other.tag_ == "VBN" and not helpers[1]  # "53 had been killed and 98 injured since the start of the war"
    return is_gapped or all(told & {"have", "has"} for told in helpers)


def _opening(trigger: Token) -> str:
    """Return what stands before the first comma of a sentence: "Since the war began, nine have been killed", however it is parsed."""
    before, comma, _ = trigger.sent.text.lower().partition(", ")
    return before if comma else ""


def _is_of_a_war(clause: Token) -> bool:
    """Return whether a war or violence, told of in the perfect, is what harmed people ("Gang violence has killed more than 5,600")."""
    return any(child.dep_ == "nsubj" and child.lemma_.lower() in WARS for child in clause.children)


def _is_of_a_year(trigger: Token) -> bool:
    """Return whether a number is told of another year or month in comparison ("since 2007, when 28 were killed")."""
    when = next((child for child in trigger.children if child.lower_ == "when" and child.i > child.sent.start + 1), None)
    if when is None or any(child.dep_ == "obj" for child in trigger.children):
        return False  # "since March, when a strike killed three" tells of one deed
    before = when.nbor(-2) if when.nbor(-1).text == "," else when.nbor(-1)
    return (before.text.isdigit() and len(before.text) == 4) or re.fullmatch(MONTH, before.lower_) is not None
