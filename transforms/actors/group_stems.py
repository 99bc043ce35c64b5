"""Armed groups by the first word of their name, before a noun for one of them: "a Haqqani leader", "Wagner fighters"."""

from __future__ import annotations

from functools import cache

from transforms.actors.curated import actors
from transforms.actors.folding import squash
from transforms.actors.lexicon import agent_nouns, is_person_noun
from transforms.actors.reading import Line, Reading

# What ends the full name, and goes unsaid.
KIND_WORDS = frozenset({"network", "group", "cartel", "movement", "militia", "gang", "brigade", "faction"})
# Words between: "a Haqqani senior weapons facilitator".
REACH = 3


@cache
def stems() -> dict[str, str]:
    """Return the first words of two-word names of armed groups that end in a word for a group, with the ids of the groups."""
    named = [(name.split(), row.actor_id) for row in actors().values() if row.kind == "armed_group" for name in (row.name, *row.aliases)]
    return {squash(words[0]): actor_id for words, actor_id in named if len(words) == 2 and words[1].lower() in KIND_WORDS}


def sight_group_stems(reading: Reading) -> None:
    """Add a sighting for each first word of a group's name that stands before a noun for its people."""
    known = {mention.span_start for mention in reading.places if mention.place is not None}
    for line in reading.lines:
        for place, word in enumerate(line.words):
            actor_id = stems().get(word.key) if word.is_capital else None
            if actor_id is None or word.start in known or line.covering(word.start, word.end) or not _is_before_member(line, place):
                continue
            line.sight(place, place + 1, (actor_id,), "name")


def _is_before_member(line: Line, place: int) -> bool:
    """Whether lower-case nouns follow of which the last is a person's, and no given name stands before."""
    if place > 0 and line.gap(place) == " " and line.words[place - 1].is_capital and place > 1:
        return False
    last = None
    for at in range(place + 1, min(place + 2 + REACH, len(line.words))):
        word = line.words[at]
        if line.gap(at) != " " or word.is_capital or word.token.pos_ not in ("NOUN", "ADJ") or word.token.dep_ == "obl:unmarked":
            break  # "arrested a Haqqani supplier yesterday"
        last = word if word.token.pos_ == "NOUN" else last
    return last is not None and ((last.key,) in agent_nouns() or is_person_noun(last.token.lemma_.lower(), last.text))
