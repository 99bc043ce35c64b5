-- What has one actor said, in the order it was published? The actor quoted most; put another actor_id in its place.
with chosen as (
    select actor_id
    from quotes_by_actor
    group by actor_id
    order by count(*) desc, actor_id
    limit 1
)

select
    quotes_by_actor.published_at,
    quotes_by_actor.actor_name,
    quotes_by_actor.speaker_role,
    quotes_by_actor.quote_kind,
    quotes_by_actor.evidence,
    quotes_by_actor.cue,
    quotes_by_actor.publisher
from quotes_by_actor
inner join chosen on chosen.actor_id = quotes_by_actor.actor_id
order by quotes_by_actor.published_at, quotes_by_actor.article_id, quotes_by_actor.span_start
