"""What one telling says of people holds for the others: "a judge" told again by her name is an official there too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.casualties.draft import Draft
from transforms.casualties.lexicon import ARMED
from transforms.casualties.people import GROWN


def describe_bare(drafts: Sequence[Draft]) -> None:
    """Give a bare number the kind of people that the verb before it was told of ("killed four insurgents and detained two"), and their age
    and sex where these are several."""
    for draft in drafts:
        victims = draft.harm.victims
        if victims is None or victims.head.pos_ != "NUM" or draft.harm.count.is_more or draft.is_share or draft.harm.is_part:
            continue
        above = draft.harm.trigger.head if draft.harm.trigger.dep_ == "conj" else None
        before = [other for other in drafts if other.harm.trigger is above and not other.harm.is_part]
        if len(before) != 1 or not before[0].has_noun or before[0].is_share or before[0].number == 0:
            continue
        said, own = before[0].description, draft.description
        is_one = before[0].number == 1
        group = said.group if own.group == "unknown" and (not is_one or said.group in ARMED) else own.group
        age_sex = said.age_sex if own.age_sex == "unknown" and not is_one else own.age_sex
        draft.description = replace(own, group=group, age_sex=age_sex)


def share_descriptions(drafts: Sequence[Draft]) -> None:
    """Give each telling of the same people the group, and the age and sex, that it leaves open and another telling says; two tellings that
    say different things decide nothing."""
    listed: dict[int, set[int]] = {}
    for draft in drafts:
        if draft.number == 1 and not draft.names:
            listed.setdefault(id(draft.harm.trigger), set()).add(id(draft.root()))
    unsure = {root for roots in listed.values() if len(roots) > 1 for root in roots}
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(id(draft.root()), []).append(draft)
    for group in told.values():
        same = [draft for draft in group if draft.number == group[0].root().number]
        if len(same) < 2 or id(group[0].root()) in unsure:
            continue  # which of "a man and a woman" a name told later is of, nobody says
        groups = {draft.description.group for draft in same} - {"unknown"}
        kinds = {draft.description.age_sex for draft in same} - {"unknown"}
        is_young = any(_is_a_child(draft) for draft in same) and not any(_is_grown(draft) for draft in same)
        for draft in same:
            said = draft.description
            if said.group == "unknown" and len(groups) == 1:
                draft.description = replace(draft.description, group=next(iter(groups)))
            if said.age_sex == "unknown" and len(kinds) == 1:
                draft.description = replace(draft.description, age_sex=next(iter(kinds)))
            if draft.number == 1 and is_young:
                draft.description = replace(draft.description, age_sex="child")  # "the boy, 9", whom "he" or "her son" tells again


def _is_a_child(draft: Draft) -> bool:
    """Return whether words call somebody a child, and not only somebody's ("her oldest child")."""
    victims = draft.harm.victims
    is_kin = victims is not None and draft.age is None and any(t.dep_ == "nmod:poss" or t.lower_ == "of" for t in victims.head.subtree)
    return draft.description.age_sex == "child" and not is_kin


def _is_grown(draft: Draft) -> bool:
    """Return whether words call somebody a man or a woman, or give the age of one."""
    if draft.age is not None:
        return draft.age >= GROWN
    return draft.noun in ("man", "woman", "adult", "mother", "father", "wife", "husband")
