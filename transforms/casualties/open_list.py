"""An open list of single victims, which is one claim of at least so many: "an adviser, a commander and a courier, among others"."""

from __future__ import annotations

from transforms.casualties.counts import Count
from transforms.casualties.harm import Harm
from transforms.casualties.victims import Victims
from transforms.tokens import text_of


def merged(harms: list[Harm]) -> list[Harm]:
    """Return the harms with an open list of single victims ("..., among others") made one claim of at least so many."""
    doc = harms[0].trigger.doc if harms else None
    if doc is None or "among others" not in doc.text.lower():
        return harms
    singles = [harm for harm in harms if harm.victims is not None and harm.count.best == 1 and harm.trigger.i == harms[0].trigger.i]
    after = text_of(doc[singles[-1].victims.last : singles[-1].victims.last + 12]).lower() if singles and singles[-1].victims else ""
    if len(singles) < 2 or "among others" not in after:
        return harms
    first, last = singles[0].victims, singles[-1].victims
    assert first is not None and last is not None  # noqa: S101 - singles have victims, by the line above
    count = Count(len(singles), len(singles), None, "at_least", -1, -1)
    whole = Harm(
        singles[0].outcome,
        singles[0].trigger,
        Victims(first.head, first.first, last.last, count, is_counted=False),
        count,
        is_open_list=True,
    )
    return [whole, *(harm for harm in harms if harm not in singles)]
