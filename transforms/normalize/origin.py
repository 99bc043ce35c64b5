"""Name the agency whose reporting an article's own words credit ("told Reuters", "AFP reported")."""

from __future__ import annotations

import re
from functools import cache

from transforms.normalize.credits import agency_named
from transforms.seed_tables import read_seed

_MOST_AGENCIES = 1  # several agencies credited: no single one is the origin


@cache
def _frames() -> re.Pattern[str]:
    names = "|".join(f"(?:{row['pattern']})" for row in read_seed("agencies") if row["domain"])
    who = rf"(?:the )?(?P<%s>{names})(?: news agency| agency)?(?![\w'’])"
    told = r"\b(?:told|informed|confirmed to|speaking to|said to|tells) " + who % "told"
    reported = r"(?<![\w'’])" + who % "reported" + r" (?:reported|reports|has reported|said in a report)\b"
    return re.compile(f"{told}|{reported}")


def credited_agency(text: str, publisher: str | None) -> str | None:
    """Return the one agency, other than the publisher, that a text credits with its interviews or reports, or None."""
    found = {agency_named(match["told"] or match["reported"]) for match in _frames().finditer(text)}
    found -= {None, publisher}
    return found.pop() if len(found) == _MOST_AGENCIES else None
