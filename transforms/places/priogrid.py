"""The PRIO-GRID cell of a point: half-degree cells numbered from the south-west, 720 to a row (https://grid.prio.org)."""

from __future__ import annotations

from math import floor

COLUMNS, ROWS = 720, 360


def priogrid_gid(latitude: float | None, longitude: float | None) -> int | None:
    """Return the cell's `gid` from 1 to 259200, None without coordinates; the poles and the date line belong to the last cells."""
    if latitude is None or longitude is None:
        return None
    row = min(max(floor((latitude + 90) * 2), 0), ROWS - 1)
    column = min(max(floor((longitude + 180) * 2), 0), COLUMNS - 1)
    return row * COLUMNS + column + 1
