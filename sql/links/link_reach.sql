-- One row per external event or spot and cell of the grid within its reach.
with searching as (
    select
        'external' as what, x.dataset as key_1, x.external_id as key_2, x.place_km, x.latitude, x.longitude,
        link_window.km + case when link_window.is_widened then x.place_km + link_settings.coarse_km else 0 end as reach_km
    from link_externals as x
    cross join link_window
    cross join link_settings
    where not x.is_coarse
    union all
    select 'spot', cast(spot_row as varchar), cast(spot_column as varchar), place_km, latitude, longitude, spot_reach(place_km)
    from link_spots
),

bands as (
    select
        searching.*,
        unnest(generate_series(grid_band(latitude - reach_km / 111.0), grid_band(latitude + reach_km / 111.0))) as band,
        least(180.0, reach_km / (111.0 * greatest(0.02, cos(radians(least(89.0, abs(latitude) + reach_km / 111.0)))))) as reach_degrees
    from searching
)

select
    what, key_1, key_2, place_km, band,
    unnest(list_distinct(list_transform(
        generate_series(
            cast(floor((longitude - reach_degrees + 180) / 360 * band_cells(band)) as bigint),
            cast(floor((longitude + reach_degrees + 180) / 360 * band_cells(band)) as bigint)
        ),
        lambda cell: ((cell % band_cells(band)) + band_cells(band)) % band_cells(band)
    ))) as cell
from bands
