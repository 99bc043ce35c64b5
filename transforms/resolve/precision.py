"""Precisions of an event's day and place in the codes of UCDP GED and ACLED.

UCDP GED codebook: `date_prec` 1 day, 2 two to six days, 3 week, 4 month, 5 more than a month; `where_prec` 1 exact place,
2 within about 25 km, 3 district (admin-2), 4 province (admin-1), 5 linear or fuzzy area, 6 country, 7 at sea or in the air.
ACLED: `geo_precision` 1 town, 2 near it or part of a region, 3 region.
"""

from __future__ import annotations

from datetime import date

UCDP_WHERE = {"point": 1, "city": 1, "admin2": 3, "admin1": 4, "country": 6}
ACLED_GEO = {"point": 1, "city": 1, "admin2": 2, "admin1": 3, "country": 3}


def ucdp_date_precision(start: date | None, end: date | None, precision: str | None = "day") -> int | None:
    """Return UCDP's date precision, 1 to 5, from the length of the interval; None without one. A day known only to the week is a week."""
    if start is None or end is None:
        return None
    days = (end - start).days + 1
    if days == 1:
        return 3 if precision == "week" else 1
    if days < 7:
        return 2
    if days == 7:
        return 3
    return 4 if days <= 31 else 5


def ucdp_where_precision(precision: str | None, feature: str | None = None) -> int | None:
    """Return UCDP's place precision, 1 to 7; None without a place. A part of a country
    ("northern Iraq") is a fuzzy area, a sea is no land."""
    if feature == "water":
        return 7
    if feature == "region":
        return 5
    return UCDP_WHERE.get(precision or "")


def acled_geo_precision(precision: str | None) -> int | None:
    """Return ACLED's place precision, 1 to 3; None without a place."""
    return ACLED_GEO.get(precision or "")
