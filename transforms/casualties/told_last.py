"""What outcome the sentences before one told last, which "the victims" and "among them" go back to."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.draft import Draft
from transforms.parse import Sentence

# Sentences after which what was told of people is forgotten.
FAR_BACK = 3


def told_last(sentence: Sentence, drafts: Sequence[Draft]) -> str | None:
    """Return the outcome that the last sentence of the two before told; "the victims" are the dead where those before told of any."""
    near = [draft.outcome for draft in drafts if sentence.index - draft.sentence.index <= FAR_BACK]
    if "killed" in near and any(token.lower_ == "victims" for token in sentence.span):
        return "killed"
    last = max((draft.sentence.index for draft in drafts), default=-FAR_BACK)
    told = [draft.outcome for draft in drafts if draft.sentence.index == last and sentence.index - last < FAR_BACK]
    return "killed" if "killed" in told else told[-1] if told else None
