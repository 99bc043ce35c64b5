"""Group mentions into events: what says most comes first, each mention joins the best event nothing contradicts.

Compared only within blocks (type, layer, month, and a shared side, country or article), so that a million mentions stay feasible. The
order is by content, never by arrival.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.resolve.antecedent import OPENING, antecedent, without_borrowed
from transforms.resolve.compatibility import agreement
from transforms.resolve.daily import FORCEFUL
from transforms.resolve.doers import is_giving_up
from transforms.resolve.evidence import agreement_with
from transforms.resolve.groups import Cluster
from transforms.resolve.lineage import Lineage
from transforms.resolve.points import is_enough
from transforms.resolve.profile import Profile, is_named, lacks_a_side
from transforms.resolve.reach import reach
from transforms.resolve.story import Stories
from transforms.resolve.unite import unite

BlockKey = tuple[str, str, str]
Blocks = dict[BlockKey, dict[int | None, list[int]]]
OWN = re.compile(r"\bof (?:his|her)\b")
# What a sentence between two mentions of an article weighs beside the points of an agreement, and how many count.
A_SENTENCE, MOST_SENTENCES = 0.3, 6


def cluster(
    profiles: Iterable[Profile], lineage: Lineage, stories: Stories, seeded: Iterable[Iterable[Profile]] = ()
) -> tuple[list[Cluster], list[Profile]]:
    """Return events with their mentions, and the mentions that belong to no event (pointers without an antecedent,
    words without any side, place or day). `seeded`: the mentions of events known before, each kept together; they come first."""
    public: list[Profile] = []
    private: list[Profile] = []
    for profile in profiles:
        (public if is_public(profile, lineage) else private).append(profile)
    ordered = sorted(
        public,
        key=lambda p: (-p.specificity, p.published is None, str(p.published), p.order, p.event_type),
    )
    clusters: list[Cluster] = []
    blocks: Blocks = defaultdict(lambda: defaultdict(list))
    for members in seeded:
        clusters.append(Cluster(is_known=True))
        for member in members:
            _join(member, len(clusters) - 1, clusters, blocks, lineage)
    for item in (p for p in ordered if not p.is_backward and is_telling(p)):
        best = _best(item, _candidates(item, blocks, lineage, stories), clusters, blocks, lineage, stories)
        if best is None:
            clusters.append(Cluster())
            best = len(clusters) - 1
        _join(item, best, clusters, blocks, lineage)
    rest = _by_order([p for p in ordered if p.is_backward or not is_telling(p)])
    loose: list[Profile] = []
    pointed = {(item.article_id, item.sentence) for item in rest if item.is_backward}
    beside: dict[tuple[str, int], list[Profile]] = defaultdict(list)
    for item in ordered:
        if (item.article_id, item.sentence) in pointed:
            beside[item.article_id, item.sentence].append(item)
    for one in rest:
        item, event = one, _told_again(one, clusters, blocks, lineage)
        event = event if event is not None else _meant(one, beside, clusters, blocks, lineage, stories)
        if event is None and one.is_backward and not (one.sources or one.targets):
            bare = without_borrowed(one, beside[one.article_id, one.sentence])
            event = _meant(bare, beside, clusters, blocks, lineage, stories)
            item = one if event is None else bare
        if event is None:
            event = _best(item, _candidates(item, blocks, lineage, stories), clusters, blocks, lineage, stories)
        if event is None and is_event(item):
            clusters.append(Cluster())
            event = len(clusters) - 1
        if event is None:
            loose.append(item)
        else:
            _join(item, event, clusters, blocks, lineage)
    left: list[Profile] = []
    for item in loose:  # a headline may point to what the text tells in words only
        event = antecedent(item, clusters, _told_here(item, blocks), lineage, stories) if item.sentence < OPENING else None
        if event is None:
            left.append(item)
        else:
            _join(item, event, clusters, blocks, lineage)
    return unite(clusters, lineage, stories), [*left, *private]


def _by_order(rest: Sequence[Profile]) -> list[Profile]:
    """Return mentions as their articles tell them, a headline right behind that whose victims it counts."""
    orders = {item.mention_id: item.order for item in rest}

    def turn(item: Profile) -> tuple[tuple[str, int], bool]:
        told = orders.get(item.retold_in or "") if item.sentence == 0 else None
        return (told, True) if told is not None and told > item.order else (item.order, False)

    return sorted(rest, key=turn)


def _told_again(item: Profile, clusters: Sequence[Cluster], blocks: Blocks, lineage: Lineage) -> int | None:
    """Return the event whose victims a mention tells again, unless something contradicts it."""
    is_of_last = item.sentence > 1 and OWN.search(item.row["target_text"] or "") is not None  # "Two of his bodyguards were wounded"
    is_loss = item.retold_in is not None and not is_of_last and (item.sentence == 0 or not (item.sources or item.source_words))
    for index in sorted(_told_here(item, blocks)) if is_loss else ():
        for member in clusters[index].told_in(item.article_id):
            if member.mention_id == item.retold_in:
                return index if agreement(item, member, lineage) is not None else None
    return None


def _meant(
    item: Profile,
    beside: Mapping[tuple[str, int], Sequence[Profile]],
    clusters: Sequence[Cluster],
    blocks: Blocks,
    lineage: Lineage,
    stories: Stories,
) -> int | None:
    is_answered = item.is_backward and any(other.event_type == "ACCUSE" for other in beside[item.article_id, item.sentence])
    return antecedent(item, clusters, _told_here(item, blocks), lineage, stories, is_answered=is_answered)


def is_public(item: Profile, lineage: Lineage) -> bool:
    """Whether a mention tells of force, threatened, used or given up by fighters, or of somebody in public life: what people without
    office say to each other is no event."""
    if item.event_type in FORCEFUL or item.event_type == "THREATEN" or is_giving_up(item):
        return True
    known = item.sources | item.targets
    offices = (lineage.countries, lineage.parents, lineage.roles)
    return any(lineage.kinds.get(actor) != "person" or any(held.get(actor) for held in offices) for actor in known)


def is_telling(item: Profile) -> bool:
    """Whether a mention says enough to be told apart from other events: two of both sides, place and day, one of them a known actor."""
    facts = bool(item.sources) + bool(item.targets) + item.is_placed + (item.date_start is not None or item.weekday is not None)
    return facts >= 2 and bool(item.sources or item.targets) and not lacks_a_side(item.row)


def is_event(item: Profile) -> bool:
    """Whether a mention that points to nothing told before still tells an event: two facts, or people harmed.

    What has only one side and neither place nor day ("Iranian attacks") is a mention of no event."""
    if item.layer == "general":
        return bool(item.sources and item.targets) and not lacks_a_side(item.row)
    if item.event_type != "ASSAULT" and item.sources and item.target_words:
        # "China urged both sides to show restraint": whom a state speaks to is told by words.
        return True
    # A protest need not be against anybody.
    side = is_named(item.row["target_text"]) or (item.event_type == "PROTEST" and item.source_words)
    if is_telling(item) or (side and item.is_placed and item.date_start is not None):
        return True
    return item.has_claim or _is_news(item) or _is_set_deed(item)


def _is_news(item: Profile) -> bool:
    """Whether a deed that its article tells as news, with a day of its own or the article's, has a known side, or two facts in words; of
    force where nobody knows the article's day, two facts."""
    is_dated = item.context_days[0] is not None
    is_told = is_dated or (item.published is None and item.event_type in FORCEFUL)
    if item.layer != "real" or not is_told or item.is_backward or lacks_a_side(item.row):
        return False
    said = is_named(item.row["source_text"]) + is_named(item.row["target_text"]) + item.is_placed
    return (is_dated and bool(item.sources or item.targets)) or said >= 2


def _is_set_deed(item: Profile) -> bool:
    """Whether a deed of force is told with its own day and a place or a side in words ("Heavy fighting broke out in X tonight", "the bomb
    that destroyed the building on 6 December"), with both sides in words and its place, or with somebody known who is said, or says
    himself, to be behind it."""
    if item.layer != "real" or not (item.event_type in ("ASSAULT", "COERCE", "PROTEST") or is_giving_up(item)):
        return False
    if item.row["stance"] in ("accused", "claimed_responsibility") and item.sources and not lacks_a_side(item.row):
        return True
    if item.is_backward:
        return False
    sides = is_named(item.row["source_text"]) + is_named(item.row["target_text"])
    if item.date_start is not None and item.date_precision == "day":
        return item.is_placed or sides > 0
    return item.is_placed and sides == 2


def block_keys(item: Profile, lineage: Lineage) -> list[BlockKey]:
    """Return the blocks of a mention: only mentions that share one, or whose articles tell one story, are compared."""
    sides = {lineage.root(actor) for actor in item.sources | item.targets} | {item.article_id}
    if item.place is not None and item.place["country_iso3"]:
        sides.add(item.place["country_iso3"])
    return [(item.event_type, item.layer, side) for side in sorted(sides)]


def _month(item: Profile) -> int | None:
    day = item.date_start or item.published
    return None if day is None else day.year * 12 + day.month  # months since year 0


def _candidates(item: Profile, blocks: Blocks, lineage: Lineage, stories: Stories) -> list[int]:
    found: set[int] = set()
    month = _month(item)
    for key in block_keys(item, lineage):
        by_month = blocks.get(key, {})
        near = list(by_month) if month is None else [None, month - 1, month, month + 1]
        for m in near:
            found.update(by_month.get(m, ()))
    for article_id in stories.related(item.article_id):
        for told in blocks.get((item.event_type, item.layer, article_id), {}).values():
            found.update(told)
    return sorted(found)


def _told_here(item: Profile, blocks: Blocks) -> set[int]:
    """Return the events of the mention's type that its article tells."""
    return {index for near in blocks.get((item.event_type, item.layer, item.article_id), {}).values() for index in near}


def _best(item: Profile, candidates: list[int], clusters: list[Cluster], blocks: Blocks, lineage: Lineage, stories: Stories) -> int | None:
    best, best_points = None, 0.0
    days = reach(item)
    told_here = _told_here(item, blocks)
    for index in candidates:
        if index not in told_here and not clusters[index].is_in_reach(*days):
            continue
        told_by = clusters[index].anchors.articles
        is_one_story = item.article_id in told_by or stories.is_told_in(item.article_id, told_by)
        if not is_one_story and not clusters[index].anchors.can_hold(item, lineage):
            continue
        found = agreement_with(item, clusters[index], lineage, stories)
        if found is None:
            continue
        if not is_enough(found, is_one_story):
            continue
        points = found.points if found.is_anchored else found.points - _far(item, clusters[index])
        if best is None or points > best_points:
            best, best_points = index, points
    return best


def _far(item: Profile, group: Cluster) -> float:
    """Return what the sentences between a mention and the nearest one of an event in its article take off the likelihood that it is
    that event, where neither place nor day nor toll speak for it."""
    steps = [abs(item.sentence - member.sentence) for member in group.told_in(item.article_id)]
    return A_SENTENCE * min(min(steps, default=0), MOST_SENTENCES)


def _join(item: Profile, index: int, clusters: list[Cluster], blocks: Blocks, lineage: Lineage) -> None:
    clusters[index].add(item)
    for key in block_keys(item, lineage):
        known = blocks[key][_month(item)]
        if not known or known[-1] != index:
            known.append(index)
