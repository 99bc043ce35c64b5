"""Who of those that a sentence seems to quote cannot have said it: the people that it tells to be dead or hurt."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.casualties.harm import Harm
from transforms.parse import start_of
from transforms.records import Attribution


def who_may_say(voices: Sequence[Attribution], harms: Sequence[Harm]) -> list[Attribution]:
    """Return the attributions of a sentence without those to the counted victims that it tells of ("23 of its soldiers were killed, while
    claiming to have killed 200")."""
    counted = [start_of(harm.trigger.doc[harm.count.first]) for harm in harms if harm.count.first >= 0 and harm.count.best != 1]
    return [
        said
        for said in voices
        if said.source_start is None or said.source_end is None or not any(said.source_start <= at < said.source_end for at in counted)
    ]
