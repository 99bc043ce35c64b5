"""Whose word a number is: the innermost act of reporting over it, when that act asserts something and its source can speak."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.attribution import claimant_at
from transforms.casualties.lexicon import word_set
from transforms.records import Attribution

# A verdict, a wish or a threat about an attack does not vouch for its toll: "Iran condemned the strikes, which killed nine".
NO_ASSERTION = frozenset(("condemns", "praises", "asks", "demands", "threatens", "plans", "wants", "predicts"))
# Reports and figures speak for somebody whom the text does not name.
VOICELESS = word_set(
    "report reports figure figures estimate estimates news data count counts tally tolls toll footage video image images"
    " investigation autopsy"
)


def claimant_of(attributions: Sequence[Attribution], *spans: tuple[int, int]) -> Attribution | None:
    """Return the attribution that a claim stands under, tried span by span, or None when the article itself claims it."""
    asserting = [said for said in attributions if said.polarity not in NO_ASSERTION]
    for start, end in spans:
        said = claimant_at(asserting, start, end)
        if said is not None and not _is_voiceless(said):
            return said
    return None


def _is_voiceless(said: Attribution) -> bool:
    if said.source_actor is not None or said.source_text is None:
        return said.source_text is None and said.source_actor is None
    return said.source_text.rstrip(".,").split()[-1].lower() in VOICELESS
