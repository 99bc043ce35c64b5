"""Within one article: which claims are parts of a larger one."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.aggregates import LASTING
from transforms.casualties.draft import Draft, counts_whom, says_other
from transforms.casualties.figures import FIGURES
from transforms.casualties.focus import counts_them, turns_away, whom_it_counts
from transforms.casualties.former import has_risen
from transforms.casualties.hits import attach, room_of, settle_hit
from transforms.casualties.lexicon import ARMED
from transforms.casualties.number_words import has_digit_or_number_word
from transforms.casualties.other_people import (
    are_more,
    has_own_deed,
    is_done_anew,
    is_of_attackers,
    is_of_old,
    is_set_elsewhere,
    says_there,
)
from transforms.casualties.roles import is_perpetrator
from transforms.casualties.same_event import DEEDS, are_of_one, in_two_towns, told_as_one

NEAR = 4


def as_part(draft: Draft, told: Sequence[Draft]) -> None:
    """Tie a claim to a larger one of the same outcome that it is a part of, or earlier smaller ones to it as their whole."""
    number = draft.number
    if number is None:
        return
    if draft.harm.count.is_more and not draft.is_placed:
        _as_rest(draft, told, number)
        return
    if are_more(draft) or turns_away(draft.sentence.span) or _counts_the_taken(draft, told):
        return
    if (them := just_told(draft, told)) is not None:
        attach(draft, them)
        return
    for known in reversed(told):
        if known.repeats is not None or known.is_dropped or known.outcome != draft.outcome or not told_as_one(draft, known):
            continue
        if known.sentence.index == draft.sentence.index and known.harm.trigger.i == draft.harm.trigger.i:
            continue
        if says_there(draft) and draft.sentence.index - known.sentence.index > 1:
            continue  # "Three were killed there" counts nobody told of two sentences before
        if (
            _are_two_voices(draft, known)
            or draft.is_former
            or is_of_attackers(draft, known)
            or is_done_anew(draft, known)
            or (known.is_aggregate and not draft.is_share and not draft.is_aggregate)
            or known.is_former
            or _are_side_by_side(draft, known)
            or in_two_towns(draft.event, known.retold_with or known.event)
        ):
            continue
        if draft.is_placed and known.is_placed and draft.harm.count.is_more:
            continue  # "eleven more in Kryvyi Rih" are none of those "in the capital"
        larger = known.number
        if larger is None or larger == number or (known.harm.count.is_more and larger > number and not draft.is_share):
            continue
        is_open = room_of(known) >= number and not is_of_old(draft, known) and not has_own_deed(draft, known)
        if larger > number and _covers(known, draft, told_later=True) and is_open:
            is_of_all = known.whole is not None and draft.names and not (draft.is_share or draft.points_back)
            attach(draft, known.whole if is_of_all and known.whole is not None else known)
            return
        if (
            larger < number
            and not counts_whom(draft)
            and _covers(draft, known)
            and (draft.claimant in (None, known.claimant) or known.number == 1)
            and known.whole is None
            and room_of(draft) >= larger
            and not is_of_old(draft, known)
            and not is_set_elsewhere(draft, known)
            and not has_risen(draft.harm)
            and not (says_other(draft) and known.number == 1)
            and not (known.harm.count.is_more and not known.is_headline)
        ):
            attach(known, draft)


def just_told(draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """Return those whom "two of them" are of: people of the same outcome told in the sentence before, in their first telling."""
    if not counts_them(draft):
        return None
    before = [known for known in told if known.sentence.index == draft.sentence.index - 1]
    root = before[-1].root() if before else None
    is_more = root is not None and (root.number or 0) > (draft.number or 0)
    if root is None or is_of_attackers(draft, root):
        return None
    return root if is_more and root.outcome == draft.outcome and room_of(root) >= (draft.number or 0) else None


def _counts_the_taken(draft: Draft, told: Sequence[Draft]) -> bool:
    """Return whether "four of them" are of people taken or missing, so that they are no part of others who were harmed before."""
    them = whom_it_counts(draft, told) if counts_them(draft) else None
    return them is not None and them.outcome != draft.outcome and them.outcome in LASTING


def gather(told: Sequence[Draft]) -> None:
    """Settle what only the whole article shows: the dead told again as shot, sums told before or after their parts."""
    roots = [draft for draft in told if draft.repeats is None and not draft.is_dropped]
    for draft in roots:
        if draft.outcome == "injured" and draft.harm.may_be_dead and not draft.harm.in_hospital and draft.whole is None:
            settle_hit(draft, [other for other in told if other is not draft and not other.is_dropped and are_of_one(draft, other)])
    for draft in roots:
        if draft.repeats is None and draft.whole is None and not draft.parts and draft.is_general and (draft.number or 0) > 1:
            _sum_up(draft, roots)


def _sum_up(whole: Draft, roots: Sequence[Draft]) -> None:
    """Tie single victims to a number that is exactly theirs, whoever gives the one and the others."""
    singles = [
        draft
        for draft in roots
        if draft is not whole
        and draft.repeats is None
        and draft.whole is None
        and not (draft.parts or draft.is_former or has_risen(draft.harm))
        and draft.outcome == whole.outcome
        and draft.number is not None
        and are_of_one(draft, whole)
        and abs(draft.sentence.index - whole.sentence.index) <= NEAR * 2
        and _groups_fit(whole, draft)
        and not (draft.sentence.index == whole.sentence.index and draft.harm.trigger.i == whole.harm.trigger.i)
    ]
    if len(singles) > 1 and sum(draft.number or 0 for draft in singles) == whole.number:
        for draft in singles:
            attach(draft, whole)


def _are_two_voices(draft: Draft, known: Draft) -> bool:
    """Return whether two claimants give the numbers, neither of which the words alone show to be a part.

    The article's own voice and a named one are two where both numbers are of people in general: one of them is the other's rival."""
    if is_figure(draft) or is_figure(known):
        return True
    if known.event is not None and _is_of_a_country(known) and draft.is_placed and (draft.number or 0) < (known.number or 0):
        return False  # 27 dead "in the capital" are some of the country's 37, whoever counted them
    if (draft.number or 0) < (known.number or 0) and any(token.lower_ == "alone" for token in draft.harm.trigger.sent):
        return False  # "22 bodies in our street alone"
    if (draft.number or 0) < (known.number or 0) and _is_one_of_deeds(draft, known):
        return False
    if draft.claimant == known.claimant or (known.retold_by is not None and known.retold_by == draft.claimant):
        return False
    part, whole = (draft, known) if (draft.number or 0) < (known.number or 0) else (known, draft)
    if part.points_back or part.names or part.harm.in_hospital or counts_whom(part) or _is_one_of_several_listed(part):
        return False
    return None not in (draft.claimant, known.claimant) or (part.is_general and whole.is_general and (part.number or 0) > 1)


def _is_one_of_deeds(part: Draft, whole: Draft) -> bool:
    """Return whether people fell in one of several deeds that a total adds up ("strikes across the strip killed 26 ... ten in a strike on a
    tent")."""
    one, other = part.event, whole.event
    if one is None or other is None or not part.is_event_own or part.sentence.index <= whole.sentence.index:
        return False
    single, several = one.trigger.lower().split()[-1], other.trigger.lower().split()[-1]
    is_placed = one.place is not None and (other.place is None or other.place.precision == "country")
    return several == single + "s" or (is_placed and DEEDS.search(several) is not None and DEEDS.search(single) is None)


def _is_one_of_several_listed(part: Draft) -> bool:
    """Return whether people are one kind of those that a list counts ("the dead were three women, four children and two men")."""
    victims = part.harm.victims
    if victims is None:
        return False
    is_list = victims.head.dep_ == "conj" or any(child.dep_ == "conj" for child in victims.head.children)
    is_counted = (part.number or 0) > 1 or any(child.dep_ == "nummod" for child in victims.head.head.children)
    if is_list and part.description.age_sex in ("man", "woman", "child") and is_counted:
        return True  # "eight men, two women and a boy died"
    return is_list and part.harm.by_list and part.harm.trigger.dep_ in ("nsubj", "nsubj:outer")


def _is_of_a_country(whole: Draft) -> bool:
    """Return whether people were harmed across a country or in no place told more finely."""
    place = whole.event.place if whole.event is not None else None
    return (whole.is_headline or not whole.is_placed) and (place is None or place.precision == "country")


def is_figure(draft: Draft) -> bool:
    """Return whether a number is given as that of all ("gave a figure of 69")."""
    return draft.harm.victims is None and draft.harm.trigger.lemma_.lower() in FIGURES


def _are_side_by_side(draft: Draft, known: Draft) -> bool:
    """Return whether two clauses of one sentence count people beside each other: "all 107 aboard died and three others were killed"."""
    if draft.sentence is not known.sentence or draft.points_back or draft.is_share or draft.harm.is_part:
        return False
    first = draft.harm.victims.first if draft.harm.victims is not None else draft.sentence.span.start
    told = [word.lower_ for word in draft.harm.trigger.doc[max(first - 3, draft.sentence.span.start) : first]]
    is_ordinal = bool({"third", "fourth", "fifth"} & set(told))  # "two were killed and a third, a man of 65, died later"
    return is_ordinal or (told[-1:] in (["and"], ["but"], ["while"], [";"]) and known.is_general)


def _as_rest(draft: Draft, told: Sequence[Draft], number: int) -> None:
    """Tie "one additional insurgent", told beside a part of a whole, to that whole ("two insurgents, including a commander")."""
    beside = [known.root() for known in told if draft.sentence.index - known.sentence.index <= 1 and known.outcome == draft.outcome]
    for known in reversed(beside):
        whole = known.whole
        if whole is not None and room_of(whole) >= number and _groups_fit(whole, draft) and not _are_two_voices(draft, whole):
            attach(draft, whole)
            return


def _covers(whole: Draft, part: Draft, told_later: bool = False) -> bool:
    """Return whether the words of a whole can hold those of a part: people hold soldiers, soldiers do not hold women."""
    if is_perpetrator(part) and not is_perpetrator(whole) and not part.harm.is_suicide:
        return False
    if is_perpetrator(whole) and not is_perpetrator(part) and not part.is_general and not part.names:
        return False
    if is_perpetrator(whole) and part.harm.trigger.lower_ == "victims":
        return False
    if part.harm.is_part and (whole.whole is not None or whole.harm.is_part) and not counts_them(part):
        return False  # one of the dead is none of "two officers" among them
    if whole.harm.by_list and has_digit_or_number_word(whole.noun) and not (part.points_back or part.is_share):
        return False  # "seven in the village" hold no "six soldiers" told of later
    if whole.harm.is_part and part.harm.is_part and whole.sentence is part.sentence:
        return False  # "19 were men, eight were women": shares beside each other
    if whole.description.age_sex in ("child", "woman") and part.description.age_sex != whole.description.age_sex:
        return False
    if whole.whole is not None and not (part.points_back or part.is_share or part.names):
        return False  # what is itself a part ("57 women") has said who its people are
    if not (
        whole.is_general
        or whole.noun == part.noun
        or (has_digit_or_number_word(part.noun) and told_later and part.sentence.index - whole.sentence.index <= 1)
        or part.points_back
        or (part.is_definite and part.is_share)
        or (part.names and part.harm.trigger.i != whole.harm.trigger.i and told_later)
    ):
        return False
    return _groups_fit(whole, part)


def _groups_fit(whole: Draft, part: Draft) -> bool:
    if {whole.description.age_sex, part.description.age_sex} == {"man", "woman"}:
        return False
    groups = {whole.description.group, part.description.group} - {"unknown"}
    if not whole.is_general and whole.description.group == "unknown" and groups & ARMED:
        return False  # "274 Palestinians" hold no police officer
    return len(groups) < 2 or (whole.is_general and whole.description.group == "unknown")
