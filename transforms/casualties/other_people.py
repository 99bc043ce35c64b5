"""When a smaller number is no part of a larger one of its article: people told beside those before, of another time or another deed."""

from __future__ import annotations

from datetime import timedelta

from transforms.casualties.draft import SEXED, Draft
from transforms.casualties.focus import tells_of_other_deed
from transforms.casualties.lexicon import lemma_of
from transforms.casualties.number_words import has_digit_or_number_word
from transforms.casualties.roles import PERPETRATORS, is_perpetrator
from transforms.casualties.same_event import ARMED_ANSWER, are_far, told_as_one

# Sentences that open an article, and after which a person told of without a name is named no more.
LEAD, SOON = 5, 8
# Who tells of his own side's deeds, one after the other.
DOERS = frozenset({"we", "they"})
MONTHS_APART = timedelta(days=60)


def are_more(draft: Draft) -> bool:
    """Return whether people are told beside those before ("four soldiers and three members of the party were also killed")."""
    is_named_beside = any(child.lower_ == "also" and child.dep_ == "advmod" for child in draft.harm.trigger.children)
    return is_named_beside and not (draft.is_share or draft.harm.is_part or draft.is_definite or draft.names)


def is_told_also(draft: Draft) -> bool:
    """Return whether the words put people beside those told before ("Lieutenant Rao was also among the slain")."""
    first = draft.harm.count.first
    is_one_more = first >= 0 and draft.harm.trigger.doc[first].lower_ in ("a", "an")
    is_kin = draft.is_definite and draft.has_noun and not draft.points_back  # "her granddaughter was also killed"
    if not (draft.harm.is_part or is_one_more or is_kin or draft.names) or draft.points_back:
        return False
    clause = (draft.harm.trigger, draft.harm.trigger.head)[: 1 if draft.names else 2]
    return any(child.lower_ == "also" and child.dep_ == "advmod" for word in clause for child in word.children)


def is_of_attackers(draft: Draft, known: Draft) -> bool:
    """Return whether a number is of those whose attack is answered, not of those harmed ("police fired back, killing two of them", "troops
    pursued the assailants and killed four of them")."""
    answer = draft.event
    if answer is None or known.event is answer:
        return False
    if ARMED_ANSWER.match(answer.trigger):
        return True
    if not draft.is_share or is_perpetrator(known):
        return False
    return any(lemma_of(t) in PERPETRATORS for t in draft.harm.trigger.doc[draft.sentence.span.start : draft.harm.trigger.i])


def is_of_old(draft: Draft, known: Draft) -> bool:
    """Return whether a number told of a bare year or month is of another time than what was told before without a date."""
    date = draft.day or (draft.event.date if draft.event is not None else None)
    if date is None or date.date_precision not in ("year", "month"):
        return False
    return known.event is None or known.event.date is None or known.event is not draft.event


def are_months_apart(one: Draft, other: Draft) -> bool:
    """Return whether two claims are dated so far apart that no news tells both of one deed ("since 2009, when three were killed")."""
    days = [draft.day or (draft.event.date if draft.event is not None else None) for draft in (one, other)]
    starts = [day.date_start for day in days if day is not None and day.date_start is not None]
    return len(starts) == 2 and abs(starts[0] - starts[1]) > MONTHS_APART


def is_set_elsewhere(draft: Draft, known: Draft) -> bool:
    """Return whether a larger number is told later of an event with a day and place of its own that what was told before has not."""
    one, other = draft.event, known.event
    if one is None or other is None or one is other or draft.is_definite or one.date is None:
        return False
    here, there = one.place or one.context_place, other.place or other.context_place
    if one.place_text is None and here is None:
        return False
    is_there = other.place_text == one.place_text if one.place_text is not None or here is None else here == there
    return other.date is None and not is_there and draft.sentence.index - known.sentence.index > 1


def is_counted_of_old(draft: Draft, known: Draft) -> bool:
    """Return whether a number of a bare year ("the 1996 bombing that killed one person") is of nobody told of before without a date."""
    first = draft.harm.count.first
    is_number = first >= 0 and draft.harm.trigger.doc[first].lower_ not in ("a", "an")
    if not is_number or draft.is_definite or draft.names or known.is_headline or not is_of_old(draft, known):
        return False
    date = draft.day or (draft.event.date if draft.event is not None else None)
    return date is not None and date.date_precision == "year"


def has_own_deed(draft: Draft, known: Draft) -> bool:
    """Return whether a smaller number is told later of a deed with a doer and a place of its own, neither of which the larger one has."""
    one, other = draft.event, known.retold_with or known.event
    if (
        one is None
        or one is other
        or not one.source_actors
        or one.place is None
        or draft.points_back
        or draft.is_share
        or draft.is_definite
    ):
        return False
    return other is not None and not other.source_actors and other.place is None and draft.sentence.index > known.sentence.index


def is_new_beside(draft: Draft) -> bool:
    """Return whether a bare number goes on a list ("two in Kherson and one in Zaporizhzhia"), or people are a thing's ("its driver")."""
    victims = draft.harm.victims
    if victims is None:
        return False
    is_its = any(child.lower_ == "its" and child.dep_ == "nmod:poss" for child in victims.head.children)
    follows = victims.head.doc[victims.first - 1].lower_ == "and" if victims.first > draft.sentence.span.start else False
    return is_its or (victims.head.pos_ == "NUM" and draft.number == 1 and (draft.harm.by_list or follows))


def is_new_one(draft: Draft, any_noun: bool = False) -> bool:
    """Return whether an article opens a general word for one person ("killed a woman"), or any noun, who is none known by name or kin."""
    victims = draft.harm.victims
    is_kind = any_noun or draft.noun in SEXED
    return victims is not None and victims.head.doc[victims.first].lower_ in ("a", "an") and is_kind and not draft.names


def is_one_more(draft: Draft) -> bool:
    """Return whether words tell of one of several by kind ("One local cartel leader was detained"), who is new to the reader."""
    first = draft.harm.count.first
    victims = draft.harm.victims
    if victims is None or first < 0 or draft.is_general:
        return False
    opening = victims.head.doc[first : first + 2]
    return opening[0].text == "One" and opening[-1].lower_ != "of"


def is_listed_with(draft: Draft, other: Draft) -> bool:
    """Return whether two stand in one list: "a man of 25 and a man of 24", "Melissa Hart and her husband"."""
    is_one = other.harm.trigger is draft.harm.trigger
    return is_one and (other.noun == draft.noun or (bool(other.names or draft.names) and draft.harm.by_list))


def says_there(draft: Draft) -> bool:
    """Return whether people were harmed in the place that the sentence before names ("Three people were killed there")."""
    return any(child.lower_ == "there" and child.dep_ == "advmod" for child in draft.harm.trigger.children)


def is_of_new_deed(draft: Draft, known: Draft) -> bool:
    """Return whether people without a word that points back are told behind a deed with a day and place of its own, of another kind than
    that in which others had been harmed before ("Israel bombed the ministry on Wednesday. Three people were killed")."""
    deed, before = draft.event, known.event
    is_other = tells_of_other_deed(draft.sentence.span) and not tells_of_other_deed(known.sentence.span)
    if is_other and draft.sentence is not known.sentence and not (known.is_headline or draft.is_definite or draft.names):
        return True
    if deed is None or before is None or known.is_headline or draft.is_definite or draft.names or draft.is_share:
        return False
    here, there = deed.place or deed.context_place, before.place or before.context_place
    if here is not None and there is not None and are_far(here, there) and draft.sentence.index - known.sentence.index > 1:
        return True
    is_near = known.sentence.index < deed.sentence_index and draft.sentence.index - deed.sentence_index <= 1
    return is_near and deed.date is not None and deed.place is not None and not told_as_one(draft, known)


def is_named_anew(draft: Draft, known: Draft, names: frozenset[str]) -> bool:
    """Return whether somebody named far on is a new person, and not one told of without a name in the midst of an article ("a demonstrator
    was shot", and much later "shot Peter Novak in Brno"): the news names those of its first lines."""
    is_apart = draft.sentence.index - known.sentence.index > SOON and known.sentence.index > LEAD
    return bool(draft.names or draft.meant) and not names and is_apart and not draft.points_back and known.noun != draft.noun


def is_done_anew(draft: Draft, known: Draft) -> bool:
    """Return whether somebody does a deed of his own, to a bare number, in another paragraph than that of a larger number ("At 0300 we
    took the post, killed one and wounded four")."""
    trigger = draft.harm.trigger
    is_bare = has_digit_or_number_word(draft.noun) and not (draft.is_definite or draft.is_share or draft.harm.count.is_more)
    if not is_bare or known.is_headline or draft.sentence.paragraph == known.sentence.paragraph or not draft.is_event_own:
        return False
    verbs = (trigger, trigger.head) if trigger.dep_ == "conj" else (trigger,)
    return any(child.dep_ == "nsubj" and child.lower_ in DOERS for verb in verbs for child in verb.children)
