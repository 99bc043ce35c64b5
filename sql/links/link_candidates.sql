-- One row per event and external event that lie near enough in time and place, met by bucket of days and cell of the grid.
-- Where one side knows no more than the country, the two meet by country. Each pair is met once: in the first bucket that both share.
with event_buckets as (
    select link_events.*, unnest(generate_series(first_bucket, last_bucket)) as bucket
    from link_events
),

external_buckets as (
    select link_externals.*, unnest(generate_series(first_bucket, last_bucket)) as bucket
    from link_externals
),

external_bands as (
    select
        external_buckets.*,
        link_window.km + case when link_window.is_widened then external_buckets.place_km + link_settings.coarse_km else 0 end as reach_km
    from external_buckets
    cross join link_window
    cross join link_settings
    where not external_buckets.is_coarse
),

reached_bands as (
    select
        external_bands.*,
        unnest(generate_series(grid_band(latitude - reach_km / 111.0), grid_band(latitude + reach_km / 111.0))) as band,
        least(180.0, reach_km / (111.0 * greatest(0.02, cos(radians(least(89.0, abs(latitude) + reach_km / 111.0)))))) as reach_degrees
    from external_bands
),

reached_cells as (
    select
        reached_bands.*,
        unnest(list_distinct(list_transform(
            generate_series(
                cast(floor((longitude - reach_degrees + 180) / 360 * band_cells(band)) as bigint),
                cast(floor((longitude + reach_degrees + 180) / 360 * band_cells(band)) as bigint)
            ),
            lambda cell: ((cell % band_cells(band)) + band_cells(band)) % band_cells(band)
        ))) as cell
    from reached_bands
),

near as (
    select e.event_id, x.dataset, x.external_id, kilometres(e.latitude, e.longitude, x.latitude, x.longitude) as distance_km
    from reached_cells as x
    inner join event_buckets as e on e.bucket = x.bucket and e.band = x.band and e.cell = x.cell
    where not e.is_coarse and e.bucket = greatest(e.first_bucket, x.first_bucket)
),

same_country as (
    select e.event_id, x.dataset, x.external_id, cast(null as double) as distance_km
    from external_buckets as x
    inner join event_buckets as e on e.bucket = x.bucket and e.country_iso3 = x.country_iso3
    where (e.is_coarse or x.is_coarse) and e.bucket = greatest(e.first_bucket, x.first_bucket)
),

met as (
    select event_id, dataset, external_id, distance_km from near
    union all
    select event_id, dataset, external_id, distance_km from same_country
),

measured as (
    select
        met.event_id, met.dataset, met.external_id, met.distance_km,
        greatest(0, date_diff('day', x.date_end, e.date_start), date_diff('day', e.date_end, x.date_start)) as day_gap,
        greatest(date_diff('day', x.date_start, x.date_end) + x.date_days, date_diff('day', e.date_start, e.date_end)) as vague_days,
        x.window_days,
        e.place_km + x.place_km as vague_km,
        link_window.km + case when link_window.is_widened then e.place_km + x.place_km else 0 end as window_km
    from met
    inner join link_events as e on e.event_id = met.event_id
    inner join link_externals as x on x.dataset = met.dataset and x.external_id = met.external_id
    cross join link_window
)

select event_id, dataset, external_id, day_gap, distance_km, vague_days, window_days, vague_km, window_km
from measured
where day_gap <= window_days and (distance_km is null or distance_km <= window_km)
