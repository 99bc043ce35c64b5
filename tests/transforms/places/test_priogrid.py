"""PRIO-GRID cells: published examples, the edges of the grid, and what is off the globe."""

from __future__ import annotations

import pytest

from transforms.places.priogrid import priogrid_gid


@pytest.mark.parametrize(
    ("latitude", "longitude", "gid"),
    [
        (10.51, 2.29, 145085),
        (26.97, 64.09, 168249),
        (27.37, 62.33, 168965),
        (-90.0, -180.0, 1),
        (-89.51, -179.51, 1),
        (-90.0, 180.0, 720),
        (90.0, 180.0, 259200),
        (90.0, -180.0, 258481),
        (0.0, 0.0, 129961),
        (-0.01, -0.01, 129240),
        (None, 2.29, None),
        (10.51, None, None),
    ],
)
def test_cells(latitude, longitude, gid):
    assert priogrid_gid(latitude, longitude) == gid


@pytest.mark.parametrize(("latitude", "longitude"), [(90.1, 0.0), (0.0, 180.1), (-91.0, 0.0), (float("nan"), 0.0)])
def test_no_cell_off_the_globe(latitude, longitude):
    with pytest.raises(ValueError, match="latitude"):
        priogrid_gid(latitude, longitude)
