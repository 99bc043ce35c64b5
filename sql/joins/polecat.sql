-- Join with POLECAT (`casus link FILE --dataset polecat`): each event with its likeliest POLECAT row, and how the two code it in PLOVER.
-- POLECAT dates an event by the story where the story gives no day, so a gap of a day or two is usual.
select
    events.event_id,
    events.date_start,
    events.title,
    links.external_id as polecat_id,
    links.score,
    links.day_gap,
    links.distance_km,
    events.event_type,
    events.event_mode,
    external.event_type as polecat_type,
    external.original ->> 'Event Mode' as polecat_mode,
    external.original ->> 'Contexts' as polecat_contexts,
    external.source_name as polecat_actor,
    external.target_name as polecat_recipient,
    events.event_type = external.event_type as same_type
from event_links as links
inner join events on events.event_id = links.event_id
inner join external_events as external on external.dataset = links.dataset and external.external_id = links.external_id
where links.dataset = 'polecat' and links.is_best
order by events.date_start, events.event_id, links.external_id
