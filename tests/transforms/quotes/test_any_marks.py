"""Any placement of quotation marks ends without an error, with spans inside the text, by work linear in its length."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.transforms.quotes.test_cases import quotes_in
from transforms.attribution.marks import find_stretches
from transforms.quotes.set_aside import set_aside

MARKS = ("“", "”", '"', "'", "‘", "’", "``", "''", "«", "»", "„", "¨")
STOPS = (" ", "\n", ". ", ", ", "? ", "! ", ": ", "\u00a0", "…", "(", ")", "-", "\u200b", "é", "6")
WORDS = (
    "said",
    " he said",
    "Omar Saleh",
    " the army ",
    "No",
    "we go",
    "it's",
    "rock 'n' roll",
    "the ’90s",
    " called it ",
    "according to X",
)
PIECES = st.sampled_from((*MARKS, *STOPS, *WORDS))
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_stretches_are_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for stretch in find_stretches(text):
        assert end <= stretch.outer_start <= stretch.start < stretch.end <= stretch.outer_end <= len(text)
        assert "\n" not in text[stretch.start : stretch.end]
        assert text[stretch.start : stretch.end].strip() == text[stretch.start : stretch.end]
        end = stretch.outer_end


@given(text=TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_quotes_never_fail_and_lie_in_the_text(read: Any, text: str) -> None:
    for quote in quotes_in(read, text):
        assert 0 <= quote.span_start < quote.span_end <= len(text)
        assert text[quote.span_start : quote.span_end] == quote.evidence
        assert quote.speaker_start is not None
        assert quote.speaker_end is not None
        assert text[quote.speaker_start : quote.speaker_end] == quote.speaker_text
        assert quote.cue_start is not None
        assert quote.cue_end is not None
        assert text[quote.cue_start : quote.cue_end] == quote.cue
    assert all(reason for *_, reason in set_aside(read(text)))


@pytest.mark.parametrize("piece", ['"', "“", "”", "'", "‘", "``", "''", '" ', ' "a', "‘a ", "“a” ", '"a" b '])
def test_work_grows_with_length_only(piece: str) -> None:
    def lines_run(times: int) -> int:
        count = 0

        def on_event(frame: FrameType, event: str, arg: object) -> Callable[[FrameType, str, object], Any]:
            nonlocal count
            count += event == "line"
            return on_event

        before = sys.gettrace()
        sys.settrace(on_event)
        try:
            find_stretches(piece * times)
        finally:
            sys.settrace(before)
        return count

    assert lines_run(4_000) / lines_run(500) < 10, "eight times the text must not take much more than eight times the work"
