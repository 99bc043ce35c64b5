"""Finding the mention of a span or a head."""

from __future__ import annotations

from transforms.actors.index import ActorIndex
from transforms.records import Actor, ActorMention

IRAN = Actor("iran", "Iran", "state", "IRN")
FORCES = Actor("iran_forces", "Iranian forces", "state_forces", "IRN")

# "Iranian forces hit it": the adjective within the phrase, and an unresolved pronoun.
MENTIONS = [
    ActorMention(0, 7, "Iranian", IRAN, 0),
    ActorMention(0, 14, "Iranian forces", FORCES, 8),
    ActorMention(19, 21, "it", None, 19, is_pronoun=True),
]


def test_by_head_is_exact() -> None:
    index = ActorIndex(MENTIONS)
    assert index.by_head(8) is MENTIONS[1]
    assert index.by_head(0) is MENTIONS[0]
    assert index.by_head(15) is None


def test_at_prefers_a_head_within_the_span_then_the_longest() -> None:
    index = ActorIndex(reversed(MENTIONS))
    assert index.at(0, 14) is MENTIONS[1]
    assert index.at(0, 7) is MENTIONS[0]
    assert index.at(15, 25) is MENTIONS[2]
    assert index.at(40, 50) is None


def test_no_mentions() -> None:
    assert ActorIndex([]).at(0, 10) is None
