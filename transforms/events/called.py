"""Which group a word for a group or its people means by the name that stands beside it."""

from __future__ import annotations

from transforms.events.reading import Reading
from transforms.events.subjects import SUBJECTS
from transforms.parse import end_of
from transforms.records import Actor
from transforms.tokens import Token

GROUPS = frozenset({"group", "militia", "movement", "organization", "organisation", "outfit"})
# What has heads and parts, and is no state's.
BODIES = frozenset({"armed_group", "igo", "ngo", "party"})
ASIDE = frozenset({",", '"', "\u201d", "'"})


def called_so(reading: Reading, group: Token) -> Actor | None:
    """Return the armed group whose name follows a word for a group at once ("the al Qaeda-linked group al Shabaab"), or None."""
    if group.lemma_.lower() not in GROUPS or group.i + 1 >= group.sent.end:
        return None
    mention = reading.actor(group.nbor(1))
    is_next = mention is not None and mention.span_start <= end_of(group) + 2 and group.nbor(1).text[:1] not in ",;:"
    return mention.actor if is_next and mention is not None and mention.actor is not None and mention.actor.kind == "armed_group" else None


def group_before(reading: Reading, token: Token) -> tuple[Actor, ...]:
    """The armed group named last before "the group" in its sentence, or ()."""
    for word in reversed(token.doc[token.sent.start : token.left_edge.i]):
        mention = reading.actor(word)
        if mention is not None and mention.actor is not None and mention.actor.kind == "armed_group":
            return (mention.actor,)
    return ()


def named_before(people: Token) -> Token | None:
    """Return the last word of a name that its own words part from a noun: a short form in brackets, or an aside; or None."""
    return _before_bracket(people) or _before_aside(people)


def _before_bracket(people: Token) -> Token | None:
    """Return the last word of the name before a short form in brackets and a noun ("Allied Democratic Forces (ADF) fighters"), or None."""
    first = people.left_edge
    if first.i < people.sent.start + 4 or first != people or first.nbor(-1).text != ")" or first.nbor(-3).text != "(":
        return None
    return first.nbor(-4)


def _before_aside(group: Token) -> Token | None:
    """Return the last word of the name that an aside about a group follows ("The Red Dawn Army", a group from the south), or None."""
    if group.lemma_.lower() not in GROUPS:
        return None
    first = group.left_edge
    before = first.i - 1
    while before > group.sent.start and group.doc[before].text in ASIDE:
        before -= 1
    name = group.doc[before]
    is_aside = before < first.i - 1 and group.dep_ in SUBJECTS and first.lower_ in ("a", "an")
    return name if is_aside and name.text[:1].isupper() else None


def body_led(reading: Reading, body: Token) -> Actor | None:
    """Return the organisation named in a phrase that says of what somebody is the head, if it is none of a state's, or None."""
    words = (body, *(t for t in body.children if t.dep_ in ("compound", "flat", "appos", "nmod:desc")))
    mentions = (reading.actor(word) for word in words)
    return next((m.actor for m in mentions if m is not None and m.actor is not None and m.actor.kind in BODIES), None)
