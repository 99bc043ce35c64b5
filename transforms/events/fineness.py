"""How fine a place is, and how fine a one the text around may lend to a deed that says too little of where it was done."""

from __future__ import annotations

import re

from transforms.records import EventMention, Place

FINE = {"point": 0, "city": 1, "admin2": 2, "admin1": 3, "country": 4}
UNRESOLVED = 5
# A site by its name.
NAMED_SITE = re.compile(r"\b[A-Z][\w'-]+ (?:air ?base|base|airport|airfield|camp|prison|port|refinery|barracks)\b")


def fineness_of(place: Place) -> int:
    """Return the rank of a place by how exact it is, the most exact first; a district is finer than its province, whether or not the
    gazetteer knows where in it."""
    if place.feature == "ADM2" and place.precision == "admin1":
        return FINE["admin2"]
    return FINE.get(place.precision, UNRESOLVED)


def finest_lent(mention: EventMention, is_own: bool) -> int:
    """Return how fine a place a sentence may lend to a mention: of what is put in a town that no gazetteer has only the area told with it,
    and of troops sent out no town that another sentence tells of."""
    if mention.place_text is not None:
        return FINE["admin2"]
    if not is_own and NAMED_SITE.search(mention.target_text or ""):
        return FINE["admin1"]  # "attacked Ain al-Asad air base", which lies in no town told before
    return FINE["country"] if mention.event_type == "MOBILIZE" and not is_own else FINE["point"]
