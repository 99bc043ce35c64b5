-- Join with GDELT 2.0 (`casus link FILE --dataset gdelt`): each event with all GDELT rows that may be about it.
-- GDELT has one row per pair of actors, type and day of publication, so many rows tell of one event; they are counted here, never chosen from.
select
    events.event_id,
    events.date_start,
    events.title,
    count(*) as gdelt_rows,
    max(links.score) as best_score,
    arg_max(links.external_id, (links.score, links.external_id)) as best_globaleventid,
    list_sort(list(distinct external.original ->> 'EventCode')) as cameo_codes,
    sum(try_cast(external.original ->> 'NumArticles' as bigint)) as gdelt_articles,
    avg(try_cast(external.original ->> 'GoldsteinScale' as double)) as mean_goldstein,
    avg(try_cast(external.original ->> 'AvgTone' as double)) as mean_tone
from event_links as links
inner join events on events.event_id = links.event_id
inner join external_events as external on external.dataset = links.dataset and external.external_id = links.external_id
where links.dataset = 'gdelt'
group by events.event_id, events.date_start, events.title
order by events.date_start, events.event_id
