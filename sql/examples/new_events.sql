-- What did the last run tell of that no run before it had? One row per event, the best supported first.
with
last_run as (
    select run_id from runs order by recorded_at desc, run_id limit 1
)

select
    events.date_start,
    events.title,
    events.place_name,
    events.country_iso3,
    events.status,
    events.killed_low,
    events.killed_high,
    events.injured_low,
    events.injured_high,
    events.independent_count,
    events.event_id
from events
inner join last_run on last_run.run_id = events.run_id
where not exists (select 1 from events_log where events_log.event_id = events.event_id)
order by events.independent_count desc, events.article_count desc, events.date_start, events.event_id
