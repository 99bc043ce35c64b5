-- One row per spot of the map where events or external events lie, as wide as they are vague, with how many of each lie there.
with placed as (
    select latitude, longitude, place_km, 1 as events, 0 as externals
    from link_events
    where not is_coarse
    union all
    select x.latitude, x.longitude, x.place_km, 0, case when x.date_start between link_span.first_day and link_span.last_day then 1 else 0 end
    from link_externals as x
    cross join link_span
    where not x.is_coarse
)

select
    spot_row(latitude, place_km) as spot_row,
    spot_column(longitude, place_km) as spot_column,
    place_km,
    min(latitude) as latitude,
    min(longitude) as longitude,
    grid_band(min(latitude)) as band,
    grid_cell(grid_band(min(latitude)), min(longitude)) as cell,
    sum(events) as event_count,
    sum(externals) as external_count
from placed
group by all
