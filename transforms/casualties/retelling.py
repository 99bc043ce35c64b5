"""Within one article: which claims tell of the same people again, and which are parts of another claim.

News tells a death in the headline, in the lead and again with a name. A claim repeats an earlier one of the same event when
nothing sets its people apart: not their names, age, sex or kind, not their number, and not a word such as "another".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.casualties.draft import Draft, counts_whom, names_by_root, says_other
from transforms.casualties.focus import counts_them
from transforms.casualties.hits import die_with_root
from transforms.casualties.kinds import PRONOUNS, are_told_apart, kinds_fit, outcomes_fit
from transforms.casualties.lexicon import ARMED, word_set
from transforms.casualties.naming import give_name
from transforms.casualties.news_days import give_news_day
from transforms.casualties.number_words import has_digit_or_number_word
from transforms.casualties.other_people import (
    are_months_apart,
    are_more,
    is_counted_of_old,
    is_listed_with,
    is_named_anew,
    is_new_beside,
    is_new_one,
    is_of_new_deed,
    is_one_more,
    is_told_also,
)
from transforms.casualties.pronouns import is_called_by, latest_first, means_another, points_nearer
from transforms.casualties.relations import FEW
from transforms.casualties.rivals import mark_partial
from transforms.casualties.roles import hands_fit, share_name, sides_fit
from transforms.casualties.same_event import are_of_one, lend_event, share_events
from transforms.casualties.scopes import part_scopes
from transforms.casualties.vague_numbers import overlap, same_words
from transforms.casualties.wholes import as_part, gather, just_told

BACK = word_set("they them themselves himself herself")
PLURALS = word_set("they them all everyone both")
THEM_REACH = 3


def settle(drafts: Sequence[Draft]) -> None:
    """Mark repeats, parts and outcomes among an article's claims, which stand in the order of the text."""
    told: list[Draft] = []
    give_news_day(drafts)
    for draft in drafts:
        if draft.harm.count.best == 0:
            continue
        if not told and draft.harm.count.is_more and not says_other(draft):
            draft.harm.count = replace(draft.harm.count, is_more=False)
        if draft.is_aggregate:
            continue
        if draft.harm.is_naming:
            give_name(draft, told, drafts)
            continue
        if draft.harm.is_part and draft.whole is not None:
            is_bare = draft.harm.by_list and has_digit_or_number_word(draft.noun)  # "eight in Homs and 12 in Hama" are nobody told before
            known = _same(draft, told) if not is_bare else None
            if known is not None:
                draft.repeats = known
                if known.whole is None and known is not draft.whole and (known.number or 0) < (draft.whole.number or 0):
                    known.whole = draft.whole
            told.append(draft)
            continue
        known = _same(draft, told) if just_told(draft, told) is None else None
        if known is not None:
            _retell(draft, known)
            lend_event(known, draft)
        elif draft.noun in BACK and draft.harm.count.qualifier == "vague":
            draft.is_dropped = True
        else:
            as_part(draft, told)
        told.append(draft)
    gather(told)
    die_with_root(told)
    part_scopes(told)
    _give_over(told)
    share_events(drafts)
    mark_partial(drafts)


def _same(draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """Return the claim that told these people first, the latest that fits; names decide first, then the same outcome, then nearness."""
    fitting = []
    all_names = names_by_root(told)
    for known in latest_first(draft, told):
        if known.repeats is not None or known.is_dropped or (known.whole is not None and draft.noun in PLURALS):
            continue
        again = [other for other in told if other.repeats is known]
        if any(is_listed_with(draft, other) or (known.is_headline and are_months_apart(draft, other)) for other in again):
            continue
        is_new = draft.number == 1 and not (draft.is_definite or draft.names)
        if is_new and not all(kinds_fit(draft, other) for other in again):
            continue
        names = known.names | all_names.get(id(known), frozenset())
        if known.sentence is not draft.sentence and means_another(draft, names, all_names.values()):
            continue
        if same_people(draft, known, names) and not points_nearer(draft, known, told):
            if share_name(known, draft, names) or draft.meant & names:
                return known
            fitting.append(known)
    alike = [known for known in fitting if known.outcome == draft.outcome] or fitting
    if draft.points_back and not draft.is_general:  # "the facilitator" is the one told of so, not the suspect told of since
        alike = [known for known in alike if known.noun == draft.noun] or alike
    beside = [known for known in alike if (known.is_headline or draft.names) and known.harm.trigger is alike[0].harm.trigger]
    return next(iter([*beside[::-1], *alike]), None)  # "Lawmaker and husband killed": the first named is the lawmaker


def same_people(draft: Draft, known: Draft, names: frozenset[str]) -> bool:
    """Return whether a claim may tell of the people of an earlier one, who go by `names`."""
    if not outcomes_fit(draft, known):
        return False
    if names and (draft.names or is_called_by(draft, names)):
        return (share_name(known, draft, names) or not draft.names) and draft.number == known.number
    is_dated_by = draft.is_preceding != known.is_preceding and not draft.names
    if is_dated_by or is_named_anew(draft, known, names) or is_counted_of_old(draft, known):
        return False
    if not are_of_one(draft, known) and draft.noun not in PRONOUNS | {"him", "himself"}:
        return False
    if is_new_beside(draft) and not known.is_headline:
        return False
    if draft.harm.victims is None and known.harm.is_part and known.number is None:
        return False  # a toll is of no "children" among the dead
    if draft.is_share and draft.is_definite and draft.harm.count.qualifier == "vague" != known.harm.count.qualifier:
        return False  # "most of the civilians" are not all of them
    if draft.names and known.harm.is_part and not known.names and known.description.age_sex == "child" != draft.description.age_sex:
        return False  # a child among the dead is nobody named later without an age
    if counts_whom(draft) and draft.sentence.index != known.sentence.index:
        return False
    if draft.number == 1 and counts_them(draft) and not known.is_share and draft.sentence.index - known.sentence.index > THEM_REACH:
        return False  # "one of them" is of people told of just before
    if draft.harm.is_part and known.harm.is_part and draft.noun != known.noun:
        return False  # parts told one by one are other people
    if is_of_new_deed(draft, known):
        return False
    is_told_anew = (
        (draft.number == 1 or draft.is_general) and draft.has_noun and not (draft.is_definite or draft.names or draft.noun == known.noun)
    )
    if known.harm.is_part and is_told_anew and not known.is_headline:
        return False  # "one of them a nurse", and "a man" told of later
    is_named_so = draft.is_general or draft.names or draft.noun == known.noun or known.is_headline
    if draft.whole is not None and known.whole is None and not is_named_so:
        return False  # "eight worshippers, including the imam": no village head told before
    is_beside = are_more(draft) and not (known.is_headline or (draft.harm.count.is_more and known.harm.count.is_more))
    if (is_told_also(draft) or is_beside) and not (draft.names & names):
        return False
    if draft.is_share and draft.noun in ("injured", "wounded") and known.outcome != draft.outcome:
        return False  # "three of the injured" are none of the dead
    if draft.sentence.index == known.sentence.index and (draft.harm.trigger.i == known.harm.trigger.i or not draft.is_definite):
        return False
    if draft.harm.count.is_more != known.harm.count.is_more and not (draft.is_definite or draft.names):
        return False
    if not known.is_headline and are_told_apart(draft, known):
        return False
    if not kinds_fit(draft, known) or not sides_fit(draft, known) or not hands_fit(draft, known):
        return False
    if draft.is_share and draft.noun == "dead" and draft.number == 1 and known.number == 1:
        return False  # "one of the dead" is one of several
    if draft.number == 1 and _is_nobody(draft) != _is_nobody(known) and not known.is_headline:
        return False  # "had put the toll at one dead" tells of nobody in particular
    left, right = draft.number, known.number
    if left is not None and right is not None:
        return left == right and _may_be_retold(draft, known)
    if draft.harm.count.qualifier == "vague" or known.harm.count.qualifier == "vague":
        vague, other = (draft, right) if draft.harm.count.qualifier == "vague" else (known, left)
        is_less = other is not None and (vague.harm.count.low or 0) > max(other, FEW)  # "scores" are no seven
        return not (left == 1 or right == 1 or is_less) and same_words(draft, known)
    return overlap(draft, known) and (draft.noun == known.noun or draft.is_definite or known.is_headline)


def _is_nobody(draft: Draft) -> bool:
    return draft.is_former and draft.is_general and not draft.is_definite


def _may_be_retold(draft: Draft, known: Draft) -> bool:
    """Return whether an indefinite phrase can tell again what another told: not where both name different kinds of people, and not who
    has been named ("a traditional ruler")."""
    if is_one_more(draft) and not (known.is_headline or known.noun == draft.noun):
        return False
    if (
        draft.noun == "one"
        and not (draft.is_definite or draft.is_share)
        and known.whole is not None
        and draft.sentence is not known.sentence
    ):
        return False  # "we killed one" of another post is no chief among the dead of the first
    if is_new_one(draft) and not known.is_headline and (known.names or known.is_definite) and known.noun != draft.noun:
        return False
    is_apart = draft.sentence.index - known.sentence.index > 1 and known.sentence.index > 1 and is_new_one(known, any_noun=True)
    if is_apart and is_new_one(draft) and known.noun != draft.noun:
        return False  # "a cousin", and "a woman" told of elsewhere
    is_of_force = draft.is_share and draft.description.group in ARMED and known.description.group != draft.description.group
    if known.harm.by_list and has_digit_or_number_word(known.noun) and not draft.is_definite and draft.sentence is not known.sentence:
        return False  # "four on the Damascus road" are no "four soldiers" told of later
    victims = draft.harm.victims
    is_kin = victims is not None and any(child.dep_ == "nmod:poss" for child in victims.head.children)
    if draft.is_share and is_kin and known.harm.is_part and draft.noun != known.noun and not known.is_headline:
        return False  # "two of his colleagues" are no "two of them gang members"
    if is_new_one(draft, any_noun=True) and known.noun == "one" and not known.is_headline and draft.sentence is not known.sentence:
        return False  # "one, a student, died" and "a guard" told of later
    points = draft.points_back or (draft.is_definite and draft.is_share and not is_of_force)  # "one of its officers" is no youth
    if points or draft.is_general or known.is_general or draft.noun == known.noun:
        return True
    if draft.harm.count.is_more and known.harm.count.is_more and draft.description.group == known.description.group != "unknown":
        return True
    return known.is_headline or bool(draft.names) or (bool(known.names) and draft.is_definite)


def _give_over(told: Sequence[Draft]) -> None:
    """Let the first claim under a headline that tells it again for a source stand for it: the body says whose word the number is."""
    for headline in told:
        if not headline.is_headline or headline.said is not None or headline.repeats is not None or headline.number is None:
            continue
        retold = [draft for draft in told if draft.repeats is headline]
        heir = next((draft for draft in retold if draft.said is not None and draft.number == headline.number), None)
        if heir is None:
            continue
        heir.repeats, heir.whole, headline.whole = None, headline.whole, None
        heir.outcome = headline.outcome
        for other in [headline, *retold]:
            if other is not heir:
                other.repeats = heir
        for part in headline.parts:
            part.whole = heir
        heir.parts, headline.parts = headline.parts, []


def _retell(draft: Draft, known: Draft) -> None:
    """Tie a claim to the one that told it first; the graver outcome holds for both, the better number leads."""
    if draft.outcome != known.outcome:
        open_one, sure = (draft, known) if draft.outcome == "injured" else (known, draft)
        is_named_here = open_one.names and not sure.names and open_one.sentence is sure.sentence
        # Not "X was taken to a hospital, where he died", which gives the name.
        if open_one.harm.in_hospital and not is_named_here and (sure.number is not None or open_one is draft):
            open_one.is_dropped = True
            for other in known.parts if open_one is known else ():
                other.whole = None
            return
        open_one.outcome = sure.outcome
    if known.harm.count.qualifier == "vague" and draft.harm.count.qualifier != "vague" and known.whole is None:
        known.repeats = draft
    else:
        draft.repeats = known
