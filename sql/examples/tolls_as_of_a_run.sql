-- What did a past run know of each event's dead? Here the first run; put another moment in its place, such as timestamptz '2024-01-20T12:00Z'.
-- Unlike tolls_as_of, which goes by the days of the claims, this goes by what the warehouse had read by then.
select
    tolls.event_id,
    events.title,
    tolls.low,
    tolls.best,
    tolls.high,
    tolls.article_count
from event_tolls_as_of((select min(recorded_at) from runs)) as tolls
left join events on events.event_id = tolls.event_id
where tolls.policy = 'ucdp' and tolls.outcome = 'killed'
order by events.date_start, tolls.event_id
