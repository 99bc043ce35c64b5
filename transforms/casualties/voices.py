"""Whose voice a claim's number is, and whether one article speaks of two claims with two voices."""

from __future__ import annotations

from typing import Any

from transforms.casualties.whom import is_of_anybody, kind_of

Row = dict[str, Any]


def number_of(row: Row) -> int | None:
    """Return the number a claim stands for: best, else the bound it gives; None for a vague one."""
    value = next((row[name] for name in ("count_best", "count_low", "count_high") if row[name] is not None), None)
    return int(value) if value is not None and row["qualifier"] != "vague" else None


def are_two_voices(row: Row, other: Row) -> bool:
    """Return whether two claims are of two articles, or of two named claimants in one: one voice adds up what it tells in one article.

    Single people whom one article tells apart are two, whoever speaks of them; against the article's own number, a named claimant's is
    another voice where both are of people in general."""
    if row["article_id"] != other["article_id"]:
        return True
    kinds = {kind_of(row), kind_of(other)} - {None}
    if len(kinds) == 2 and row["victim_group"] != other["victim_group"]:
        return False  # "four captives" and "two policemen" are counted beside each other
    names = [named(row), named(other)]
    is_toll = None in (row.get("victim_text", ""), other.get("victim_text", ""))
    if is_toll and row.get("claimant_text") != other.get("claimant_text"):
        return True  # "put the toll at 132" counts all of them again, though both speak for one state
    if names[0] == names[1] or 1 in (number_of(row), number_of(other)):
        return False
    return None not in names or all(is_of_anybody(claim) for claim in (row, other))


def is_told_by_another(row: Row, other: Row) -> bool:
    """Return whether another article tells a claim, or another voice in the same one, whose own parts it has tied itself."""
    return bool(row["article_id"] != other["article_id"] or named(row) != named(other))


def named(row: Row) -> str | None:
    """Return who claims it, by id or by name; None for the article itself."""
    return row.get("claimant_actor_id") or row.get("claimant_text")


def claimant(row: Row) -> str:
    """Return who claims it; the narrator of each article is its own, as two papers' numbers are two voices."""
    return named(row) or f"narrator of {row['article_id']}"
