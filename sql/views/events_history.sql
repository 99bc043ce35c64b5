-- One row per event and stretch of time in which it stood so: the current events and those that changed or left.
-- As of a moment t: where recorded_at <= t and (superseded_at is null or superseded_at > t).
select
    event_id, event_type, event_mode, title, date_start, date_end, date_precision, place_id, place_name, country_iso3,
    source_actor_ids, target_actor_ids, status, article_count, publisher_count, independent_count,
    first_published_at, last_published_at, killed_low, killed_best, killed_high, injured_low, injured_best, injured_high,
    confidence, recorded_at, run_id, cast(null as timestamptz) as superseded_at, cast(null as varchar) as change
from events
union all
select
    event_id, event_type, event_mode, title, date_start, date_end, date_precision, place_id, place_name, country_iso3,
    source_actor_ids, target_actor_ids, status, article_count, publisher_count, independent_count,
    first_published_at, last_published_at, killed_low, killed_best, killed_high, injured_low, injured_best, injured_high,
    confidence, recorded_at, run_id, superseded_at, change
from events_log
