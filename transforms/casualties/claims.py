"""Every claim of one article about people harmed, from its parsed sentences and what the other stages found in them."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.aggregates import is_aggregate
from transforms.casualties.antecedents import named_claimant
from transforms.casualties.beside import relate_beside
from transforms.casualties.breakdown import broken_down
from transforms.casualties.carried import said_on
from transforms.casualties.claimants import claimant_of, giver_of, widened
from transforms.casualties.comparisons import compared_with
from transforms.casualties.days import day_of, event_of_day
from transforms.casualties.draft import Draft, counts_whom, draft_of, in_earnest
from transforms.casualties.fatal import die_of_it
from transforms.casualties.figures import figures_of
from transforms.casualties.focus import (
    counts_the_same,
    counts_them,
    died_of_wounds,
    focus_of,
    is_bare,
    is_elsewhere,
    is_of_nature,
    is_ranked_against,
    is_remembered,
    is_told_on,
    town_of,
    turns_away,
    whom_it_counts,
)
from transforms.casualties.former import is_former, replace_former
from transforms.casualties.harm import Harm
from transforms.casualties.linking import EventIndex
from transforms.casualties.open_list import merged
from transforms.casualties.parts import parts_of
from transforms.casualties.people import nationality
from transforms.casualties.placed import listed_by_place
from transforms.casualties.preceding import is_preceding
from transforms.casualties.pronouns import names_meant
from transforms.casualties.quiet_deaths import without_quiet_deaths
from transforms.casualties.reading import harms_of
from transforms.casualties.retelling import settle
from transforms.casualties.same_description import describe_bare, share_descriptions
from transforms.casualties.speakers import who_may_say, without_speakers
from transforms.casualties.spots import positions, stands_under
from transforms.casualties.stand_ins import describe_meant, give_meant
from transforms.casualties.sums import sum_before
from transforms.casualties.taking import taken_before
from transforms.casualties.told_last import told_last
from transforms.casualties.totals import with_totals
from transforms.casualties.victim_actors import actor_at, are_fighters
from transforms.casualties.victim_words import victim_text
from transforms.casualties.wholes import is_figure
from transforms.parse import ParsedArticle, Sentence, end_of, start_of
from transforms.records import ActorMention, Attribution, CasualtyClaim, DateMention, EventMention, PlaceMention

# Words that put people somewhere, as a name of a place does.
HERE = frozenset(("there", "capital", "alone"))


def find_casualties(
    parsed: ParsedArticle,
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    attributions: Sequence[Attribution],
    events: Sequence[EventMention],
    dates: Sequence[DateMention] = (),
) -> list[CasualtyClaim]:
    """Return an article's claims about people harmed, in the order of the text.

    `subset_of` and `repeats` are positions in the returned list: the claim whose people these are a part of, or tell again."""
    index = EventIndex(parsed, events)
    covered = [mention for mention in places if mention.place is not None and not mention.is_demonym]
    drafts: list[Draft] = []
    for sentence in parsed.sentences:
        earlier = told_last(sentence, drafts)
        said_here = [date for date in dates if sentence.start <= date.span_start < sentence.end]
        drafts += _drafts_of(sentence, covered, index, earlier, drafts, attributions, actors, said_here)
    settle(drafts)
    replace_former(drafts)
    die_of_it(drafts, parsed)
    meant = [draft for draft in drafts if not draft.is_dropped]
    kept = in_earnest([draft for draft in meant if not _told_twice(draft, meant)], parsed)
    kept = without_quiet_deaths(kept, parsed)
    share_descriptions(kept)
    describe_meant(kept, parsed)
    position = {id(draft): number for number, draft in enumerate(kept)}
    return [_claim(parsed, draft, meant, position, actors, attributions) for draft in kept]


def _drafts_of(
    sentence: Sentence,
    covered: list[PlaceMention],
    index: EventIndex,
    earlier: str | None,
    told: Sequence[Draft],
    attributions: Sequence[Attribution],
    actors: Sequence[ActorMention],
    dates: Sequence[DateMention],
) -> list[Draft]:
    span = sentence.span
    inside = [mention for mention in covered if mention.span_start < sentence.end and mention.span_end > sentence.start]
    places = positions(inside, span)
    towns = positions([mention for mention in inside if mention.place is not None and mention.place.precision != "country"], span)
    harms = with_totals(span, merged(harms_of(span, places)))
    said_in = widened(attributions, span, actors)
    harms = without_speakers(harms, said_in)
    harms += [*figures_of(span, harms, earlier), *listed_by_place(span, harms, places, towns)]
    harms += compared_with(span, harms)
    harms = sorted([*harms, *parts_of(span, harms, places, earlier)], key=lambda harm: (harm.key, harm.trigger.i))
    relate_beside(harms)
    taken_before(harms, told)
    drafts = {id(harm): draft_of(harm, sentence) for harm in harms}
    describe_bare(list(drafts.values()))
    voices, others = who_may_say(said_in, harms), who_may_say(attributions, harms)
    for harm in harms:
        draft = drafts[id(harm)]
        at = (start_of(harm.trigger), end_of(harm.trigger)), _span_of(harm)
        said = giver_of(harm, actors, sentence.index) or claimant_of(voices, *at) or claimant_of(others, *at)
        draft.said = named_claimant(said, attributions)
        if draft.said is None and counts_whom(draft):  # "said it had received eleven wounded, four of whom later died"
            draft.said = next((drafts[id(other)].said for other in reversed(harms) if other.key < harm.key), None)
        draft.said = draft.said or said_on(harm, harms, drafts)
        draft.is_placed = any(token.i in towns or token.lower_ in HERE for token in harm.trigger.subtree)
        if draft.is_share and draft.noun == "dead" and draft.outcome == "injured":
            draft.outcome, harm.is_part = "killed", True  # "two of the dead had been shot in the head"
        draft.meant = names_meant(draft, actors)
        give_meant(draft)
        draft.day = day_of(harm.trigger, span, dates) if not died_of_wounds(draft) else None
        draft.where = next((mention.place for mention in inside if stands_under(mention, harm)), None)
        _link(draft, index, told)
        draft.is_aggregate = is_aggregate(harm, draft.event) or any(drafts[id(sum_)].is_aggregate for sum_ in broken_down(harm, harms))
        draft.is_former = is_former(harm)
        if harm.whole is not None and id(harm.whole) in drafts:
            draft.put_under(drafts[id(harm.whole)])
        elif (sum_told := sum_before(draft, told)) is not None:
            draft.put_under(sum_told)
            draft.is_aggregate = True
    return list(drafts.values())


def _link(draft: Draft, index: EventIndex, told: Sequence[Draft]) -> None:
    """Give a claim the event it is of: of its own sentence, else the one in focus, else the nearest told, unless it stands apart."""
    harm, sentence = draft.harm, draft.sentence
    event = index.event_here(harm, sentence)
    draft.is_event_own = event is not None
    draft.is_preceding = is_preceding(harm)
    draft.is_apart = is_of_nature(harm) or is_remembered(harm) or (draft.is_preceding and event is None)
    them = whom_it_counts(draft, told) if counts_them(draft) else None
    if event is None and (
        turns_away(sentence.span)
        or is_ranked_against(harm)
        or is_told_on(sentence, told)
        or (them is not None and them.event is None and them.outcome != draft.outcome)
    ):
        draft.is_apart = True
    if draft.is_apart:
        return
    focus = focus_of(draft, told)
    if event is not None and focus is not None and event.event_mode == "abduct" and is_figure(draft):
        event, draft.is_event_own = focus, False  # "gave figures of up to 49 and said that 20 were abducted"
    if event is not None and is_bare(event) and draft.claimant is not None and focus is not None and counts_the_same(draft, focus, told):
        event, draft.is_event_own = focus, False
    event = event or focus or index.event_around(harm, sentence, draft.where)
    draft.event = event_of_day(event, draft.day, sentence)
    draft.is_apart = not draft.is_event_own and is_elsewhere(draft)
    draft.event = None if draft.is_apart else draft.event


def _told_twice(draft: Draft, others: Sequence[Draft]) -> bool:
    """Return whether a claim only says again, in the same sentence, what another one there says ("the man who was shot died"), or that
    somebody was taken to a hospital who died there."""
    if draft.harm.in_hospital and draft.outcome == "injured":
        dead = (other for other in others if other.outcome == "killed" and other.sentence is draft.sentence)
        if any(other.root() is draft.root() and other.number == draft.number for other in dead):
            return True
    return draft.repeats is not None and draft.repeats.sentence.index == draft.sentence.index and draft.repeats.outcome == draft.outcome


def _claim(
    parsed: ParsedArticle,
    draft: Draft,
    meant: list[Draft],
    position: dict[int, int],
    actors: Sequence[ActorMention],
    attributions: Sequence[Attribution],
) -> CasualtyClaim:
    harm, sentence = draft.harm, draft.sentence
    doc, count, victims = sentence.span.doc, harm.count, harm.victims
    count_start = start_of(doc[count.first]) if count.first >= 0 else None
    count_end = end_of(doc[count.last]) if count.last >= 0 else None
    at = _span_of(harm)
    said = draft.said
    country, negated = nationality(doc, sentence.span.end, victims)
    whole, repeated = _kept(draft.whole, position), _kept(draft.repeats, position)
    return CasualtyClaim(
        sentence_index=sentence.index,
        span_start=sentence.start,
        span_end=sentence.end,
        evidence=parsed.text(sentence.start, sentence.end),
        count_text=parsed.text(count_start, count_end) if count_start is not None and count_end is not None else None,
        count_start=count_start,
        count_end=count_end,
        outcome=draft.outcome,
        count_low=count.low,
        count_best=count.best,
        count_high=count.high,
        qualifier=count.qualifier,
        victim_group="combatant" if are_fighters(actors, draft) else draft.description.group,
        victim_age_sex=draft.description.age_sex,
        victim_text=victim_text(parsed, draft, meant),
        victim_country_iso3=country,
        victim_country_negated=negated,
        victim_actor=actor_at(actors, *at, draft.description.group) if victims is not None else None,
        claimant_text=said.source_text if said is not None else None,
        claimant_actor=said.source_actor if said is not None else None,
        via_text=said.via_text if said is not None else None,
        event=draft.event,
        is_aggregate=draft.is_aggregate,
        subset_of=whole,
        repeats=repeated if whole is None else None,
        revises=_kept(draft.revises, position) if whole is None and repeated is None else None,
        is_part=harm.is_part or whole is not None,
        is_partial=draft.is_partial,
        town_id=town_of(draft),
    )


def _span_of(harm: Harm) -> tuple[int, int]:
    """Return the offsets of the victims' words, or of the word of harm where there are none."""
    if harm.victims is None:
        return start_of(harm.trigger), end_of(harm.trigger)
    doc = harm.trigger.doc
    return start_of(doc[harm.victims.first]), end_of(doc[harm.victims.last])


def _kept(draft: Draft | None, position: dict[int, int]) -> int | None:
    """Return the position of the claim that a tie leads to, past claims that were not kept."""
    while draft is not None and id(draft) not in position:
        draft = draft.repeats
    return position[id(draft)] if draft is not None else None
