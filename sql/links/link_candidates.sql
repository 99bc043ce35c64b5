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

external_cells as materialized (  -- first, for a plan that meets cells before buckets meets far too many
    select x.dataset, x.external_id, x.latitude, x.longitude, x.bucket, x.first_bucket, reach.band, reach.cell
    from external_buckets as x
    inner join link_reach as reach on reach.what = 'external' and reach.key_1 = x.dataset and reach.key_2 = x.external_id
),

near as (
    select e.event_id, x.dataset, x.external_id, kilometres(e.latitude, e.longitude, x.latitude, x.longitude) as distance_km
    from external_cells as x
    inner join event_buckets as e on e.bucket = x.bucket and e.band = x.band and e.cell = x.cell
    where not e.is_coarse and e.bucket = greatest(e.first_bucket, x.first_bucket)
),

same_country as (
    select e.event_id, x.dataset, x.external_id, cast(null as double) as distance_km
    from external_buckets as x
    inner join event_buckets as e on e.bucket = x.bucket and e.country_iso3 = x.country_iso3
    cross join link_window
    where link_window.is_widened and (e.is_coarse or x.is_coarse) and e.bucket = greatest(e.first_bucket, x.first_bucket)
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
        x.window_days,
        link_window.km + case when link_window.is_widened then e.place_km + x.place_km else 0 end as window_km
    from met
    inner join link_events as e on e.event_id = met.event_id
    inner join link_externals as x on x.dataset = met.dataset and x.external_id = met.external_id
    cross join link_window
)

select event_id, dataset, external_id, day_gap, distance_km
from measured
where day_gap <= window_days and (distance_km is null or distance_km <= window_km)
