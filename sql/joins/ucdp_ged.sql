-- Join with UCDP GED (`casus link FILE --dataset ucdp-ged`): each event with its likeliest UCDP event, and how the two count the dead.
-- UCDP counts deaths only, codes an event with one death or more, and revises yearly; Casus keeps what was said at the time.
select
    events.event_id,
    events.date_start,
    events.title,
    events.status,
    links.external_id as ucdp_id,
    links.score,
    links.day_gap,
    links.distance_km,
    links.actor_score,
    external.event_type as ucdp_type_of_violence,
    external.original ->> 'conflict_name' as ucdp_conflict_name,
    external.original ->> 'dyad_new_id' as ucdp_dyad_id,
    external.source_name as ucdp_side_a,
    external.target_name as ucdp_side_b,
    events.killed_low,
    events.killed_best,
    events.killed_high,
    external.deaths_low as ucdp_low,
    external.deaths_best as ucdp_best,
    external.deaths_high as ucdp_high
from event_links as links
inner join events on events.event_id = links.event_id
inner join external_events as external on external.dataset = links.dataset and external.external_id = links.external_id
where links.dataset = 'ucdp-ged' and links.is_best
order by events.date_start, events.event_id, links.external_id
