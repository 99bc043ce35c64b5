"""The default policy: what an event's claims come to, as low, best and high.

Each article (copies left out) gives one total: its claims added up, without those that repeat, are parts of, revise or dispute another
one of its own. A claim that its own claimant later revised is out. Low and high are the least and the greatest total; best is the
total with most articles behind it, of equals the latest. It is the `ucdp` policy of `event_tolls`, in the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from transforms.casualties.relations import order_of

Row = dict[str, Any]
Toll = tuple[int | None, int | None, int | None]


def toll(claims: Sequence[Row], outcome: str, articles: Mapping[str, Row]) -> Toll:
    """Return (low, best, high) persons for one outcome of one event; None where no claim gives a number."""
    rows = [
        row for row in sorted(claims, key=lambda row: order_of(row, articles)) if row["outcome"] == outcome and not row.get("is_aggregate")
    ]
    rows = [row for row in rows if not articles.get(row["article_id"], {}).get("duplicate_of")]
    revised = {row["related_claim_id"] for row in rows if row["relation"] == "revises"}
    totals: dict[str, tuple[int | None, int | None, int | None]] = {}
    for article in dict.fromkeys(row["article_id"] for row in rows):
        own = [row for row in rows if row["article_id"] == article and row["claim_id"] not in revised]
        total = _total(own)
        if total is not None:
            totals[article] = total
    lows = [low for low, _, _ in totals.values() if low is not None]
    bests = [best for _, best, _ in totals.values() if best is not None]
    highs = [high for _, _, high in totals.values() if high is not None]
    if not lows and not bests and not highs:
        return None, None, None
    counted = Counter(bests)
    latest = {best: number for number, best in enumerate(bests)}
    best = max(counted, key=lambda value: (counted[value], latest[value])) if counted else None
    return min(lows, default=None), best, max([*highs, *bests], default=None)


def _total(rows: Sequence[Row]) -> Toll | None:
    """Return one article's total: claims that stand for themselves, and what it repeats of other articles."""
    standing = [row for row in rows if not _is_told_within(row, rows) and row["relation"] != "subset_of"]
    if not standing:
        return None
    best = [row["count_best"] if row["count_best"] is not None else row["count_low"] for row in standing]
    low = [row["count_low"] for row in standing]
    high = [row["count_high"] for row in standing]
    known = [value for value in best if value is not None]
    return (
        sum(value for value in low if value is not None) if any(value is not None for value in low) else None,
        sum(known) if known else None,
        sum(value for value in high if value is not None) if all(value is not None for value in high) else None,
    )


def _is_told_within(row: Row, rows: Sequence[Row]) -> bool:
    """Return whether a claim repeats or disputes another one of the same article."""
    return row["relation"] in ("repeats", "disputes") and any(other["claim_id"] == row["related_claim_id"] for other in rows)
