"""People of one sentence who lean on others told beside them: "two others", "another man", "many" beside a number."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from transforms.casualties.aggregates import SUMMING, is_aggregate
from transforms.casualties.harm import Harm
from transforms.tokens import Token

# From "died" in "raising to 13 the number of those who died" to its verb.
STEPS_UP = 3


def relate_beside(harms: list[Harm]) -> None:
    """Settle words that lean on the same sentence: "two others" beside the dead are not more wounded, "many" beside a number is a part."""
    for number, harm in enumerate(harms):
        before = harms[:number]
        for added in before if _sums_up(harm) else ():
            if added.outcome == harm.outcome and added.whole is None and 0 < (added.count.best or 0) < (harm.count.best or 0):
                added.is_part, added.whole = True, harm  # "three were killed, raising to 13 the number of the dead"
        if harm.count.is_more and before and all(other.outcome != harm.outcome for other in before):
            harm.count = replace(harm.count, is_more=False)
        if harm.count.is_more and not before and harm.victims is not None and _is_other_than_agent(harm):
            harm.count = replace(harm.count, is_more=False)
        bare = harm.victims is not None and harm.victims.head.lower_ in ("many", "some", "several", "most", "few")
        whole = next((other for other in before if other.outcome == harm.outcome and other.count.best not in (None, 0, 1)), None)
        if bare and whole is not None and not harm.is_part:
            harm.is_part, harm.whole = True, whole


def _is_other_than_agent(harm: Harm) -> bool:
    """Return whether "another man" is other than the man who did it, told of before in the sentence."""
    if harm.victims is None:
        return False
    head = harm.victims.head
    return any(token.lemma_ == head.lemma_ for token in head.doc[head.sent.start : harm.victims.first])


def _sums_up(harm: Harm) -> bool:
    """Return whether a number is one to which what is told before it in the sentence is added, of one event ("raising the toll to 13")."""
    above = islice(harm.trigger.ancestors, STEPS_UP)
    verb = next((word for word in above if word.pos_ == "VERB" and word.lemma_.lower() in SUMMING), None)
    return verb is not None and verb.dep_ == "advcl" and not is_aggregate(harm, None)


def set_beside(mark: Token, harms: list[Harm]) -> None:
    """Mark people whom a number leaves out as others: "14 died, not including the driver, who was shot dead"."""
    before = {harm.outcome for harm in harms if harm.key < mark.i}
    for harm in harms:
        if harm.key > mark.i and harm.outcome in before:
            harm.count = replace(harm.count, is_more=True)
