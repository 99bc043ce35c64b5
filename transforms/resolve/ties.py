"""By what a run finds, in the warehouse, the events that a mention may join: each tie is a fact that an event's mentions tell, of which one
that may be of the event has one in common, on days that meet, unless its article is on a story of the event's.

Narrower than the blocks within which mentions are compared (`cluster.block_keys`): most events with a side or a country in common have
neither a day, toll, village or town nor a place around in common, nor news of the same days that names both sides. By one of these an
agreement is anchored (`compatibility.agreement`); `tests/transforms/resolve/test_ties.py` holds the two together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product

from transforms.resolve.cluster import block_keys
from transforms.resolve.daily import EXCHANGE_DAYS, FORCEFUL
from transforms.resolve.days import CURRENT
from transforms.resolve.lineage import Lineage
from transforms.resolve.profile import Profile
from transforms.resolve.reach import reach

# The tie, and the first and last day on which others with it are met; None where open.
Tie = tuple[str, date | None, date | None]
# A role, a name, and what it is: an actor's id, a name for all that may be one with it, or a word.
Side = tuple[str, str, str]
BY, ON = "by", "on"
ID, NAME, WORD = "id", "name", "word"
# What news of both sides is known by: told on its days, told every day, or told by an article without a day.
TOLD, DAILY, UNDATED = "told", "told daily", "told undated"


def ties(before: Sequence[Profile], joined: Sequence[Profile], lineage: Lineage) -> Iterator[tuple[Profile, Tie]]:
    """Yield the ties that an event gains by the mentions that joined it, each with the mention that tells its fact.

    An event is known by all its mentions: the side of one and the day of another tie it together, and of one article also the sides and the
    place. What the mentions `before` tied stands already."""
    known = {block for item in before for block in block_names(item, lineage)}
    blocks = known | {block for item in joined for block in block_names(item, lineage)}
    for item in before:
        for tie in _facts(item, blocks - known):
            yield item, tie
    accounts: dict[str, set[Side]] = defaultdict(set)
    sides = [_sides(item, lineage) for item in joined]
    for item, named in zip(joined, sides, strict=True):
        accounts[item.article_id] |= named
    for item, named in zip(joined, sides, strict=True):
        placed = _placed(item, accounts[item.article_id])
        own: set[Tie] = {*_facts(item, blocks), *placed, *_wars(item), *_news(item, _told(item), named)}
        for tie in own:
            yield item, tie


def asked_ties(items: Iterable[Profile], lineage: Lineage) -> set[Tie]:
    """Return the ties by which the mentions of an article find events."""
    found: set[Tie] = set()
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    dated: dict[tuple[str, str], set[Tie]] = defaultdict(set)
    for item in items:
        kind, own, sides = (item.event_type, item.layer), block_names(item, lineage), _sides(item, lineage)
        found |= {*_facts(item, own), *_placed(item, sides), *_wars(item), *_news(item, _asked(item), sides)}
        blocks[kind].update(own)
        dated[kind].update(_days(item))
    # An article's mentions may make an event of their own first, and that is then seen whole (`unite`).
    return found | {(f"{block}|{day}", first, last) for kind in blocks for block in blocks[kind] for day, first, last in dated[kind]}


def block_names(item: Profile, lineage: Lineage) -> list[str]:
    """Return the blocks that a mention shares with mentions of other articles, each as one text."""
    return ["|".join(key) for key in block_keys(item, lineage) if key[2] != item.article_id]


def _facts(item: Profile, blocks: Iterable[str]) -> Iterator[Tie]:
    """Yield what a mention tells, in each of the blocks."""
    days = reach(item)
    facts: list[Tie] = [(f"{outcome} {count}", *days) for outcome, count in item.tolls]
    facts += _days(item)
    if item.place_name is not None:
        facts.append((f"named {item.place_name}", *days))
    if item.place is not None and item.place["precision"] != "country":
        facts.append((f"at {item.place['place_id']}", *days))
    for block in blocks:
        for fact, first, last in facts:
            yield f"{block}|{fact}", first, last


def _days(item: Profile) -> list[Tie]:
    found: list[Tie] = [(str(item.date_precision), item.date_start, item.date_end)] if item.date_start and item.date_end else []
    said = {item.weekday} if item.weekday is not None else set()
    if item.date_start and item.date_precision == "day":
        said.add(item.date_start.weekday())
    return found + [(f"weekday {weekday}", *reach(item)) for weekday in sorted(said)]


def _placed(item: Profile, sides: Iterable[Side]) -> Iterator[Tie]:
    """Yield the ties of places of which one lies in the other: with a side of like name in the news of the same days, with two, one of them
    the very same actor, in that of other days."""
    if item.place is None:
        return
    kind = f"{item.event_type}|{item.layer}"
    for role, name, sort in sides:
        if sort != ID:
            where = "placed" if sort == NAME else f"in {item.place['country_iso3']}"
            yield f"{kind}|{role} {name}|{where}", *_current_days(item)
    doers, harmed = [side for side in sides if side[0] == BY], [side for side in sides if side[0] == ON]
    for source, target in product(doers, harmed):
        if (source[2] == ID) != (target[2] == ID):
            yield f"{kind}|{source[1]}|{target[1]}|placed {BY if source[2] == ID else ON}", *reach(item)


def _wars(item: Profile) -> Iterator[Tie]:
    if item.layer == "general":
        for pair in combinations(sorted(item.sources | item.targets), 2):
            yield "|".join((item.event_type, item.layer, "war", *pair)), *reach(item)


def _news(item: Profile, told: Iterable[str], sides: Iterable[Side]) -> Iterator[Tie]:
    """Yield the ties of news of the same days that names both sides."""
    days = (None, None) if item.published is None else (item.published, item.published + timedelta(days=EXCHANGE_DAYS))
    for name in told:
        for role, side, sort in sides:
            if role == BY and sort != ID:
                yield f"{item.event_type}|{item.layer}|{role} {side}|{name}", *days


def _sides(item: Profile, lineage: Lineage) -> set[Side]:
    """Return the actors named, and by what other names for them are known as like (`sides.side_agreement`)."""
    found: set[Side] = set()
    for role, actors, words in ((BY, item.sources, item.source_words), (ON, item.targets, item.target_words)):
        found |= {(role, actor, ID) for actor in actors} | {(role, word, WORD) for word in words}
        found |= {(role, lineage.surnames[actor], WORD) for actor in actors if actor in lineage.surnames}
        found |= {(role, name, NAME) for actor in actors for name in _names(actor, lineage)}
    return found


def _names(actor: str, lineage: Lineage) -> Iterator[str]:
    kind, country = lineage.kinds.get(actor), lineage.countries.get(actor)
    yield lineage.root(actor)
    if actor in lineage.roles:
        yield lineage.roles[actor]
    if kind == "armed_group":
        yield f"armed group of {country}"
    if kind == "population" or actor in lineage.states:
        yield f"people of {country}"


def _told(item: Profile) -> list[str]:
    """Return how a mention of both sides is found. Two forces meet every day: only where a day of publication is unknown, that may make
    one event of what they do."""
    if not _tells_both_sides(item):
        return []
    if item.published is None:
        return [TOLD, UNDATED]
    return [DAILY] if item.event_type in FORCEFUL else [TOLD]


def _asked(item: Profile) -> list[str]:
    if not _tells_both_sides(item):
        return []
    if item.published is None:
        return [TOLD, DAILY]
    return [UNDATED] if item.event_type in FORCEFUL else [TOLD]


def _tells_both_sides(item: Profile) -> bool:
    return bool((item.sources or item.source_words) and (item.targets or item.target_words))


def _current_days(item: Profile) -> tuple[date | None, date | None]:
    """Return days that meet those of another mention unless the two would tell of other days (`days.is_current_elsewhere`)."""
    if item.date_start and item.date_end:
        return item.date_start, item.date_end + CURRENT
    if item.published is None or item.date_start:
        return None, None
    return item.published, item.published + CURRENT
