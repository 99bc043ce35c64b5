-- One row per external event that can be linked: its widened days, its place, how far from it to look, and the sides it names.
with widened as (
    select
        loading.*,
        case when link_window.is_widened then loading.date_days else 0 end + link_window.days as window_days,
        coalesce(loading.place_km, 1000) as known_km,
        loading.latitude is null or coalesce(loading.place_km, 1000) > link_settings.coarse_km as is_coarse
    from loading
    cross join link_window
    cross join link_settings
    where date_diff('day', loading.date_start, loading.date_end) + 2 * loading.date_days <= link_settings.longest_days
)

select
    widened.dataset, widened.external_id, widened.date_start, widened.date_end, widened.country_iso3, widened.latitude, widened.longitude,
    widened.known_km as place_km, widened.date_days, widened.window_days, widened.is_coarse,
    case widened.dataset when 'gdelt' then left(widened.event_type, 2) else widened.event_type end as type_key,
    widened.deaths_low, widened.deaths_best, widened.deaths_high,
    date_bucket(widened.date_start - cast(widened.window_days as integer)) as first_bucket,
    date_bucket(widened.date_end + cast(widened.window_days as integer)) as last_bucket
from widened
