-- A first day is never after its last: rows are dates that end before they begin, or have one end only.
with dates as (
    select 'event_mentions' as table_name, mention_id as id, date_start, date_end from event_mentions
    union all
    select 'events', event_id, date_start, date_end from events
    union all
    select 'date_mentions', concat_ws(' ', article_id, version, span_start), date_start, date_end from date_mentions
    union all
    select 'external_events', concat_ws(' ', dataset, external_id), date_start, date_end from external_events
    union all
    select 'events.published', event_id, cast(first_published_at as date), cast(last_published_at as date) from events
    union all
    select 'actors.seen', actor_id, cast(first_seen as date), cast(last_seen as date) from actors
)

select table_name, id, date_start, date_end
from dates
where date_start > date_end or (date_start is null) != (date_end is null)
