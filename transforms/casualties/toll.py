"""The default policy: what an event's claims come to, as low, best and high.

Each article gives one total: its claims added up, without copies of other articles, parts, what it tells again, and numbers that their
own claimant later took back; a number by another claimant that disputes one of the same article, or is bounded otherwise, is a total of
its own. Low and high are the least
and the greatest total; best is the total most articles give, of equals the latest, then the lowest. This is the policy `ucdp` of
`sql/views/event_tolls.sql`, rule for rule; a test holds the two together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

Row = dict[str, Any]
Toll = tuple[int | None, int | None, int | None]


def toll(claims: Sequence[Row], outcome: str, articles: Mapping[str, Row]) -> Toll:
    """Return (low, best, high) persons for one outcome of one event; None where no claim gives a number.

    `claims`: the event's rows of `casualties` with their relations. `articles`: rows by id (`duplicate_of`, `published_at`)."""
    rows = [row for row in claims if row["outcome"] == outcome and not row.get("is_aggregate")]
    totals: dict[tuple[str, str], list[Row]] = defaultdict(list)
    taken_back = _taken_back(rows)
    for row in rows:
        if _is_left_out(row, rows, articles) or row["claim_id"] in taken_back:
            continue
        rival = (row["relation"] == "disputes" and _in_same_article(row, rows)) or _is_other_bound(row, rows)
        totals[row["article_id"], row["claim_id"] if rival else ""].append(row)
    added = {key: _added(own) for key, own in totals.items()}
    lows = [low for low, _, _ in added.values() if low is not None]
    highs = [high if high is not None else best for _, best, high in added.values()]
    known_highs = [high for high in highs if high is not None]
    published = {article_id: str(articles.get(article_id, {}).get("published_at") or "") for article_id, _ in added}
    best, high = _best(added, published), max(known_highs, default=None)
    low = min([*lows, *(value for value in (best, high) if value is not None)]) if lows else None
    return low, best, high


def _is_left_out(row: Row, rows: Sequence[Row], articles: Mapping[str, Row]) -> bool:
    """Return whether a claim is a copy, a part, or told before in its own article."""
    if articles.get(row["article_id"], {}).get("duplicate_of") or row["relation"] == "subset_of":
        return True
    return bool(row["relation"] == "repeats" and _in_same_article(row, rows) and not _is_other_bound(row, rows))


def _is_other_bound(row: Row, rows: Sequence[Row]) -> bool:
    """Return whether a claim gives another number than the one of its article that it does not contradict, by another claimant.

    "At least 16, the UN said. 35, local officials said": two totals, and no sum."""
    if row["relation"] != "repeats" or row["qualifier"] == "vague":
        return False
    first = next((other for other in rows if other["claim_id"] == row["related_claim_id"]), None)
    if first is None or first["article_id"] != row["article_id"] or first["qualifier"] == "vague":
        return False
    return _claimant(first) != _claimant(row) and _number(first) != _number(row)


def _number(row: Row) -> int | None:
    number: int | None = row["count_best"] if row["count_best"] is not None else row["count_low"]
    return number


def _in_same_article(row: Row, rows: Sequence[Row]) -> bool:
    """Return whether the claim that a claim relates to stands in the same article (and tells of the same event)."""
    return any(other["claim_id"] == row["related_claim_id"] and other["article_id"] == row["article_id"] for other in rows)


def _taken_back(rows: Sequence[Row]) -> set[str]:
    """Return the claims whose number their claimant revised, and those that handed that number on in the claimant's name."""
    revised = {row["related_claim_id"]: row for row in rows if row["relation"] == "revises"}
    handed_on = {
        row["claim_id"]
        for row in rows
        if row["relation"] == "repeats"
        and row["related_claim_id"] in revised
        and _claimant(row) == _claimant(revised[row["related_claim_id"]])
    }
    return {claim_id for claim_id in revised if claim_id} | handed_on


def _claimant(row: Row) -> str | None:
    return row.get("claimant_actor_id") or row.get("claimant_text")


def _added(rows: Sequence[Row]) -> Toll:
    """Return the claims of one article added up; the high is open when one of them is."""
    lows = [row["count_low"] for row in rows if row["count_low"] is not None]
    bests = [row["count_best"] if row["count_best"] is not None else row["count_low"] for row in rows]
    bests = [best for best in bests if best is not None and any(row["qualifier"] != "vague" for row in rows)]
    highs = [row["count_high"] for row in rows]
    return sum(lows) if lows else None, sum(bests) if bests else None, None if None in highs else sum(highs)


def _best(added: Mapping[tuple[str, str], Toll], published: Mapping[str, str]) -> int | None:
    """Return the total that most articles give; of equals the one told last, then the lowest."""
    told: dict[int, list[str]] = defaultdict(list)
    for (article_id, _), (_, best, _) in added.items():
        if best is not None:
            told[best].append(published[article_id])
    ranked = sorted(told, key=lambda best: (len(told[best]), max(told[best]), -best), reverse=True)
    return ranked[0] if ranked else None
