"""Words of harm that harm nobody: deaths of illness, contests in which somebody is beaten, words that hurt, what a camera captures, and
what is told of anybody ("when a man is shot", "one death every two days")."""

from __future__ import annotations

import re
from itertools import islice

from transforms.casualties.counts import Count
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import noun_of, word_set
from transforms.casualties.neighbours import subjects_of
from transforms.casualties.phrases import has_case
from transforms.casualties.relatives import relative_antecedent
from transforms.events.word_classes import classes_of
from transforms.tokens import Token, text_of

DYING = word_set("die death perish pass lose succumb")
SUFFER = word_set("suffer have battle fight")
CAUSES = ("of", "from", "to", "after", "with")
# "Heart attack", "heart failure"; alone these are something else.
ORGANS = word_set("heart cardiac kidney liver lung brain")
QUIET_ENDS = (("natural", "cause"), ("old", "age"))
# By how much somebody is beaten in a vote or a match, and where.
MARGINS = word_set("percent point vote goal margin % length run set")
CONTESTS = word_set("election poll primary caucus vote race game match final semifinal tournament ballot referendum debate contest runoff")
# What stands for something said or done before, and not for a blow.
SAID = word_set("that this it what which these")
CAMERAS = word_set("camera cam video film tape footage recording audio microphone photo photograph cellphone phone lens image picture")
# As an obituary ends: "died in prison at 77", "has died, aged 77".
OF_AGE = re.compile(r"\b(?:at|aged|at age|at the age of) (?:6|7|8|9)\d\b(?! ?(?:a\.?m|p\.?m|[%\w-]))")
RATE = re.compile(
    r"\b(every|each) (\w+ )?(minute|hour|day|week|month|year)s?\b|\bon average\b|\ban average of\b|\bper (day|week|month|year)\b"
)
PAST = word_set("prior previous past")
PRESENT = ("VBZ", "VBP")
# What may hurt people in earnest.
DOING_HARM = frozenset({"assault", "weapon", "explosive", "nature", "party", "person", "vessel", "bullet"})


def is_unmeant(harm: Harm) -> bool:
    """Return whether a word of harm tells of no violence and of no mishap, or of anybody's."""
    trigger = harm.trigger
    if (
        is_of_illness(trigger)
        or _is_yet_alive(trigger)
        or _is_contest(trigger)
        or _is_figurative(trigger, harm.count)
        or _is_recorded(trigger)
    ):
        return True
    return _is_rate(harm) or _is_of_anybody(harm) or _is_on_record(trigger)


def is_of_illness(trigger: Token) -> bool:
    """Return whether somebody died of an illness or of age: "died of brain cancer", "died after a heart attack", "the man, who had suffered
    from heart disease, died"."""
    if trigger.lemma_.lower() not in DYING:
        return False
    if OF_AGE.search(text_of(trigger.doc[trigger.i : trigger.sent.end])) is not None and not _tells_of_force(trigger):
        return True
    below = (word for word in trigger.subtree if word.i > trigger.i and word.dep_ in ("obl", "nmod") and has_case(word, *CAUSES))
    if any(_is_illness(noun) and _is_of_clause(noun, trigger) for noun in below):
        return True
    sufferers = [clause for subject in subjects_of(trigger) for clause in subject.subtree if clause.dep_ == "acl:relcl"]
    suffered = [child for clause in sufferers if clause.lemma_.lower() in SUFFER for child in clause.children if child.i > clause.i]
    return any(_is_illness(noun) for noun in suffered)


def _is_yet_alive(trigger: Token) -> bool:
    """Return whether one person "is dying", and so not dead."""
    is_going_on = trigger.lemma_.lower() == "die" and trigger.tag_ == "VBG"
    return is_going_on and any(child.lower_ in ("is", "was", "'s") and child.dep_ == "aux" for child in trigger.children)


def _tells_of_force(trigger: Token) -> bool:
    return any(classes_of(word) & {"assault", "weapon", "explosive", "bullet"} for word in trigger.sent if word.i != trigger.i)


def _is_of_clause(word: Token, verb: Token) -> bool:
    """Return whether no other verb stands between a word and the verb above it ("died 22 years ago of cancer")."""
    return next((above for above in word.ancestors if above.pos_ in ("VERB", "AUX") or above is verb), None) is verb


def _is_illness(noun: Token) -> bool:
    """Return whether a noun names what people die of by nobody's hand, by itself or with the word for an organ before it."""
    classes = classes_of(noun)
    if "illness" in classes:
        return True
    before = {child.lower_ for child in noun.children if child.dep_ in ("amod", "compound") and child.i < noun.i}
    if "illness_of_organ" in classes and before & ORGANS:
        return True
    return any(adjective in before and noun.lemma_.lower() == lemma for adjective, lemma in QUIET_ENDS)


def _is_contest(verb: Token) -> bool:
    """Return whether somebody is beaten in a vote or a match: "beats Obama by 46 percent to 42", "was beaten in the primary"."""
    if verb.lemma_.lower() != "beat":
        return False
    hung = [child for child in verb.children if child.dep_ in ("obl", "obl:unmarked", "nmod")]
    hung += [child for noun in verb.children if noun.dep_ == "obj" for child in noun.children if child.dep_ == "nmod"]
    by_margin = any(noun.lemma_.lower() in MARGINS and has_case(noun, "by") for noun in hung)
    return by_margin or any(noun.lemma_.lower() in CONTESTS and has_case(noun, "in", "at") for noun in hung)


def _is_figurative(verb: Token, count: Count) -> bool:
    """Return whether what somebody said or did hurts one who is not counted: "I think that hurt him", "the vote hurt the mayor"."""
    if verb.lemma_.lower() not in ("hurt", "harm") or verb.pos_ != "VERB" or count.first >= 0:
        return False
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or not any(child.dep_ == "obj" for child in verb.children):
        return False
    meant = relative_antecedent(subject) or subject
    if meant is subject and subject.lower_ in SAID:
        return True
    return meant.pos_ == "NOUN" and noun_of(meant) is None and not classes_of(meant) & DOING_HARM


def _is_recorded(verb: Token) -> bool:
    """Return whether a camera took what is told of ("one captured by a dashboard camera")."""
    hung = [child for child in verb.children if child.dep_ in ("obl", "obl:agent")]
    hung += [child for noun in hung for child in noun.children if child.dep_ in ("obj", "compound")]
    return verb.lemma_.lower() == "capture" and any(noun.lemma_.lower() in CAMERAS for noun in hung)


def _is_on_record(arrest: Token) -> bool:
    """Return whether arrests are those of somebody's past ("has five prior arrests", "had been arrested 29 times")."""
    is_past = any((child.lower_ in PAST and child.dep_ == "amod") or child.lemma_ == "time" for child in arrest.children)
    return arrest.lemma_.lower() == "arrest" and is_past


def _is_rate(harm: Harm) -> bool:
    """Return whether single people are counted by the day or year: "one death of a child every two days"."""
    trigger = harm.trigger
    if harm.count.best != 1:
        return False
    clauses = [trigger]
    if trigger.pos_ == "NOUN" and not has_case(trigger, "since", "after", "before", "following"):  # "clashes every day since his death"
        clauses += [trigger.head] if trigger.head.pos_ == "NOUN" else [t for t in trigger.head.children if t.dep_.startswith("obl")]
    return any(RATE.search(" ".join(token.lower_ for token in clause.subtree)) is not None for clause in clauses)


def _is_of_anybody(harm: Harm) -> bool:
    """Return whether the words tell what is so whenever it happens: "when a farmer gets shot", "taking the life of another", "there are so
    many deaths"."""
    trigger, victims = harm.trigger, harm.victims
    if victims is None:
        return False
    first = victims.head.doc[victims.first]
    if "how many" in text_of(first.doc[max(first.i - 1, 0) : first.i + 2]).lower():
        return True  # "no matter how many people he killed"
    if victims.head.lower_ == "another" and trigger.lemma_.lower() == "life":
        return True
    if first.lower_ == "many" and first.i > 0 and first.nbor(-1).lower_ == "so":
        return any(word.lemma_ == "be" and word.tag_ in PRESENT for word in islice(trigger.ancestors, 2))
    is_any = first.lower_ in ("a", "an") or (victims.is_definite is False and harm.count.first < 0 and harm.count.qualifier == "vague")
    times = (child for word in (trigger, *trigger.ancestors) if _is_present(word) for child in word.children)
    return is_any and any(child.lower_ in ("when", "whenever") and child.i < trigger.i for child in times)


def _is_present(verb: Token) -> bool:
    return verb.tag_ in PRESENT or any(child.dep_.startswith("aux") and child.tag_ in PRESENT for child in verb.children)
