"""What a mention and the mentions of an event say of their being one, seen together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from transforms.resolve.compatibility import agreement
from transforms.resolve.days import day_agreement
from transforms.resolve.groups import MEMBERS_A_SLIP, Cluster
from transforms.resolve.lineage import Lineage
from transforms.resolve.nearness import place_agreement
from transforms.resolve.other_deeds import is_part
from transforms.resolve.points import Agreement
from transforms.resolve.profile import Profile, is_loss_in, is_own_loss
from transforms.resolve.story import Stories

# So many facts of so many points need no others beside them.
FACTS, POINTS = 3, 5.0


def agreement_with(item: Profile, group: Cluster, lineage: Lineage, stories: Stories) -> Agreement | None:
    """Return the agreement with an event, None when more of its members contradict than a misread mention explains.

    An event is known by all its mentions: where one gives its place and another its day, both speak for what agrees with both."""
    agreed: list[tuple[str, Agreement]] = []
    best: Agreement | None = None
    contradictions = 0
    members = group.compared(item.article_id)
    is_of_clash = item.is_loss and any(is_loss_in(item, member, lineage) for member in members)
    if not is_of_clash and group.grounds.contradict(item, len(members) / MEMBERS_A_SLIP, lineage):
        return None
    if any(is_part(item, member) for member in group.told_in(item.article_id)):
        return None  # no slip of the reading
    for member in members:
        if is_of_clash and is_own_loss(item, member, lineage):
            continue  # the headline tells of the others' dead only
        story = stories.shared(item.article_id, member.article_id) if item.article_id != member.article_id else 0.0
        found = agreement(item, member, lineage, story)
        if found is None:
            contradictions += 1
            if contradictions * MEMBERS_A_SLIP > len(members):
                return None
            continue
        agreed.append((member.article_id, found))
        if best is None or found.facts > best.facts or (found.facts == best.facts and found.points > best.points):
            best = found
    if best is None or (contradictions and are_apart([item], members)):
        return None
    if len(agreed) == 1 or (best.facts >= FACTS and best.points >= POINTS):
        return best
    accounts: dict[str, list[Agreement]] = defaultdict(list)
    for article_id, found in agreed:
        accounts[article_id].append(found)
    if len(accounts) == len(agreed):
        return best
    return max(map(together, accounts.values()), key=_rank)


def are_apart(ones: Sequence[Profile], others: Sequence[Profile]) -> bool:
    """Whether of the mentions that name a day, or a place, most name another one than the others: that many are not misread."""
    days = places = 0
    for one in ones:
        for other in others:
            if one.date_start is not None and other.date_start is not None:
                days += 1 if day_agreement(one, other) is None else -1
            if one.is_placed and other.is_placed:
                places += 1 if place_agreement(one, other) is None else -1
    return days > 0 or places > 0


def together(agreed: Sequence[Agreement]) -> Agreement:
    """Return what several agreements say together, where that is more facts than the best of them says: of each part what speaks for it,
    else what speaks most against. There must be one."""
    if len(agreed) == 1:
        return agreed[0]
    best = max(agreed, key=_rank)
    columns = [(max(column), min(column)) for column in zip(*(found.parts for found in agreed), strict=True)]
    facts = sum(most >= 1.0 for most, _ in columns)
    if facts <= best.facts:
        return best
    return Agreement(
        points=sum(most if most > 0.0 else least for most, least in columns),
        facts=facts,
        is_anchored=any(found.is_anchored for found in agreed),
        is_grounded=any(found.is_grounded for found in agreed),
        is_held=any(found.is_held for found in agreed),
        parts=tuple(most for most, _ in columns),
    )


def _rank(found: Agreement) -> tuple[int, float]:
    return found.facts, found.points
