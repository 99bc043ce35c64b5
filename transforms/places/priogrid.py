"""PRIO-GRID: the half-degree cell that a coordinate lies in."""

from __future__ import annotations

import math

ROWS, COLUMNS = 360, 720


def priogrid_gid(latitude: float | None, longitude: float | None) -> int | None:
    """Return the PRIO-GRID cell number (1 to 259,200, from the south-west corner, row by row), or None without a coordinate.

    A point on the northern or eastern edge belongs to the last row or column. Raises ValueError off the globe."""
    if latitude is None or longitude is None:
        return None
    if not -90 <= latitude <= 90 or not -180 <= longitude <= 180:
        raise ValueError(f"no place on Earth: latitude {latitude}, longitude {longitude}; latitude is -90 to 90, longitude -180 to 180")
    row = min(math.floor((latitude + 90) * 2), ROWS - 1)
    column = min(math.floor((longitude + 180) * 2), COLUMNS - 1)
    return row * COLUMNS + column + 1
