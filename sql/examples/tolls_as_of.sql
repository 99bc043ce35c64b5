-- What was known of each event's dead by one day? Change the day; the policy is UCDP's low, best and high.
with chosen as (
    select date '2024-01-17' as day
),

known as (
    select
        tolls.event_id, tolls.as_of, tolls.low, tolls.best, tolls.high, tolls.article_count,
        row_number() over (partition by tolls.event_id order by tolls.as_of desc nulls last) as place
    from event_tolls_by_day as tolls
    inner join chosen on tolls.as_of <= chosen.day
    where tolls.policy = 'ucdp' and tolls.outcome = 'killed' and coalesce(tolls.low, tolls.best, tolls.high) is not null
)

select
    events.date_start,
    events.title,
    known.as_of,
    known.low,
    known.best,
    known.high,
    known.article_count
from known
inner join events on events.event_id = known.event_id
where known.place = 1
order by events.date_start, events.event_id
