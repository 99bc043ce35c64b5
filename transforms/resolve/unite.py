"""Unite events that grew apart: two groups of mentions that, seen whole, tell one story and contradict each other only by misreadings.

Mentions join an event one by one, so the first telling of one event may found two. Seen whole, the two groups meet again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from transforms.resolve.compatibility import agreement
from transforms.resolve.days import is_current_elsewhere
from transforms.resolve.evidence import are_apart, together
from transforms.resolve.groups import COMPARED, MEMBERS_A_SLIP, Cluster
from transforms.resolve.lineage import Lineage
from transforms.resolve.nearness import points_of_places
from transforms.resolve.other_deeds import is_part
from transforms.resolve.points import Agreement, is_enough
from transforms.resolve.story import Stories

# So many pairs of mentions of one story that nothing contradicts ask for one that says enough.
PAIRS_A_PROOF = 2


def unite(clusters: Sequence[Cluster], lineage: Lineage, stories: Stories) -> list[Cluster]:
    """Return the clusters with those of one story made one, in the order of the first of each; the clusters given are not changed."""
    whole, gone = list(clusters), set()
    told: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    stood: dict[tuple[str, str, date, str], list[int]] = defaultdict(list)
    for index, group in enumerate(clusters):
        first, articles = group.members[0], sorted(group.articles)
        # What was known before comes first, and two events known before are not united: nothing to look for.
        near = [] if group.is_known else sorted({other for article_id in articles for other in stories.related(article_id)})
        found = {earlier for article_id in near for earlier in told[first.event_type, first.layer, article_id]}
        joined = next((one for one in sorted(found) if _is_one(whole[one], group, lineage, stories)), index)
        standing = _standing(group)
        if joined == index and not group.is_known:
            found = {earlier for key in standing for earlier in stood[key]}
            joined = next((one for one in sorted(found) if _is_same(whole[one], group, lineage, stories)), index)
        if joined != index:
            whole[joined] = _together(whole[joined], group)
            gone.add(index)
        for article_id in articles:
            told[first.event_type, first.layer, article_id].append(joined)
        for key in standing:
            if joined not in stood[key]:
                stood[key].append(joined)
    return [group for index, group in enumerate(whole) if index not in gone]


def _together(one: Cluster, other: Cluster) -> Cluster:
    united = Cluster(is_known=one.is_known)
    for member in [*one.members, *other.members]:
        united.add(member)
    return united


def _standing(group: Cluster) -> set[tuple[str, str, date, str]]:
    """Return the kind of an event with the days and the countries that its mentions name."""
    first = group.members[0]
    days = {member.date_start for member in group.members if member.date_start is not None and member.date_precision == "day"}
    countries = {place["country_iso3"] for place in group.anchors.places.values() if place["country_iso3"]}
    return {(first.event_type, first.layer, day, country) for day in days for country in countries}


def _may_lie_together(left: Cluster, right: Cluster) -> bool:
    """Whether some place of the one is not another than all of the other."""
    places = right.anchors.places.values()
    return any(points_of_places(one, other) is not None for one in left.anchors.places.values() for other in places)


def _harm_others(left: Cluster, right: Cluster, lineage: Lineage) -> bool:
    """Whether two events harm people by name, and none of them, or of their last names, both times."""
    ones, others = (
        {
            name
            for member in group.members[:COMPARED]
            for actor in member.targets
            if lineage.kinds.get(actor) == "person"
            for name in (actor, lineage.surnames.get(actor, actor))
        }
        for group in (left, right)
    )
    return bool(ones and others) and ones.isdisjoint(others)


def _is_same(left: Cluster, right: Cluster, lineage: Lineage, stories: Stories) -> bool:
    """Whether two events of one day and country say enough for one, each seen whole: one mention gives the place, another the day."""
    if len(left.members) == len(right.members) == 1 or not _may_lie_together(left, right):
        return False
    agreed: list[Agreement] = []
    contradictions = 0
    ones, others = left.members[:COMPARED], right.members[:COMPARED]
    if left.grounds.contradict_all(right.grounds, len(ones) * len(others) / MEMBERS_A_SLIP, lineage):
        return False
    if any(is_part(one, other) for one in ones for other in others):
        return False
    for one in ones:
        for other in others:
            is_across = one.article_id != other.article_id
            found = agreement(one, other, lineage, stories.shared(one.article_id, other.article_id) if is_across else 0.0)
            if found is not None:
                agreed.append(found)
                continue
            contradictions += 1
            if contradictions * MEMBERS_A_SLIP > len(ones) * len(others):
                return False
    if not agreed or (contradictions and are_apart(ones, others)):
        return False
    return is_enough(together(agreed), is_one_story=False)


def _is_one(left: Cluster, right: Cluster, lineage: Lineage, stories: Stories) -> bool:
    """Whether the pairs of mentions say so: of those across articles of one story half say enough; few contradict, fewer than
    agree on place or day or say enough. A pair of one article that does not say enough, or of two of other days, contradicts too."""
    if not left.is_in_reach(right.first, right.last):
        return False  # all pairs across articles contradict, and none is left to say enough
    contradictions = grounded = proofs = pairs = 0
    ones, others = left.members[:COMPARED], right.members[:COMPARED]
    if left.grounds.contradict_all(right.grounds, len(ones) * len(others) / MEMBERS_A_SLIP, lineage):
        return False
    if left.anchors.places and right.anchors.places and not _may_lie_together(left, right):
        return False  # news worded alike of two provinces
    if _harm_others(left, right, lineage):
        return False
    for one in ones:
        for other in others:
            is_across = one.article_id != other.article_id
            story = stories.shared(one.article_id, other.article_id) if is_across else 0.0
            found = agreement(one, other, lineage, story)
            says_enough = found is not None and is_enough(found, is_one_story=True)
            if found is None or not (says_enough or is_across) or (not story and is_current_elsewhere(one, other)):
                contradictions += 1
                if contradictions * MEMBERS_A_SLIP > len(ones) * len(others):
                    return False
                continue
            grounded += found.is_grounded
            pairs += story > 0
            proofs += story > 0 and says_enough
    return contradictions <= grounded + proofs and proofs > 0 and PAIRS_A_PROOF * proofs >= pairs
