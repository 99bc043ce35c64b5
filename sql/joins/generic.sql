-- Join with any other dataset (`casus link FILE --dataset generic`): each event with all its candidates and the parts of each score.
-- Take `is_best` for at most one partner each (ties apart), or a threshold of your own on `score` where several rows may be one event.
select
    events.event_id,
    events.date_start,
    events.title,
    links.external_id,
    links.score,
    links.is_best,
    links.day_gap,
    links.distance_km,
    links.type_score,
    links.actor_score,
    links.toll_score,
    external.date_start as external_date_start,
    external.place_name as external_place,
    external.source_name as external_source,
    external.target_name as external_target,
    external.deaths_best as external_deaths
from event_links as links
inner join events on events.event_id = links.event_id
inner join external_events as external on external.dataset = links.dataset and external.external_id = links.external_id
where links.dataset = 'generic'
order by events.event_id, links.score desc, links.external_id
