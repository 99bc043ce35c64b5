"""A claim in one line of words, as the case files write it.

`killed 9.. at_least: at least nine people [civilian] <part of 0>`: outcome, count (`81..` open ended, `..40` no lower
bound, `30..40` a range, `?` no number), qualifier, victims, group and age or sex where said, country, the tie to another
claim of the text by its place, and `<sum>` for a number that adds up many events.
"""

from __future__ import annotations

from transforms.records import CasualtyClaim


def words_of(claim: CasualtyClaim) -> str:
    """Return one claim in one line."""
    said = " ".join(word for word in (claim.victim_group, claim.victim_age_sex) if word != "unknown")
    parts = [f"{claim.outcome} {count_of(claim)} {claim.qualifier}: {claim.victim_text or '-'}"]
    parts += [f"[{said}]"] if said else []
    parts += ["not"] if claim.victim_country_negated else []
    parts += [claim.victim_country_iso3] if claim.victim_country_iso3 else []
    if claim.subset_of is not None:
        parts.append(f"<part of {claim.subset_of}>")
    elif claim.is_part:
        parts.append("<part>")
    if claim.repeats is not None:
        parts.append(f"<repeats {claim.repeats}>")
    if claim.revises is not None:
        parts.append(f"<revises {claim.revises}>")
    if claim.is_aggregate:
        parts.append("<sum>")
    return " ".join(parts)


def count_of(claim: CasualtyClaim) -> str:
    """Return the count of a claim as low and high."""
    if claim.count_low is None and claim.count_high is None:
        return "?"
    if claim.count_low == claim.count_high:
        return str(claim.count_low)
    return f"{'' if claim.count_low is None else claim.count_low}..{'' if claim.count_high is None else claim.count_high}"
