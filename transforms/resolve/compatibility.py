"""Can two mentions be one event, and how much speaks for it?

A single contradiction (other sides, another country or province, other days) keeps them apart, whatever else agrees: merging two
different strikes is worse than keeping one twice.
"""

from __future__ import annotations

from datetime import timedelta

from transforms.resolve.daily import ELSEWHERE, EXCHANGE_DAYS, FORCEFUL, is_daily_elsewhere, is_elsewhere, is_tied_down
from transforms.resolve.days import day_agreement
from transforms.resolve.deed import is_exchange
from transforms.resolve.doers import SPOKEN, are_two, is_loss_of_doers, is_other_than_dispersal
from transforms.resolve.lineage import Lineage
from transforms.resolve.nearness import place_agreement
from transforms.resolve.other_deeds import (
    are_other_victims,
    is_another,
    is_answer,
    is_dispersal_of,
    is_further,
    is_other_arm,
    is_response,
    is_told_ahead,
    is_turned,
)
from transforms.resolve.other_things import are_other_things, are_two_at_once
from transforms.resolve.points import SAME_ODD_TOLL, Agreement, points_of_tolls
from transforms.resolve.profile import Profile, is_loss_in, is_of_fight, is_one_war, is_own_loss
from transforms.resolve.sides import is_country_of, is_harm_of_one, is_known_thing, source_agreement, target_agreement
from transforms.resolve.story import LIKE_WORDING, SAME_STORY

# Modes that are told of nothing else: a suicide attack is no missile strike.
OWN_KIND = frozenset({"suicide-attack", "abduct", "sexual", "torture", "crowd-control", "unconventional", "beat"})
# Who is chosen to be killed is killed by one side alone, and so are those whom a planted bomb kills.
ONE_SIDED = frozenset({"targeted", "explosives", "suicide-attack"})
# Types whose modes are told of different acts.
ACTS = frozenset({"ACCUSE", "COERCE", "SANCTION"})
# What a headline and the lead say by telling of one kind of deed ("Blast at railway station", "a bomb went off").
OF_LEAD = 3.0
# Sentences after the headline that tell what it sums up; a dateline on a line of its own is one.
LEAD = 3
# Below them still stands the news of the headline where it tells of the very same kind of deed.
NEWS_OF = 6


def agreement(left: Profile, right: Profile, lineage: Lineage, story: float = 0.0) -> Agreement | None:
    """Return what speaks for one event, or None when something contradicts it. Symmetric.

    `story`: the weight of rare names that the two articles share (`Stories.shared`); a headline and the sentences below it tell one."""
    if left.event_type != right.event_type or left.layer != right.layer:
        return None
    # What most often contradicts is looked at first.
    if (days := day_agreement(left, right)) is None:
        return None
    war = is_one_war(left, right)
    sources = 3.0 if war else source_agreement(left, right, lineage)
    if sources is None:
        return None
    if (places := place_agreement(left, right)) is None:
        return None
    if left.is_mutual != right.is_mutual and not war and not (_is_part_of(left, right, lineage) or _is_part_of(right, left, lineage)):
        return None
    # Most pairs are of two articles: what only one article can tell is not asked of them.
    is_here = left.article_id == right.article_id
    fought = is_here and (is_of_fight(left, right) or is_of_fight(right, left))
    is_loss = not fought and (left.is_loss or right.is_loss)
    if is_here and not fought and (is_told_ahead(left, right) or is_told_ahead(right, left)):
        return None
    if is_loss and (is_own_loss(left, right, lineage) or is_own_loss(right, left, lineage)):
        return None
    if is_here and not fought and (is_loss_of_doers(left, right) or is_loss_of_doers(right, left)):
        return None
    if (is_here and is_answer(left, right)) or is_response(left, right) or is_response(right, left):
        return None
    if is_here and (is_turned(left, right) or is_turned(right, left)):
        return None
    if is_here and (is_other_than_dispersal(left, right) or is_other_than_dispersal(right, left)):
        return None
    if left.mode != right.mode and (_other_kind(left.mode, right.mode) or _is_other_act(left, right)):
        return None
    if (left.mode in ONE_SIDED and is_exchange(right.row)) or (right.mode in ONE_SIDED and is_exchange(left.row)):
        return None
    if is_here and (is_further(left, right) or is_further(right, left) or is_another(left, right)):
        return None
    if is_here and (are_two_at_once(left, right) or are_other_things(left, right)):
        return None
    if is_here and (_is_before_news(left, right) or _is_before_news(right, left)):
        return None
    if not war and are_two(left, right, lineage):
        return None
    if is_here and max(places, days) <= 0.0 and are_other_victims(left, right):
        return None
    if sources <= 0.0 and (is_dispersal_of(left, right) or is_dispersal_of(right, left)):
        return None
    targets = 3.0 if war else 0.0 if fought else target_agreement(left, right, lineage)
    if targets is None:
        return None
    if (
        left.event_type in SPOKEN
        and left.article_id == right.article_id
        and 0.0 < sources < 3.0
        and targets <= 0.0
        and not is_same_word(left, right)
    ):
        return None  # what a president denounces and what his government disputes
    if targets and places and is_country_of(left, right, lineage) and is_country_of(right, left, lineage):
        # "Strikes on Iran" and "strikes on Iran" place themselves there: one fact, not two.
        places = min(places, 0.5) if left.place and left.place["precision"] == "country" else places
    if is_here and (_is_headline_of(left, right) or _is_headline_of(right, left)):
        is_lead = left.mode is not None and left.mode == right.mode and max(left.sentence, right.sentence) < NEWS_OF
        story = max(story, OF_LEAD if is_lead else 1.0)
    is_worded = 0.0 < story < SAME_STORY and not is_here
    tolls = points_of_tolls(left.tolls & right.tolls, is_here or story >= LIKE_WORDING) if left.tolls and right.tolls else 0.0
    same_trigger = is_same_word(left, right)
    same_mode = left.mode is not None and left.mode == right.mode
    other_mode = left.mode is not None and right.mode is not None and not same_mode and "suicide-attack" not in {left.mode, right.mode}
    # Within one story the same kind of deed is one deed; without it, half the world's attacks are "strikes".
    is_one_harm = is_here and is_harm_of_one(left, right, lineage)
    # "An attack on a convoy. The convoy was ambushed ..."
    is_next = is_here and abs(left.sentence - right.sentence) <= 1 and is_known_thing(left, right)
    own_kind = is_one_harm or is_next or (is_here and same_mode and left.mode in OWN_KIND)
    alike = 1.0 if own_kind or (story and (same_trigger or same_mode)) else 0.5 * same_trigger + 0.5 * same_mode
    grounded = places >= 1.0 or days >= 1.0
    anchored = (
        war or story >= 1.0 or _is_one_exchange(left, right, sources, targets) or is_tied_down(left, right, lineage, grounded, days, tolls)
    )
    # Whatever agrees, each article's own town or day may be another.
    anchored = anchored and not (left.event_type in FORCEFUL and not story and days < 1.0 and is_elsewhere(left, right))
    parts = (sources, targets, places, days, story, tolls, alike)
    points = (
        sources
        + targets
        + places
        + days
        + story
        + tolls
        + alike
        - 0.5 * (other_mode and not is_one_harm)
        - 1.5 * (is_here and is_other_arm(left, right))
        - ELSEWHERE * (is_worded and not grounded and tolls < SAME_ODD_TOLL and is_daily_elsewhere(left, right))
    )
    facts = (sources >= 1.0) + (targets >= 1.0) + (places >= 1.0) + (days >= 1.0) + (story >= 1.0) + (tolls >= 1.0) + (alike >= 1.0)
    held = grounded or war or max(sources, targets) >= 2.0 or tolls > 0 or not is_elsewhere(left, right)
    return Agreement(points, facts, anchored, grounded, held, parts)


def _is_headline_of(head: Profile, lead: Profile) -> bool:
    """Whether one mention stands in the headline and the other in the sentences with which its article begins."""
    is_same_kind = head.mode is not None and head.mode == lead.mode
    return _is_headline(head) and head.article_id == lead.article_id and 0 < lead.sentence <= (NEWS_OF if is_same_kind else LEAD)


def _is_headline(item: Profile) -> bool:
    """Whether a mention stands in the first line of its article and that ends without a stop."""
    return item.sentence == 0 and not item.row["evidence"].rstrip().endswith((".", "!", "?", '"', "”"))


def _is_before_news(head: Profile, told: Profile) -> bool:
    """Whether one mention stands in the headline, without a day, and the other tells far below of a day long before the news."""
    if not _is_headline(head) or head.article_id != told.article_id or told.sentence <= LEAD or head.date_start is not None:
        return False
    if head.published is None or told.date_end is None:
        return False
    return head.published - told.date_end > timedelta(days=EXCHANGE_DAYS)


def _is_one_exchange(left: Profile, right: Profile, sources: float, targets: float) -> bool:
    """Whether two acts between the same two actors stand in the same days' news: who condemns whom, once a day; where a day is not known,
    the sides decide. What forces do day after day they do not."""
    if sources < 2.0 or targets < 2.0:
        return False
    if left.published is None or right.published is None:
        return left.event_type not in FORCEFUL
    return left.event_type not in FORCEFUL and abs(left.published - right.published) <= timedelta(days=EXCHANGE_DAYS)


def _other_kind(left: str | None, right: str | None) -> bool:
    """Whether two modes, which differ, are told of different deeds; a bombing may turn out a suicide attack."""
    if left is None or right is None or {left, right} == {"suicide-attack", "explosives"}:
        return False
    return left in OWN_KIND or right in OWN_KIND


def _is_other_act(left: Profile, right: Profile) -> bool:
    """Whether two modes of a type, which differ, tell of two acts: to condemn is not to blame, to arrest is not to search."""
    return left.event_type in ACTS and left.mode is not None and right.mode is not None


def _is_part_of(one: Profile, clash: Profile, lineage: Lineage) -> bool:
    """Whether a mention tells of the losses of a side in a clash, or of the clash by one side of it ("Troops kill a rebel in a clash"), as
    a headline may without the word."""
    known = one.sources | one.targets
    if is_loss_in(one, clash, lineage):
        return True
    if clash.is_mutual and not (known or one.source_words or one.target_words) and is_exchange(one.row):
        return True  # "Troops of both countries scuffled. The clash took place on Friday."
    return clash.is_mutual and bool(known) and known <= clash.sources and (is_exchange(one.row) or _is_headline_of(one, clash))


def is_same_word(left: Profile, right: Profile) -> bool:
    """Whether two mentions name their event by one word, its plural aside."""
    return left.word == right.word
