-- Join with ACLED (`casus link FILE --dataset acled`): each event with its likeliest ACLED event, for use within your own licence.
-- ACLED's rows stay in this store and are never published. ACLED gives one number of deaths, the most conservative; 0 often means none reported.
select
    events.event_id,
    events.date_start,
    events.title,
    links.external_id as event_id_cnty,
    links.score,
    links.day_gap,
    links.distance_km,
    external.original ->> 'event_type' as acled_event_type,
    external.event_type as acled_sub_event_type,
    events.acled_sub_event_type as own_sub_event_type,
    external.source_name as actor1,
    external.target_name as actor2,
    events.killed_low,
    events.killed_best,
    cast(external.original ->> 'fatalities' as bigint) as fatalities
from event_links as links
inner join events on events.event_id = links.event_id
inner join external_events as external on external.dataset = links.dataset and external.external_id = links.external_id
where links.dataset = 'acled' and links.is_best
order by events.date_start, events.event_id, links.external_id
