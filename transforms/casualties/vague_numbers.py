"""Whether a vague number or a bound can tell again of people counted otherwise: "dozens", "up to 85"."""

from __future__ import annotations

from transforms.casualties.draft import Draft
from transforms.casualties.lexicon import word_set
from transforms.casualties.same_event import told_as_one

FEW_OF_THEM = word_set("some several many few")
FAR = 2


def same_words(draft: Draft, known: Draft) -> bool:
    """Return whether a vague number and another one are said of the same kind of people by voices that do not rival."""
    if draft.claimant is not None and known.claimant is not None and not _is_of_voice(known.claimant, draft.claimant):
        return False
    if known.description.age_sex == "child" != draft.description.age_sex and not draft.is_general:
        return False
    if draft.noun in FEW_OF_THEM and known.harm.count.qualifier != "vague":
        return False  # "some were stabbed" are not all of them
    if draft.noun == known.noun or draft.is_definite or known.sentence.index == 0:
        return True
    if not told_as_one(draft, known) or draft.description.age_sex != known.description.age_sex:
        return False
    vague = draft if draft.harm.count.qualifier == "vague" else known
    return vague.is_general or draft.description.group == known.description.group != "unknown"


def _is_of_voice(short: str, full: str) -> bool:
    """Return whether all words of a claimant stand in those of another ("witnesses" in "two witnesses and a hospital official")."""
    return set(short.lower().split()) <= set(full.lower().split())


def overlap(draft: Draft, known: Draft) -> bool:
    """Return whether a number lies in the bounds of both, which are not far apart."""
    low = max(draft.harm.count.low or 0, known.harm.count.low or 0)
    high = min(draft.harm.count.high or 10**9, known.harm.count.high or 10**9)
    most = max(draft.harm.count.high or 0, known.harm.count.high or 0)
    is_far = None in (draft.harm.count.low, known.harm.count.low) and most > low * FAR  # "up to 85" are no 18
    return low <= high and not is_far
