"""Who of those that a sentence seems to quote cannot have said it, the dead and hurt, and who of those it seems to harm only speaks."""

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


def without_speakers(harms: Sequence[Harm], voices: Sequence[Attribution]) -> list[Harm]:
    """Return the harms of a sentence without the people, told without a number after the word of harm, who only say it ("killing more than
    40 people, medics and officials said")."""
    spans = [(said.source_start, said.source_end, said.cue_start) for said in voices]
    return [harm for harm in harms if not any(_only_says(harm, *span) for span in spans)]


def _only_says(harm: Harm, start: int | None, end: int | None, cue: int) -> bool:
    if harm.victims is None or harm.count.first >= 0 or start is None or end is None:
        return False
    at = start_of(harm.victims.head)
    return start_of(harm.trigger) < start <= at < end <= cue
