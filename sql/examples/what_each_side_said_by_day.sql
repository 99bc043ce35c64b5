-- What did each side say about one event, day by day? The event most spoken of; put another event_id in its place.
with chosen as (
    select event_id
    from quotes_by_actor
    where event_id is not null
    group by event_id
    order by count(*) desc, event_id
    limit 1
)

select
    cast(quotes_by_actor.published_at as date) as day,
    coalesce(sides.name, quotes_by_actor.actor_name) as side,
    coalesce(quotes_by_actor.speaker_name, quotes_by_actor.actor_name) as speaker,
    quotes_by_actor.quote_kind,
    quotes_by_actor.evidence,
    quotes_by_actor.publisher,
    quotes_by_actor.url
from quotes_by_actor
inner join chosen on chosen.event_id = quotes_by_actor.event_id
left join actors as sides on sides.actor_id = quotes_by_actor.for_actor_id
order by day, side, quotes_by_actor.article_id, quotes_by_actor.span_start
