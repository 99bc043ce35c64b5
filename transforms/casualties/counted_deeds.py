"""Numbers of many deeds, by the words for these: so many attacks of a year, attacks that "have killed hundreds"."""

from __future__ import annotations

from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import word_set
from transforms.casualties.time_spans import YEAR
from transforms.events.word_classes import classes_of
from transforms.records import EventMention
from transforms.tokens import Token

# No single deed told of "last year" alone took so many.
OF_A_YEAR = 100
# How many fell over all times.
CROWDS = word_set("many numerous countless hundreds thousands tens millions")
KNOWN = word_set("the this these those")


def is_of_all_times(harm: Harm) -> bool:
    """Return whether deeds or doers in general have harmed people, nobody says when ("mines that have inflicted thousands of casualties",
    "the gangs who have killed many judges")."""
    first = harm.count.first
    words = {token.lower_ for token in harm.trigger.doc[first : harm.count.last + 1]} if first >= 0 else set()
    verb = harm.trigger if harm.trigger.pos_ == "VERB" else next((t for t in harm.trigger.ancestors if t.pos_ == "VERB"), None)
    if harm.count.qualifier != "vague" or not words & CROWDS or verb is None:
        return False
    told = {child.dep_: child for child in verb.children}
    is_perfect = any(child.dep_ == "aux" and child.lower_ in ("have", "has") for child in verb.children)
    if not is_perfect or "obl:unmarked" in told or ("obl" in told and told["obl"].pos_ == "PROPN"):
        return False  # "soldiers have killed hundreds in Hama this week"
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if verb.dep_ == "acl:relcl":
        return verb.head.tag_ == "NNS" and subject is not None and subject.lower_ in ("who", "that", "which")
    return subject is not None and subject.tag_ == "NNS" and not any(child.lower_ in KNOWN for child in subject.children)


def is_of_counted_deeds(harm: Harm, event: EventMention) -> bool:
    """Return whether people were harmed in several deeds of a year: "there were 23 such attacks in 2024, in which 18 were hurt"."""
    clause = harm.trigger
    if any(_is_of_many_deeds(child) for child in clause.children if child.dep_ == "obl"):
        return True  # "last year 62 were killed in 391 shootings"
    deeds: Token | None = clause.head if clause.dep_ == "acl:relcl" else None
    if clause.dep_ == "advcl" and any(child.lower_ == "which" for child in clause.children):
        deeds = next((child for child in clause.head.children if child.dep_ == "nsubj"), None)
    counts = (child.text for child in deeds.children if child.dep_ == "nummod" and child.lower_ != "one") if deeds is not None else ()
    if deeds is None or all(YEAR.fullmatch(count) for count in counts):  # "the 2010 massacre" is one
        return False
    is_long = event.date is not None and event.date.date_precision in ("year", "month")
    return is_long or any(child.lower_ == "such" for child in deeds.children)


def _is_of_many_deeds(noun: Token) -> bool:
    """Return whether a noun counts so many deeds that no day saw them ("in 391 shootings")."""
    number = next((child.text.replace(",", "") for child in noun.children if child.dep_ == "nummod"), "")
    is_many = number.isdecimal() and int(number) >= OF_A_YEAR and YEAR.fullmatch(number) is None
    return is_many and "assault" in classes_of(noun)
