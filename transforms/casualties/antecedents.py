"""Who "they", "he" and "it" are that give a number: the last claimant named before, where number fits and "it" is a body, no person."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from transforms.casualties.lexicon import PERSON_SUFFIXES, victim_nouns, word_set
from transforms.records import Attribution

SINGULAR = word_set("he she")
PRONOUNS = SINGULAR | {"they", "it"}
# Kinds of actor that speak as "it".
BODIES = ("state", "state_forces", "armed_group", "party", "igo", "ngo", "media")
# Words for many that do not end in s.
MANY = word_set("police people military army media gendarmerie")
# A speaker is named again within so many sentences.
REACH = 3


def named_claimant(said: Attribution | None, attributions: Sequence[Attribution]) -> Attribution | None:
    """Return an attribution to a pronoun with the source named last before it, where number and actor fit; any other as it is."""
    if said is None or (said.source_text or "").lower() not in PRONOUNS:
        return said
    last = _named_last(said, attributions)
    if last is not None:
        return replace(said, source_text=last.source_text, source_actor=last.source_actor or said.source_actor)
    actor = said.source_actor
    if actor is None or actor.kind != "person" or actor.is_curated or (said.source_text or "").lower() not in SINGULAR:
        return said
    return replace(said, source_text=actor.name)


def _named_last(said: Attribution, attributions: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution to whom a pronoun takes up, or None where the source named last does not fit it."""
    is_body = (said.source_text or "").lower() == "it"
    is_one = is_body or (said.source_text or "").lower() in SINGULAR
    before = [
        other
        for other in attributions
        if other.cue_start < said.cue_start
        and 0 <= said.sentence_index - other.sentence_index <= REACH
        and other.source_text is not None
        and other.source_text.lower() not in PRONOUNS | {"who", "i", "we"}
    ]
    last = max(before, key=lambda other: other.cue_start, default=None)
    if last is None or last.source_text is None or (is_body and not _is_body(last)):
        return None
    if _is_one(last.source_text, () if is_body else MANY) != is_one:
        return None
    if None not in (said.source_actor, last.source_actor) and said.source_actor != last.source_actor:
        return None
    return last


def _is_one(text: str, many: Collection[str]) -> bool:
    """Return whether words name one speaker: neither a plural nor one of `many`; "it" may be an army."""
    words = re.split(r",| of | in | from ", text, maxsplit=1)[0].split()
    head = words[-1] if words else ""
    is_name = len(words) > 1 and head[0].isupper()
    return not (head.lower() in many or (head.endswith("s") and not is_name) or "and" in words)


def _is_body(said: Attribution) -> bool:
    """Return whether a source is an agency, army, state or the like, by its actor or by its last word."""
    if said.source_actor is not None:
        return said.source_actor.kind in BODIES
    words = re.split(r",| of | in | for | from ", said.source_text or "", maxsplit=1)[0].split()
    head = words[-1] if words else ""
    return bool(head) and (
        head.isupper()
        or head in ("army", "military", "police", "navy")
        or (head.islower() and head not in victim_nouns() and not head.endswith(PERSON_SUFFIXES))
    )
