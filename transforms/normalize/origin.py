"""Name the agency whose reporting an article is made of by its own words ("told Reuters", "AFP reported")."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from transforms.normalize.credits import agency_named
from transforms.seed_tables import read_seed

_LEAST = 2  # one sentence taken from an agency makes no agency copy


@cache
def _frames() -> re.Pattern[str]:
    names = "|".join(f"(?:{row['pattern']})" for row in read_seed("agencies") if row["domain"])
    who = rf"(?:the )?(?P<%s>{names})(?: news agency| agency)?(?![\w'’])"
    told = r"\b(?:told|informed|confirmed to|speaking to|said to|tells) " + who % "told"
    reported = r"(?<![\w'’])" + who % "reported" + r" (?:reported|reports|has reported|said in a report)\b"
    return re.compile(f"{told}|{reported}")


def credited_agency(text: str, publisher: str | None) -> str | None:
    """Return the one agency, other than the publisher, that a text credits twice or more with its interviews or reports, or None."""
    found: Counter[str] = Counter()
    for match in _frames().finditer(text):
        agency = agency_named(match["told"] or match["reported"])
        if agency is not None and agency != publisher:
            found[agency] += 1
    return next(iter(found)) if len(found) == 1 and found.total() >= _LEAST else None
