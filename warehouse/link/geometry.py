"""SQL functions of linking: buckets of days, a grid of cells about equally wide everywhere, distances, and how tolls agree."""

from __future__ import annotations

import math

import duckdb

BUCKET_DAYS = 4
BAND_DEGREES = 2.0  # about 220 km
EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
CELLS_AT_EQUATOR = 360 / BAND_DEGREES
RADIANS = math.pi / 180

FUNCTIONS = (
    f"date_bucket(day) as cast(floor(date_diff('day', date '1900-01-01', cast(day as date)) / {BUCKET_DAYS}) as bigint)",
    f"grid_band(latitude) as cast(floor((greatest(-90, least(89.999, latitude)) + 90) / {BAND_DEGREES}) as bigint)",
    f"band_cells(band) as greatest(1, cast(floor({CELLS_AT_EQUATOR} * cos(radians((band + 0.5) * {BAND_DEGREES} - 90))) as bigint))",
    "grid_cell(band, longitude) as least(band_cells(band) - 1, cast(floor((longitude + 180) / 360 * band_cells(band)) as bigint))",
    # haversine
    f"""kilometres(lat1, lon1, lat2, lon2) as {2 * EARTH_RADIUS_KM} * asin(sqrt(least(1.0,
        pow(sin((lat2 - lat1) * {RADIANS / 2}), 2)
        + cos(lat1 * {RADIANS}) * cos(lat2 * {RADIANS}) * pow(sin((lon2 - lon1) * {RADIANS / 2}), 2))))""",
    # 1 where one number lies in the other's bounds, else the smaller's share of the larger; null where a side has no number.
    """toll_agreement(low1, best1, high1, low2, best2, high2) as case
        when coalesce(best1, low1) is null or coalesce(best2, low2) is null then null
        when coalesce(best1, low1) between low2 and high2 or coalesce(best2, low2) between low1 and high1 then 1.0
        else (1 + least(coalesce(best1, low1), coalesce(best2, low2))) / (1.0 + greatest(coalesce(best1, low1), coalesce(best2, low2)))
    end""",
)


def create_functions(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the functions for this connection only."""
    for function in FUNCTIONS:
        connection.execute(f"create or replace temp macro {function}")
