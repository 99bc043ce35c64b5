"""Group mentions into events: what says most comes first, each mention joins the best event nothing contradicts.

Compared only within blocks (type, layer, month, and a shared side, country or article), so that a million mentions stay feasible. The
order is by content, never by arrival.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from transforms.resolve.compatibility import Agreement, agreement, is_enough, is_same_word
from transforms.resolve.groups import MEMBERS_A_SLIP, Cluster
from transforms.resolve.pointing import is_long_past, words_before, words_of
from transforms.resolve.profile import Lineage, Profile, is_selfsame
from transforms.resolve.reach import reach
from transforms.resolve.story import Stories
from transforms.resolve.unite import unite

# Only in these first sentences a word may point to what is told after it.
OPENING = 2
# Sentences on in which it is told.
NEXT = 2

BlockKey = tuple[str, str, str]
Blocks = dict[BlockKey, dict[int | None, list[int]]]


def cluster(
    profiles: Iterable[Profile], lineage: Lineage, stories: Stories, seeded: Iterable[Iterable[Profile]] = ()
) -> tuple[list[Cluster], list[Profile]]:
    """Return events with their mentions, and the mentions that belong to no event (pointers without an antecedent,
    words without any side, place or day). `seeded`: the mentions of events known before, each kept together; they come first."""
    ordered = sorted(profiles, key=lambda p: (-p.specificity, p.published is None, str(p.published), p.order, p.event_type))
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
    rest = sorted((p for p in ordered if p.is_backward or not is_telling(p)), key=lambda p: p.order)
    loose: list[Profile] = []
    for item in rest:
        event = _antecedent(item, clusters, blocks, lineage, stories)
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
        event = _antecedent(item, clusters, blocks, lineage, stories) if item.sentence < OPENING else None
        if event is None:
            left.append(item)
        else:
            _join(item, event, clusters, blocks, lineage)
    return unite(clusters, lineage, stories), left


def is_telling(item: Profile) -> bool:
    """Whether a mention says enough to be told apart from other events: two of both sides, place and day, one of them a known actor."""
    facts = bool(item.sources) + bool(item.targets) + item.is_placed + (item.date_start is not None or item.weekday is not None)
    return facts >= 2 and bool(item.sources or item.targets) and not is_selfsame(item.row)


def is_event(item: Profile) -> bool:
    """Whether a mention that points to nothing told before still tells an event: two facts, or people harmed.

    What has only one side and neither place nor day ("Iranian attacks") is a mention of no event."""
    if item.layer == "general":
        return bool(item.sources and item.targets) and not is_selfsame(item.row)
    if item.event_type != "ASSAULT" and item.sources and item.target_words:
        # "China urged both sides to show restraint": whom a state speaks to is told by words.
        return True
    if is_telling(item) or (item.target_words and item.is_placed and item.date_start is not None):
        return True
    return item.has_claim or _is_news(item) or _is_set_deed(item)


def _is_news(item: Profile) -> bool:
    """Whether a deed that its article tells as news, with a day of its own or the article's, has a known side, or two facts in words."""
    if item.layer != "real" or item.context_days[0] is None or item.is_backward or is_selfsame(item.row):
        return False
    said = bool(item.source_words) + bool(item.target_words) + item.is_placed
    return bool(item.sources or item.targets) or said >= 2


def _is_set_deed(item: Profile) -> bool:
    """Whether a deed of force is told with its own day and a place or a side in words ("Heavy fighting broke out in X tonight", "the bomb
    that destroyed the building on 6 December"), with both sides in words and its place, or with somebody known who is said, or says
    himself, to be behind it."""
    if item.layer != "real" or item.event_type not in ("ASSAULT", "COERCE"):
        return False
    if item.row["stance"] in ("accused", "claimed_responsibility") and item.sources and not is_selfsame(item.row):
        return True
    if item.is_backward:
        return False
    sides = bool(item.source_words) + bool(item.target_words)
    if item.date_start is not None and item.date_precision == "day":
        return item.is_placed or sides > 0
    return item.is_placed and sides == 2


def may_repeat(item: Profile, told: Sequence[Profile]) -> bool:
    """Whether a mention can be of an event told before without a fact in common: a noun that points back, or a verb that names no actor,
    place or day. What names both sides in words is news, unless its known doer ("The force ...") goes on from the sentence before."""
    if item.is_backward:
        return True
    if item.sources or item.targets or item.is_placed or item.date_start is not None or item.weekday is not None:
        return False
    if not (item.source_words and item.target_words):
        return True
    return (item.row["source_text"] or "").lower().startswith("the ") and any(0 <= item.sentence - one.sentence <= 1 for one in told)


def block_keys(item: Profile, lineage: Lineage) -> list[BlockKey]:
    """Return the blocks of a mention: only mentions that share one, or whose articles tell one story, are compared."""
    sides = {lineage.root(actor) for actor in item.sources | item.targets} | {item.article_id}
    if item.place is not None and item.place["country_iso3"]:
        sides.add(item.place["country_iso3"])
    return [(item.event_type, item.layer, side) for side in sorted(sides)]


def _month(item: Profile) -> int | None:
    """Months since year 0 of the event's day, or of the publication, or None."""
    day = item.date_start or item.published
    return None if day is None else day.year * 12 + day.month


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


def _best(item: Profile, candidates: list[int], clusters: list[Cluster], blocks: Blocks, lineage: Lineage, stories: Stories) -> int | None:
    best, best_points = None, 0.0
    days = reach(item)
    told_here = {index for near in blocks.get((item.event_type, item.layer, item.article_id), {}).values() for index in near}
    for index in candidates:
        if index not in told_here and not clusters[index].is_in_reach(*days):
            continue
        told_by = clusters[index].anchors.articles
        is_one_story = item.article_id in told_by or stories.is_told_in(item.article_id, told_by)
        if not is_one_story and not clusters[index].anchors.can_hold(item, lineage):
            continue
        found = _agreement_with(item, clusters[index], lineage, stories)
        if found is None:
            continue
        if is_enough(found, is_one_story) and (best is None or found.points > best_points):
            best, best_points = index, found.points
    return best


def _agreement_with(item: Profile, group: Cluster, lineage: Lineage, stories: Stories) -> Agreement | None:
    """Return the best agreement with any member, None when more of them contradict than a misread mention explains."""
    best: Agreement | None = None
    contradictions = 0
    members = group.compared(item.article_id)
    for member in members:
        story = stories.shared(item.article_id, member.article_id) if item.article_id != member.article_id else 0.0
        found = agreement(item, member, lineage, story)
        if found is None:
            contradictions += 1
            if contradictions * MEMBERS_A_SLIP > len(members):
                return None
        elif best is None or (found.facts, found.points) > (best.facts, best.points):
            best = found
    return best


def _antecedent(item: Profile, clusters: list[Cluster], blocks: Blocks, lineage: Lineage, stories: Stories) -> int | None:
    """Return the event of the same article that a pointer or a mention of one fact means: the last told before it that nothing
    contradicts, or else the first told after it. What is no pointer must share a fact with it."""
    before: tuple[tuple[int, bool, int, bool, int], int] | None = None
    after: tuple[tuple[int, int], int] | None = None
    named = words_before(item) if item.is_backward else frozenset()
    told_here = {index for near in blocks.get((item.event_type, item.layer, item.article_id), {}).values() for index in near}
    for index in sorted(told_here):
        group = clusters[index]
        own = [member for member in group.members if member.article_id == item.article_id]
        found = _agreement_with(item, group, lineage, stories)
        if found is None or (found.facts == 0 and not may_repeat(item, own)):
            continue
        # That which has the pointer's own words ("the school attack"); news before what is long past; the last sentence that tells one, and
        # in it the one in the same word ("that attack"), or else the event told first: that is what the sentence is about.
        meant = max(len(named & words_of(member)) for member in own)
        is_near = any(0 <= item.sentence - member.sentence <= 1 for member in own) or not any(map(is_long_past, own))
        earlier = [
            (meant, is_near, member.sentence, is_same_word(member, item), -member.order[1]) for member in own if member.order < item.order
        ]
        later = [
            (member.sentence, member.order[1])
            for member in own
            if member.order[1] - item.order[1] > 0 and member.sentence - item.sentence <= NEXT
        ]
        if earlier and (before is None or max(earlier) > before[0]):
            before = (max(earlier), index)
        elif not earlier and later and (found.facts > 0 or item.sentence < OPENING) and (after is None or min(later) < after[0]):
            after = (min(later), index)
    chosen = before or after
    return chosen[1] if chosen else None


def _join(item: Profile, index: int, clusters: list[Cluster], blocks: Blocks, lineage: Lineage) -> None:
    clusters[index].add(item)
    for key in block_keys(item, lineage):
        known = blocks[key][_month(item)]
        if not known or known[-1] != index:
            known.append(index)
