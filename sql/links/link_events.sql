-- One row per event that can be linked: its days, its place with how far that may be off, and its place in the grid.
with placed as (
    select
        event_id, event_type, date_start, date_end, country_iso3, latitude, longitude, killed_low, killed_best, killed_high,
        case place_precision when 'point' then 1 when 'city' then 5 when 'admin2' then 50 when 'admin1' then 150 else 1000 end as place_km
    from events
    where date_start is not null and status in ('asserted', 'contested')
)

select
    placed.event_id, placed.event_type, placed.date_start, placed.date_end, placed.country_iso3,
    placed.latitude, placed.longitude, placed.place_km, placed.killed_low, placed.killed_best, placed.killed_high,
    placed.place_km > link_settings.coarse_km or placed.latitude is null as is_coarse,
    grid_band(placed.latitude) as band,
    grid_cell(grid_band(placed.latitude), placed.longitude) as cell,
    date_bucket(placed.date_start) as first_bucket,
    date_bucket(placed.date_end) as last_bucket
from placed
cross join link_settings
where date_diff('day', placed.date_start, placed.date_end) <= link_settings.longest_days
