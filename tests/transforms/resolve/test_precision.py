"""Precisions in the codes of UCDP and ACLED."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.resolve.precision import acled_geo_precision, ucdp_date_precision, ucdp_where_precision


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [("2024-01-16", "2024-01-16", 1),
     ("2024-01-16", "2024-01-18", 2), ("2024-01-15", "2024-01-21", 3),
     ("2024-01-01", "2024-01-31", 4), ("2024-01-01", "2024-12-31", 5)],
)  # fmt: skip
def test_ucdp_date_precision(start: str, end: str, code: int) -> None:
    assert ucdp_date_precision(date.fromisoformat(start), date.fromisoformat(end)) == code


@pytest.mark.parametrize(
    ("precision", "feature", "code"),
    [("city", "PPL", 1), ("admin2", "ADM2", 3), ("admin1", "ADM1", 4),
     ("country", "country", 6), ("country", "region", 5), ("country", "water", 7), (None, None, None)],
)  # fmt: skip
def test_ucdp_where_precision(precision: str | None, feature: str | None, code: int | None) -> None:
    assert ucdp_where_precision(precision, feature) == code


def test_unknown_stays_unknown() -> None:
    assert ucdp_date_precision(None, None) is None
    assert acled_geo_precision(None) is None
    assert acled_geo_precision("admin1") == 3
