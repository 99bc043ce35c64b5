"""Deaths that nobody brought about, told again without their cause: who "died of heart disease" is no one killed where the text only says
"he died on Monday", nor is anybody named whom an article without any violence tells to have died."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.casualties.draft import Draft
from transforms.casualties.focus import HOSPITALS
from transforms.casualties.names import is_name
from transforms.casualties.neighbours import subjects_of
from transforms.casualties.unmeant import DYING, is_of_illness
from transforms.events.word_classes import classes_of
from transforms.parse import ParsedArticle
from transforms.tokens import Token

VIOLENT = frozenset({"assault", "weapon", "explosive", "bullet", "bomb", "combatant", "nature", "mishap", "accident"})
DEATHS = DYING | {"death"}
AGED = re.compile(r"(?:he|she) was (?:6|7|8|9)\d\W*", re.IGNORECASE)
# What opens a cause ("died after a fall", "died when the roof came down").
CAUSES = frozenset({"after", "when", "in", "from", "as", "while", "during", "by"})


def without_quiet_deaths(drafts: Sequence[Draft], parsed: ParsedArticle) -> list[Draft]:
    """Return the claims without the deaths of people who died of an illness, or of whom an article tells no more than that they died."""
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(id(draft.root()), []).append(draft)
    loose = [group for group in told.values() if all(map(_is_plain_death, group)) and any(draft.names for draft in group)]
    if not loose:
        return list(drafts)
    words = [word for sentence in parsed.sentences for word in sentence.span]
    ill = {name for word in words if word.lemma_.lower() in DYING and is_of_illness(word) for name in _names_of(word)}
    is_peaceful = sum(map(len, loose)) == len(drafts) and not any(classes_of(word) & VIOLENT for word in words)
    quiet = {
        id(draft)
        for group in loose
        for draft in group
        if any(other.names & ill for other in group) or (is_peaceful and not any(map(_has_cause, group))) or _is_of_age(group, parsed)
    }
    return [draft for draft in drafts if id(draft) not in quiet]


def _is_of_age(group: Sequence[Draft], parsed: ParsedArticle) -> bool:
    """Return whether an obituary gives the age of who died right after the death ("died in prison on Monday. He was 77.")."""
    after = {draft.sentence.index + 1 for draft in group}
    return any(sentence.index in after and AGED.fullmatch(sentence.text.strip()) is not None for sentence in parsed.sentences)


def _is_plain_death(draft: Draft) -> bool:
    """Return whether a claim says of one person no more than that he or she died, and is of no event."""
    is_one = draft.number == 1 and draft.outcome == "killed" and draft.event is None and draft.whole is None
    return is_one and draft.harm.trigger.lemma_.lower() in DEATHS and not draft.harm.is_suicide


def _has_cause(draft: Draft) -> bool:
    trigger = draft.harm.trigger
    if any(word.lemma_.lower() in HOSPITALS for word in trigger.sent):
        return True  # where the wounded of what is told elsewhere die
    hung = [child for child in trigger.children if child.i > trigger.i and child.dep_ in ("obl", "nmod", "advcl")]
    return any(mark.lower_ in CAUSES for child in hung for mark in child.children if mark.dep_ in ("case", "mark", "advmod"))


def _names_of(verb: Token) -> list[str]:
    """Return the last name of who died, in lower case."""
    named = [subject for subject in subjects_of(verb) if is_name(subject)]
    return [max(_parts(subject), key=lambda part: part.i).lower_ for subject in named]


def _parts(name: Token) -> list[Token]:
    return [name, *(part for part in name.children if part.dep_ in ("flat", "compound") and is_name(part))]
