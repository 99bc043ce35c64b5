-- How did a toll grow over the days? One row per event and day on which its dead were told anew, with the change since the day before it.
select
    events.title,
    tolls.as_of,
    tolls.low,
    tolls.best,
    tolls.high,
    tolls.best - lag(tolls.best) over (partition by tolls.event_id order by tolls.as_of) as grown_by,
    tolls.article_count,
    tolls.origin_count
from event_tolls_by_day as tolls
inner join events on events.event_id = tolls.event_id
where tolls.policy = 'ucdp' and tolls.outcome = 'killed'
order by events.date_start, tolls.event_id, tolls.as_of
