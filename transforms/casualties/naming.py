"""Names given to victims told of before: "the victim was identified as X", "police named the two men as X and Y"."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.draft import Draft, names_by_root
from transforms.casualties.kinds import PRONOUNS, kinds_fit
from transforms.casualties.lexicon import word_set
from transforms.casualties.roles import share_name

# Of these some are named and others not.
ANY_OF = word_set("victims dead those bodies")


def give_name(draft: Draft, told: list[Draft], drafts: Sequence[Draft]) -> None:
    """Tie a name to the people it is given to: one of as many as are named together, else a single victim."""
    together = [other for other in drafts if other.harm.is_naming and other.harm.trigger is draft.harm.trigger]
    if not _name_one_of(draft, told, len(together)):
        _name(draft, told)


def _name_one_of(draft: Draft, told: list[Draft], number: int) -> bool:
    """Tie one of several names to the people who are just as many, else to those who are more: "named the victims as A and B" where two,
    or nine, were killed."""
    roots = [known for known in told if known.repeats is None and known.whole is None and known.outcome in ("killed", "injured")]
    several = [known for known in roots if (known.number or 0) >= number > 1]
    dead = [known for known in roots if known.outcome == "killed" and (known.number or 0) > 1]
    if draft.harm.named in ANY_OF and number > 1 and dead and not any(known.number == number for known in several):
        several = dead  # "the victims" are the dead, however many names were read
    whole = next((known for known in several if known.number == number), next(iter(several if draft.harm.named in ANY_OF else ()), None))
    if whole is None or draft.harm.named in PRONOUNS:
        return False
    draft.outcome, draft.whole, draft.event = whole.outcome, whole, whole.event
    whole.parts.append(draft)
    told.append(draft)
    return True


def _name(draft: Draft, told: list[Draft]) -> None:
    """Tie a name to the victim it is given to, the last one told that it fits; a name that fits nobody is no claim."""
    latest_first = list(reversed(told))
    last = next((known for known in latest_first if known.number == 1), None)
    if draft.harm.named in PRONOUNS and last is not None and last.outcome not in ("killed", "injured"):
        draft.is_dropped = True  # "him" is the driver who was arrested
        return
    all_names = names_by_root(told)
    for known in sorted(latest_first, key=lambda other: other.noun != draft.harm.named):
        root = known.root()
        if root.outcome in ("killed", "injured") and root.number == 1 and kinds_fit(draft, root):
            names = root.names | all_names.get(id(root), frozenset())
            if not names or share_name(root, draft, names):
                draft.outcome, draft.repeats, draft.event = root.outcome, root, root.event
                told.append(draft)
                return
    draft.is_dropped = True
