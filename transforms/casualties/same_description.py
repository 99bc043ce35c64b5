"""What one telling says of people holds for the others: "a judge" told again by her name is an official there too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.casualties.draft import Draft


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
        for draft in same:
            said = draft.description
            if said.group == "unknown" and len(groups) == 1:
                draft.description = replace(draft.description, group=next(iter(groups)))
            if said.age_sex == "unknown" and len(kinds) == 1:
                draft.description = replace(draft.description, age_sex=next(iter(kinds)))
