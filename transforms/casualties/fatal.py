"""A death told by the article's words for the event: "homicide victim", "fatal shooting", where the sentence only says "was shot"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.casualties.draft import Draft
from transforms.casualties.hits import attach, room_of
from transforms.casualties.lexicon import word_set
from transforms.casualties.same_event import are_of_one
from transforms.casualties.suicide import turns_weapon
from transforms.parse import ParsedArticle
from transforms.tokens import Token

DEADLY_EVENTS = word_set("shooting shootings stabbing stabbings attack attacks blast crash incident")
MURDER_SUICIDE = re.compile(r"\bmurder[- ]suicides?\b", re.IGNORECASE)
DEATH_NOUNS = word_set("investigation case probe")


def die_of_it(drafts: Sequence[Draft], parsed: ParsedArticle) -> None:
    """Turn the one person who was shot or stabbed into a death, where the article calls it a homicide or a fatal shooting.

    Only when nobody else is told dead and nothing is said of a hospital: then the words can be of no other person."""
    told = [draft for draft in drafts if not draft.is_dropped and draft.harm.count.best != 0]
    _end_murderers(told, parsed)
    if any(draft.outcome == "killed" for draft in told):
        return
    hurt = [draft for draft in told if draft.outcome == "injured"]
    roots = {id(draft.root()) for draft in hurt if not draft.harm.in_hospital}
    hit = [draft for draft in hurt if id(draft.root()) in roots]
    if len(roots) != 1 or hit[0].root().number != 1 or any(not draft.harm.may_be_dead or draft.harm.in_hospital for draft in hit):
        return
    if any(_says_death(token) for sentence in parsed.sentences for token in sentence.span):
        for draft in hit:
            draft.outcome, draft.whole = "killed", None


def _end_murderers(told: Sequence[Draft], parsed: ParsedArticle) -> None:
    """Turn who turned a gun on himself into one of the dead, where the article tells of a murder-suicide."""
    if not any(MURDER_SUICIDE.search(sentence.text) for sentence in parsed.sentences):
        return
    for draft in told:
        if draft.repeats is not None or draft.outcome != "injured" or not turns_weapon(draft.harm.trigger):
            continue
        wholes = [
            other
            for other in told
            if other.outcome == "killed" and other.repeats is None and other.whole is None and (other.number or 0) > 1
        ]
        for other in told:
            other.outcome = "killed" if other.root() is draft else other.outcome
        whole = next((other for other in wholes if room_of(other) >= 1 and are_of_one(draft, other)), None)
        if whole is not None:
            attach(draft, whole)


def _says_death(token: Token) -> bool:
    word = token.lower_
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    before = token.nbor(-1).text if token.i > 0 else ""
    if word == "homicide":
        return before.lower() not in ("-", "attempted")
    if word in ("fatal", "deadly"):
        return before != "-" and (after in DEADLY_EVENTS or token.head.lower_ in DEADLY_EVENTS)
    if word == "murder":
        return after == "victim"
    return word == "death" and (before.lower() in DEADLY_EVENTS or after in DEATH_NOUNS)
