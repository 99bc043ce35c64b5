"""SQL functions of linking: buckets of days, a grid of cells about equally wide everywhere, distances, and what agreement is worth."""

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
    # Spots are squares of a latitude and longitude grid, a hundredth of a vague place's reach wide, at least two kilometres.
    "spot_degrees(place_km) as greatest(0.02, place_km / 300)",
    "spot_row(latitude, place_km) as cast(round(latitude / spot_degrees(place_km)) as bigint)",
    "spot_column(longitude, place_km) as cast(round(longitude / spot_degrees(place_km)) as bigint)",
    "spot_reach(place_km) as 25 + place_km",
    # Density per square kilometre of two places of one event: normal in each axis, a place known within k km having a deviation of
    # k / 3, never less than gazetteers differ; one in five lies farther off than it should, one in ten as far as the next town.
    "spread_km(place_km_1, place_km_2) as sqrt(2.25 + (place_km_1 * place_km_1 + place_km_2 * place_km_2) / 9)",
    f"bell(km, spread) as exp(-km * km / (2 * spread * spread)) / ({2 * math.pi} * spread * spread)",
    """closeness(km, place_km_1, place_km_2) as 0.7 * bell(km, spread_km(place_km_1, place_km_2))
        + 0.2 * bell(km, 3 * spread_km(place_km_1, place_km_2)) + 0.1 * bell(km, 20 + spread_km(place_km_1, place_km_2))""",
    # Pairs of days, one of each, that are so many days apart.
    """day_pairs(start_1, end_1, start_2, end_2, apart) as greatest(0, least(date_diff('day', start_1, end_1),
        date_diff('day', start_1, end_2) - apart) - greatest(0, date_diff('day', start_1, start_2) - apart) + 1)""",
    """shared_days(start_1, end_1, start_2, end_2, days_2, apart) as
        day_pairs(start_1, end_1, start_2 - cast(days_2 as integer), end_2 + cast(days_2 as integer), apart)""",
    # Density of a second number of dead by the first: exponential in the difference of their logarithms, halved where bounds agree.
    """toll_nearness(toll_1, toll_2, agreement, spread) as exp(-abs(ln((1.0 + toll_1) / (1.0 + toll_2)))
        * case when agreement = 1 then 0.5 else 1 end / spread) / (2 * spread * (1.0 + toll_2))""",
    "name_key(name) as regexp_replace(lower(strip_accents(name)), '[^a-z0-9]+', '', 'g')",
    "bits(odds) as case when odds is not null then round(log2(greatest(1e-9, odds)), 2) end",
    # Sums of decimals do not depend on their order, which threads change.
    "exact(number) as cast(number as decimal(38, 6))",
    "others(own, total) as cast(total - exact(own) as double)",
)


def create_functions(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the functions for this connection only."""
    for function in FUNCTIONS:
        connection.execute(f"create or replace temp macro {function}")
