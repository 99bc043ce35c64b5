"""How the claims about one event relate across sentences and articles: repeats, revises, disputes, subset_of.

The rules look at each claim and the earlier ones, in the order of the day asserted, of publication and of the text, so the result
does not depend on the order of the rows. A claim has one relation at most; the first told of several alike is the root and has none.

- `subset_of`: said of a part ("including two children"), or, told apart by age, sex or kind, no more than a whole told elsewhere.
- `repeats`: the same people with the same number, or with words or bounds that do not contradict it.
- `revises`: the same claimant, later, with another number; or the number that an article says holds now, over the one it tells as former.
- `disputes`: another claimant, with a number that cannot be true at the same time: the nearest one told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from transforms.casualties.bounds import FAR, bounds, contradict, factor
from transforms.casualties.later_totals import is_total_after
from transforms.casualties.occasions import Occasion, is_one_occasion
from transforms.casualties.voices import are_two_voices, claimant, is_told_by_another, named, number_of
from transforms.casualties.whom import are_attackers, are_bodies, is_of_anybody, kind_of

Row = dict[str, Any]
Relation = tuple[str, str | None]
# "Several" may be two; "dozens" are not seven.
FEW = 10
# Official and rival tolls of one event were seen to differ up to tenfold (471 and 50 at one hospital).
SCOPE = 20


def relate(
    claims: Iterable[Row], articles: Mapping[str, Row] | None = None, said: Mapping[str, Occasion] | None = None
) -> dict[str, Relation]:
    """Return claim_id -> (relation, related claim_id) for the claims of one event that relate to another one.

    `claims`: rows of `casualties`, with `repeats_claim_id`, `subset_of_claim_id`, `revises_claim_id` and `is_part` where the article
    itself ties them.
    `articles`: article rows by id, for the time of publication. `said`: by article, when and where it says the event was; claims of
    articles that do not meet there are not related, and without it nothing is known to part them.
    Related ids may be None (a part whose whole nobody told)."""
    rows = sorted(claims, key=lambda row: order_of(row, articles or {}))
    found: dict[str, Relation] = {}
    replaced = {row["revises_claim_id"] for row in rows if row.get("revises_claim_id")}
    roots: list[Row] = []
    for row in rows:
        within = within_article(row) or _none_of_some(row)
        if within is not None:
            found[row["claim_id"]] = within
        if (within is None or within[0] in ("subset_of", "revises")) and row["count_best"] != 0:
            roots.append(row)
    wholes = [row for row in roots if found.get(row["claim_id"], ("revises",))[0] == "revises" and not row.get("is_part")]
    earlier: list[Row] = []
    for row in roots:
        if row["claim_id"] not in found:
            told = [other for other in earlier if other["claim_id"] not in replaced]
            relation = _across(row, _of_one_occasion(row, told, said), _of_one_occasion(row, wholes, said), found)
            if relation is not None and (relation[0] == "repeats" or row["claim_id"] not in replaced):
                found[row["claim_id"]] = relation
        earlier.append(row)
    return found


def order_of(row: Row, articles: Mapping[str, Row]) -> tuple[str, str, str, int, int, str]:
    """Return the place of a claim in time and text, as a key to sort by."""
    published = articles.get(row["article_id"], {}).get("published_at")
    return (
        str(row.get("asserted_on") or "9999"),
        str(published or "9999"),
        str(row["article_id"]),
        int(row.get("sentence_index") or 0),
        int(row["count_start"] if row.get("count_start") is not None else row.get("span_start") or 0),
        str(row["claim_id"]),
    )


def _of_one_occasion(row: Row, others: Sequence[Row], said: Mapping[str, Occasion] | None) -> list[Row]:
    """Return the claims of the same article and of articles that tell of the same occasion."""
    known = said or {}
    here = known.get(row["article_id"])
    return [
        other
        for other in others
        if other["article_id"] == row["article_id"] or is_one_occasion(here, known.get(other["article_id"]), _smaller(row, other))
    ]


def _smaller(row: Row, other: Row) -> int | None:
    """Return the smaller of two claims' numbers, None where one of them is vague."""
    numbers = [number for number in (number_of(row), number_of(other)) if number is not None]
    return min(numbers) if len(numbers) == 2 else None


def _none_of_some(row: Row) -> Relation | None:
    """Return the relation of "the driver was not injured", which leaves open what befell others: a part whose whole nobody told."""
    return ("subset_of", None) if row.get("is_part") and row["count_best"] == 0 else None


def within_article(row: Row) -> Relation | None:
    """Return what the article itself says: these people are a part of others it tells of, are told again, or are counted anew."""
    if row.get("subset_of_claim_id"):
        return "subset_of", row["subset_of_claim_id"]
    if row.get("repeats_claim_id"):
        return "repeats", row["repeats_claim_id"]
    if row.get("revises_claim_id"):
        return "revises", row["revises_claim_id"]
    return None


def _across(row: Row, earlier: Sequence[Row], wholes: Sequence[Row], found: Mapping[str, Relation]) -> Relation | None:
    """Return how a claim relates to those told before it, and to the wholes told anywhere; the first of several alike is named."""
    alike = [
        other for other in earlier if other["outcome"] == row["outcome"] and are_two_voices(row, other) and not _in_two_towns(row, other)
    ]
    same = next((other for other in alike if _same_people(row, other) and not _is_part_here(other, row, found)), None)
    if same is not None and not row.get("is_part") and number_of(row) == number_of(same) and row["qualifier"] == same["qualifier"]:
        return "repeats", _first_told(same, found)
    if row.get("is_part") or row["victim_age_sex"] in ("child", "woman"):
        whole = next((other for other in wholes if _holds(other, row) and (row.get("is_part") or is_told_by_another(row, other))), None)
        if whole is not None:
            return "subset_of", whole["claim_id"]
        if row.get("is_part"):
            return "subset_of", None
    if same is not None:
        return "repeats", _first_told(same, found)
    if (total := next((other for other in wholes if is_total_after(other, row)), None)) is not None:
        return "subset_of", total["claim_id"]
    rivals = [other for other in alike if _kinds_fit(row, other) and number_of(row) is not None and number_of(other) is not None]
    if row.get("is_partial"):
        beside = next((other for other in reversed(rivals) if _rivals_beside(row, other)), None)
        if beside is not None:
            return "disputes", _first_told(beside, found)
        whole = next((other for other in wholes if _holds(other, row) and kind_of(other) is None and not other.get("is_partial")), None)
        return ("subset_of", _first_told(whole, found)) if whole is not None and whole["article_id"] == row["article_id"] else None
    own = [other for other in rivals if claimant(other) == claimant(row) and _later(row, other)]
    if own and number_of(own[-1]) != number_of(row):
        return "revises", _first_told(own[-1], found)
    general = next((other for other in reversed(rivals) if _takes_in(other, row)), None)
    if general is not None:
        return "subset_of", _first_told(general, found)
    rivals = [other for other in rivals if not other.get("is_partial")]
    against = [
        other for other in rivals if claimant(other) != claimant(row) and contradict(row, other) and not _is_part_of(other, row, found)
    ]
    if not against:
        bound = next((other for other in rivals if other["article_id"] == row["article_id"] and bounds(row, other)), None)
        return ("repeats", _first_told(bound, found)) if bound is not None else None
    # The nearest number is the one it was given for, the last told of two as near; one many times as large is of another scope.
    rival = min(reversed(against), key=lambda other: factor(row, other))
    return ("disputes", _first_told(rival, found)) if factor(row, rival) <= SCOPE else None


def _in_two_towns(row: Row, other: Row) -> bool:
    """Return whether one article counts two claims in two towns ("four were killed in Raqqa and two in Manbij"): no rivals."""
    towns = {row.get("town_id"), other.get("town_id")}
    return row["article_id"] == other["article_id"] and len(towns) == 2 and None not in towns


def _rivals_beside(row: Row, other: Row) -> bool:
    """Return whether two claimants count in one sentence the harmed of one more deed ("killed 65, activists said; the army said 20")."""
    if not other.get("is_partial") or row["article_id"] != other["article_id"] or row.get("sentence_index") != other.get("sentence_index"):
        return False
    return None not in (named(row), named(other)) and named(row) != named(other) and contradict(row, other)


def _takes_in(whole: Row, part: Row) -> bool:
    """Return whether a number of people in general takes in a smaller one, of a kind or of bodies, by another voice of the article."""
    if (
        whole["article_id"] != part["article_id"]
        or not is_of_anybody(whole)
        or (part["victim_group"] == "unknown" and not are_bodies(part) and kind_of(part) is None)
    ):
        return False
    return whole["outcome"] == part["outcome"] and (number_of(part) or FAR) < (number_of(whole) or 0)


def _is_part_of(other: Row, row: Row, found: Mapping[str, Relation]) -> bool:
    """Return whether a claim tells of a part of more people, so that a number of people in general is no rival to it."""
    return is_of_anybody(row) and (bool(other.get("is_part")) or found.get(other["claim_id"], ("", None))[0] == "subset_of")


def _is_part_here(other: Row, row: Row, found: Mapping[str, Relation]) -> bool:
    """Return whether a claim of the same article tells of a part: "two bodies" are not the two policemen listed among the dead."""
    return bool(other["article_id"] == row["article_id"] and not row.get("is_part") and _is_part_of(other, row, found))


def _first_told(row: Row, found: Mapping[str, Relation]) -> str:
    """Return the claim that a claim repeats, else the claim itself."""
    relation, related = found.get(row["claim_id"], ("", None))
    return related if relation == "repeats" and related is not None else str(row["claim_id"])


def _same_people(row: Row, other: Row) -> bool:
    if not _kinds_fit(row, other):
        return False
    if number_of(row) is None or number_of(other) is None:
        if "vague" not in (row["qualifier"], other["qualifier"]):
            return False
        if None not in (named(row), named(other)) and named(row) != named(other):
            return False
        vague, exact = (row, other) if row["qualifier"] == "vague" else (other, row)
        if (vague["count_low"] or 0) > max(number_of(exact) or FAR, FEW):
            return False  # "scores" are no seven
        return row["victim_group"] == other["victim_group"] or "unknown" in (row["victim_group"], other["victim_group"])
    return number_of(row) == number_of(other)


def _kinds_fit(row: Row, other: Row) -> bool:
    """Return whether two claims can be about the same people, by group, age and sex, and on which side of the attack they stood."""
    if are_attackers(row) != are_attackers(other):
        return False
    for name in ("victim_group", "victim_age_sex"):
        said = {row[name], other[name]} - {"unknown", "mixed", None}
        if len(said) > 1:
            return False
    ages = (row["victim_age_sex"], other["victim_age_sex"])
    specific = [age for age in ages if age in ("child", "woman")]
    return len(specific) != 1 or number_of(row) == number_of(other)


def _holds(whole: Row, part: Row) -> bool:
    """Return whether a claim about people in general can be the whole of a claim about the children or women among them."""
    if whole["outcome"] != part["outcome"] or whole["claim_id"] == part["claim_id"] or whole["victim_age_sex"] in ("child", "woman", "man"):
        return False
    if whole["victim_group"] not in ("civilian", "unknown") or are_attackers(whole) != are_attackers(part):
        return False
    reach = whole["count_high"] if whole["count_high"] is not None else max(whole["count_low"] or 0, whole["count_best"] or 0)
    return (number_of(part) or FAR) < reach


def _later(row: Row, other: Row) -> bool:
    return (str(row.get("asserted_on") or ""), row["article_id"]) != (str(other.get("asserted_on") or ""), other["article_id"])
