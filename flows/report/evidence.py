"""The evidence of an event: every sentence that mentions it or counts its victims, once, with what was read in it marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flows.report.marks import Mark, cut, find_mark
from flows.report.read import Row


def evidence_of(mentions: list[Row], claims: list[Row], numbers: Mapping[str, int], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the sentences in the order of the articles and of their texts; `article` is a place in the list of articles."""
    sentences: dict[tuple[int, int], tuple[str, list[Mark], list[Row]]] = {}
    for row in (*mentions, *claims):
        if row["article_id"] not in numbers:
            continue
        where = (numbers[row["article_id"]], row["span_start"])
        _, marks, told = sentences.setdefault(where, (row["evidence"], [], []))
        if "trigger" in row:
            marks.extend(_marks_of_mention(row))
            told.append(row)
        else:
            marks.extend(_marks_of_claim(row))
    return [
        {"article": article, "pieces": cut(text, marks), "told": _distinct([_reading(row, names) for row in told])}
        for (article, _), (text, marks, told) in sorted(sentences.items())
    ]


def _marks_of_mention(row: Row) -> Iterator[Mark]:
    near = row["trigger_start"] - row["span_start"]
    yield Mark(near, row["trigger_end"] - row["span_start"], "trigger")
    for kind in ("source", "target", "place", "date"):
        found = find_mark(row["evidence"], row[f"{kind}_text"], kind, near)
        if found is not None:
            yield found


def _marks_of_claim(row: Row) -> Iterator[Mark]:
    if row["count_start"] is not None and row["count_end"] is not None:
        yield Mark(row["count_start"] - row["span_start"], row["count_end"] - row["span_start"], "count")


def _reading(row: Row, names: Mapping[str, str]) -> dict[str, str]:
    """Return how the sentence stands to the event, and who says so."""
    claimant = names.get(row["claimant_actor_id"] or "", row["claimant_text"])
    return {"stance": row["stance"]} if claimant is None else {"stance": row["stance"], "claimant": claimant}


def _distinct(readings: list[dict[str, str]]) -> list[dict[str, str]]:
    return [reading for number, reading in enumerate(readings) if reading not in readings[:number]]
