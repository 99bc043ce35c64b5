"""Which stretches of a sentence are marked, and what wins where two overlap."""

from __future__ import annotations

import pytest

from flows.report.marks import Mark, cut, find_mark

SENTENCE = "Rebels killed six near Goma on Tuesday."


@pytest.mark.parametrize(
    ("sentence", "text", "near", "expected"),
    [
        ("Rebels met rebels; rebels fled.", "rebels", 20, Mark(19, 25, "source")),
        ("Rebels met rebels; rebels fled.", "rebels", 10, Mark(11, 17, "source")),
        ("The Iranian army", "Iran", 0, None),
        ("Shells (and more) fell.", "(and more)", 0, Mark(7, 17, "source")),
        ("They fled.", "the villagers", 0, None),
        ("They fled.", None, 0, None),
        ("They fled.", "", 0, None),
    ],
)
def test_a_text_is_found_as_whole_words_nearest_to_the_trigger(sentence: str, text: str | None, near: int, expected: Mark | None) -> None:
    assert find_mark(sentence, text, "source", near) == expected


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [SENTENCE]),
        (
            [Mark(7, 13, "trigger"), Mark(14, 17, "count"), Mark(0, 6, "source")],
            [["source", "Rebels"], " ", ["trigger", "killed"], " ", ["count", "six"], " near Goma on Tuesday."],
        ),
        ([Mark(14, 27, "target"), Mark(23, 27, "place")], ["Rebels killed ", ["target", "six near "], ["place", "Goma"], " on Tuesday."]),
        ([Mark(30, 400, "date"), Mark(-3, 2, "source"), Mark(5, 5, "count")], [SENTENCE]),
    ],
)
def test_pieces_keep_the_sentence_whole(marks: list[Mark], expected: list[str | list[str]]) -> None:
    pieces = cut(SENTENCE, marks)
    assert pieces == expected
    assert "".join(piece if isinstance(piece, str) else piece[1] for piece in pieces) == SENTENCE


def test_an_empty_sentence_has_no_pieces() -> None:
    assert cut("", []) == []


def test_letters_beyond_the_basic_plane_do_not_shift_marks() -> None:
    assert cut("🔥 six died", [Mark(2, 5, "count")]) == ["🔥 ", ["count", "six"], " died"]
