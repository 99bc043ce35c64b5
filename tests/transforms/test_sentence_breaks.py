"""Names and ranks that the parser must not cut in two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from transforms.parse import ParsedArticle


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said caretaker Prime Minister Anwaar-ul-haq was heading home.",
        "The town was calm, army spokesman Col. Ibrahim Sesay said.",
        "Gen. Pedro Ruiz and Lt. Ana Mora left on Monday.",
        "The envoy met Mr. Bensaid in Rabat.",
        "The editor was kidnapped in downtown Lima Wednesday by a commando of the rebels.",
        "Troops loyal to the ousted leader Yannick Bessala blockaded the palace.",
    ],
)
def test_stays_one_sentence(read: Callable[..., ParsedArticle], text: str) -> None:
    assert [sentence.text for sentence in read(text).sentences] == [text]


@pytest.mark.parametrize("text", ["The king left. Soldiers stayed.", "They hit the base. Colonel Sesay was unhurt."])
def test_sentences_still_end(read: Callable[..., ParsedArticle], text: str) -> None:
    assert len(read(text).sentences) == 2
